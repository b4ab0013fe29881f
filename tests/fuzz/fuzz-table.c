/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "exchange/tdm-table-file.h"
#include "fuzz.h"

#include <string.h>

/* Reads whatever it is given as a list: as it looks, as each character set, and each sheet of a workbook. */

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
