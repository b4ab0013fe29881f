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

/**
 * tdm_calendar_fold:
 * @lines: content lines in UTF-8, each ended by CRLF, not folded
 *
 * Returns: (transfer full): the same with no line longer than 75 octets
 */
char *
tdm_calendar_fold (const char *lines)
{
  GString *out = g_string_sized_new (strlen (lines) * 5 / 4);

  for (const char *line = lines; *line;)
    {
      const char *line_end = strstr (line, "\r\n");
      gsize left = line_end ? (gsize) (line_end - line) : strlen (line);
      gsize room = OCTETS_MOST;

      while (left > room)
        {
          gsize taken = find_break (line, left, room);

          g_string_append_len (out, line, taken);
          g_string_append (out, FOLD);
          line += taken;
          left -= taken;
          room = OCTETS_MOST - 1;
        }
      g_string_append_len (out, line, left);
      g_string_append (out, "\r\n");
      line += left + (line_end ? strlen ("\r\n") : 0);
    }
  return g_string_free (out, FALSE);
}

/* Whatever libical has put its folds between comes together again. */
static char *
unfold (const char *written)
{
  g_auto (GStrv) pieces = g_strsplit (written, FOLD, -1);

  return g_strjoinv (NULL, pieces);
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
  g_autofree char *lines = unfold (written);

  icalmemory_free_buffer (written);
  return tdm_calendar_fold (lines);
}
