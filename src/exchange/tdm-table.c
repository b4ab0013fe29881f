/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-table.h"

#include "base/tdm-i18n.h"

/**
 * TdmTable:
 *
 * What a list from elsewhere has in its rows and columns, as text. Rows without any text are not kept; those that are
 * know the number under which a spreadsheet shows them. A reader fills it from top to bottom, and nothing changes after
 * tdm_table_end().
 */

typedef struct
{
  guint number;
  gboolean is_hidden;
  /* Where its cells begin among all, and how many it has */
  guint first;
  guint n_cells;
} Row;

struct _TdmTable
{
  GArray *rows;
  GPtrArray *cells;
  GStringChunk *texts;
  gsize n_bytes;
  guint n_columns;
};

TdmTable *
tdm_table_new (void)
{
  TdmTable *self = g_new0 (TdmTable, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_ptr_array_new ();
  self->texts = g_string_chunk_new (4096);
  return self;
}

void
tdm_table_free (TdmTable *self)
{
  g_array_unref (self->rows);
  g_ptr_array_unref (self->cells);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static Row *
table_get_row (TdmTable *self, guint row)
{
  return &g_array_index (self->rows, Row, row);
}

/* The row that a reader fills, without cells it makes room for the next. */
static void
table_drop_empty_row (TdmTable *self)
{
  if (self->rows->len > 0 && table_get_row (self, self->rows->len - 1)->n_cells == 0)
    g_array_set_size (self->rows, self->rows->len - 1);
}

/**
 * tdm_table_begin_row:
 * @self: a table that is being filled
 * @number: under which a spreadsheet shows it, from 1
 */
void
tdm_table_begin_row (TdmTable *self, guint number)
{
  const Row row = { .number = number, .first = self->cells->len };

  table_drop_empty_row (self);
  g_array_append_val (self->rows, row);
}

/**
 * tdm_table_add_cell:
 * @self: a table whose row has begun
 * @column: from 0
 * @text: (array length=length): its text, valid UTF-8; blanks around it do not count
 * @length: in bytes
 *
 * Cells may come in any order, the last for a column counts; none stands for one without text.
 *
 * Returns: whether there is room for it
 */
gboolean
tdm_table_add_cell (TdmTable *self, guint column, const char *text, gsize length, GError **error)
{
  Row *row;

  g_return_val_if_fail (self->rows->len > 0, FALSE);

  row = table_get_row (self, self->rows->len - 1);
  for (; length > 0 && g_ascii_isspace (*text); text++)
    length--;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length == 0)
    return TRUE;
  if (self->rows->len > TDM_TABLE_ROWS_MOST)
    {
      /* Translators: two numbers */
      g_set_error (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_TOO_LARGE,
                   _ ("Row %u: a list may have %u rows. Please split it."), row->number, TDM_TABLE_ROWS_MOST);
      return FALSE;
    }
  if (column >= TDM_TABLE_COLUMNS_MOST)
    return tdm_table_fail_cell (error, TDM_TABLE_ERROR_TOO_LARGE, row->number, column,
                                _ ("there are more columns than a list can have"));
  if (length > TDM_TABLE_CELL_MOST)
    return tdm_table_fail_cell (error, TDM_TABLE_ERROR_TOO_LARGE, row->number, column,
                                _ ("more text than fits into a cell"));
  self->n_bytes += length;
  if (self->n_bytes > TDM_TABLE_TEXT_MOST)
    return tdm_table_fail_cell (error, TDM_TABLE_ERROR_TOO_LARGE, row->number, column,
                                _ ("more text than a list can have"));
  while (row->n_cells <= column)
    {
      g_ptr_array_add (self->cells, NULL);
      row->n_cells++;
    }
  self->cells->pdata[row->first + column] = g_string_chunk_insert_len (self->texts, text, length);
  self->n_columns = MAX (self->n_columns, column + 1);
  return TRUE;
}

/**
 * tdm_table_hide_row:
 * @self: a table whose row has begun
 *
 * The row is one that the spreadsheet does not show.
 */
void
tdm_table_hide_row (TdmTable *self)
{
  g_return_if_fail (self->rows->len > 0);

  table_get_row (self, self->rows->len - 1)->is_hidden = TRUE;
}

/**
 * tdm_table_end:
 *
 * All rows are there.
 */
void
tdm_table_end (TdmTable *self)
{
  table_drop_empty_row (self);
}

guint
tdm_table_get_n_rows (TdmTable *self)
{
  return self->rows->len;
}

guint
tdm_table_get_n_columns (TdmTable *self)
{
  return self->n_columns;
}

/**
 * tdm_table_get_number:
 *
 * Returns: under which number a spreadsheet shows the row @row, from 1
 */
guint
tdm_table_get_number (TdmTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return table_get_row (self, row)->number;
}

gboolean
tdm_table_is_hidden (TdmTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, FALSE);

  return table_get_row (self, row)->is_hidden;
}

/**
 * tdm_table_get_cell:
 * @self: a table
 * @row: from 0, of those that are kept
 * @column: from 0
 *
 * Returns: (transfer none): its text without blanks around it, "" where there is none
 */
const char *
tdm_table_get_cell (TdmTable *self, guint row, guint column)
{
  const char *text = NULL;
  const Row *place;

  g_return_val_if_fail (row < self->rows->len, "");

  place = table_get_row (self, row);
  if (column < place->n_cells)
    text = self->cells->pdata[place->first + column];
  return text ? text : "";
}

/**
 * tdm_table_name_column:
 * @column: from 0
 *
 * Returns: (transfer full): its letters in a spreadsheet: A, B … Z, AA …
 */
char *
tdm_table_name_column (guint column)
{
  GString *name = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (name, 'A' + (rest - 1) % 26);
  return g_string_free (name, FALSE);
}

/**
 * tdm_table_fail_cell:
 * @error: where to
 * @code: why
 * @number: of the row, as a spreadsheet shows it
 * @column: from 0
 * @reason: what is wrong, in the language of the program, without what is in the cell
 *
 * Returns: %FALSE
 */
gboolean
tdm_table_fail_cell (GError **error, TdmTableError code, guint number, guint column, const char *reason)
{
  g_autofree char *name = tdm_table_name_column (column);

  /* Translators: the number of a row, the letters of a column, then what is wrong with the cell */
  g_set_error (error, TDM_TABLE_ERROR, code, _ ("Row %u, column %s: %s"), number, name, reason);
  return FALSE;
}
