/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-csv-writer.h"

#include "tdm-list-cell.h"

/* Writes lists that Excel opens with a double click: UTF-8 with a mark that says so, CRLF, every cell in quotation
 * marks (RFC 4180), and the separator that the language of the spreadsheet has, `;` in German and `,` in English. */

/**
 * tdm_csv_writer_begin:
 *
 * Returns: (transfer full): a list without rows
 */
GString *
tdm_csv_writer_begin (void)
{
  return g_string_new ("\xEF\xBB\xBF");
}

static void
append_quoted (GString *list, const char *cell)
{
  g_autofree char *harmless = tdm_list_cell_write (cell);

  g_string_append_c (list, '"');
  for (const char *at = harmless; *at; at++)
    {
      if (*at == '"')
        g_string_append_c (list, '"');
      g_string_append_c (list, *at);
    }
  g_string_append_c (list, '"');
}

/**
 * tdm_csv_writer_add_row:
 * @list: a list that was begun
 * @cells: (array zero-terminated=1): the texts of a row, see tdm_list_cell_write()
 * @separator: between them
 */
void
tdm_csv_writer_add_row (GString *list, const char *const *cells, char separator)
{
  for (guint i = 0; cells[i]; i++)
    {
      if (i > 0)
        g_string_append_c (list, separator);
      append_quoted (list, cells[i]);
    }
  g_string_append (list, "\r\n");
}
