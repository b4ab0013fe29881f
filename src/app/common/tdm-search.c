/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-search.h"

#include <string.h>

/* The words of a search, NULL if there are none. */
GStrv
tdm_search_split (const char *folded)
{
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  GStrv found;

  for (char **part = parts; *part; part++)
    if (**part)
      g_strv_builder_add (words, *part);
  found = g_strv_builder_end (words);
  if (!*found)
    g_clear_pointer (&found, g_strfreev);
  return found;
}

/* Whether a text has all words, in any order. */
gboolean
tdm_search_matches (const char *const *words, const char *folded)
{
  for (; *words; words++)
    if (!strstr (folded, *words))
      return FALSE;
  return TRUE;
}

/* Return in a search leads to the first that was found, as in the lists of pickers; without words nothing was looked
 * for, and nothing found. */
gboolean
tdm_search_is_on (GtkSearchEntry *entry)
{
  return *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0';
}

/* A search that goes on where the last one was only has to look at what is left. */
GtkFilterChange
tdm_search_compare (const char *before, const char *after)
{
  if (g_str_has_prefix (after, before))
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (g_str_has_prefix (before, after))
    return GTK_FILTER_CHANGE_LESS_STRICT;
  return GTK_FILTER_CHANGE_DIFFERENT;
}
