/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-note.h"

#include "tdm-note-excerpt.h"

#include <sodium.h>
#include <string.h>

/* Most of the thousands of notes in a list leave most of it empty: such texts are not allocated. */
static char nothing[] = "";

static char *
note_take_text (const char *text, gsize length)
{
  return length > 0 ? g_strndup (text, length) : nothing;
}

/**
 * tdm_vault_note_set:
 * @place: a text of a note
 * @text: (nullable): what it is from now on
 *
 * Overwrites what was there before.
 *
 * Returns: whether that was another text
 */
gboolean
tdm_vault_note_set (char **place, const char *text)
{
  char *before = *place;

  if (g_strcmp0 (before, text ? text : "") == 0)
    return FALSE;
  *place = note_take_text (text, text ? strlen (text) : 0);
  if (before && before != nothing)
    {
      sodium_memzero (before, strlen (before));
      g_free (before);
    }
  return TRUE;
}

/**
 * tdm_vault_note_new:
 * @uid: (nullable): a UUID, or %NULL for a new one
 *
 * Returns: (transfer full): an empty note, which is nowhere yet
 */
TdmVaultNote *
tdm_vault_note_new (const char *uid)
{
  TdmVaultNote *self = g_new0 (TdmVaultNote, 1);

  self->uid = uid ? g_strdup (uid) : g_uuid_string_random ();
  self->pair = self->meeting = self->title = self->text = self->excerpt = nothing;
  return self;
}

/**
 * tdm_vault_note_new_listed:
 * @taken_uid: a UUID
 * @revision: of this state of it
 * @summary: what is known of it
 *
 * Returns: (transfer full): a note of a list, without its text
 */
TdmVaultNote *
tdm_vault_note_new_listed (char *taken_uid, guint64 revision, const TdmNoteSummary *summary)
{
  TdmVaultNote *self = g_new0 (TdmVaultNote, 1);
  char *excerpt =
    summary->texts[3].length > 0 ? tdm_note_excerpt_make (summary->texts[3].text, summary->texts[3].length) : NULL;

  self->uid = taken_uid;
  self->revision = revision;
  self->is_question = summary->is_question;
  self->created = summary->created;
  self->modified = summary->modified;
  self->removed = summary->removed;
  self->pair = note_take_text (summary->texts[0].text, summary->texts[0].length);
  self->meeting = note_take_text (summary->texts[1].text, summary->texts[1].length);
  self->title = note_take_text (summary->texts[2].text, summary->texts[2].length);
  self->text = nothing;
  self->excerpt = excerpt ? excerpt : nothing;
  return self;
}

/**
 * tdm_vault_note_copy_as:
 * @uid: (nullable): a UUID, or %NULL for a new one
 *
 * Returns: (transfer full): another note that says the same
 */
TdmVaultNote *
tdm_vault_note_copy_as (const TdmVaultNote *self, const char *uid)
{
  TdmVaultNote *copy = g_new (TdmVaultNote, 1);

  *copy = *self;
  copy->uid = uid ? g_strdup (uid) : g_uuid_string_random ();
  copy->pair = note_take_text (self->pair, strlen (self->pair));
  copy->meeting = note_take_text (self->meeting, strlen (self->meeting));
  copy->title = note_take_text (self->title, strlen (self->title));
  copy->text = note_take_text (self->text, strlen (self->text));
  copy->excerpt = note_take_text (self->excerpt, strlen (self->excerpt));
  return copy;
}

TdmVaultNote *
tdm_vault_note_copy (const TdmVaultNote *self)
{
  return tdm_vault_note_copy_as (self, self->uid);
}

void
tdm_vault_note_free (TdmVaultNote *self)
{
  char **places[] = { &self->pair, &self->meeting, &self->title, &self->text, &self->excerpt };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    tdm_vault_note_set (places[i], NULL);
  g_free (self->uid);
  g_free (self);
}

/**
 * tdm_vault_note_set_text:
 * @text: its whole text
 *
 * Returns: whether the excerpt, which follows, is another one now
 */
gboolean
tdm_vault_note_set_text (TdmVaultNote *self, const char *text)
{
  char *excerpt = tdm_note_excerpt_make (text, strlen (text));
  gboolean has_changed = tdm_vault_note_set (&self->excerpt, excerpt);

  tdm_vault_note_set (&self->text, text);
  if (excerpt)
    sodium_memzero (excerpt, strlen (excerpt));
  g_free (excerpt);
  return has_changed;
}

/**
 * tdm_vault_note_is_empty:
 * @self: a whole note
 *
 * Returns: whether nobody would miss it
 */
gboolean
tdm_vault_note_is_empty (const TdmVaultNote *self)
{
  return !*self->title && !*self->excerpt && !self->is_damaged;
}
