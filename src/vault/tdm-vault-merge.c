/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-file-private.h"

#include "tdm-note-content.h"

#include <sodium.h>
#include <string.h>

/* Notes of another file, such as a backup, into this one. The higher revision of a note wins; what it wins over is kept
 * as an earlier version of it, and what cannot be its earlier version becomes a note of its own: no text is lost. */

/* A state of a note in clear, for a moment */
typedef struct
{
  TdmVaultRoom room;
  TdmNoteBytes content; /* no data if there is none or it cannot be read */
  guint64 revision;
  gboolean is_there;
  gboolean is_newer_form; /* a newer Tandem can read it */
} State;

static void
state_clear (State *self)
{
  tdm_vault_room_clear (&self->room);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

static gboolean
state_equal (const State *a, const State *b)
{
  return a->content.length == b->content.length && memcmp (a->content.data, b->content.data, a->content.length) == 0;
}

static void
state_read (State *self, TdmVaultFile *file, sqlite3_stmt *statement)
{
  g_autoptr (GError) error = NULL;
  TdmVaultRow row;

  self->is_there = tdm_vault_row_read (statement, &row);
  self->revision = self->is_there ? row.revision : 0;
  if (!self->is_there || !tdm_vault_file_unseal (file, &row, &self->room, &self->content, &error))
    self->content.data = NULL;
  self->is_newer_form = g_error_matches (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_TOO_NEW);
}

/* When somebody wrote it, in seconds since 1970; long ago if it does not say */
static gint64
state_get_modified (const State *self)
{
  TdmNoteSummary summary = { 0 };

  return self->content.data && tdm_note_content_summarize (&summary, &self->content) ? summary.modified : G_MININT64;
}

/* Notes that come, one after the other */
typedef struct
{
  TdmVaultNext next;
  TdmVaultFile *other;
  guint8 id[TDM_NOTE_ID_BYTES]; /* of the note whose turn it is */
  TdmVaultMerge done;
} Merge;

#define PRESENT "SELECT id, revision, sealed FROM note WHERE " TDM_VAULT_HAS_ID
#define EARLIER "SELECT id, revision, sealed FROM earlier WHERE " TDM_VAULT_HAS_ID_AND_REVISION
#define NEXT_EARLIER "SELECT id, revision, sealed FROM earlier WHERE " TDM_VAULT_HAS_ID " AND revision > ?2 " \
                     "ORDER BY revision LIMIT 1"

/* A state of the note at @place in one of the two files */
static gboolean
vault_find_state (TdmVaultFile *self, const char *sql, const TdmNotePlace *place, State *state, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, sql, error);
  gboolean has_row;

  if (!statement)
    return FALSE;
  sqlite3_bind_blob (statement, 1, place->id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, place->revision);
  if (!tdm_database_step (self->database, statement, &has_row, error))
    return FALSE;
  if (has_row)
    state_read (state, self, statement);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
merge_put (Merge *self, gboolean is_earlier, guint64 revision, const State *state, GError **error)
{
  TdmNotePlace place;

  tdm_vault_file_set_place (self->next.file, &place, self->id, revision);
  return tdm_vault_next_put (&self->next, is_earlier, &place, &state->content, error);
}

/* What cannot be read is kept as well: another program, or another day, may read it. */
static gboolean
merge_replace (Merge *self, const State *mine, const State *theirs, GError **error)
{
  guint64 revision = mine->content.data ? theirs->revision : MAX (mine->revision + 1, theirs->revision);

  self->done.n_updated++;
  if (!tdm_vault_next_put_aside (&self->next, self->id, error))
    return FALSE;
  tdm_manifest_remove (self->next.manifest, self->id, mine->revision, FALSE);
  return merge_put (self, FALSE, revision, theirs, error);
}

/* The same text from the same note always gets the same uid: doing it twice adds it once. Without the key nobody can
 * guess a text by its uid. */
static gboolean
merge_put_apart (Merge *self, const State *theirs, GError **error)
{
  TdmVaultFile *file = self->next.file;
  crypto_generichash_state hash;
  g_auto (State) there = { { NULL } };
  TdmNotePlace apart;

  tdm_vault_file_set_place (file, &apart, self->id, 1);
  crypto_generichash_init (&hash, tdm_secret_get_bytes (file->note_key), TDM_VAULT_KEY_BYTES, sizeof apart.id);
  crypto_generichash_update (&hash, self->id, TDM_NOTE_ID_BYTES);
  crypto_generichash_update (&hash, theirs->content.data, theirs->content.length);
  crypto_generichash_final (&hash, apart.id, sizeof apart.id);
  sodium_memzero (&hash, sizeof hash);
  if (!vault_find_state (file, PRESENT, &apart, &there, error))
    return FALSE;
  self->done.n_apart += !there.is_there;
  return there.is_there || tdm_vault_next_put (&self->next, FALSE, &apart, &theirs->content, error);
}

/* Whether the side with more revisions went another way. If it has kept its state of that revision, that says it; if
 * not, what comes next there must not be older than what is said to come before: revisions count pauses in typing, not
 * time. */
static gboolean
merge_find_branch (Merge *self, const State *mine, const State *theirs, gboolean *is_branch, GError **error)
{
  gboolean is_newer = theirs->revision > mine->revision;
  TdmVaultFile *longer = is_newer ? self->other : self->next.file;
  const State *shorter = is_newer ? mine : theirs, *latest = is_newer ? theirs : mine;
  g_auto (State) then = { { NULL } }, next = { { NULL } };
  TdmNotePlace place;

  tdm_vault_file_set_place (longer, &place, self->id, shorter->revision);
  if (!vault_find_state (longer, EARLIER, &place, &then, error) ||
      !vault_find_state (longer, NEXT_EARLIER, &place, &next, error))
    return FALSE;
  if (then.content.data)
    *is_branch = !state_equal (&then, shorter);
  else
    *is_branch = state_get_modified (shorter) > state_get_modified (next.content.data ? &next : latest);
  return TRUE;
}

/* Both sides have the note, and say different things. */
static gboolean
merge_two (Merge *self, const State *mine, const State *theirs, GError **error)
{
  gboolean is_branch = TRUE;
  g_auto (State) there = { { NULL } };
  TdmNotePlace place;

  if (theirs->revision != mine->revision && !merge_find_branch (self, mine, theirs, &is_branch, error))
    return FALSE;
  if (is_branch)
    return merge_put_apart (self, theirs, error);
  if (theirs->revision > mine->revision)
    return merge_replace (self, mine, theirs, error);
  /* An earlier state, unless it was put there before */
  tdm_vault_file_set_place (self->next.file, &place, self->id, theirs->revision);
  if (!vault_find_state (self->next.file, EARLIER, &place, &there, error))
    return FALSE;
  return there.is_there || merge_put (self, TRUE, theirs->revision, theirs, error);
}

static gboolean
merge_note (Merge *self, const State *theirs, GError **error)
{
  g_auto (State) mine = { { NULL } };
  TdmNotePlace place;

  tdm_vault_file_set_place (self->next.file, &place, self->id, 0);
  if (!vault_find_state (self->next.file, PRESENT, &place, &mine, error))
    return FALSE;
  if (!mine.is_there)
    {
      self->done.n_added++;
      return merge_put (self, FALSE, theirs->revision, theirs, error);
    }
  if (mine.is_newer_form)
    {
      self->done.n_damaged++;
      return TRUE;
    }
  if (!mine.content.data)
    return merge_replace (self, &mine, theirs, error);
  return state_equal (&mine, theirs) || merge_two (self, &mine, theirs, error);
}

static gboolean
merge_all (Merge *self, GError **error)
{
  TdmDatabase *database = self->other->database;
  sqlite3_stmt *statement = tdm_database_prepare (database, "SELECT id, revision, sealed FROM note", error);
  gboolean has_row = statement != NULL, is_well = has_row;

  while (has_row && is_well)
    {
      g_auto (State) theirs = { { NULL } };

      if (!tdm_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      state_read (&theirs, self->other, statement);
      if (theirs.is_there)
        memcpy (self->id, sqlite3_column_blob (statement, 0), sizeof self->id);
      if (theirs.content.data && theirs.revision < G_MAXINT64)
        is_well = merge_note (self, &theirs, error);
      else
        self->done.n_damaged++;
    }
  if (has_row)
    sqlite3_reset (statement);
  return is_well;
}

/**
 * tdm_vault_file_merge:
 * @self: an unlocked vault
 * @other: another one, unlocked, such as a backup
 * @done: (out): how many notes it was about
 * @error: %TDM_VAULT_ERROR_READ_ONLY or of #TdmFileError
 *
 * Brings the notes of @other, which stays as it is, into @self: all of them, or none if it fails.
 *
 * Returns: whether they are on disk
 */
gboolean
tdm_vault_file_merge (TdmVaultFile *self, TdmVaultFile *other, TdmVaultMerge *done, GError **error)
{
  Merge merge = { .other = other };
  gboolean is_well;

  *done = merge.done;
  if (!tdm_vault_file_check_writable (self, error) || !tdm_vault_file_check_open (other, error) ||
      !tdm_vault_next_begin (&merge.next, self, error))
    return FALSE;
  is_well = merge_all (&merge, error);
  *done = merge.done;
  return is_well ? tdm_vault_next_commit (&merge.next, error) : tdm_vault_next_roll_back (&merge.next);
}
