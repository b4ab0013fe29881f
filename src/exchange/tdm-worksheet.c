/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workbook-private.h"

#include "base/tdm-i18n.h"
#include "tdm-rich-text.h"
#include "tdm-serial-date.h"
#include "tdm-xml-part.h"

#include <math.h>
#include <string.h>

/* Reads the cells of one sheet of a workbook (ISO/IEC 29500-1 18.3). */

/* The last row of a spreadsheet */
#define NUMBER_MOST 1048576

typedef struct
{
  TdmTable *table;
  const TdmWorkbookShared *shared;
  /* Of the row and the cell that are read, as numbers of a spreadsheet, from 1 */
  guint row;
  guint column;
  char kind;
  guint format;
  TdmRichText content;
} Worksheet;

/* The letters of `AB12`, and the number behind them */
static gboolean
read_reference (const char *reference, guint *column, guint *row)
{
  *column = 0;
  for (; g_ascii_isalpha (*reference) && *column < NUMBER_MOST; reference++)
    *column = *column * 26 + g_ascii_toupper (*reference) - 'A' + 1;
  *row = g_ascii_strtoull (reference, NULL, 10);
  return *column > 0 && *row > 0;
}

static void
worksheet_begin_row (Worksheet *self, const char **attributes, const char **values)
{
  const char *number = tdm_xml_get (attributes, values, "r");
  const guint64 given = number ? g_ascii_strtoull (number, NULL, 10) : 0;

  self->row = given > 0 && given <= NUMBER_MOST ? given : self->row + 1;
  self->column = 0;
  tdm_table_begin_row (self->table, self->row);
  if (tdm_xml_is_true (attributes, values, "hidden"))
    tdm_table_hide_row (self->table);
}

/* `s`: a shared text, `str` and `inlineStr`: a text, `b`: yes or no, `e`: an error, `d`: a day; else a number */
static char
read_kind (const char *type)
{
  if (!type)
    return 'n';
  return g_str_equal (type, "str") || g_str_equal (type, "inlineStr") ? 't' : *type;
}

static void
worksheet_begin_cell (Worksheet *self, const char **attributes, const char **values)
{
  const char *reference = tdm_xml_get (attributes, values, "r");
  const char *format = tdm_xml_get (attributes, values, "s");
  guint column;
  guint row;

  self->column = reference && read_reference (reference, &column, &row) ? column : self->column + 1;
  self->kind = read_kind (tdm_xml_get (attributes, values, "t"));
  self->format = format ? g_ascii_strtoull (format, NULL, 10) : 0;
  g_string_truncate (self->content.text, 0);
}

static gboolean
worksheet_begin_cb (gpointer data, const char *name, const char **attributes, const char **values, GError **error)
{
  Worksheet *self = data;

  if (g_str_equal (name, "row"))
    worksheet_begin_row (self, attributes, values);
  else if (g_str_equal (name, "c"))
    worksheet_begin_cell (self, attributes, values);
  tdm_rich_text_begin (&self->content, name);
  self->content.is_text = self->content.is_text || g_str_equal (name, "v");
  return TRUE;
}

/* Whole numbers as they are, others as exactly as a spreadsheet shows them, days as days */
static void
worksheet_write_number (Worksheet *self)
{
  const gboolean is_date = self->format < self->shared->dates->len &&
                           g_array_index (self->shared->dates, gboolean, self->format);
  char *end;
  const double number = g_ascii_strtod (self->content.text->str, &end);
  char written[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *date = NULL;

  if (*end != '\0' || end == self->content.text->str || !isfinite (number))
    return;
  if (is_date)
    date = tdm_serial_date_write (number, self->shared->from_1904);
  if (date)
    g_string_assign (self->content.text, date);
  else if (ABS (number) < 1e15 && number == (gint64) number)
    g_string_printf (self->content.text, "%.0f", number);
  else
    g_string_assign (self->content.text, g_ascii_formatd (written, sizeof written, "%.15g", number));
}

/* `2026-04-27T00:00:00`, with parts of seconds or a zone behind that no list of people needs */
static void
worksheet_write_instant (Worksheet *self)
{
  const char *time = strchr (self->content.text->str, 'T');

  if (!time)
    return;
  if (strlen (time) < 9 || g_str_has_prefix (time, "T00:00:00"))
    g_string_truncate (self->content.text, time - self->content.text->str);
  else
    {
      g_string_truncate (self->content.text, time - self->content.text->str + 9);
      self->content.text->str[self->content.text->len - 9] = ' ';
    }
}

static gboolean
worksheet_end_cell (Worksheet *self, GError **error)
{
  const char *written = self->content.text->str;
  guint64 index;

  switch (self->kind)
    {
    case 's':
      index = g_ascii_strtoull (written, NULL, 10);
      if (*written != '\0' && index >= self->shared->strings->len)
        return tdm_table_fail_cell (error, TDM_TABLE_ERROR_DAMAGED, self->row, self->column - 1,
                                    _ ("the file is damaged there"));
      written = *written != '\0' ? self->shared->strings->pdata[index] : "";
      break;
    case 't':
      tdm_rich_text_unescape (&self->content);
      written = self->content.text->str;
      break;
    case 'b':
      written = g_str_equal (written, "1") ? "TRUE" : "FALSE";
      break;
    case 'e':
      written = "";
      break;
    case 'd':
      worksheet_write_instant (self);
      written = self->content.text->str;
      break;
    default:
      worksheet_write_number (self);
      written = self->content.text->str;
    }
  return tdm_table_add_cell (self->table, self->column - 1, written, strlen (written), error);
}

static gboolean
worksheet_end_cb (gpointer data, const char *name, GError **error)
{
  Worksheet *self = data;

  tdm_rich_text_end (&self->content, name);
  /* Cells stand in rows, whatever else a sheet has. */
  return !g_str_equal (name, "c") || self->row == 0 || self->column == 0 || worksheet_end_cell (self, error);
}

static gboolean
worksheet_text_cb (gpointer data, const char *text, gsize length, GError **error)
{
  Worksheet *self = data;

  tdm_rich_text_add (&self->content, text, length);
  return TRUE;
}

/**
 * tdm_worksheet_read:
 * @zip: a workbook
 * @part: the name of a sheet in it
 * @shared: what the sheets have in common
 * @error: what is in the way
 *
 * Returns: (transfer full) (nullable): what is in the sheet, maybe nothing
 */
TdmTable *
tdm_worksheet_read (TdmZip *zip, const char *part, const TdmWorkbookShared *shared, GError **error)
{
  static const TdmXmlReader reader = { worksheet_begin_cb, worksheet_end_cb, worksheet_text_cb };
  g_autoptr (TdmTable) table = tdm_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Worksheet self = { .table = table, .shared = shared, .content.text = text };

  if (!tdm_xml_part_read (zip, part, &reader, &self, error))
    return NULL;
  tdm_table_end (table);
  return g_steal_pointer (&table);
}
