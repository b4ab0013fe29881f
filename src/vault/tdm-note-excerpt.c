/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-excerpt.h"

#include <sodium.h>
#include <string.h>

#define EXCERPT_CHARACTERS 100

/**
 * tdm_note_excerpt_make:
 * @text: (array length=length): the beginning of a text, valid UTF-8
 * @length: in bytes
 *
 * Returns: (transfer full) (nullable): the text as one line, with an end that shows that it goes on; %NULL if there is
 *   nothing to be seen
 */
char *
tdm_note_excerpt_make (const char *text, gsize length)
{
  char line[4 * EXCERPT_CHARACTERS + sizeof " " + sizeof "…"], *to = line, *excerpt;
  const char *end = text + length;
  gboolean is_apart = FALSE;

  for (guint n = 0; text < end && n < EXCERPT_CHARACTERS; n++)
    {
      const char *next = g_utf8_next_char (text);

      /* Controls and blanks of ASCII, and those of Latin-1 */
      if ((guchar) *text <= ' ' || *text == 0x7F || (*text == '\xC2' && (guchar) text[1] <= 0xA0))
        {
          is_apart = to > line;
          text = next;
          continue;
        }
      if (is_apart)
        *to++ = ' ';
      is_apart = FALSE;
      while (text < next && to < line + 4 * EXCERPT_CHARACTERS)
        *to++ = *text++;
      text = next;
    }
  if (text < end)
    to = g_stpcpy (to, "…");
  excerpt = to > line ? g_strndup (line, to - line) : NULL;
  sodium_memzero (line, to - line);
  return excerpt;
}
