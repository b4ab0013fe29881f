/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "exchange/tdm-csv-writer.h"
#include "exchange/tdm-list-cell.h"
#include "exchange/tdm-table-file.h"

#include <string.h>

/* Lists as text, as programs write them: letters, separators, quotation marks, ends of lines. */

static char *
join_cells (TdmTable *table)
{
  GString *all = g_string_new (NULL);

  for (guint row = 0; row < tdm_table_get_n_rows (table); row++)
    {
      g_string_append_printf (all, "%s%u:", row > 0 ? " / " : "", tdm_table_get_number (table, row));
      for (guint column = 0; column < tdm_table_get_n_columns (table); column++)
        g_string_append_printf (all, "%s%s", column > 0 ? "|" : "", tdm_table_get_cell (table, row, column));
    }
  return g_string_free (all, FALSE);
}

static TdmTableFile *
read_bytes (const char *data, gsize size, GError **error)
{
  const TdmTableChoice choice = { TDM_CHARSET_GUESS };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  return tdm_table_file_read (bytes, &choice, error);
}

static void
assert_bytes (const char *data, gsize size, TdmCharset charset, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmTableFile) file = read_bytes (data, size, &error);
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = join_cells (file->table);
  g_assert_cmpstr (cells, ==, expected);
  g_assert_cmpint (file->choice.charset, ==, charset);
}

#define ASSERT_BYTES(data, charset, expected) assert_bytes (data, sizeof (data) - 1, charset, expected)
#define ASSERT_TEXT(data, expected) ASSERT_BYTES (data, TDM_CHARSET_UTF_8, expected)

static void
assert_refused (const char *data, gsize size, TdmTableError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmTableFile) file = read_bytes (data, size, &error);

  g_assert_null (file);
  g_assert_error (error, TDM_TABLE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strstr (error->message, "Berg"));
}

static void
test_letters_of_windows_and_mac (void)
{
  ASSERT_BYTES ("Name;Ort\r\nM\xFCller \x80;K\xF6ln\r\n", TDM_CHARSET_WINDOWS, "1:Name|Ort / 2:Müller €|Köln");
  ASSERT_BYTES ("Name;Ort\rM\x9Fller;K\x9Aln\r", TDM_CHARSET_MAC, "1:Name|Ort / 2:Müller|Köln");
  ASSERT_BYTES ("Name;Ort\rGro\xA7mann;\x86lm\r", TDM_CHARSET_MAC, "1:Name|Ort / 2:Großmann|Ülm");
  ASSERT_BYTES ("Name;Ort\r\n\x8Aimek;Ko\x9A" "ice\r\n", TDM_CHARSET_WINDOWS, "1:Name|Ort / 2:Šimek|Košice");
  ASSERT_BYTES ("Frage \x96 1;\xA7 3\r\nja;nein\r\n", TDM_CHARSET_WINDOWS, "1:Frage – 1|§ 3 / 2:ja|nein");
}

static void
test_letters_of_unicode (void)
{
  ASSERT_BYTES ("\xEF\xBB\xBFName;Ort\r\nŁukasz;Łódź\r\n", TDM_CHARSET_UTF_8, "1:Name|Ort / 2:Łukasz|Łódź");
  ASSERT_BYTES ("Łukasz;Łódź", TDM_CHARSET_UTF_8, "1:Łukasz|Łódź");
  ASSERT_BYTES ("\xFF\xFEN\0\t\0\xFC\0\r\0\n\0=\xD8\x00\xDE\t\0x\0", TDM_CHARSET_UTF_16, "1:N|ü / 2:😀|x");
  ASSERT_BYTES ("\xFE\xFF\0N\0\t\0\xFC", TDM_CHARSET_UTF_16, "1:N|ü");
  ASSERT_BYTES ("N\0a\0m\0e\0;\0O\0r\0t\0\n\0\xC4\0;\0x\0", TDM_CHARSET_UTF_16, "1:Name|Ort / 2:Ä|x");
  ASSERT_BYTES ("\0N\0a\0m\0e\0;\0O\0r\0t\0\n\0\xC4\0;\0x", TDM_CHARSET_UTF_16, "1:Name|Ort / 2:Ä|x");
}

/* What it looks like may be wrong, so that it can be said. */
static void
test_letters_that_are_chosen (void)
{
  const TdmTableChoice choice = { .charset = TDM_CHARSET_MAC };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x8Aimek", 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmTableFile) file = tdm_table_file_read (bytes, &choice, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tdm_table_get_cell (file->table, 0, 0), ==, "äimek");
}

static void
test_separators (void)
{
  ASSERT_TEXT ("Name;Themen\nAnna;KI, Word, Excel\nBernd;Word, KI\n",
               "1:Name|Themen / 2:Anna|KI, Word, Excel / 3:Bernd|Word, KI");
  ASSERT_TEXT ("Name,Themen\nAnna,KI;Word;\nBernd,Word;KI;\n", "1:Name|Themen / 2:Anna|KI;Word; / 3:Bernd|Word;KI;");
  ASSERT_TEXT ("Name\tThemen\nBerg, Anna\tKI; Word\n", "1:Name|Themen / 2:Berg, Anna|KI; Word");
  ASSERT_TEXT ("Nachname, Vorname;Mail\nBerg, Anna;a@example.org\n",
               "1:Nachname, Vorname|Mail / 2:Berg, Anna|a@example.org");
  ASSERT_TEXT ("anna@example.org\nbernd@example.org\n", "1:anna@example.org / 2:bernd@example.org");
}

static void
test_a_separator_that_is_declared (void)
{
  ASSERT_TEXT ("sep=;\r\nA,B;C\r\nD;E\r\n", "1:A,B|C / 2:D|E");
  ASSERT_TEXT ("\"SEP=,\"\nA;B,C\n", "1:A;B|C");
  ASSERT_TEXT ("sep=value;x\nA;B\n", "1:sep=value|x / 2:A|B");
}

static void
test_quotation_marks (void)
{
  ASSERT_TEXT ("A,\"B \"\"C\"\", D\"\n", "1:A|B \"C\", D");
  ASSERT_TEXT ("A, \"B, C\" ,D\n1,2,3\n", "1:A|B, C|D / 2:1|2|3");
  ASSERT_TEXT ("\"two\r\nlines\",B\nC,D\n", "1:two\r\nlines|B / 2:C|D");
  ASSERT_TEXT ("12\" screen,B\n", "1:12\" screen|B");
  ASSERT_TEXT ("\"O'Neill\", MBA\n", "1:O'Neill|MBA");
  ASSERT_TEXT ("\"a\"b,c\n", "1:ab|c");
}

static void
test_ends_of_lines (void)
{
  ASSERT_TEXT ("A;B\rC;D\r", "1:A|B / 2:C|D");
  ASSERT_TEXT ("A;B\n\n  ;\nC;D", "1:A|B / 4:C|D");
  ASSERT_TEXT ("A;B;;;\nC;D;;;\n", "1:A|B / 2:C|D");
}

static void
test_a_copied_block (void)
{
  const TdmTableChoice choice = { TDM_CHARSET_GUESS };
  g_autoptr (GError) error = NULL;
  const char block[] = "Name\tThema\n\"Berg, Anna\"\t\"a\nb\"\n";
  g_autoptr (TdmTableFile) file = tdm_table_file_read_text (block, &choice, &error);
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = join_cells (file->table);
  g_assert_cmpstr (cells, ==, "1:Name|Thema / 2:Berg, Anna|a\nb");
}

static void
test_a_mark_that_is_not_closed (void)
{
  const char list[] = "Name;Ort\nAnna Berg;\"Köln\nBernd;Bonn\n";

  assert_refused (list, strlen (list), TDM_TABLE_ERROR_DAMAGED, "Row 2, column B");
}

static void
test_one_endless_cell (void)
{
  g_autofree char *list = g_malloc (30 * 1000 * 1000);

  memset (list, 'a', 30 * 1000 * 1000);
  assert_refused (list, 30 * 1000 * 1000, TDM_TABLE_ERROR_TOO_LARGE, "Row 1, column A");
  list[0] = '"';
  assert_refused (list, 30 * 1000 * 1000, TDM_TABLE_ERROR_DAMAGED, "Row 1, column A");
  memcpy (list + 29 * 1000 * 1000, "\"\n", 2);
  assert_refused (list, 30 * 1000 * 1000, TDM_TABLE_ERROR_TOO_LARGE, "Row 1, column A");
}

static void
assert_accepted (GString *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmTableFile) file = read_bytes (list->str, list->len, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tdm_table_get_n_rows (file->table), >, 0);
}

static void
test_too_many_rows_and_columns (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < TDM_TABLE_ROWS_MOST; i++)
    g_string_append (list, "a;b\n");
  g_string_append (list, "\n\n;\n");
  assert_accepted (list);
  g_string_append (list, "Berg;b\n");
  assert_refused (list->str, list->len, TDM_TABLE_ERROR_TOO_LARGE, "Row 10014");

  g_string_truncate (list, 0);
  for (guint i = 0; i < TDM_TABLE_COLUMNS_MOST; i++)
    g_string_append (list, "a;");
  g_string_append (list, ";;");
  assert_accepted (list);
  g_string_append (list, "Berg\n");
  assert_refused (list->str, list->len, TDM_TABLE_ERROR_TOO_LARGE, "Row 1, column GU");
}

static void
test_nothing (void)
{
  assert_refused ("", 0, TDM_TABLE_ERROR_EMPTY, "Nothing");
  assert_refused (" ;\n;;\n", 6, TDM_TABLE_ERROR_EMPTY, "Nothing");
}

static const char *const awkward[] = {
  "Anna Berg",  "O'Neill, MBA", "=1+3",     "'=1+3",   "''@x", "-5",      "＝x",   "=\"00123\"", "a\"b\"\"",
  "two\nlines", "\"",           "משה כהן",  "👩🏽‍💻 Åsa", ";,\t;", "'t Hooft", "sep=;", "| x",       NULL,
};

static void
assert_comes_back (char separator)
{
  g_autoptr (GString) list = tdm_csv_writer_begin ();
  g_autoptr (TdmTableFile) file = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    tdm_csv_writer_add_row (list, awkward, separator);
  file = read_bytes (list->str, list->len, &error);
  g_assert_no_error (error);
  g_assert_cmpint (file->choice.separator, ==, separator);
  g_assert_cmpuint (tdm_table_get_n_rows (file->table), ==, 3);
  for (guint i = 0; awkward[i]; i++)
    {
      g_autofree char *text = tdm_list_cell_read (tdm_table_get_cell (file->table, 2, i));

      g_assert_cmpstr (text, ==, awkward[i]);
    }
}

static void
test_what_is_written_comes_back (void)
{
  assert_comes_back (';');
  assert_comes_back (',');
}

/* Whatever a spreadsheet does with quotation marks, no cell begins with what it would calculate. */
static void
test_no_formula_is_written (void)
{
  g_autoptr (GString) list = tdm_csv_writer_begin ();

  tdm_csv_writer_add_row (list, (const char *const[]){ "=1+3", " +5", "Anna", NULL }, ';');
  g_assert_cmpstr (list->str, ==, "\xEF\xBB\xBF\"'=1+3\";\"' +5\";\"Anna\"\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/letters-of-windows-and-mac", test_letters_of_windows_and_mac);
  g_test_add_func ("/csv/letters-of-unicode", test_letters_of_unicode);
  g_test_add_func ("/csv/letters-that-are-chosen", test_letters_that_are_chosen);
  g_test_add_func ("/csv/separators", test_separators);
  g_test_add_func ("/csv/a-separator-that-is-declared", test_a_separator_that_is_declared);
  g_test_add_func ("/csv/quotation-marks", test_quotation_marks);
  g_test_add_func ("/csv/ends-of-lines", test_ends_of_lines);
  g_test_add_func ("/csv/a-copied-block", test_a_copied_block);
  g_test_add_func ("/csv/a-mark-that-is-not-closed", test_a_mark_that_is_not_closed);
  g_test_add_func ("/csv/one-endless-cell", test_one_endless_cell);
  g_test_add_func ("/csv/too-many-rows-and-columns", test_too_many_rows_and_columns);
  g_test_add_func ("/csv/nothing", test_nothing);
  g_test_add_func ("/csv/what-is-written-comes-back", test_what_is_written_comes_back);
  g_test_add_func ("/csv/no-formula-is-written", test_no_formula_is_written);
  return g_test_run ();
}
