/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar-fold.h"

#include <string.h>

/* Long lines of calendar files (RFC 5545 3.1). libical 3.0.16 folds so that some lines end with CR CR LF or go on with
 * nothing, which iCloud does not take, and leaves blanks at the ends of lines, which relays cut off. */

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

/* How many of the @length bytes of @text go into a line with room for @room: whole characters, and neither the end of
 * it nor the beginning of the next one a blank, where there are other places at all. */
static gsize
find_break (const char *text, gsize length, gsize room)
{
  gsize whole, pretty;

  if (length <= room)
    return length;
  for (whole = room; whole > 1 && is_inside_character (text[whole]); whole--)
    ;
  for (pretty = whole; pretty > 1; pretty--)
    if (!is_inside_character (text[pretty]) && !is_blank (text[pretty]) && !is_blank (text[pretty - 1]))
      return pretty;
  return whole;
}

static void
append_line (GString *out, const char *line, gsize left)
{
  for (gsize room = OCTETS_MOST; left > room; room = OCTETS_MOST - 1)
    {
      gsize taken = find_break (line, left, room);

      g_string_append_len (out, line, taken);
      g_string_append_len (out, FOLD, strlen (FOLD));
      line += taken;
      left -= taken;
    }
  g_string_append_len (out, line, left);
  g_string_append_len (out, "\r\n", 2);
}

/**
 * tdm_calendar_fold:
 * @lines: content lines in UTF-8, each ended by CRLF, not folded
 *
 * Returns: (transfer full): the same with no line longer than 75 octets
 */
char *
tdm_calendar_fold (const char *lines)
{
  const char *end = lines + strlen (lines);
  GString *out = g_string_sized_new ((end - lines) * 5 / 4);

  while (lines < end)
    {
      const char *line_end = memchr (lines, '\n', end - lines);
      const char *next = line_end ? line_end + 1 : end;

      if (line_end && line_end > lines && line_end[-1] == '\r')
        line_end--;
      append_line (out, lines, (line_end ? line_end : end) - lines);
      lines = next;
    }
  return g_string_free (out, FALSE);
}

/* Whatever libical has put its folds between comes together again. In place, for most properties have none. */
static void
unfold (char *text)
{
  char *to = strstr (text, FOLD);

  for (const char *from = to; from;)
    {
      const char *next;

      from += strlen (FOLD);
      next = strstr (from, FOLD);
      memmove (to, from, next ? (gsize) (next - from) : strlen (from) + 1);
      to += next ? next - from : 0;
      from = next;
    }
}

static gboolean
is_text (gunichar c)
{
  return c == '\t' || !(g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029);
}

static gboolean
is_plain (const char *text)
{
  while (*text >= ' ' && *text <= '~')
    text++;
  return *text == '\0';
}

/* libical writes some values with the line breaks that are in them, and what is behind one would be a property of its
 * own. Whoever makes a property, it is one line (RFC 5545 3.1) without control characters. */
static void
append_property (GString *out, icalproperty *property)
{
  char *written = icalproperty_as_ical_string_r (property);
  gsize length;

  unfold (written);
  length = strlen (written);
  if (g_str_has_suffix (written, "\r\n"))
    written[length -= 2] = '\0';
  if (is_plain (written))
    append_line (out, written, length);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (written, -1);
      g_autoptr (GString) line = g_string_sized_new (strlen (valid));

      for (const char *p = valid; *p; p = g_utf8_next_char (p))
        if (is_text (g_utf8_get_char (p)))
          g_string_append_len (line, p, g_utf8_next_char (p) - p);
      append_line (out, line->str, line->len);
    }
  icalmemory_free_buffer (written);
}

static void
append_component (GString *out, icalcomponent *component)
{
  const char *name = icalcomponent_kind_to_string (icalcomponent_isa (component));

  g_string_append_printf (out, "BEGIN:%s\r\n", name);
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    append_property (out, property);
  for (icalcomponent *child = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT); child;
       child = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    append_component (out, child);
  g_string_append_printf (out, "END:%s\r\n", name);
}

/**
 * tdm_calendar_fold_write:
 * @component: a component of one of the kinds of RFC 5545, whatever is in its properties
 *
 * Returns: (transfer full): its lines, folded and with CRLF: one for each property, in UTF-8 and without control
 *   characters but tabs
 */
char *
tdm_calendar_fold_write (icalcomponent *component)
{
  GString *out = g_string_sized_new (1024);

  append_component (out, component);
  return g_string_free (out, FALSE);
}
