/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "database/tdm-database-file.h"
#include "model/tdm-record-types.h"
#include "store/tdm-migration.h"
#include "store/tdm-programme-format.h"
#include "support/tdm-test.h"

#include <string.h>

/* The schema and the field tables say the same: a file is looked at by the tables alone. */

static TdmRecordClass *
get_class (gsize i)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  return i < n_types ? g_type_class_ref (types[i]) : NULL;
}

static char *
make_column (const TdmField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

static TdmDatabase *
make_database (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmDatabase) database = tdm_database_new (":memory:", FALSE, &error);

  g_assert_no_error (error);
  tdm_migration_build (database, tdm_programme_format.version, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&database);
}

static GPtrArray *
ask_texts (TdmDatabase *database, const char *sql)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = tdm_database_prepare (database, sql, &error);
  gboolean has_row = TRUE;

  g_assert_no_error (error);
  while (has_row)
    {
      tdm_database_step (database, statement, &has_row, &error);
      g_assert_no_error (error);
      if (has_row)
        g_ptr_array_add (rows, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
  return g_steal_pointer (&rows);
}

/* --- columns ------------------------------------------------------------ */

static char *
describe_column (const TdmField *field)
{
  gboolean is_number = field->kind == TDM_FIELD_INTEGER || field->kind == TDM_FIELD_BOOLEAN ||
                       field->kind == TDM_FIELD_LINK;
  gboolean may_be_null = field->kind == TDM_FIELD_LINK && !field->required;
  g_autofree char *column = make_column (field);

  return g_strdup_printf ("%s %s %d", column, is_number ? "INTEGER" : "TEXT", may_be_null ? 0 : 1);
}

static void
test_every_column_is_a_field (void)
{
  g_autoptr (TdmDatabase) database = make_database ();
  TdmRecordClass *klass;

  for (guint i = 0; (klass = get_class (i)); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT name || ' ' || type || ' ' || \"notnull\""
                                              " FROM pragma_table_info ('%s') WHERE cid >= 2",
                                              klass->table);
      g_autoptr (GPtrArray) columns = ask_texts (database, sql);

      g_assert_cmpuint (columns->len, ==, klass->n_fields);
      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_autofree char *expected = describe_column (&klass->fields[j]);

          /* A changeset names columns by their place alone. */
          if (!g_str_equal (columns->pdata[j], expected))
            g_error ("%s has %s, not %s", klass->table, (char *) columns->pdata[j], expected);
        }
      g_type_class_unref (klass);
    }
}

/* --- what the schema forbids -------------------------------------------- */

/* What is between the brackets after every CHECK */
static GPtrArray *
find_checks (const char *sql)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = strstr (sql, "CHECK ("); at; at = strstr (at, "CHECK ("))
    {
      const char *begin = at + strlen ("CHECK ("), *end = begin;

      for (int depth = 1; depth > 0; end++)
        {
          g_assert_cmpint (*end, !=, '\0');
          depth += (*end == '(') - (*end == ')');
        }
      g_ptr_array_add (checks, g_strndup (begin, end - 1 - begin));
      at = end;
    }
  return checks;
}

static char *
make_code_check (const char *column, GType type)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (type);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < codes->n_values; i++)
    g_ptr_array_add (words, g_strdup_printf ("'%s'", codes->values[i].value_nick));
  g_ptr_array_add (words, NULL);
  list = g_strjoinv (", ", (char **) words->pdata);
  return g_strdup_printf ("%s IN (%s)", column, list);
}

/* Returns: (nullable): what the schema has to say of a field */
static char *
make_check (const TdmField *field)
{
  g_autofree char *column = make_column (field);

  if (field->kind == TDM_FIELD_CODE)
    return make_code_check (column, field->type ());
  if (field->kind == TDM_FIELD_BOOLEAN)
    return g_strdup_printf ("%s IN (0, 1)", column);
  if (field->kind == TDM_FIELD_INTEGER && field->most > 0)
    return g_strdup_printf ("%s BETWEEN %d AND %d", column, (int) field->least, (int) field->most);
  if (field->kind == TDM_FIELD_DATE)
    return field->required ? g_strdup_printf ("%s = date (%s)", column, column)
                           : g_strdup_printf ("%s = '' OR %s = date (%s)", column, column, column);
  return field->required && field->kind <= TDM_FIELD_EMAIL ? g_strdup_printf ("%s <> ''", column) : NULL;
}

/* Between columns; these are looked for one by one. */
static const char *const between[][2] = {
  { "pair", "mentor <> mentee" },
  { "attendee", "(meeting IS NULL) <> (series IS NULL)" },
};

static GPtrArray *
make_checks (TdmRecordClass *klass)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (checks, g_strdup ("length (uid) = 36"));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      char *check = make_check (&klass->fields[i]);

      if (check)
        g_ptr_array_add (checks, check);
    }
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    if (g_str_equal (between[i][0], klass->table))
      g_ptr_array_add (checks, g_strdup (between[i][1]));
  return checks;
}

static void
assert_all_in (GPtrArray *checks, GPtrArray *in, const char *table, const char *where)
{
  for (guint i = 0; i < checks->len; i++)
    if (!g_ptr_array_find_with_equal_func (in, checks->pdata[i], g_str_equal, NULL))
      g_error ("%s: “%s” is not in the %s", table, (char *) checks->pdata[i], where);
}

static void
test_every_check_is_in_the_field_table (void)
{
  g_autoptr (TdmDatabase) database = make_database ();
  guint n_checks = 0;
  TdmRecordClass *klass;

  for (guint i = 0; (klass = get_class (i)); i++)
    {
      g_autofree char *ask = g_strdup_printf ("SELECT sql FROM sqlite_schema WHERE name = '%s'", klass->table);
      g_autoptr (GPtrArray) sql = ask_texts (database, ask), found = NULL, expected = make_checks (klass);

      g_assert_cmpuint (sql->len, ==, 1);
      found = find_checks (sql->pdata[0]);
      assert_all_in (found, expected, klass->table, "field table");
      assert_all_in (expected, found, klass->table, "schema");
      n_checks += found->len;
      g_type_class_unref (klass);
    }
  g_assert_cmpuint (n_checks, >, 60);
}

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  g_test_add_func ("/schema-words/columns", test_every_column_is_a_field);
  g_test_add_func ("/schema-words/checks", test_every_check_is_in_the_field_table);
  return g_test_run ();
}
