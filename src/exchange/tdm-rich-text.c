/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-rich-text.h"

#include <string.h>

static gboolean
read_escape (const char *at, gunichar *letter)
{
  if (at[0] != '_' || at[1] != 'x')
    return FALSE;
  *letter = 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      *letter = *letter * 16 + g_ascii_xdigit_value (at[i]);
    }
  return at[6] == '_';
}

/**
 * tdm_rich_text_begin:
 * @self: a text that is read
 * @element: begins
 */
void
tdm_rich_text_begin (TdmRichText *self, const char *element)
{
  if (g_str_equal (element, "rPh"))
    self->n_readings++;
  self->is_text = g_str_equal (element, "t") && self->n_readings == 0;
}

/**
 * tdm_rich_text_end:
 * @self: a text that is read
 * @element: ends
 */
void
tdm_rich_text_end (TdmRichText *self, const char *element)
{
  self->is_text = FALSE;
  if (g_str_equal (element, "rPh") && self->n_readings > 0)
    self->n_readings--;
}

/**
 * tdm_rich_text_add:
 * @self: a text that is read
 * @text: (array length=length): what stands in the last element that began
 * @length: in bytes
 */
void
tdm_rich_text_add (TdmRichText *self, const char *text, gsize length)
{
  if (self->is_text)
    g_string_append_len (self->text, text, length);
}

/**
 * tdm_rich_text_unescape:
 * @self: a text that was read
 *
 * Letters that XML cannot have stand as `_x000D_` in it (ISO/IEC 29500-1 22.9.2.19).
 */
void
tdm_rich_text_unescape (TdmRichText *self)
{
  g_autofree char *written = NULL;
  gunichar letter;

  if (!strstr (self->text->str, "_x"))
    return;
  written = g_strdup (self->text->str);
  g_string_truncate (self->text, 0);
  for (const char *at = written; *at; at++)
    if (read_escape (at, &letter) && letter != 0 && g_unichar_validate (letter))
      {
        g_string_append_unichar (self->text, letter);
        at += 6;
      }
    else
      g_string_append_c (self->text, *at);
}
