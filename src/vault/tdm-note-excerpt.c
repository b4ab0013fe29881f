/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-excerpt.h"

#include <sodium.h>
#include <string.h>

#define EXCERPT_CHARACTERS 80

/* More of a text is not looked at: enough for as many letters of Europe, and as wide in the scripts of Asia. */
#define EXCERPT_BYTES 120

/**
 * tdm_note_excerpt_make:
 * @text: (array length=length): a text; where it is no UTF-8 the excerpt ends
 * @length: in bytes
 *
 * Returns: (transfer full) (nullable): the text as one line, with an end that shows that it goes on; %NULL if there is
 *   nothing to be seen
 */
char *
tdm_note_excerpt_make (const char *text, gsize length)
{
  char line[2 * EXCERPT_BYTES + sizeof "…"], *to = line, *excerpt;
  const char *all = text + length, *end;
  gboolean is_apart = FALSE;

  g_utf8_validate (text, MIN (length, EXCERPT_BYTES), &end);
  for (guint n = 0; text < end; text++)
    {
      guchar byte = *text;
      /* Controls and blanks of ASCII, and those of Latin-1, quickly: there may be thousands of notes. */
      gboolean is_blank = byte <= ' ' || byte == 0x7F || (byte == 0xC2 && text + 1 < end && (guchar) text[1] <= 0xA0);

      /* Where a character begins */
      if ((byte & 0xC0) != 0x80 && n++ == EXCERPT_CHARACTERS)
        break;
      if (is_blank)
        {
          is_apart = to > line;
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
