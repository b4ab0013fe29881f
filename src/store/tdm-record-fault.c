/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-fault.h"

#include "base/tdm-i18n.h"
#include "database/tdm-database.h"
#include "model/tdm-record-types.h"
#include "tdm-record-table.h"

/* What stands in a row, or between two of them, that Tandem never writes: another program did, or somebody who means
 * harm. Such a file is read as well as it can be, never written, and each of these is named. */

/**
 * tdm_record_fault_add:
 * @table: where it was found
 * @id: in which row
 * @message: what is wrong there, in the language of the program
 */
void
tdm_record_fault_add (TdmDatabase *database, const char *table, gint64 id, const char *message)
{
  tdm_database_add_fault (database, g_strdup_printf ("%s %" G_GINT64_FORMAT ": %s", table, id, message));
}

typedef struct
{
  const char *table;
  const char *sql; /* the ids of the rows */
  const char *message;
} Rule;

/* What the schema says as well, but another program can have taken out of it, and what it cannot say */
static const Rule rules[] = {
  { "programme", "SELECT id FROM programme WHERE id > (SELECT min (id) FROM programme)",
    N_ ("There is another programme in the file.") },
  { "pair", "SELECT id FROM pair WHERE mentee = mentor", N_ ("One person has both roles of the tandem.") },
  { "attendee", "SELECT id FROM attendee WHERE (meeting IS NULL) = (series IS NULL)",
    N_ ("It does not belong to one meeting or one series.") },
};

static gboolean
record_fault_add_all (TdmDatabase *database, const char *sql, const char *table, const char *message, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (database, sql, error);
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      if (!tdm_database_step (database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        tdm_record_fault_add (database, table, sqlite3_column_int64 (statement, 0), message);
    }
  return statement != NULL;
}

/**
 * tdm_record_fault_find_links:
 * @database: an open programme file
 *
 * Adds links of these rows that lead to no row to the faults of @database.
 *
 * Returns: whether it could be looked at
 */
gboolean
tdm_record_fault_find_links (TdmDatabase *database, GType type, GError **error)
{
  g_autoptr (GTypeClass) reference = g_type_class_ref (type);
  TdmRecordClass *klass = (TdmRecordClass *) reference;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdmField *field = &klass->fields[i];
      g_autoptr (GTypeClass) target = field->kind == TDM_FIELD_LINK ? g_type_class_ref (field->type ()) : NULL;
      g_autofree char *column = tdm_record_table_make_column (field), *sql = NULL, *message = NULL;

      if (!target)
        continue;
      /* Many rows lead to the same one, which is looked for once; the index of the link has all that is asked. */
      sql = g_strdup_printf ("SELECT id FROM %s WHERE %s IN"
                             " (SELECT link FROM (SELECT DISTINCT %s AS link FROM %s WHERE %s IS NOT NULL)"
                             " WHERE NOT EXISTS (SELECT 1 FROM %s AS other WHERE other.id = link))",
                             klass->table, column, column, klass->table, column, ((TdmRecordClass *) target)->table);
      message = g_strdup_printf (_ ("“%s” leads nowhere."), _ (field->title));
      if (!record_fault_add_all (database, sql, klass->table, message, error))
        return FALSE;
    }
  return TRUE;
}

/* Rows are read as those that are shown, so what is wrong with them is said in the same words. */
static gboolean
record_fault_look_at_rows (TdmDatabase *database, GType type, const char *where, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (!tdm_record_table_read (database, type, where, 0, records, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GError) reason = NULL;

      if (!tdm_record_check (records->pdata[i], &reason))
        tdm_record_fault_add (database, tdm_record_get_table (records->pdata[i]), tdm_record_get_id (records->pdata[i]),
                              reason->message);
    }
  return TRUE;
}

/* What the CHECK of a column says, turned round */
static void
record_fault_append_forbidden (GString *sql, const TdmField *field)
{
  g_autofree char *column = tdm_record_table_make_column (field);

  if (field->kind == TDM_FIELD_CODE)
    {
      g_autoptr (GEnumClass) codes = g_type_class_ref (field->type ());

      g_string_append_printf (sql, " OR %s NOT IN (", column);
      for (guint i = 0; i < codes->n_values; i++)
        g_string_append_printf (sql, "%s'%s'", i > 0 ? ", " : "", codes->values[i].value_nick);
      g_string_append_c (sql, ')');
    }
  else if (field->kind == TDM_FIELD_BOOLEAN)
    g_string_append_printf (sql, " OR %s NOT IN (0, 1)", column);
  else if (field->kind == TDM_FIELD_INTEGER && field->most > 0)
    g_string_append_printf (sql, " OR %s NOT BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT, column, field->least,
                            field->most);
  else if (field->kind == TDM_FIELD_DATE)
    g_string_append_printf (sql, " OR (%s <> '' AND %s IS NOT date (%s))", column, column, column);
  if (field->required && field->kind <= TDM_FIELD_DATE)
    g_string_append_printf (sql, " OR %s = ''", column);
}

static gboolean
record_fault_find_between (TdmDatabase *database, GError **error)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!record_fault_add_all (database, rules[i].sql, rules[i].table, _ (rules[i].message), error))
      return FALSE;
  for (guint i = 0; i < n_types; i++)
    if (!tdm_record_fault_find_links (database, types[i], error))
      return FALSE;
  return TRUE;
}

/**
 * tdm_record_fault_find_forbidden:
 * @database: an open programme file
 *
 * Looks for all that the schema forbids, in rows and between them, and adds it to the faults of @database. Unlike
 * tdm_record_fault_find_all() it leaves out what is only seen in reading every text.
 *
 * Returns: whether it could be looked at
 */
gboolean
tdm_record_fault_find_forbidden (TdmDatabase *database, GError **error)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GTypeClass) reference = g_type_class_ref (types[i]);
      TdmRecordClass *klass = (TdmRecordClass *) reference;
      g_autoptr (GString) sql = g_string_new ("length (uid) <> 36");

      /* SQLite's own look at the CHECKs makes a table of each list of words for each row, and takes five times as
       * long. */
      for (guint j = 0; j < klass->n_fields; j++)
        record_fault_append_forbidden (sql, &klass->fields[j]);
      if (!record_fault_look_at_rows (database, types[i], sql->str, error))
        return FALSE;
    }
  return record_fault_find_between (database, error);
}

/**
 * tdm_record_fault_find_all:
 * @database: an open programme file
 *
 * Looks at every field of every row, and at how they go together, and adds what is wrong to the faults of @database.
 *
 * Returns: whether it could be looked at
 */
gboolean
tdm_record_fault_find_all (TdmDatabase *database, GError **error)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (!record_fault_look_at_rows (database, types[i], NULL, error))
      return FALSE;
  return record_fault_find_between (database, error);
}

static gboolean
record_has_all_it_needs (TdmDatabase *database, TdmRecord *record, gboolean *has_all, GError **error)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  *has_all = TRUE;
  for (guint i = 0; *has_all && i < n_fields; i++)
    {
      g_autoptr (GTypeClass) klass = NULL;
      g_autofree char *sql = NULL;
      sqlite3_stmt *statement;

      if (fields[i].kind != TDM_FIELD_LINK || !fields[i].required)
        continue;
      klass = g_type_class_ref (fields[i].type ());
      sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", ((TdmRecordClass *) klass)->table);
      statement = tdm_database_prepare (database, sql, error);
      if (!statement)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, tdm_record_get_link_id (record, i));
      if (!tdm_database_step (database, statement, has_all, error))
        return FALSE;
      sqlite3_reset (statement);
    }
  return TRUE;
}

/**
 * tdm_record_fault_leave_out:
 * @database: an open programme file that another program changed
 * @records: (element-type TdmRecord): what was read; rows that need one that is not there are taken out
 *
 * Returns: whether it could be looked at
 */
gboolean
tdm_record_fault_leave_out (TdmDatabase *database, GPtrArray *records, GError **error)
{
  for (guint i = records->len; i > 0; i--)
    {
      gboolean has_all;

      if (!record_has_all_it_needs (database, records->pdata[i - 1], &has_all, error))
        return FALSE;
      if (!has_all)
        g_ptr_array_remove_index (records, i - 1);
    }
  return TRUE;
}
