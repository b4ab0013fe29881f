/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-text.h"
#include "exchange/tdm-list-cell.h"
#include "exchange/tdm-list-header.h"
#include "exchange/tdm-table-file.h"
#include "fuzz.h"

#include <string.h>

/* Reads whatever it is given as a list: as it looks, as each character set, and each sheet of a workbook; and finds out
 * what columns and cells mean. */

static void
check_cells (TdmTable *table)
{
  guint last = 0;

  g_assert_cmpuint (tdm_table_get_n_rows (table), >, 0);
  g_assert_cmpuint (tdm_table_get_n_rows (table), <=, TDM_TABLE_ROWS_MOST);
  g_assert_cmpuint (tdm_table_get_n_columns (table), <=, TDM_TABLE_COLUMNS_MOST);
  for (guint row = 0; row < tdm_table_get_n_rows (table); row++)
    {
      gboolean is_empty = TRUE;

      g_assert_cmpuint (tdm_table_get_number (table, row), >, 0);
      for (guint column = 0; column < tdm_table_get_n_columns (table); column++)
        {
          const char *cell = tdm_table_get_cell (table, row, column);

          g_assert_true (g_utf8_validate (cell, -1, NULL));
          g_assert_cmpuint (strlen (cell), <=, TDM_TABLE_CELL_MOST);
          is_empty = is_empty && *cell == '\0';
        }
      g_assert_false (is_empty);
      last = MAX (last, tdm_table_get_number (table, row));
    }
  g_assert_cmpuint (last, >=, tdm_table_get_n_rows (table) > 0);
}

/* What the cells mean, whatever they are */
static void
check_meaning (TdmTable *table, guint row, guint column, GHashTable *known)
{
  const char *cell = tdm_table_get_cell (table, row, column);
  g_autofree char *text = tdm_list_cell_read (cell);
  g_autofree char *written = tdm_list_cell_write (text);
  g_autofree char *again = tdm_list_cell_read (written);
  g_autofree char *date = tdm_list_cell_read_date (cell);
  g_autofree char *email = NULL;
  g_auto (GStrv) choices = tdm_list_cell_read_choices (cell, known);
  const TdmListAddress kind = tdm_list_cell_read_address (cell, &email);

  g_assert_true (g_str_equal (again, text));
  g_assert_true (!date || tdm_text_is_date (date));
  g_assert_true ((kind == TDM_LIST_ADDRESS_GOOD) == (email != NULL));
  g_assert_true (!email || tdm_text_is_email (email));
  for (guint i = 0; choices[i]; i++)
    g_assert_true (*choices[i] != '\0' && tdm_text_is_line (choices[i]));
}

static void
check_header (TdmTable *table)
{
  g_autoptr (TdmListHeader) header = tdm_list_header_find (table);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (known, (gpointer) "a");
  g_hash_table_add (known, (gpointer) "a, b");
  g_assert_cmpuint (header->columns->len, ==, tdm_table_get_n_columns (table));
  g_assert_cmpuint (header->first_row, <=, tdm_table_get_n_rows (table));
  for (guint row = 0; row < MIN (tdm_table_get_n_rows (table), 20); row++)
    for (guint column = 0; column < header->columns->len; column++)
      check_meaning (table, row, column, known);
}

static guint
check_choice (GBytes *bytes, const TdmTableChoice *choice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmTableFile) file = tdm_table_file_read (bytes, choice, &error);

  g_assert_true ((file == NULL) == (error != NULL));
  g_assert_true (!error || error->domain == TDM_TABLE_ERROR);
  if (!file)
    return 0;
  check_cells (file->table);
  /* What cells mean does not depend on how they were written down. */
  if (choice->charset == TDM_CHARSET_GUESS && choice->sheet == 0)
    check_header (file->table);
  return file->sheets ? g_strv_length (file->sheets) : 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  const guint n_sheets = check_choice (bytes, &(TdmTableChoice) { 0 });

  for (guint sheet = 1; sheet < MIN (n_sheets, 4); sheet++)
    check_choice (bytes, &(TdmTableChoice) { .sheet = sheet });
  if (n_sheets == 0)
    for (TdmCharset charset = TDM_CHARSET_UTF_8; charset <= TDM_CHARSET_MAC; charset++)
      check_choice (bytes, &(TdmTableChoice) { .charset = charset, .separator = charset % 2 ? ';' : '\t' });
  return 0;
}
