/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

/**
 * tdm_set_str:
 * @place: (inout): where a string owned by the caller is kept
 * @text: (nullable): the new text
 *
 * g_set_str() of GLib 2.76, for the baseline 2.74.
 *
 * Returns: whether the text changed
 */
static inline gboolean
tdm_set_str (char **place, const char *text)
{
  char *copy;

  if (g_strcmp0 (*place, text) == 0)
    return FALSE;

  copy = g_strdup (text);
  g_free (*place);
  *place = copy;
  return TRUE;
}
