/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sample/tdm-sample.h"

#include "model/tdm-record-types.h"

#include <stdio.h>
#include <string.h>

/* The rows of the sample on some days, table by table, as they have always been. A line of rows.txt is: day, language,
 * record type, number of rows, SHA-256 of the rows. After a change that is wanted, `test-sample-rows --digests` prints
 * a new rows.txt; `test-sample-rows --rows DAY LANGUAGE [SCALE]` prints the rows themselves, to compare them. */

static const char *const days[] = {
  "2026-07-14 de", "2026-07-14 en", "2026-11-29 de", "2026-11-29 en", "2027-01-01 de", "2027-01-01 en",
  "2028-02-29 de", "2028-02-29 en", "2031-04-20 de", "2031-04-20 en",
};

static void
append_value (GString *text, TdmRecord *record, guint field, TdmFieldKind kind)
{
  TdmRecord *target;

  if (kind <= TDM_FIELD_DATE)
    g_string_append (text, tdm_record_get_text (record, field));
  else if (kind == TDM_FIELD_CODE)
    g_string_append (text, tdm_record_get_code (record, field));
  else if (kind != TDM_FIELD_LINK)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, tdm_record_get_integer (record, field));
  else if ((target = tdm_record_get_link (record, field)))
    g_string_append (text, tdm_record_get_uid (target));
}

static void
append_row (GString *text, TdmRecord *record)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  g_string_append (text, tdm_record_get_uid (record));
  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append_c (text, '|');
      append_value (text, record, i, fields[i].kind);
    }
  g_string_append_c (text, '\n');
}

static TdmEdit *
build (const char *today, guint scale, const char *language)
{
  g_autoptr (GError) error = NULL;
  TdmEdit *edit = tdm_sample_build (today, scale, language, &error);

  g_assert_no_error (error);
  return edit;
}

/* All rows of a table, in the order in which they are stored */
static GString *
get_rows (TdmEdit *edit, GType type, guint *n_rows)
{
  GString *text = g_string_new (NULL);

  *n_rows = 0;
  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);

      if (G_OBJECT_TYPE (record) != type)
        continue;
      append_row (text, record);
      *n_rows += 1;
    }
  return text;
}

static void
append_digests (GString *text, const char *today, const char *language)
{
  g_autoptr (TdmEdit) edit = build (today, 1, language);
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      guint n_rows;
      g_autoptr (GString) rows = get_rows (edit, types[i], &n_rows);
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, rows->str, rows->len);

      g_string_append_printf (text, "%s %s %s %u %s\n", today, language, g_type_name (types[i]) + strlen ("Tdm"),
                              n_rows, digest);
    }
}

static void
test_rows_are_what_they_were (gconstpointer data)
{
  g_auto (GStrv) words = g_strsplit (data, " ", 2);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sample", "rows.txt", NULL);
  g_autofree char *golden = NULL;
  g_auto (GStrv) lines = NULL, found = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (golden, "\n", -1);
  append_digests (text, words[0], words[1]);
  found = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], data))
      g_assert_cmpstr (found[n++], ==, lines[i]);
  g_assert_cmpuint (n, ==, 16);
}

/* The people and tandems that come with a larger scale come behind the others. */
static void
test_larger_sample_begins_alike (void)
{
  g_autoptr (TdmEdit) small = build ("2026-07-14", 1, "en");
  g_autoptr (TdmEdit) large = build ("2026-07-14", 3, "en");

  g_assert_cmpuint (tdm_edit_get_size (large), >, tdm_edit_get_size (small));
  for (guint i = 0; i < tdm_edit_get_size (small); i++)
    {
      g_autoptr (GString) here = g_string_new (NULL), there = g_string_new (NULL);
      TdmEditAction action;

      append_row (here, tdm_edit_get_step (small, i, &action));
      append_row (there, tdm_edit_get_step (large, i, &action));
      g_assert_cmpstr (here->str, ==, there->str);
    }
}

static void
print_rows (const char *today, const char *language, guint scale)
{
  g_autoptr (TdmEdit) edit = build (today, scale, language);

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);
      g_autoptr (GString) row = g_string_new (tdm_record_get_table (record));

      g_string_append_c (row, '|');
      append_row (row, record);
      fputs (row->str, stdout);
    }
}

static void
print_digests (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (GStrv) words = g_strsplit (days[i], " ", 2);

      append_digests (text, words[0], words[1]);
    }
  g_print ("%s", text->str);
}

int
main (int argc, char **argv)
{
  if (argc >= 4 && g_str_equal (argv[1], "--rows"))
    {
      print_rows (argv[2], argv[3], argc > 4 ? g_ascii_strtoull (argv[4], NULL, 10) : 1);
      return 0;
    }
  if (argc == 2 && g_str_equal (argv[1], "--digests"))
    {
      print_digests ();
      return 0;
    }

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *name = g_strconcat ("/sample/rows/", days[i], NULL);

      g_test_add_data_func (g_strdelimit (name, " ", '/'), days[i], test_rows_are_what_they_were);
    }
  g_test_add_func ("/sample/rows/larger-sample-begins-alike", test_larger_sample_begins_alike);
  return g_test_run ();
}
