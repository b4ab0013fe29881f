/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-xml-part.h"

#include <string.h>

/* Reads a part of an archive that is XML, while it is unpacked. */

/* Spreadsheets need about ten; each costs memory. */
#define DEPTH_MOST 64

typedef struct
{
  const TdmXmlReader *reader;
  gpointer user_data;
  GMarkupParseContext *context;
  guint depth;
  gboolean has_begun;
} XmlPart;

static const char *
step_over_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon ? colon + 1 : name;
}

static void
begin_cb (GMarkupParseContext *context,
          const char *name,
          const char **attributes,
          const char **values,
          gpointer data,
          GError **error)
{
  XmlPart *self = data;

  if (++self->depth > DEPTH_MOST)
    tdm_zip_fail (error);
  else if (self->reader->begin)
    self->reader->begin (self->user_data, step_over_prefix (name), attributes, values, error);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  XmlPart *self = data;

  self->depth--;
  if (self->reader->end)
    self->reader->end (self->user_data, step_over_prefix (name), error);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  XmlPart *self = data;

  if (self->reader->text)
    self->reader->text (self->user_data, text, length, error);
}

/* A document type could define entities that stand for each other (ISO 29500-2 6.2.5 forbids it). */
static void
passthrough_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  if (length >= 2 && text[0] == '<' && text[1] == '!' && !g_str_has_prefix (text, "<!--"))
    tdm_zip_fail (error);
}

static const GMarkupParser parser = { begin_cb, end_cb, text_cb, passthrough_cb, NULL };

/* What the parser itself says quotes the file. */
static gboolean
part_check (gboolean is_fine, GError *problem, GError **error)
{
  g_assert (is_fine == (problem == NULL));

  if (is_fine)
    return TRUE;
  if (problem->domain == TDM_TABLE_ERROR)
    g_propagate_error (error, problem);
  else
    {
      g_error_free (problem);
      tdm_zip_fail (error);
    }
  return FALSE;
}

static gboolean
parse_piece (const char *data, gsize size, gpointer user_data, GError **error)
{
  XmlPart *self = user_data;
  GError *problem = NULL;
  gboolean is_fine;

  if (!self->has_begun && size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  self->has_begun = TRUE;
  is_fine = g_markup_parse_context_parse (self->context, data, size, &problem);
  return part_check (is_fine, problem, error);
}

/**
 * tdm_xml_part_read:
 * @zip: an archive
 * @name: of a part that is XML in UTF-8
 * @reader: what is done with its elements
 * @user_data: for @reader
 * @error: what is in the way
 *
 * Returns: whether it was read to its end
 */
gboolean
tdm_xml_part_read (TdmZip *zip, const char *name, const TdmXmlReader *reader, gpointer user_data, GError **error)
{
  g_autoptr (GMarkupParseContext) context = NULL;
  XmlPart self = { .reader = reader, .user_data = user_data };
  GError *problem = NULL;
  gboolean is_fine;

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);
  self.context = context;
  if (!tdm_zip_unpack (zip, name, parse_piece, &self, error))
    return FALSE;
  is_fine = g_markup_parse_context_end_parse (context, &problem);
  return part_check (is_fine, problem, error);
}

/**
 * tdm_xml_get:
 * @attributes: (array zero-terminated=1): of an element
 * @values: theirs
 * @name: of one, without prefix
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
tdm_xml_get (const char **attributes, const char **values, const char *name)
{
  for (guint i = 0; attributes[i]; i++)
    if (g_str_equal (step_over_prefix (attributes[i]), name))
      return values[i];
  return NULL;
}

/**
 * tdm_xml_is_true:
 *
 * Returns: whether the attribute @name is there and says yes (XML Schema 3.2.2)
 */
gboolean
tdm_xml_is_true (const char **attributes, const char **values, const char *name)
{
  const char *value = tdm_xml_get (attributes, values, name);

  return value && (g_str_equal (value, "1") || g_str_equal (value, "true"));
}
