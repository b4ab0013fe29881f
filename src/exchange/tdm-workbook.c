/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workbook-private.h"
#include "tdm-workbook.h"

#include "tdm-rich-text.h"
#include "tdm-serial-date.h"
#include "tdm-xml-part.h"

#include <string.h>

/**
 * TdmWorkbook:
 *
 * A spreadsheet as Excel and most programs save it (`.xlsx`, ISO/IEC 29500): an archive with a part for each sheet,
 * whose cells name their texts and formats by the numbers that these have in other parts.
 */

/* As many formats as Excel knows */
#define FORMATS_MOST 65536

typedef struct
{
  char *type;
  char *part;
} Relation;

struct _TdmWorkbook
{
  TdmZip *zip;
  /* Of the part that was read last, by the identifiers it uses */
  GHashTable *relations;
  /* Of the sheets that can be seen; the names end with none */
  GPtrArray *names;
  GPtrArray *sheets;
  TdmWorkbookShared shared;
  GStringChunk *texts;
};

/* The part whose relations are read */
typedef struct
{
  TdmWorkbook *workbook;
  char *part;
} RelationsReading;

typedef struct
{
  TdmWorkbook *workbook;
  gboolean is_workbook;
} SheetsReading;

typedef struct
{
  TdmWorkbook *workbook;
  TdmRichText content;
} StringsReading;

typedef struct
{
  TdmWorkbook *workbook;
  /* How the workbook describes formats, by their numbers */
  GHashTable *codes;
  gboolean is_cell_formats;
} StylesReading;

static void
relation_free (gpointer data)
{
  Relation *self = data;

  g_free (self->type);
  g_free (self->part);
  g_free (self);
}

/* Targets stand relative to the part that has the relation, or count from the top. */
static gboolean
relations_begin_cb (gpointer data, const char *name, const char **attributes, const char **values, GError **error)
{
  RelationsReading *self = data;
  const char *id = tdm_xml_get (attributes, values, "Id");
  const char *type = tdm_xml_get (attributes, values, "Type");
  const char *target = tdm_xml_get (attributes, values, "Target");

  if (g_str_equal (name, "Relationship") && id && type && target &&
      g_strcmp0 (tdm_xml_get (attributes, values, "TargetMode"), "External") != 0)
    {
      const char *last = strrchr (type, '/');
      g_autofree char *folder = g_path_get_dirname (self->part);
      g_autofree char *absolute = g_canonicalize_filename (target, folder);
      Relation *relation = g_new0 (Relation, 1);

      relation->type = g_strdup (last ? last + 1 : type);
      relation->part = g_strdup (absolute + 1);
      g_hash_table_insert (self->workbook->relations, g_strdup (id), relation);
    }
  return TRUE;
}

static gboolean
workbook_read_relations (TdmWorkbook *self, const char *part, GError **error)
{
  static const TdmXmlReader reader = { .begin = relations_begin_cb };
  g_autofree char *absolute = g_strconcat ("/", part, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *base = g_path_get_basename (absolute);
  g_autofree char *relations = NULL;
  RelationsReading reading = { self, absolute };

  relations = g_strdup_printf ("%s/_rels/%s.rels", g_str_equal (folder, "/") ? "" : folder, *part ? base : "");
  g_hash_table_remove_all (self->relations);
  return tdm_xml_part_read (self->zip, relations + 1, &reader, &reading, error);
}

static const char *
workbook_find_part (TdmWorkbook *self, const char *type)
{
  GHashTableIter iter;
  gpointer relation;

  g_hash_table_iter_init (&iter, self->relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    if (g_str_equal (((Relation *) relation)->type, type))
      return ((Relation *) relation)->part;
  return NULL;
}

static void
workbook_add_sheet (TdmWorkbook *self, const char **attributes, const char **values)
{
  const char *name = tdm_xml_get (attributes, values, "name");
  const char *id = tdm_xml_get (attributes, values, "id");
  const char *state = tdm_xml_get (attributes, values, "state");
  const Relation *relation = id ? g_hash_table_lookup (self->relations, id) : NULL;

  /* Diagrams may be sheets, too. */
  if (!name || !relation || !g_str_equal (relation->type, "worksheet"))
    return;
  if (state && !g_str_equal (state, "visible"))
    return;
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->sheets, g_strdup (relation->part));
}

static gboolean
sheets_begin_cb (gpointer data, const char *name, const char **attributes, const char **values, GError **error)
{
  SheetsReading *self = data;

  if (g_str_equal (name, "workbook"))
    self->is_workbook = TRUE;
  else if (g_str_equal (name, "workbookPr"))
    self->workbook->shared.from_1904 = tdm_xml_is_true (attributes, values, "date1904");
  else if (g_str_equal (name, "sheet"))
    workbook_add_sheet (self->workbook, attributes, values);
  return TRUE;
}

static gboolean
workbook_read_sheets (TdmWorkbook *self, const char *part, GError **error)
{
  static const TdmXmlReader reader = { .begin = sheets_begin_cb };
  SheetsReading reading = { self };

  if (!tdm_xml_part_read (self->zip, part, &reader, &reading, error))
    return FALSE;
  g_ptr_array_add (self->names, NULL);
  return (reading.is_workbook && self->sheets->len > 0) || tdm_table_error_set_other (error);
}

/* Parts that are optional are read where the workbook has them. */
static gboolean
workbook_read_part (TdmWorkbook *self, const char *type, const TdmXmlReader *reader, gpointer reading, GError **error)
{
  const char *part = workbook_find_part (self, type);

  return !part || !tdm_zip_has (self->zip, part) || tdm_xml_part_read (self->zip, part, reader, reading, error);
}

static gboolean
strings_begin_cb (gpointer data, const char *name, const char **attributes, const char **values, GError **error)
{
  StringsReading *self = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (self->content.text, 0);
  tdm_rich_text_begin (&self->content, name);
  return TRUE;
}

static gboolean
strings_end_cb (gpointer data, const char *name, GError **error)
{
  StringsReading *self = data;
  const GString *text = self->content.text;

  tdm_rich_text_end (&self->content, name);
  if (g_str_equal (name, "si"))
    {
      tdm_rich_text_unescape (&self->content);
      g_ptr_array_add (self->workbook->shared.strings,
                       g_string_chunk_insert_len (self->workbook->texts, text->str, text->len));
    }
  return TRUE;
}

static gboolean
strings_text_cb (gpointer data, const char *text, gsize length, GError **error)
{
  StringsReading *self = data;

  tdm_rich_text_add (&self->content, text, length);
  return TRUE;
}

static gboolean
workbook_read_strings (TdmWorkbook *self, GError **error)
{
  static const TdmXmlReader reader = { strings_begin_cb, strings_end_cb, strings_text_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  StringsReading reading = { self, { .text = text } };

  return workbook_read_part (self, "sharedStrings", &reader, &reading, error);
}

static guint
read_number (const char *text)
{
  return g_ascii_strtoull (text, NULL, 10);
}

static void
styles_add_format (StylesReading *self, const char *id)
{
  const guint number = id ? read_number (id) : 0;
  const char *code = g_hash_table_lookup (self->codes, GUINT_TO_POINTER (number));
  const gboolean is_date = tdm_serial_date_is_format (number, code);

  if (self->workbook->shared.dates->len < FORMATS_MOST)
    g_array_append_val (self->workbook->shared.dates, is_date);
}

/* Cells name formats in `cellXfs`; the same elements stand for styles with names elsewhere. */
static gboolean
styles_begin_cb (gpointer data, const char *name, const char **attributes, const char **values, GError **error)
{
  StylesReading *self = data;
  const char *id = tdm_xml_get (attributes, values, "numFmtId");
  const char *code = tdm_xml_get (attributes, values, "formatCode");

  if (g_str_equal (name, "cellXfs"))
    self->is_cell_formats = TRUE;
  else if (g_str_equal (name, "xf") && self->is_cell_formats)
    styles_add_format (self, id);
  else if (g_str_equal (name, "numFmt") && id && code && g_hash_table_size (self->codes) < FORMATS_MOST)
    g_hash_table_insert (self->codes, GUINT_TO_POINTER (read_number (id)), g_strdup (code));
  return TRUE;
}

static gboolean
styles_end_cb (gpointer data, const char *name, GError **error)
{
  StylesReading *self = data;

  if (g_str_equal (name, "cellXfs"))
    self->is_cell_formats = FALSE;
  return TRUE;
}

static gboolean
workbook_read_styles (TdmWorkbook *self, GError **error)
{
  static const TdmXmlReader reader = { styles_begin_cb, styles_end_cb, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  StylesReading reading = { self, codes };

  return workbook_read_part (self, "styles", &reader, &reading, error);
}

static gboolean
workbook_read (TdmWorkbook *self, GError **error)
{
  g_autofree char *part = NULL;

  /* Documents of other kinds, and archives of anything, have no relations, other ones, or parts that are no XML. */
  if (!tdm_zip_has (self->zip, "_rels/.rels"))
    return tdm_table_error_set_other (error);
  if (!workbook_read_relations (self, "", error))
    return FALSE;
  part = g_strdup (workbook_find_part (self, "officeDocument"));
  if (!part || !g_str_has_suffix (part, ".xml"))
    return tdm_table_error_set_other (error);
  return workbook_read_relations (self, part, error) && workbook_read_sheets (self, part, error) &&
         workbook_read_strings (self, error) && workbook_read_styles (self, error);
}

/**
 * tdm_workbook_new:
 * @bytes: an archive, see tdm_zip_is()
 * @error: why it is no workbook that can be read
 *
 * Returns: (transfer full) (nullable): the workbook, with one visible sheet at least
 */
TdmWorkbook *
tdm_workbook_new (GBytes *bytes, GError **error)
{
  g_autoptr (TdmWorkbook) self = g_new0 (TdmWorkbook, 1);

  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->shared.strings = g_ptr_array_new ();
  self->shared.dates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->texts = g_string_chunk_new (4096);
  self->zip = tdm_zip_new (bytes, error);
  return self->zip && workbook_read (self, error) ? g_steal_pointer (&self) : NULL;
}

void
tdm_workbook_free (TdmWorkbook *self)
{
  g_clear_pointer (&self->zip, tdm_zip_free);
  g_hash_table_unref (self->relations);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->shared.strings);
  g_array_unref (self->shared.dates);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * tdm_workbook_get_sheet_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): of the sheets that can be seen, in their order
 */
const char *const *
tdm_workbook_get_sheet_names (TdmWorkbook *self)
{
  return (const char *const *) self->names->pdata;
}

/**
 * tdm_workbook_read_sheet:
 * @self: a workbook
 * @sheet: from 0, of those with names
 * @error: what is in the way
 *
 * Returns: (transfer full) (nullable): what is in it, maybe nothing
 */
TdmTable *
tdm_workbook_read_sheet (TdmWorkbook *self, guint sheet, GError **error)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return tdm_worksheet_read (self->zip, self->sheets->pdata[sheet], &self->shared, error);
}
