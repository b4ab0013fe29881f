/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-csv-reader.h"

#include "base/tdm-i18n.h"

#include <string.h>

/* Reads lists whose cells stand between separators (RFC 4180), and what other programs make of that: blanks before a
 * quotation mark, more text behind one, lines that end in any way. So is a block that was copied from a spreadsheet. */

/* How many rows show which character separates */
#define ROWS_TO_LOOK_AT 20

/* A text with none of them in it has one column; where several would do, the first is taken. */
static const char separators[] = "\t;,";

/* What follows a cell */
typedef enum
{
  CSV_NEXT_CELL,
  CSV_NEXT_ROW,
  CSV_END,
} CsvNext;

/* How a cell was read; an odd one has a quotation mark where none belongs, such as `12" screen` */
typedef enum
{
  CSV_CELL_FINE,
  CSV_CELL_ODD,
  CSV_CELL_OPEN,
  CSV_CELL_TOO_LONG,
} CsvCell;

/* Reads on behind an opening mark to behind the closing one; two of them stand for one. */
static CsvCell
csv_read_quoted (const char **at, GString *cell)
{
  const char *next = *at;

  for (;;)
    {
      const char *mark = strchr (next, '"');

      if (!mark)
        return CSV_CELL_OPEN;
      if (cell->len + (mark - next) > TDM_TABLE_CELL_MOST)
        return CSV_CELL_TOO_LONG;
      g_string_append_len (cell, next, mark - next);
      next = mark + 1;
      if (*next != '"')
        break;
      g_string_append_c (cell, '"');
      next++;
    }
  *at = next;
  return CSV_CELL_FINE;
}

static CsvNext
csv_step_over_end (const char **at, char separator)
{
  const char end = **at;

  if (end == '\0')
    return CSV_END;
  (*at)++;
  if (end == separator)
    return CSV_NEXT_CELL;
  if (end == '\r' && **at == '\n')
    (*at)++;
  return **at == '\0' ? CSV_END : CSV_NEXT_ROW;
}

static CsvCell
csv_read_cell (const char **at, char separator, GString *cell, CsvNext *next)
{
  const char ends[] = { separator, '\r', '\n', '\0' };
  const char *begin = *at + strspn (*at, " ");
  const gboolean is_quoted = *begin == '"';
  CsvCell quoted = CSV_CELL_FINE;
  gboolean is_odd;
  gsize length;

  g_string_truncate (cell, 0);
  if (is_quoted)
    {
      begin++;
      quoted = csv_read_quoted (&begin, cell);
      *at = begin;
    }
  if (quoted != CSV_CELL_FINE)
    return quoted;
  length = strcspn (*at, ends);
  if (cell->len + length > TDM_TABLE_CELL_MOST)
    return CSV_CELL_TOO_LONG;
  is_odd = is_quoted ? strspn (*at, " ") < length : memchr (*at, '"', length) != NULL;
  g_string_append_len (cell, *at, length);
  *at += length;
  *next = csv_step_over_end (at, separator);
  return is_odd ? CSV_CELL_ODD : CSV_CELL_FINE;
}

/* How many of the first rows have as many cells as most of them that have several, and no odd ones: a wrong separator
 * stands within quotation marks, too */
static guint
csv_rate_separator (const char *text, char separator)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint n_with[TDM_TABLE_COLUMNS_MOST + 1] = { 0 };
  CsvNext next = CSV_NEXT_ROW;
  guint most = 0;

  for (guint row = 0; row < ROWS_TO_LOOK_AT && next != CSV_END; row++)
    {
      gboolean is_odd = FALSE;
      guint n_cells = 0;

      do
        {
          const CsvCell read = csv_read_cell (&text, separator, cell, &next);

          if (read > CSV_CELL_ODD)
            return most;
          is_odd = is_odd || read == CSV_CELL_ODD;
          n_cells++;
        }
      while (next == CSV_NEXT_CELL);
      if (n_cells > 1 && !is_odd)
        most = MAX (most, ++n_with[MIN (n_cells, TDM_TABLE_COLUMNS_MOST)]);
    }
  return most;
}

static char
csv_guess_separator (const char *text)
{
  char best = ',';
  guint most = 0;

  for (guint i = 0; separators[i]; i++)
    {
      const guint rate = csv_rate_separator (text, separators[i]);

      if (rate > most)
        {
          most = rate;
          best = separators[i];
        }
    }
  return best;
}

/* Excel writes `sep=;` into the first line for itself, and shows no such row. */
static const char *
csv_step_over_declaration (const char *text, char *separator)
{
  const char *sign = g_str_has_prefix (text, "\"") ? text + 1 : text;
  const char *end;

  if (g_ascii_strncasecmp (sign, "sep=", 4) != 0 || sign[4] == '\0' || !strchr (separators, sign[4]))
    return text;
  end = sign + 5;
  if (sign > text && *end == '"')
    end++;
  /* A spreadsheet that has read it as a row may have written separators behind it. */
  end += strspn (end, separators);
  if (*end != '\r' && *end != '\n' && *end != '\0')
    return text;
  if (*separator == '\0')
    *separator = sign[4];
  (void) csv_step_over_end (&end, '\0');
  return end;
}

static gboolean
csv_fail (guint number, guint column, CsvCell cell, GError **error)
{
  if (cell == CSV_CELL_OPEN)
    return tdm_table_fail_cell (error, TDM_TABLE_ERROR_DAMAGED, number, column,
                                _ ("there is a quotation mark before the text and none behind it"));
  return tdm_table_fail_cell (error, TDM_TABLE_ERROR_TOO_LARGE, number, column, _ ("more text than fits into a cell"));
}

static gboolean
csv_read_rows (TdmTable *table, const char *text, char separator, GError **error)
{
  g_autoptr (GString) cell = g_string_sized_new (256);
  CsvNext next = *text ? CSV_NEXT_ROW : CSV_END;

  for (guint number = 1; next != CSV_END; number++)
    {
      guint column = 0;

      tdm_table_begin_row (table, number);
      do
        {
          const CsvCell read = csv_read_cell (&text, separator, cell, &next);

          if (read > CSV_CELL_ODD)
            return csv_fail (number, column, read, error);
          if (!tdm_table_add_cell (table, column++, cell->str, cell->len, error))
            return FALSE;
        }
      while (next == CSV_NEXT_CELL);
    }
  tdm_table_end (table);
  return TRUE;
}

/**
 * tdm_csv_read:
 * @text: a list as text, valid UTF-8
 * @separator: (inout): what stands between cells, a tab, `;` or `,`; 0 becomes the one that makes most rows alike
 * @error: what is in the way
 *
 * Returns: (transfer full) (nullable): what is in it, maybe nothing
 */
TdmTable *
tdm_csv_read (const char *text, char *separator, GError **error)
{
  g_autoptr (TdmTable) table = tdm_table_new ();

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (*separator == '\0' || strchr (separators, *separator) != NULL, NULL);

  text = csv_step_over_declaration (text, separator);
  if (*separator == '\0')
    *separator = csv_guess_separator (text);
  return csv_read_rows (table, text, *separator, error) ? g_steal_pointer (&table) : NULL;
}
