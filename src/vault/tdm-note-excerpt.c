/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-excerpt.h"

#include <sodium.h>
#include <string.h>

#define EXCERPT_CHARACTERS 80

/* More of a text is not looked at: enough for as many letters of Europe, and as wide in the scripts of Asia. */
#define EXCERPT_BYTES 120

/* So far the end of what is bold is looked for: a note may be one line of megabytes. */
#define STRONG_BYTES 1000

/* "# " to "### " at the start of a line. Returns: how many bytes that are, or 0 */
static gsize
measure_heading (const char *line, const char *end)
{
  gsize n = 0;

  while (n < 3 && line + n < end && line[n] == '#')
    n++;
  return n > 0 && line + n < end && line[n] == ' ' ? n + 1 : 0;
}

/* Of the two stars before what is bold. Returns: the two behind it, on the same line; %NULL if they mean nothing, as
 * the editor sees it */
static const char *
find_strong_end (const char *stars, const char *end)
{
  const char *line_end, *close;

  if (end - stars < 5 || stars[0] != '*' || stars[1] != '*' || stars[2] == ' ')
    return NULL;
  end = MIN (end, stars + STRONG_BYTES);
  line_end = memchr (stars, '\n', end - stars);
  close = g_strstr_len (stars + 2, (line_end ? line_end : end) - stars - 2, "**");
  return close && close > stars + 2 && close[-1] != ' ' ? close : NULL;
}

/**
 * tdm_note_excerpt_make:
 * @text: (array length=length): a text; where it is no UTF-8 the excerpt ends
 * @length: in bytes
 *
 * Returns: (transfer full) (nullable): the text as one line without the signs that make it bold or a heading, with an
 *   end that shows that it goes on; %NULL if there is nothing to be seen
 */
char *
tdm_note_excerpt_make (const char *text, gsize length)
{
  char line[2 * EXCERPT_BYTES + sizeof "…"], *to = line, *excerpt;
  const char *all = text + length, *end, *strong_end = NULL;
  gboolean is_apart = FALSE, begins_line = TRUE;

  g_utf8_validate (text, MIN (length, EXCERPT_BYTES), &end);
  for (guint n = 0; text < end; text++)
    {
      guchar byte = *text;
      /* Controls and blanks of ASCII, and those of Latin-1, quickly: there may be thousands of notes. */
      gboolean is_blank = byte <= ' ' || byte == 0x7F || (byte == 0xC2 && text + 1 < end && (guchar) text[1] <= 0xA0);
      const char *opened;

      if (begins_line)
        {
          gsize n_heading = measure_heading (text, end);

          begins_line = FALSE;
          if (n_heading > 0)
            {
              text += n_heading - 1;
              continue;
            }
        }
      opened = strong_end ? NULL : find_strong_end (text, all);
      if (opened || text == strong_end)
        {
          strong_end = opened;
          text++;
          continue;
        }

      /* Where a character begins */
      if ((byte & 0xC0) != 0x80 && n++ == EXCERPT_CHARACTERS)
        break;
      if (is_blank)
        {
          is_apart = to > line;
          begins_line = byte == '\n';
          /* Those of Latin-1 have two bytes. */
          text += byte == 0xC2;
          continue;
        }
      if (is_apart)
        *to++ = ' ';
      is_apart = FALSE;
      *to++ = *text;
    }
  if (text < all)
    to = g_stpcpy (to, "…");
  excerpt = to > line ? g_strndup (line, to - line) : NULL;
  sodium_memzero (line, to - line);
  return excerpt;
}
