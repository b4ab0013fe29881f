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

/* Whatever libical has put its folds between comes together again. In place, for most invitations have few folds. */
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

/**
 * tdm_calendar_fold_write:
 * @component: a component whose texts have no line breaks of their own
 *
 * Returns: (transfer full): its lines, folded and with CRLF
 */
char *
tdm_calendar_fold_write (icalcomponent *component)
{
  char *written = icalcomponent_as_ical_string_r (component);
  char *text;

  unfold (written);
  text = tdm_calendar_fold (written);
  icalmemory_free_buffer (written);
  return text;
}
