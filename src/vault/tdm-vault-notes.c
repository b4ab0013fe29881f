/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-file-private.h"

#include "base/tdm-clock.h"
#include "tdm-note-content.h"

#include <string.h>

/* Reading and writing a note in an unlocked vault. */

static gboolean
open_row (TdmVaultFile *self, const TdmVaultRow *row, TdmVaultNote *note, TdmVaultRoom *room, GError **error)
{
  gsize length;
  const guint8 *content = tdm_vault_file_unseal (self, row, room, &length, error);

  note->revision = row->revision;
  return content && tdm_note_content_read (note, content, length, error);
}

/* --- reading one -------------------------------------------------------- */

#define NOW "SELECT id, revision, sealed FROM note WHERE " TDM_VAULT_HAS_ID
#define THEN NOW " AND revision = ?2 UNION ALL SELECT id, revision, sealed FROM earlier WHERE " \
             TDM_VAULT_HAS_ID_AND_REVISION
/* The sign keeps SQLite from going by the order of the ids. */
#define NOW_IN_NO_ORDER "SELECT id, revision, sealed FROM note WHERE +id = ?1"

static TdmVaultNote *
read_note (TdmVaultFile *self, const char *sql, const guint8 *id, guint64 revision, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, sql, error);
  g_autofree char *uid = tdm_vault_file_format_uid (id);
  g_autoptr (TdmVaultNote) note = tdm_vault_note_new (uid);
  g_auto (TdmVaultRoom) room = { NULL };
  gboolean has_row, done;
  TdmVaultRow row;

  if (!statement)
    return NULL;
  sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, revision);
  if (!tdm_database_step (self->database, statement, &has_row, error))
    return NULL;
  if (has_row && tdm_vault_row_read (statement, &row))
    done = open_row (self, &row, note, &room, error);
  else
    done = tdm_vault_error_set (error, TDM_VAULT_ERROR_NOT_FOUND);
  sqlite3_reset (statement);
  return done ? g_steal_pointer (&note) : NULL;
}

/* In a damaged file a note may stand where its id does not lead; the list, which goes from one to the next, has it. */
static TdmVaultNote *
read_present (TdmVaultFile *self, const guint8 *id, GError **error)
{
  g_autoptr (GError) reason = NULL;
  TdmVaultNote *note = read_note (self, NOW, id, 0, &reason);

  if (!note && g_error_matches (reason, TDM_VAULT_ERROR, TDM_VAULT_ERROR_NOT_FOUND))
    return read_note (self, NOW_IN_NO_ORDER, id, 0, error);
  if (!note)
    g_propagate_error (error, g_steal_pointer (&reason));
  return note;
}

/**
 * tdm_vault_file_read:
 * @self: an unlocked vault
 * @uid: of a note
 * @revision: which state of it; 0 for what it is now
 * @error: %TDM_VAULT_ERROR_NOT_FOUND, _DAMAGED or others
 *
 * Returns: (transfer full) (nullable): the whole note
 */
TdmVaultNote *
tdm_vault_file_read (TdmVaultFile *self, const char *uid, guint64 revision, GError **error)
{
  guint8 id[TDM_NOTE_ID_BYTES];

  if (!tdm_vault_file_check_open (self, error) || !tdm_vault_file_parse_uid (uid, id, error))
    return NULL;
  return revision == 0 ? read_present (self, id, error) : read_note (self, THEN, id, revision, error);
}

/* --- earlier states ----------------------------------------------------- */

static gboolean
drop_earlier (TdmVaultFile *self, const guint8 *id, guint64 revision, TdmManifest *manifest, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, "DELETE FROM earlier WHERE id = ? AND revision = ?", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, revision);
  tdm_manifest_remove (manifest, id, revision, TRUE);
  return tdm_database_step (self->database, statement, NULL, error);
}

/* What cannot be read tells no time. */
static gboolean
is_too_old (TdmVaultFile *self, TdmVaultNote *state)
{
  return !state->is_damaged && state->modified < self->passed - TDM_VAULT_EARLIER_SECONDS;
}

/**
 * tdm_vault_file_set_passed:
 * @self: an unlocked vault
 * @passed: a moment, in seconds since 1970, that has certainly come
 *
 * Earlier states are dropped for their age from then on. Without it none is: the clock may run ahead.
 */
void
tdm_vault_file_set_passed (TdmVaultFile *self, gint64 passed)
{
  self->passed = passed;
}

/* Too many or too old */
static gboolean
prune_earlier (TdmVaultFile *self, const guint8 *id, GPtrArray *earlier, TdmManifest *manifest, GError **error)
{
  for (guint i = 0; i < earlier->len; i++)
    {
      TdmVaultNote *state = earlier->pdata[i];

      /* One more comes. */
      if ((i + 1 >= TDM_VAULT_EARLIER_MOST || is_too_old (self, state)) &&
          !drop_earlier (self, id, state->revision, manifest, error))
        return FALSE;
    }
  return TRUE;
}

/* When a state was put aside last, or since when there is something to put aside */
static gint64
get_last_kept (TdmVaultFile *self, TdmVaultNote *old)
{
  const gint64 *moment = g_hash_table_lookup (self->kept, old->uid);

  return moment ? *moment : MAX (self->unlocked_at, old->created);
}

/* Bytes that somebody has soon typed again */
#define SHORT 40

/* Whether most of a text is gone, as after pasting over it or bringing back another version */
static gboolean
is_replaced (const char *old, const char *text)
{
  gsize n_old = strlen (old), n_text = strlen (text), most = MIN (n_old, n_text), before = 0, after = 0;

  while (before < most && old[before] == text[before])
    before++;
  while (after < most - before && old[n_old - 1 - after] == text[n_text - 1 - after])
    after++;
  return n_old >= SHORT && before + after < n_old / 2;
}

static gboolean
is_worth_keeping (TdmVaultFile *self, TdmVaultNote *old, TdmVaultNote *note, gint64 now)
{
  gint64 modified = old->modified, before = get_last_kept (self, old);

  return !tdm_vault_note_is_empty (old) &&
         (now - modified >= TDM_VAULT_EARLIER_APART || modified - before >= TDM_VAULT_EARLIER_APART ||
          is_replaced (old->text, note->text));
}

/* In a transaction: the state of a note that is there now is kept besides the one that comes, as it is, whether it can be
 * read or not. */
gboolean
tdm_vault_file_put_aside (TdmVaultFile *self, const guint8 *id, TdmManifest *manifest, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, "INSERT OR IGNORE INTO earlier SELECT id, revision, sealed "
                                                                  "FROM note WHERE id = ? RETURNING id, revision, sealed",
                                                  error);
  gboolean has_row;
  TdmVaultRow row;

  if (!statement)
    return FALSE;
  sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  if (!tdm_database_step (self->database, statement, &has_row, error))
    return FALSE;
  if (has_row && tdm_vault_row_read (statement, &row))
    tdm_manifest_set (manifest, id, row.revision, TRUE, tdm_sealed_note_get_tag (row.sealed, row.length));
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
keep_earlier (TdmVaultFile *self, const guint8 *id, TdmVaultNote *old, TdmManifest *manifest, GError **error)
{
  g_autoptr (GPtrArray) earlier = tdm_vault_file_list_earlier (self, old->uid, error);

  return earlier && prune_earlier (self, id, earlier, manifest, error) &&
         tdm_vault_file_put_aside (self, id, manifest, error);
}

/* --- writing ------------------------------------------------------------ */

static gboolean
write_row (TdmVaultFile *self, const char *sql, const guint8 *id, guint64 revision, GBytes *sealed, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, sql, error);

  if (!statement)
    return FALSE;
  sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, revision);
  sqlite3_bind_blob (statement, 3, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), SQLITE_TRANSIENT);
  return tdm_database_step (self->database, statement, NULL, error);
}

/* In a transaction: seals a content and puts it in place of the note, or among its earlier states. */
gboolean
tdm_vault_file_put (TdmVaultFile *self, gboolean is_earlier, const TdmNotePlace *place, const guint8 *content, gsize length,
                    TdmManifest *manifest, GError **error)
{
  const char *sql = is_earlier ? "INSERT INTO earlier VALUES (?1, ?2, ?3)"
                               : "INSERT INTO note VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET revision = ?2, "
                                 "sealed = ?3";
  g_autoptr (GBytes) sealed = tdm_sealed_note_seal (place, self->epoch, self->note_key, content, length);

  tdm_manifest_set (manifest, place->id, place->revision, is_earlier,
                    tdm_sealed_note_get_tag (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed)));
  return write_row (self, sql, place->id, place->revision, sealed, error);
}

static gboolean
has_changed (TdmVaultNote *note, TdmVaultNote *old)
{
  return !old || note->is_question != old->is_question ||
         !g_str_equal (note->title, old->title) || !g_str_equal (note->text, old->text);
}

/* What the same writer saved without being told so */
static gboolean
is_own (TdmVaultFile *self, TdmVaultNote *old, TdmVaultNote *note)
{
  const guint64 *revision = g_hash_table_lookup (self->unheard, note->uid);

  return revision && *revision == old->revision && *revision == note->revision + 1;
}

/* The state on which the writer built must be the one that is there. */
static gboolean
find_base (TdmVaultFile *self, const guint8 *id, TdmVaultNote *note, TdmVaultNote **old, GError **error)
{
  g_autoptr (GError) reason = NULL;

  *old = read_note (self, NOW, id, 0, &reason);
  if (!*old && g_error_matches (reason, TDM_VAULT_ERROR, TDM_VAULT_ERROR_NOT_FOUND))
    return note->revision == 0 || tdm_vault_error_set (error, TDM_VAULT_ERROR_CHANGED);
  if (!*old)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return (*old)->revision == note->revision || is_own (self, *old, note) ||
         tdm_vault_error_set (error, TDM_VAULT_ERROR_CHANGED);
}

static gboolean
write_note (TdmVaultFile *self, const guint8 *id, TdmVaultNote *note, TdmVaultNote *old, gboolean keeps_old,
            TdmManifest *manifest, GError **error)
{
  TdmNotePlace place;
  gsize length;
  guint8 *content = tdm_note_content_write (note, &length, error);
  gboolean done = content && (!keeps_old || keep_earlier (self, id, old, manifest, error));

  tdm_vault_file_set_place (self, &place, id, note->revision + 1);
  if (done && old)
    tdm_manifest_remove (manifest, id, place.revision - 1, FALSE);
  done = done && tdm_vault_file_put (self, FALSE, &place, content, length, manifest, error);
  if (content)
    tdm_note_content_free (content, length);
  return done;
}

/**
 * tdm_vault_file_save:
 * @self: an unlocked vault
 * @note: a whole note; its revision says on which state the writer built
 * @error: %TDM_VAULT_ERROR_CHANGED if another state is there, _READ_ONLY, _TOO_LARGE, or of #TdmFileError
 *
 * Saves a note and sets its revision and times. A state that stood for some time is kept beside.
 *
 * Returns: whether it is on disk; if not, @note and the file are as they were
 */
gboolean
tdm_vault_file_save (TdmVaultFile *self, TdmVaultNote *note, GError **error)
{
  g_autoptr (TdmVaultNote) old = NULL, copy = NULL;
  guint8 id[TDM_NOTE_ID_BYTES];
  gint64 now = tdm_clock_now ();
  gboolean is_changed, keeps_old;
  TdmVaultNext next;

  if (!tdm_vault_file_check_writable (self, error) || !tdm_vault_file_parse_uid (note->uid, id, error) ||
      !find_base (self, id, note, &old, error))
    return FALSE;

  copy = tdm_vault_note_copy (note);
  is_changed = has_changed (note, old);
  copy->created = old ? old->created : now;
  copy->modified = is_changed ? now : old->modified;
  keeps_old = old && is_changed && is_worth_keeping (self, old, copy, now);
  if (old)
    copy->revision = old->revision;
  if (!tdm_database_begin (self->database, error))
    return FALSE;
  tdm_vault_next_init (&next, self);
  next.manifest = tdm_manifest_copy (self->manifest);
  next.uid = g_strdup (note->uid);
  next.revision = copy->revision + 1;
  if (!write_note (self, id, copy, old, keeps_old, next.manifest, error))
    {
      tdm_database_rollback (self->database);
      tdm_vault_next_clear (&next);
      return FALSE;
    }
  if (!tdm_vault_file_commit_next (self, &next, error))
    return FALSE;
  if (keeps_old)
    g_hash_table_insert (self->kept, g_strdup (note->uid), g_memdup2 (&now, sizeof now));
  g_hash_table_remove (self->unheard, note->uid);
  note->created = copy->created;
  note->modified = copy->modified;
  note->revision = copy->revision + 1;
  return TRUE;
}

/* --- deleting ----------------------------------------------------------- */

/* Nothing has to be opened for that. */
static gboolean
delete_states (TdmVaultFile *self, const guint8 *id, gboolean is_earlier, TdmManifest *manifest, guint *n_deleted,
               GError **error)
{
  const char *sql = is_earlier ? "DELETE FROM earlier WHERE " TDM_VAULT_HAS_ID " RETURNING revision"
                               : "DELETE FROM note WHERE " TDM_VAULT_HAS_ID " RETURNING revision";
  sqlite3_stmt *statement = tdm_database_prepare (self->database, sql, error);
  gboolean has_row = statement != NULL;

  if (statement)
    sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  while (has_row)
    {
      if (!tdm_database_step (self->database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      tdm_manifest_remove (manifest, id, sqlite3_column_int64 (statement, 0), is_earlier);
      *n_deleted += 1;
    }
  return statement != NULL;
}

/* In a transaction: a note goes with everything that was ever kept of it. */
static gboolean
delete_note (TdmVaultFile *self, const char *uid, TdmManifest *manifest, guint *n_deleted, GError **error)
{
  guint8 id[TDM_NOTE_ID_BYTES];

  return tdm_vault_file_parse_uid (uid, id, error) && delete_states (self, id, TRUE, manifest, n_deleted, error) &&
         delete_states (self, id, FALSE, manifest, n_deleted, error);
}

typedef gboolean (*Judge) (TdmVaultNote *note, gpointer data);

static gboolean
has_any (GPtrArray *notes, Judge judge, gpointer data)
{
  for (guint i = 0; i < notes->len; i++)
    if (judge (notes->pdata[i], data))
      return TRUE;
  return FALSE;
}

static gboolean
delete_notes (TdmVaultFile *self, GPtrArray *notes, Judge judge, gpointer data, GError **error)
{
  g_autoptr (TdmManifest) manifest = NULL;
  guint n_deleted = 0;

  if (!has_any (notes, judge, data))
    return TRUE;
  manifest = tdm_manifest_copy (self->manifest);
  if (!tdm_database_begin (self->database, error))
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      if (!judge (notes->pdata[i], data))
        continue;
      if (!delete_note (self, ((TdmVaultNote *) notes->pdata[i])->uid, manifest, &n_deleted, error))
        {
          tdm_database_rollback (self->database);
          return FALSE;
        }
    }
  if (!tdm_vault_file_commit (self, g_steal_pointer (&manifest), error))
    return FALSE;
  for (guint i = notes->len; i > 0; i--)
    if (judge (notes->pdata[i - 1], data))
      g_ptr_array_remove_index (notes, i - 1);
  return TRUE;
}

static gboolean
is_about (TdmVaultNote *note, gpointer pairs)
{
  return *note->pair && g_strv_contains (pairs, note->pair);
}

/**
 * tdm_vault_file_delete_about:
 * @self: an unlocked vault
 * @pairs: uids of tandems
 *
 * Removes for ever every note about these tandems, those in the bin included.
 *
 * Returns: whether they are gone
 */
gboolean
tdm_vault_file_delete_about (TdmVaultFile *self, const char *const *pairs, GError **error)
{
  g_autoptr (GPtrArray) notes = NULL;

  if (!tdm_vault_file_check_writable (self, error))
    return FALSE;
  notes = tdm_vault_file_list (self, error);
  return notes && delete_notes (self, notes, is_about, (gpointer) pairs, error);
}

/**
 * tdm_vault_file_delete:
 * @self: an unlocked vault
 * @uid: of a note
 *
 * Removes a note and its earlier states for ever; it is no failure if there is none.
 *
 * Returns: whether it is gone
 */
gboolean
tdm_vault_file_delete (TdmVaultFile *self, const char *uid, GError **error)
{
  g_autoptr (TdmManifest) manifest = NULL;
  guint n_deleted = 0;
  gboolean done;

  if (!tdm_vault_file_check_writable (self, error) || !tdm_database_begin (self->database, error))
    return FALSE;
  manifest = tdm_manifest_copy (self->manifest);
  done = delete_note (self, uid, manifest, &n_deleted, error);
  if (done && n_deleted > 0)
    return tdm_vault_file_commit (self, g_steal_pointer (&manifest), error);
  tdm_database_rollback (self->database);
  return done;
}

static gboolean
is_old_in_bin (TdmVaultNote *note, gpointer before)
{
  return !note->is_damaged && note->removed != 0 && note->removed < *(gint64 *) before;
}

/**
 * tdm_vault_file_empty_bin:
 * @self: an unlocked vault
 * @notes: (element-type TdmVaultNote): all its notes
 * @before: in seconds since 1970
 *
 * Removes for ever what was put into the bin before that, also from @notes.
 *
 * Returns: whether it is gone
 */
gboolean
tdm_vault_file_empty_bin (TdmVaultFile *self, GPtrArray *notes, gint64 before, GError **error)
{
  return tdm_vault_file_check_writable (self, error) && delete_notes (self, notes, is_old_in_bin, &before, error);
}

/* --- all of them -------------------------------------------------------- */

static gboolean
reseal_row (TdmVaultFile *self, const TdmVaultRow *row, TdmSecret *note_key, guint16 epoch, GBytes **sealed,
            TdmVaultRoom *room, GError **error)
{
  TdmNotePlace place;
  gsize length;
  const guint8 *content = tdm_vault_file_unseal (self, row, room, &length, error);

  if (!content)
    return FALSE;
  tdm_vault_file_set_place (self, &place, row->id, row->revision);
  *sealed = tdm_sealed_note_seal (&place, epoch, note_key, content, length);
  return TRUE;
}

/* Read and write in turns: the next row is found by its key, not by an open statement. */
static gboolean
reseal_table (TdmVaultFile *self, const char *next, const char *update, gboolean is_earlier, TdmSecret *note_key,
              guint16 epoch, TdmManifest *manifest, GError **error)
{
  guint8 id[TDM_NOTE_ID_BYTES] = { 0 };
  guint64 revision = 0;
  g_auto (TdmVaultRoom) room = { NULL };

  while (TRUE)
    {
      sqlite3_stmt *statement = tdm_database_prepare (self->database, next, error);
      g_autoptr (GBytes) sealed = NULL;
      gboolean has_row, done;
      TdmVaultRow row;

      if (!statement)
        return FALSE;
      sqlite3_bind_blob (statement, 1, id, sizeof id, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 2, revision);
      if (!tdm_database_step (self->database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      done = tdm_vault_row_read (statement, &row) && reseal_row (self, &row, note_key, epoch, &sealed, &room, error);
      if (done)
        {
          memcpy (id, row.id, sizeof id);
          revision = row.revision;
        }
      sqlite3_reset (statement);
      if (!done && error && !*error)
        tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
      if (!done || !write_row (self, update, id, revision, sealed, error))
        return FALSE;
      tdm_manifest_append (manifest, id, revision, is_earlier,
                           tdm_sealed_note_get_tag (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed)));
    }
}

/* In a transaction: every state of every note is sealed with another key and entered into an empty manifest. */
gboolean
tdm_vault_file_reseal_all (TdmVaultFile *self, TdmSecret *note_key, guint16 epoch, TdmManifest *manifest,
                           GError **error)
{
  if (!reseal_table (self, "SELECT id, revision, sealed FROM note WHERE (id, revision) > (?, ?) ORDER BY id LIMIT 1",
                     "UPDATE note SET sealed = ?3 WHERE id = ?1 AND revision = ?2", FALSE, note_key, epoch, manifest,
                     error) ||
      !reseal_table (self, "SELECT id, revision, sealed FROM earlier WHERE (id, revision) > (?, ?) "
                           "ORDER BY id, revision LIMIT 1",
                     "UPDATE earlier SET sealed = ?3 WHERE id = ?1 AND revision = ?2", TRUE, note_key, epoch, manifest,
                     error))
    return FALSE;
  tdm_manifest_sort (manifest);
  return TRUE;
}
