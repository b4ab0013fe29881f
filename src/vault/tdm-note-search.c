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
 * @title: (array length=title_length): of a note
 * @title_length: in bytes
 * @text: (array length=text_length): of the note
 * @text_length: in bytes
 *
 * Returns: whether every word is in it
 */
gboolean
tdm_note_search_matches (TdmNoteSearch *self, const char *title, gsize title_length, const char *text,
                         gsize text_length)
{
  sodium_memzero (self->folded->str, self->folded->len);
  g_string_truncate (self->folded, 0);
  tdm_text_fold_into (self->folded, title, title_length);
  /* A word that nobody can type keeps the two apart. */
  g_string_append_c (self->folded, '\n');
  tdm_text_fold_into (self->folded, text, text_length);

  for (guint i = 0; self->words[i]; i++)
    if (!strstr (self->folded->str, self->words[i]))
      return FALSE;
  return TRUE;
}
