/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mime-entity.h"

#include "tdm-gmime.h"

#include <string.h>

/* The structure of a mail, found in slices of the file: nothing is copied, and what a hostile mail can cost is its size
 * times the depth to which somebody looks. Values are left to GMime. */

#define MOST_HEADERS (256 * 1024)
#define MOST_HEADER (8 * 1024)

/* Takes a line off @rest, without its end. */
static gboolean
slice_take_line (TdmMimeSlice *rest, TdmMimeSlice *line)
{
  const char *end;

  if (rest->size == 0)
    return FALSE;

  end = memchr (rest->data, '\n', rest->size);
  line->data = rest->data;
  line->size = end ? (gsize) (end - rest->data) : rest->size;
  rest->data += line->size + (end ? 1 : 0);
  rest->size -= line->size + (end ? 1 : 0);
  if (line->size > 0 && line->data[line->size - 1] == '\r')
    line->size--;
  return TRUE;
}

/**
 * tdm_mime_entity_init:
 * @self: (out): what to fill
 * @text: a mail or a part of one
 *
 * Finds the empty line between header and body. A header that goes on for ever is as good as none.
 */
void
tdm_mime_entity_init (TdmMimeEntity *self, TdmMimeSlice text)
{
  TdmMimeSlice rest = text;
  TdmMimeSlice line = { text.data, 0 };

  while (slice_take_line (&rest, &line) && line.size > 0)
    if (rest.data - text.data > MOST_HEADERS)
      {
        *self = (TdmMimeEntity) { { text.data, 0 }, { text.data, 0 } };
        return;
      }
  self->header.data = text.data;
  self->header.size = line.size > 0 ? text.size : (gsize) (line.data - text.data);
  self->body = rest;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Whether @line begins with @name and a colon; cuts both off. */
static gboolean
slice_take_name (TdmMimeSlice *line, const char *name)
{
  gsize size = strlen (name);

  if (line->size <= size || g_ascii_strncasecmp (line->data, name, size) != 0)
    return FALSE;
  while (size < line->size && is_blank (line->data[size]))
    size++;
  if (size == line->size || line->data[size] != ':')
    return FALSE;
  line->data += size + 1;
  line->size -= size + 1;
  return TRUE;
}

/**
 * tdm_mime_entity_get_header:
 * @name: the name of a field of the header, such as `Content-Type`
 *
 * The first field of that name, unfolded (RFC 5322, 2.2.3) but not decoded.
 *
 * Returns: (transfer full) (nullable): its value, %NULL if there is none or if it is longer than any honest one
 */
char *
tdm_mime_entity_get_header (const TdmMimeEntity *self, const char *name)
{
  TdmMimeSlice rest = self->header;
  TdmMimeSlice line;
  g_autoptr (GString) value = NULL;

  while (slice_take_line (&rest, &line))
    {
      if (value && (line.size == 0 || !is_blank (line.data[0])))
        break;
      if (!value && slice_take_name (&line, name))
        value = g_string_new (NULL);
      if (value && value->len + line.size > MOST_HEADER)
        return NULL;
      if (value)
        g_string_append_len (value, line.data, line.size);
    }
  return value ? g_strstrip (g_string_free (g_steal_pointer (&value), FALSE)) : NULL;
}

/* Whether nothing but blanks follows in the line, and perhaps the two hyphens of the last delimiter; where it ends. */
static gboolean
ends_delimiter (const char *p, const char *end, const char **line_end)
{
  if (end - p >= 2 && p[0] == '-' && p[1] == '-')
    p += 2;
  while (p < end && (is_blank (*p) || *p == '\r'))
    p++;
  *line_end = MIN (p + 1, end);
  return p == end || *p == '\n';
}

/* The next line in @text that is a delimiter (RFC 2046, 5.1.1), with its end. A plain loop, for the searches of the C
 * library are slow where lines are short or much is almost a delimiter. */
static gboolean
slice_find_delimiter (TdmMimeSlice text, const char *delimiter, TdmMimeSlice *found)
{
  gsize size = strlen (delimiter);
  const char *end = text.data + text.size;
  const char *p = text.data;
  const char *line_end;

  while ((gsize) (end - p) >= size)
    {
      if (*p == '-' && memcmp (p, delimiter, size) == 0 && ends_delimiter (p + size, end, &line_end))
        {
          *found = (TdmMimeSlice) { p, line_end - p };
          return TRUE;
        }
      while (p < end && *p != '\n')
        p++;
      p += p < end;
    }
  return FALSE;
}

/**
 * tdm_mime_entity_next_child:
 * @rest: (inout): the body of a multipart at first; what is left of it later
 * @boundary: its boundary
 * @child: (out): the next part in it
 *
 * A part that is never closed goes to the end.
 *
 * Returns: whether there was one more
 */
gboolean
tdm_mime_entity_next_child (TdmMimeSlice *rest, const char *boundary, TdmMimeSlice *child)
{
  g_autofree char *delimiter = g_strconcat ("--", boundary, NULL);
  gsize size = strlen (delimiter);
  TdmMimeSlice first, second;
  const char *end = rest->data + rest->size;

  if (!slice_find_delimiter (*rest, delimiter, &first))
    return FALSE;
  /* The last delimiter has two hyphens more. */
  if (first.size >= size + 2 && first.data[size] == '-' && first.data[size + 1] == '-')
    return FALSE;

  child->data = first.data + first.size;
  child->size = end - child->data;
  *rest = (TdmMimeSlice) { end, 0 };
  if (!slice_find_delimiter (*child, delimiter, &second))
    return TRUE;
  *rest = (TdmMimeSlice) { second.data, end - second.data };
  child->size = second.data - child->data;
  /* The line break before a delimiter belongs to the delimiter. */
  if (child->size > 0 && child->data[child->size - 1] == '\n')
    child->size--;
  if (child->size > 0 && child->data[child->size - 1] == '\r')
    child->size--;
  return TRUE;
}

/**
 * tdm_mime_entity_decode:
 * @most: how many bytes it may have
 *
 * Undoes base64, quoted-printable or uuencode.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL if there are more than @most
 */
GBytes *
tdm_mime_entity_decode (const TdmMimeEntity *self, gsize most)
{
  g_autofree char *name = tdm_mime_entity_get_header (self, "Content-Transfer-Encoding");
  GMimeContentEncoding kind = name ? g_mime_content_encoding_from_string (name) : GMIME_CONTENT_ENCODING_DEFAULT;
  g_autofree char *decoded = NULL;
  GMimeEncoding state;
  gsize size;

  /* No encoding needs more than three bytes for one, apart from line breaks. */
  if (self->body.size / 4 > most)
    return NULL;
  if (kind == GMIME_CONTENT_ENCODING_DEFAULT || kind == GMIME_CONTENT_ENCODING_7BIT ||
      kind == GMIME_CONTENT_ENCODING_8BIT || kind == GMIME_CONTENT_ENCODING_BINARY)
    return self->body.size <= most ? g_bytes_new (self->body.data, self->body.size) : NULL;

  g_mime_encoding_init_decode (&state, kind);
  decoded = g_malloc (g_mime_encoding_outlen (&state, self->body.size) + 1);
  size = g_mime_encoding_flush (&state, self->body.data, self->body.size, decoded);
  return size <= most ? g_bytes_new_take (g_steal_pointer (&decoded), size) : NULL;
}
