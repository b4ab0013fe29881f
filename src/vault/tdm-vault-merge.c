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
  const guint8 *bytes; /* NULL if there is none or it cannot be read */
  gsize length;
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
is_same (const State *a, const State *b)
{
  return a->length == b->length && memcmp (a->bytes, b->bytes, a->length) == 0;
}

static void
state_read (State *self, TdmVaultFile *file, sqlite3_stmt *statement)
{
  g_autoptr (GError) error = NULL;
  TdmVaultRow row;

  self->is_there = tdm_vault_row_read (statement, &row);
  self->revision = self->is_there ? row.revision : 0;
  self->bytes = self->is_there ? tdm_vault_file_unseal (file, &row, &self->room, &self->length, &error) : NULL;
  self->is_newer_form = g_error_matches (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_TOO_NEW);
}

/* When somebody wrote it, in seconds since 1970; long ago if it does not say */
static gint64
get_modified (const State *self)
{
  TdmNoteSummary summary = { 0 };

  return self->bytes && tdm_note_content_summarize (&summary, self->bytes, self->length) ? summary.modified : G_MININT64;
}

static gboolean
find_state (TdmVaultFile *file, const char *sql, const guint8 *id, guint64 revision, State *state, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (file->database, sql, error);
  gboolean has_row;

  if (!statement)
    return FALSE;
  sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  if (revision != 0)
    sqlite3_bind_int64 (statement, 2, revision);
  if (!tdm_database_step (file->database, statement, &has_row, error))
    return FALSE;
  if (has_row)
    state_read (state, file, statement);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
find_current (TdmVaultFile *file, const guint8 *id, State *state, GError **error)
{
  return find_state (file, "SELECT id, revision, sealed FROM note WHERE " TDM_VAULT_HAS_ID, id, 0, state, error);
}

static gboolean
find_earlier (TdmVaultFile *file, const guint8 *id, guint64 revision, State *state, GError **error)
{
  return find_state (file, "SELECT id, revision, sealed FROM earlier WHERE " TDM_VAULT_HAS_ID_AND_REVISION, id, revision,
                     state, error);
}

static gboolean
put (TdmVaultFile *self, gboolean is_earlier, const guint8 *id, guint64 revision, const State *state,
     TdmManifest *manifest, GError **error)
{
  TdmNotePlace place;

  tdm_vault_file_set_place (self, &place, id, revision);
  return tdm_vault_file_put (self, is_earlier, &place, state->bytes, state->length, manifest, error);
}

/* Unless it was put there before */
static gboolean
put_earlier (TdmVaultFile *self, const guint8 *id, const State *state, TdmManifest *manifest, GError **error)
{
  g_auto (State) there = { { NULL } };

  if (!find_earlier (self, id, state->revision, &there, error))
    return FALSE;
  return there.is_there || put (self, TRUE, id, state->revision, state, manifest, error);
}

/* What cannot be read is kept as well: another program, or another day, may read it. */
static gboolean
replace (TdmVaultFile *self, const guint8 *id, const State *mine, const State *theirs, TdmManifest *manifest,
         GError **error)
{
  guint64 revision = mine->bytes ? theirs->revision : MAX (mine->revision + 1, theirs->revision);

  if (!tdm_vault_file_put_aside (self, id, manifest, error))
    return FALSE;
  tdm_manifest_remove (manifest, id, mine->revision, FALSE);
  return put (self, FALSE, id, revision, theirs, manifest, error);
}

/* The same text from the same note always gets the same uid: doing it twice adds it once. Without the key nobody can guess
 * a text by its uid. */
static gboolean
put_apart (TdmVaultFile *self, const guint8 *id, const State *theirs, TdmManifest *manifest, gboolean *is_new,
           GError **error)
{
  guint8 apart[TDM_NOTE_ID_BYTES];
  crypto_generichash_state hash;
  g_auto (State) there = { { NULL } };

  crypto_generichash_init (&hash, tdm_secret_get_bytes (self->note_key), TDM_VAULT_KEY_BYTES, sizeof apart);
  crypto_generichash_update (&hash, id, TDM_NOTE_ID_BYTES);
  crypto_generichash_update (&hash, theirs->bytes, theirs->length);
  crypto_generichash_final (&hash, apart, sizeof apart);
  sodium_memzero (&hash, sizeof hash);
  if (!find_current (self, apart, &there, error))
    return FALSE;
  *is_new = !there.is_there;
  return there.is_there || put (self, FALSE, apart, 1, theirs, manifest, error);
}

/* Whether the side with more revisions went another way. If it has kept its state of that revision, that says it; if not,
 * what comes next there must not be older than what is said to come before: revisions count pauses in typing, not time. */
static gboolean
find_branch (TdmVaultFile *longer, const guint8 *id, const State *shorter, const State *latest, gboolean *is_branch,
             GError **error)
{
  g_auto (State) then = { { NULL } }, next = { { NULL } };

  if (!find_earlier (longer, id, shorter->revision, &then, error) ||
      !find_state (longer, "SELECT id, revision, sealed FROM earlier WHERE " TDM_VAULT_HAS_ID " AND revision > ?2 "
                           "ORDER BY revision LIMIT 1", id, shorter->revision, &next, error))
    return FALSE;
  if (then.bytes)
    *is_branch = !is_same (&then, shorter);
  else
    *is_branch = get_modified (shorter) > get_modified (next.bytes ? &next : latest);
  return TRUE;
}

static gboolean
merge_two (TdmVaultFile *self, TdmVaultFile *other, const guint8 *id, const State *mine, const State *theirs,
           TdmManifest *manifest, TdmVaultMerge *done, GError **error)
{
  gboolean is_newer = theirs->revision > mine->revision, is_branch = TRUE, is_new;

  if (theirs->revision != mine->revision &&
      !find_branch (is_newer ? other : self, id, is_newer ? mine : theirs, is_newer ? theirs : mine, &is_branch,
                    error))
    return FALSE;
  if (is_branch)
    {
      if (!put_apart (self, id, theirs, manifest, &is_new, error))
        return FALSE;
      done->n_apart += is_new;
      return TRUE;
    }
  if (!is_newer)
    return put_earlier (self, id, theirs, manifest, error);
  done->n_updated++;
  return replace (self, id, mine, theirs, manifest, error);
}

static gboolean
merge_note (TdmVaultFile *self, TdmVaultFile *other, const guint8 *id, const State *theirs, TdmManifest *manifest,
            TdmVaultMerge *done, GError **error)
{
  g_auto (State) mine = { { NULL } };

  if (!find_current (self, id, &mine, error))
    return FALSE;
  if (!mine.is_there)
    {
      done->n_added++;
      return put (self, FALSE, id, theirs->revision, theirs, manifest, error);
    }
  if (mine.is_newer_form)
    {
      done->n_damaged++;
      return TRUE;
    }
  if (!mine.bytes)
    {
      done->n_updated++;
      return replace (self, id, &mine, theirs, manifest, error);
    }
  return is_same (&mine, theirs) || merge_two (self, other, id, &mine, theirs, manifest, done, error);
}

static gboolean
merge_all (TdmVaultFile *self, TdmVaultFile *other, TdmManifest *manifest, TdmVaultMerge *done, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (other->database, "SELECT id, revision, sealed FROM note", error);
  gboolean has_row = statement != NULL, is_well = has_row;

  while (has_row && is_well)
    {
      g_auto (State) theirs = { { NULL } };
      guint8 id[TDM_NOTE_ID_BYTES];

      if (!tdm_database_step (other->database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      state_read (&theirs, other, statement);
      if (theirs.is_there)
        memcpy (id, sqlite3_column_blob (statement, 0), sizeof id);
      if (theirs.bytes && theirs.revision < G_MAXINT64)
        is_well = merge_note (self, other, id, &theirs, manifest, done, error);
      else
        done->n_damaged++;
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
  g_autoptr (TdmManifest) manifest = NULL;

  *done = (TdmVaultMerge) { 0 };
  if (!tdm_vault_file_check_writable (self, error) || !tdm_vault_file_check_open (other, error) ||
      !tdm_database_begin (self->database, error))
    return FALSE;
  manifest = tdm_manifest_copy (self->manifest);
  if (merge_all (self, other, manifest, done, error))
    return tdm_vault_file_commit (self, g_steal_pointer (&manifest), error);
  tdm_database_rollback (self->database);
  return FALSE;
}
