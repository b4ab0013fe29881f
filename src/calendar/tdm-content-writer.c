/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-content-writer.h"

#include "tdm-local-time.h"

#include <string.h>

/* The lines of calendar files. libical 3.0.16 folds so that some lines end with CR CR LF or go on with nothing, which
 * iCloud does not take, leaves blanks at the ends of lines, which relays cut off, and writes some values with the line
 * breaks that are in them. */

#define FOLD "\r\n "
#define OCTETS_MOST 75

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
is_inside_character (char c)
{
  return ((guchar) c & 0xC0) == 0x80;
}

/* How many bytes of @text, which has more than that, go into a line with room for @room: whole characters, and neither
 * the end of it nor the beginning of the next one a blank, where there are other places at all. */
static gsize
line_find_break (const char *text, gsize room)
{
  gsize whole, pretty;

  for (whole = room; whole > 1 && is_inside_character (text[whole]); whole--)
    ;
  for (pretty = whole; pretty > 1; pretty--)
    if (!is_inside_character (text[pretty]) && !is_blank (text[pretty]) && !is_blank (text[pretty - 1]))
      return pretty;
  return whole;
}

/* Control characters and line breaks of any kind: what is behind one would be a property of its own. */
static void
line_clean (GString *out, gsize line)
{
  gsize to = line;

  if (!g_utf8_validate_len (out->str + line, out->len - line, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (out->str + line, out->len - line);

      g_string_truncate (out, line);
      g_string_append (out, valid);
    }
  for (const char *from = out->str + line, *next; *from; from = next)
    {
      gunichar c = g_utf8_get_char (from);

      next = g_utf8_next_char (from);
      if (c != '\t' && (c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029))
        continue;
      if (out->str + to != from)
        memmove (out->str + to, from, next - from);
      to += next - from;
    }
  g_string_truncate (out, to);
}

static void
writer_end_line (TdmContentWriter *self)
{
  const char *plain = self->out->str + self->line;

  while (*plain >= ' ' && *plain <= '~')
    plain++;
  if (*plain != '\0')
    line_clean (self->out, self->line);
  /* The blank that a line goes on with counts, too. */
  for (gsize start = self->line, room = OCTETS_MOST; self->out->len - start > room; room = OCTETS_MOST - 1)
    {
      start += line_find_break (self->out->str + start, room);
      g_string_insert_len (self->out, start, FOLD, strlen (FOLD));
      start += strlen (FOLD);
    }
  g_string_append_len (self->out, "\r\n", strlen ("\r\n"));
}

/**
 * tdm_content_writer_start:
 * @self: a writer
 * @name: of a property, or BEGIN or END
 *
 * Starts a line, which one of the functions that end it must follow.
 */
void
tdm_content_writer_start (TdmContentWriter *self, const char *name)
{
  self->line = self->out->len;
  g_string_append (self->out, name);
}

/**
 * tdm_content_writer_add_parameter:
 * @self: a writer that has started a line
 * @name: of a parameter
 * @value: its value, quoted where that must be (RFC 5545 3.2); a quotation mark is encoded as in RFC 6868
 */
void
tdm_content_writer_add_parameter (TdmContentWriter *self, const char *name, const char *value)
{
  const char *quote = *value == '\0' || strpbrk (value, ";:,") ? "\"" : "";

  g_string_append_c (self->out, ';');
  g_string_append (self->out, name);
  g_string_append_c (self->out, '=');
  g_string_append (self->out, quote);
  for (const char *rest = value; *rest;)
    {
      gsize length = strcspn (rest, "\"");

      g_string_append_len (self->out, rest, length);
      rest += length;
      if (*rest == '"')
        {
          g_string_append (self->out, "^'");
          rest++;
        }
    }
  g_string_append (self->out, quote);
}

/**
 * tdm_content_writer_end:
 * @self: a writer that has started a line
 * @value: a value that needs no escaping
 */
void
tdm_content_writer_end (TdmContentWriter *self, const char *value)
{
  g_string_append_c (self->out, ':');
  g_string_append (self->out, value);
  writer_end_line (self);
}

/**
 * tdm_content_writer_end_text:
 * @self: a writer that has started a line
 * @text: a value of type TEXT (RFC 5545 3.3.11), not escaped
 */
void
tdm_content_writer_end_text (TdmContentWriter *self, const char *text)
{
  g_string_append_c (self->out, ':');
  while (*text)
    {
      gsize length = strcspn (text, "\\;,\n");

      g_string_append_len (self->out, text, length);
      text += length;
      if (*text == '\0')
        break;
      g_string_append_c (self->out, '\\');
      g_string_append_c (self->out, *text == '\n' ? 'n' : *text);
      text++;
    }
  writer_end_line (self);
}

/**
 * tdm_content_writer_end_address:
 * @self: a writer that has started a line
 * @email: an address by tdm_text_is_email()
 *
 * Ends it with a CAL-ADDRESS (RFC 5545 3.3.3). What has a meaning in a URI (RFC 6068 2) is escaped.
 */
void
tdm_content_writer_end_address (TdmContentWriter *self, const char *email)
{
  g_string_append (self->out, ":mailto:");
  g_string_append_uri_escaped (self->out, email, "@!$'*+", FALSE);
  writer_end_line (self);
}

/**
 * tdm_content_writer_add:
 * @self: a writer
 * @name: of a property, or BEGIN or END
 * @value: a value that needs no escaping
 */
void
tdm_content_writer_add (TdmContentWriter *self, const char *name, const char *value)
{
  tdm_content_writer_start (self, name);
  tdm_content_writer_end (self, value);
}

void
tdm_content_writer_add_text (TdmContentWriter *self, const char *name, const char *text)
{
  tdm_content_writer_start (self, name);
  tdm_content_writer_end_text (self, text);
}

void
tdm_content_writer_add_number (TdmContentWriter *self, const char *name, gint64 number)
{
  tdm_content_writer_start (self, name);
  g_string_append_printf (self->out, ":%" G_GINT64_FORMAT, number);
  writer_end_line (self);
}

/**
 * tdm_content_writer_add_instant:
 * @self: a writer
 * @name: of a property
 * @instant: UTC seconds
 *
 * Adds a DATE-TIME in UTC (RFC 5545 3.3.5).
 */
void
tdm_content_writer_add_instant (TdmContentWriter *self, const char *name, gint64 instant)
{
  tdm_content_writer_start (self, name);
  g_string_append_c (self->out, ':');
  tdm_local_time_append_basic (self->out, instant);
  g_string_append_c (self->out, 'Z');
  writer_end_line (self);
}

/**
 * tdm_content_writer_add_local:
 * @self: a writer
 * @name: of a property
 * @zone: an IANA name
 * @local: seconds on the wall clock there, see tdm_local_time_parse()
 *
 * Adds a DATE-TIME with its TZID (RFC 5545 3.3.5).
 */
void
tdm_content_writer_add_local (TdmContentWriter *self, const char *name, const char *zone, gint64 local)
{
  tdm_content_writer_start (self, name);
  tdm_content_writer_add_parameter (self, "TZID", zone);
  g_string_append_c (self->out, ':');
  tdm_local_time_append_basic (self->out, local);
  writer_end_line (self);
}
