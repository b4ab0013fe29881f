/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#define _GNU_SOURCE /* memmem() */

#include "tdm-table-file.h"

#include "base/tdm-i18n.h"
#include "tdm-csv-reader.h"
#include "tdm-workbook.h"
#include "tdm-zip.h"

#include <string.h>

/* A list from elsewhere, whatever wrote it: what it is follows from its first bytes, never from its name. */

/* Compound files: `.xls`, and workbooks with a password, whose content lies in a stream of that name */
static const char compound_mark[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
static const char locked_stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/* What programs call a spreadsheet and is none: pages of the web, XML, prints, pictures */
static const char *const other_marks[] = { "<!doctype", "<html", "<?xml", "<table", "%pdf-", "{\\rtf", "begin:vcard",
                                           "\x89png" };

static gboolean
begins_with (GBytes *bytes, const char *mark, gsize length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, mark, length) == 0;
}

static gboolean
contains (GBytes *bytes, const char *needle, gsize length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 && memmem (data, size, needle, length) != NULL;
}

static gboolean
is_other (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (other_marks); i++)
    if (g_ascii_strncasecmp (text, other_marks[i], strlen (other_marks[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
fail_compound (GBytes *bytes, GError **error)
{
  if (contains (bytes, locked_stream, sizeof locked_stream - 1))
    return tdm_table_error_set_locked (error);
  g_set_error_literal (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_NOT_A_TABLE,
                       _ ("This is a workbook of an old Excel (.xls). Please open it in a spreadsheet and save it as "
                          ".xlsx or as CSV."));
  return FALSE;
}

static gboolean
table_file_take_table (TdmTableFile *self, TdmTable *table, GError **error)
{
  self->table = table;
  if (!table)
    return FALSE;
  if (tdm_table_get_n_rows (table) > 0)
    return TRUE;
  if (self->sheets)
    g_set_error (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_EMPTY,
                 /* Translators: the name of a sheet of a spreadsheet */
                 _ ("Nothing is on the sheet “%s”."), self->sheets[self->choice.sheet]);
  else
    g_set_error_literal (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_EMPTY, _ ("Nothing is in the list."));
  return FALSE;
}

static gboolean
table_file_read_workbook (TdmTableFile *self, GBytes *bytes, GError **error)
{
  /* An archive of another office names its kind in its first part, which is not packed. */
  static const char other_office[] = "mimetypeapplication/vnd.oasis.opendocument";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (TdmWorkbook) workbook = NULL;

  if (memmem (data, MIN (size, 200), other_office, strlen (other_office)))
    {
      g_set_error_literal (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_NOT_A_TABLE,
                           _ ("This is a document of LibreOffice (.ods). Please open it there and save it as an Excel "
                              "workbook (.xlsx) or as CSV."));
      return FALSE;
    }
  workbook = tdm_workbook_new (bytes, error);
  if (!workbook)
    return FALSE;
  self->sheets = g_strdupv ((GStrv) tdm_workbook_get_sheet_names (workbook));
  self->choice.sheet = MIN (self->choice.sheet, g_strv_length (self->sheets) - 1);
  return table_file_take_table (self, tdm_workbook_read_sheet (workbook, self->choice.sheet, error), error);
}

static gboolean
table_file_read_csv (TdmTableFile *self, const char *text, GError **error)
{
  if (is_other (text))
    return tdm_table_error_set_other (error);
  return table_file_take_table (self, tdm_csv_read (text, &self->choice.separator, error), error);
}

static gboolean
table_file_read_any (TdmTableFile *self, GBytes *bytes, GError **error)
{
  g_autofree char *text = NULL;

  if (g_bytes_get_size (bytes) > TDM_TABLE_FILE_MOST)
    {
      g_set_error_literal (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_TOO_LARGE,
                           _ ("The file has more than 32 MB. Please keep only the rows and columns that are needed."));
      return FALSE;
    }
  if (tdm_zip_is (bytes))
    return table_file_read_workbook (self, bytes, error);
  if (begins_with (bytes, compound_mark, sizeof compound_mark - 1))
    return fail_compound (bytes, error);
  text = tdm_charset_decode (bytes, &self->choice.charset);
  if (self->choice.charset != TDM_CHARSET_UTF_16 && contains (bytes, "", 1))
    return tdm_table_error_set_other (error);
  return table_file_read_csv (self, text, error);
}

/**
 * tdm_table_file_read:
 * @bytes: a file: a workbook or a text
 * @choice: how it is to be read
 * @error: why it cannot be, and what to do instead
 *
 * Returns: (transfer full) (nullable): what is in it, at least one cell
 */
TdmTableFile *
tdm_table_file_read (GBytes *bytes, const TdmTableChoice *choice, GError **error)
{
  g_autoptr (TdmTableFile) self = g_new0 (TdmTableFile, 1);

  g_return_val_if_fail (bytes != NULL, NULL);

  self->choice = *choice;
  return table_file_read_any (self, bytes, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tdm_table_file_read_text:
 * @text: what was copied elsewhere, from a spreadsheet or a letter; valid UTF-8
 *
 * Returns: (transfer full) (nullable): as tdm_table_file_read() does
 */
TdmTableFile *
tdm_table_file_read_text (const char *text, const TdmTableChoice *choice, GError **error)
{
  g_autoptr (TdmTableFile) self = g_new0 (TdmTableFile, 1);

  g_return_val_if_fail (text != NULL, NULL);

  self->choice = *choice;
  return table_file_read_csv (self, text, error) ? g_steal_pointer (&self) : NULL;
}

void
tdm_table_file_free (TdmTableFile *self)
{
  g_clear_pointer (&self->table, tdm_table_free);
  g_strfreev (self->sheets);
  g_free (self);
}
