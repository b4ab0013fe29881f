/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workbook-private.h"
#include "tdm-workbook.h"

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
  /* Of the part that is read, by the identifiers it uses */
  GHashTable *relations;
  char *part;
  gboolean is_workbook;
  GStrvBuilder *names_builder;
  GStrv names;
  GPtrArray *sheets;
  TdmWorkbookShared shared;
  GStringChunk *texts;
  /* What is being read: a text of several pieces, how deep within what does not count, formats by number */
  GString *text;
  gboolean is_text;
  guint n_readings;
  GHashTable *format_codes;
  gboolean is_cell_formats;
};

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
  TdmWorkbook *self = data;
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
      g_hash_table_insert (self->relations, g_strdup (id), relation);
    }
  return TRUE;
}

static gboolean
workbook_read_relations (TdmWorkbook *self, const char *part, GError **error)
{
  static const TdmXmlReader reader = { .begin = relations_begin_cb };
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *relations = NULL;

  g_free (self->part);
  self->part = g_strconcat ("/", part, NULL);
  folder = g_path_get_dirname (self->part);
  base = g_path_get_basename (self->part);
  relations = g_strdup_printf ("%s/_rels/%s.rels", g_str_equal (folder, "/") ? "" : folder, *part ? base : "");
  g_hash_table_remove_all (self->relations);
  return tdm_xml_part_read (self->zip, relations + 1, &reader, self, error);
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
  g_strv_builder_add (self->names_builder, name);
  g_ptr_array_add (self->sheets, g_strdup (relation->part));
}

static gboolean
workbook_begin_cb (gpointer data, const char *name, const char **attributes, const char **values, GError **error)
{
  TdmWorkbook *self = data;

  if (g_str_equal (name, "workbook"))
    self->is_workbook = TRUE;
  else if (g_str_equal (name, "workbookPr"))
    self->shared.from_1904 = tdm_xml_is_true (attributes, values, "date1904");
  else if (g_str_equal (name, "sheet"))
    workbook_add_sheet (self, attributes, values);
  return TRUE;
}

/* A text may have several runs with looks of their own, and beside them how it is pronounced. */
static gboolean
strings_begin_cb (gpointer data, const char *name, const char **attributes, const char **values, GError **error)
{
  TdmWorkbook *self = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (self->text, 0);
  else if (g_str_equal (name, "rPh"))
    self->n_readings++;
  self->is_text = g_str_equal (name, "t") && self->n_readings == 0;
  return TRUE;
}

static gboolean
strings_end_cb (gpointer data, const char *name, GError **error)
{
  TdmWorkbook *self = data;

  self->is_text = FALSE;
  if (g_str_equal (name, "rPh"))
    self->n_readings--;
  else if (g_str_equal (name, "si"))
    {
      tdm_worksheet_unescape (self->text);
      g_ptr_array_add (self->shared.strings, g_string_chunk_insert_len (self->texts, self->text->str, self->text->len));
    }
  return TRUE;
}

static gboolean
strings_text_cb (gpointer data, const char *text, gsize length, GError **error)
{
  TdmWorkbook *self = data;

  if (self->is_text)
    g_string_append_len (self->text, text, length);
  return TRUE;
}

static guint
read_number (const char *text)
{
  return g_ascii_strtoull (text, NULL, 10);
}

static void
workbook_add_format (TdmWorkbook *self, const char **attributes, const char **values)
{
  const char *id = tdm_xml_get (attributes, values, "numFmtId");
  const guint number = id ? read_number (id) : 0;
  const char *code = g_hash_table_lookup (self->format_codes, GUINT_TO_POINTER (number));
  const gboolean is_date = tdm_serial_date_is_format (number, code);

  if (self->shared.dates->len < FORMATS_MOST)
    g_array_append_val (self->shared.dates, is_date);
}

/* Cells name formats in `cellXfs`; the same elements stand for styles with names elsewhere. */
static gboolean
styles_begin_cb (gpointer data, const char *name, const char **attributes, const char **values, GError **error)
{
  TdmWorkbook *self = data;
  const char *id = tdm_xml_get (attributes, values, "numFmtId");
  const char *code = tdm_xml_get (attributes, values, "formatCode");

  if (g_str_equal (name, "cellXfs"))
    self->is_cell_formats = TRUE;
  else if (g_str_equal (name, "xf") && self->is_cell_formats)
    workbook_add_format (self, attributes, values);
  else if (g_str_equal (name, "numFmt") && id && code && g_hash_table_size (self->format_codes) < FORMATS_MOST)
    g_hash_table_insert (self->format_codes, GUINT_TO_POINTER (read_number (id)), g_strdup (code));
  return TRUE;
}

static gboolean
styles_end_cb (gpointer data, const char *name, GError **error)
{
  TdmWorkbook *self = data;

  if (g_str_equal (name, "cellXfs"))
    self->is_cell_formats = FALSE;
  return TRUE;
}

/* Parts that are optional are read where the workbook has them. */
static gboolean
workbook_read_part (TdmWorkbook *self, const char *type, const TdmXmlReader *reader, GError **error)
{
  const char *part = workbook_find_part (self, type);

  return !part || !tdm_zip_has (self->zip, part) || tdm_xml_part_read (self->zip, part, reader, self, error);
}

static gboolean
workbook_read (TdmWorkbook *self, GError **error)
{
  static const TdmXmlReader workbook = { .begin = workbook_begin_cb };
  static const TdmXmlReader strings = { strings_begin_cb, strings_end_cb, strings_text_cb };
  static const TdmXmlReader styles = { styles_begin_cb, styles_end_cb, NULL };
  g_autofree char *part = NULL;

  /* Documents of other kinds, and archives of anything, have no relations, other ones, or parts that are no XML. */
  if (!tdm_zip_has (self->zip, "_rels/.rels"))
    return tdm_table_error_set_other (error);
  if (!workbook_read_relations (self, "", error))
    return FALSE;
  part = g_strdup (workbook_find_part (self, "officeDocument"));
  if (!part || !g_str_has_suffix (part, ".xml"))
    return tdm_table_error_set_other (error);
  if (!workbook_read_relations (self, part, error) ||
      !tdm_xml_part_read (self->zip, part, &workbook, self, error))
    return FALSE;
  if (!self->is_workbook || self->sheets->len == 0)
    return tdm_table_error_set_other (error);
  self->names = g_strv_builder_end (self->names_builder);
  return workbook_read_part (self, "sharedStrings", &strings, error) &&
         workbook_read_part (self, "styles", &styles, error);
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
  self->names_builder = g_strv_builder_new ();
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->shared.strings = g_ptr_array_new ();
  self->shared.dates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->texts = g_string_chunk_new (4096);
  self->text = g_string_new (NULL);
  self->format_codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->zip = tdm_zip_new (bytes, error);
  return self->zip && workbook_read (self, error) ? g_steal_pointer (&self) : NULL;
}

void
tdm_workbook_free (TdmWorkbook *self)
{
  g_clear_pointer (&self->zip, tdm_zip_free);
  g_hash_table_unref (self->relations);
  g_free (self->part);
  g_strv_builder_unref (self->names_builder);
  g_strfreev (self->names);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->shared.strings);
  g_array_unref (self->shared.dates);
  g_string_chunk_free (self->texts);
  g_string_free (self->text, TRUE);
  g_hash_table_unref (self->format_codes);
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
  return (const char *const *) self->names;
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
