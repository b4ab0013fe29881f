/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-search.h"

#include "base/tdm-text.h"

#include <sodium.h>
#include <string.h>

/* Words that must all be in a note, in its title or its text, as parts of words and without regard to case and
 * marks. */
struct _TdmNoteSearch
{
  GStrv words;
  GString *folded; /* the note that was looked at last; large enough to stay where it is */
};

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
  sodium_memzero (folded, strlen (folded));
  g_free (folded);
  self->folded = g_string_sized_new (64 * 1024);
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
  sodium_memzero (self->folded->str, self->folded->allocated_len);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

/**
 * tdm_note_search_matches:
 * @title: of a note, which may be anything
 * @text: of the note, likewise
 *
 * Returns: whether every word is in it
 */
gboolean
tdm_note_search_matches (TdmNoteSearch *self, const TdmNoteBytes *title, const TdmNoteBytes *text)
{
  sodium_memzero (self->folded->str, self->folded->len);
  g_string_truncate (self->folded, 0);
  tdm_text_fold_into (self->folded, (const char *) title->data, title->length);
  /* A word that nobody can type keeps the two apart. */
  g_string_append_c (self->folded, '\n');
  tdm_text_fold_into (self->folded, (const char *) text->data, text->length);

  for (guint i = 0; self->words[i]; i++)
    if (!strstr (self->folded->str, self->words[i]))
      return FALSE;
  return TRUE;
}
