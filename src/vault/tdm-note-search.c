/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-search.h"

#include "base/tdm-text.h"

#include <sodium.h>
#include <string.h>

/* Words that must all be in a note, in its title or its text, as parts of words and without regard to case and marks. */
struct _TdmNoteSearch
{
  GStrv words;
};

static void
wipe (char *text)
{
  sodium_memzero (text, strlen (text));
  g_free (text);
}

/**
 * tdm_note_search_new:
 * @text: words or parts of words, apart by blanks
 *
 * Returns: (transfer full): the search
 */
TdmNoteSearch *
tdm_note_search_new (const char *text)
{
  TdmNoteSearch *self = g_new (TdmNoteSearch, 1);
  char *folded = tdm_text_fold (text);

  self->words = g_strsplit_set (folded, " \t\n", -1);
  wipe (folded);
  return self;
}

void
tdm_note_search_free (TdmNoteSearch *self)
{
  if (!self)
    return;

  for (guint i = 0; self->words[i]; i++)
    sodium_memzero (self->words[i], strlen (self->words[i]));
  g_strfreev (self->words);
  g_free (self);
}

/**
 * tdm_note_search_matches:
 * @self: a search
 * @note: a whole note
 *
 * Returns: whether every word is in it
 */
gboolean
tdm_note_search_matches (TdmNoteSearch *self, TdmNote *note)
{
  char *title = tdm_text_fold (tdm_note_get_title (note)), *text = tdm_text_fold (tdm_note_get_text (note));
  gboolean all = TRUE;

  for (guint i = 0; self->words[i] && all; i++)
    all = strstr (title, self->words[i]) || strstr (text, self->words[i]);
  wipe (title);
  wipe (text);
  return all;
}
