/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-list-header.h"

#include <string.h>

/* Finds the names of the columns below what a report has above them, and says where each goes: at most one column to
 * each place, the others nowhere. What they hold is looked at where their names leave it open. */

/* A report has a title and an empty line or two above its names. */
#define ROWS_TO_LOOK_AT 10

static void
list_column_free (gpointer data)
{
  TdmListColumn *self = data;

  g_free (self->name);
  g_free (self);
}

static gboolean
row_has_address (TdmTable *table, guint row)
{
  for (guint column = 0; column < tdm_table_get_n_columns (table); column++)
    if (strchr (tdm_table_get_cell (table, row, column), '@'))
      return TRUE;
  return FALSE;
}

/* How many of its cells are known as names of columns */
static guint
row_count_names (TdmTable *table, guint row)
{
  guint n_known = 0;

  if (row_has_address (table, row))
    return 0;
  for (guint column = 0; column < tdm_table_get_n_columns (table); column++)
    n_known += tdm_list_meaning_read (tdm_table_get_cell (table, row, column)).target != TDM_LIST_NOWHERE;
  return n_known;
}

/* The row with the names; one known name is enough where no row has two. */
static gboolean
table_find_names (TdmTable *table, guint *row)
{
  const guint end = MIN (tdm_table_get_n_rows (table), ROWS_TO_LOOK_AT);
  gboolean has_one = FALSE;

  for (guint i = 0; i < end; i++)
    {
      const guint n_names = row_count_names (table, i);

      if (n_names >= 2 || (n_names == 1 && !has_one))
        *row = i;
      if (n_names >= 2)
        return TRUE;
      has_one = has_one || n_names == 1;
    }
  return has_one;
}

static TdmListColumn *
header_get_column (TdmListHeader *self, guint column)
{
  return self->columns->pdata[column];
}

/* A second row of names says more where the first has only keys. */
static void
header_read_names (TdmListHeader *self, TdmTable *table, guint row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *name = tdm_table_get_cell (table, row, i);
      const TdmListMeaning meaning = tdm_list_meaning_read (name);
      TdmListColumn *column = header_get_column (self, i);

      if (column->meaning.target == TDM_LIST_NOWHERE)
        column->meaning = meaning;
      if (*name != '\0' && (*column->name == '\0' || meaning.target != TDM_LIST_NOWHERE))
        {
          g_free (column->name);
          column->name = g_strdup (name);
        }
    }
}

/* Whether most cells with text in the column are addresses */
static gboolean
header_column_has_addresses (TdmListHeader *self, TdmTable *table, guint column)
{
  guint n_texts = 0;
  guint n_addresses = 0;

  for (guint row = self->first_row; row < tdm_table_get_n_rows (table); row++)
    {
      const char *cell = tdm_table_get_cell (table, row, column);

      n_texts += *cell != '\0';
      n_addresses += strchr (cell, '@') && !strchr (cell, ' ');
    }
  return n_addresses > n_texts / 2;
}

static TdmListColumn *
header_find (TdmListHeader *self, TdmListTarget target, TdmListSide side)
{
  TdmListColumn *best = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TdmListColumn *column = header_get_column (self, i);

      if (column->meaning.target == target && column->meaning.side == side &&
          (!best || column->meaning.rank < best->meaning.rank))
        best = column;
    }
  return best;
}

/* A name to sign in with is an address with some programs, and a number with others. */
static void
header_look_at_user_names (TdmListHeader *self, TdmTable *table)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TdmListMeaning *meaning = &header_get_column (self, i)->meaning;

      if (meaning->target == TDM_LIST_USER_NAME)
        meaning->target = header_column_has_addresses (self, table, i) ? TDM_LIST_EMAIL : TDM_LIST_ID;
      else if (meaning->target == TDM_LIST_NOWHERE && *header_get_column (self, i)->name == '\0' &&
               header_column_has_addresses (self, table, i))
        *meaning = (TdmListMeaning) { TDM_LIST_EMAIL, TDM_LIST_OWN, 3 };
    }
}

/* `Name` beside `Vorname` is the last name; `Title` beside a suffix or a job is how a person is addressed. */
static void
header_look_at_neighbours (TdmListHeader *self)
{
  TdmListColumn *title = header_find (self, TDM_LIST_JOB_TITLE, TDM_LIST_OWN);
  gboolean is_address_book = FALSE;

  for (TdmListSide side = TDM_LIST_OWN; side <= TDM_LIST_MENTOR; side++)
    {
      TdmListColumn *name = header_find (self, TDM_LIST_NAME, side);

      if (name && name->meaning.rank == 0 && header_find (self, TDM_LIST_FIRST_NAME, side) &&
          !header_find (self, TDM_LIST_LAST_NAME, side))
        name->meaning.target = TDM_LIST_LAST_NAME;
    }
  for (guint i = 0; i < self->columns->len; i++)
    is_address_book = is_address_book || g_ascii_strcasecmp (header_get_column (self, i)->name, "Suffix") == 0;
  if (title && title->meaning.rank > 0 && is_address_book)
    title->meaning = (TdmListMeaning) { TDM_LIST_NOWHERE };
}

/* Names in two columns are better than in one, and each place has one column. */
static void
header_leave_out_doubles (TdmListHeader *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TdmListMeaning *meaning = &header_get_column (self, i)->meaning;
      const gboolean has_parts = header_find (self, TDM_LIST_FIRST_NAME, meaning->side) &&
                                 header_find (self, TDM_LIST_LAST_NAME, meaning->side);

      if (meaning->target <= TDM_LIST_SENSITIVE)
        continue;
      if (header_find (self, meaning->target, meaning->side) != header_get_column (self, i) ||
          (meaning->target == TDM_LIST_NAME && has_parts))
        *meaning = (TdmListMeaning) { TDM_LIST_NOWHERE };
    }
}

static gboolean
header_has_side (TdmListHeader *self, TdmListSide side)
{
  return header_find (self, TDM_LIST_EMAIL, side) || header_find (self, TDM_LIST_NAME, side) ||
         header_find (self, TDM_LIST_LAST_NAME, side);
}

/**
 * tdm_list_header_find:
 * @table: a list
 *
 * Returns: (transfer full): what its columns seem to be
 */
TdmListHeader *
tdm_list_header_find (TdmTable *table)
{
  TdmListHeader *self = g_new0 (TdmListHeader, 1);
  guint row = 0;

  g_return_val_if_fail (table != NULL, NULL);

  self->columns = g_ptr_array_new_with_free_func (list_column_free);
  for (guint i = 0; i < tdm_table_get_n_columns (table); i++)
    {
      TdmListColumn *column = g_new0 (TdmListColumn, 1);

      column->name = g_strdup ("");
      g_ptr_array_add (self->columns, column);
    }
  if (table_find_names (table, &row))
    {
      header_read_names (self, table, row++);
      if (row < tdm_table_get_n_rows (table) && row_count_names (table, row) >= 2)
        header_read_names (self, table, row++);
      self->first_row = row;
    }
  header_look_at_user_names (self, table);
  header_look_at_neighbours (self);
  header_leave_out_doubles (self);
  self->has_pairs = header_has_side (self, TDM_LIST_MENTEE) && header_has_side (self, TDM_LIST_MENTOR);
  return self;
}

void
tdm_list_header_free (TdmListHeader *self)
{
  g_ptr_array_unref (self->columns);
  g_free (self);
}
