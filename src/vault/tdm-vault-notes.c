/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-file-private.h"

#include "base/tdm-clock.h"
#include "tdm-note-content.h"

#include <string.h>

/* Reading and writing a note in an unlocked vault. */

#define NOW "SELECT id, revision, sealed FROM note WHERE " TDM_VAULT_HAS_ID
#define THEN NOW " AND revision = ?2 UNION ALL SELECT id, revision, sealed FROM earlier WHERE " \
             TDM_VAULT_HAS_ID_AND_REVISION
/* The sign keeps SQLite from going by the order of the ids. */
#define NOW_IN_NO_ORDER "SELECT id, revision, sealed FROM note WHERE +id = ?1"

static TdmVaultNote *
vault_read_note (TdmVaultFile *self, const char *sql, const guint8 *id, guint64 revision, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, sql, error);
  g_autofree char *uid = tdm_vault_file_format_uid (id);
  g_autoptr (TdmVaultNote) note = tdm_vault_note_new (uid);
  g_auto (TdmVaultRoom) room = { NULL };
  gboolean has_row, is_done;
  TdmNoteBytes content;
  TdmVaultRow row;

  if (!statement)
    return NULL;
  sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, revision);
  if (!tdm_database_step (self->database, statement, &has_row, error))
    return NULL;
  if (has_row && tdm_vault_row_read (statement, &row))
    {
      note->revision = row.revision;
      is_done =
        tdm_vault_file_unseal (self, &row, &room, &content, error) && tdm_note_content_read (note, &content, error);
    }
  else
    is_done = tdm_vault_error_set (error, TDM_VAULT_ERROR_NOT_FOUND);
  sqlite3_reset (statement);
  return is_done ? g_steal_pointer (&note) : NULL;
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
  g_autoptr (GError) reason = NULL;
  guint8 id[TDM_NOTE_ID_BYTES];
  TdmVaultNote *note;

  if (!tdm_vault_file_check_open (self, error) || !tdm_vault_file_parse_uid (uid, id, error))
    return NULL;
  if (revision != 0)
    return vault_read_note (self, THEN, id, revision, error);
  note = vault_read_note (self, NOW, id, 0, &reason);
  /* In a damaged file a note may stand where its id does not lead; the list, which goes from one to the next, has
   * it. */
  if (!note && g_error_matches (reason, TDM_VAULT_ERROR, TDM_VAULT_ERROR_NOT_FOUND))
    return vault_read_note (self, NOW_IN_NO_ORDER, id, 0, error);
  if (!note)
    g_propagate_error (error, g_steal_pointer (&reason));
  return note;
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

/* Bytes that somebody has soon typed again */
#define SHORT 40

/* Whether most of a text is gone, as after pasting over it or bringing back another version */
static gboolean
text_is_replaced (const char *old, const char *text)
{
  gsize n_old = strlen (old), n_text = strlen (text), most = MIN (n_old, n_text), before = 0, after = 0;

  while (before < most && old[before] == text[before])
    before++;
  while (after < most - before && old[n_old - 1 - after] == text[n_text - 1 - after])
    after++;
  return n_old >= SHORT && before + after < n_old / 2;
}

/* It stood for some time, or was worked on for some time since a state was put aside last. */
static gboolean
vault_is_worth_keeping (TdmVaultFile *self, const TdmVaultNote *old, const TdmVaultNote *note, gint64 now)
{
  const gint64 *kept = g_hash_table_lookup (self->kept, old->uid);
  gint64 before = kept ? *kept : MAX (self->unlocked_at, old->created);

  return !tdm_vault_note_is_empty (old) &&
         (now - old->modified >= TDM_VAULT_EARLIER_APART || old->modified - before >= TDM_VAULT_EARLIER_APART ||
          text_is_replaced (old->text, note->text));
}

/* The state of a note that is there now is kept besides the one that comes, as it is, whether it can be read or not. */
gboolean
tdm_vault_next_put_aside (TdmVaultNext *self, const guint8 *id, GError **error)
{
  TdmDatabase *database = self->file->database;
  sqlite3_stmt *statement = tdm_database_prepare (database,
                                                  "INSERT OR IGNORE INTO earlier SELECT id, revision, sealed "
                                                  "FROM note WHERE id = ? RETURNING id, revision, sealed",
                                                  error);
  gboolean has_row;
  TdmVaultRow row;

  if (!statement)
    return FALSE;
  sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  if (!tdm_database_step (database, statement, &has_row, error))
    return FALSE;
  if (has_row && tdm_vault_row_read (statement, &row))
    tdm_manifest_set (self->manifest, id, row.revision, TRUE, tdm_sealed_note_get_tag (&row.sealed));
  sqlite3_reset (statement);
  return TRUE;
}

/* One more state is kept; those go that are too many then, or too old. What cannot be read tells no time. */
static gboolean
next_keep_earlier (TdmVaultNext *self, const guint8 *id, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) earlier = tdm_vault_file_list_earlier (self->file, uid, error);

  for (guint i = 0; earlier && i < earlier->len; i++)
    {
      const TdmVaultNote *state = earlier->pdata[i];
      sqlite3_stmt *statement;

      if (i + 1 < TDM_VAULT_EARLIER_MOST &&
          (state->is_damaged || state->modified >= self->file->passed - TDM_VAULT_EARLIER_SECONDS))
        continue;
      statement =
        tdm_database_prepare (self->file->database, "DELETE FROM earlier WHERE id = ? AND revision = ?", error);
      if (!statement)
        return FALSE;
      sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 2, state->revision);
      tdm_manifest_remove (self->manifest, id, state->revision, TRUE);
      if (!tdm_database_step (self->file->database, statement, NULL, error))
        return FALSE;
    }
  return earlier && tdm_vault_next_put_aside (self, id, error);
}

static gboolean
vault_write_row (TdmVaultFile *self, const char *sql, const TdmNotePlace *place, GBytes *sealed, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, sql, error);

  if (!statement)
    return FALSE;
  sqlite3_bind_blob (statement, 1, place->id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, place->revision);
  sqlite3_bind_blob (statement, 3, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), SQLITE_TRANSIENT);
  return tdm_database_step (self->database, statement, NULL, error);
}

static const guint8 *
sealed_get_tag (GBytes *sealed)
{
  TdmNoteBytes bytes;

  bytes.data = g_bytes_get_data (sealed, &bytes.length);
  return tdm_sealed_note_get_tag (&bytes);
}

/* Seals a content and puts it in place of the note, or among its earlier states. */
gboolean
tdm_vault_next_put (TdmVaultNext *self, gboolean is_earlier, const TdmNotePlace *place, const TdmNoteBytes *content,
                    GError **error)
{
  const char *sql = is_earlier ? "INSERT INTO earlier VALUES (?1, ?2, ?3)"
                               : "INSERT INTO note VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET revision = ?2, "
                                 "sealed = ?3";
  g_autoptr (GBytes) sealed = tdm_sealed_note_seal (place, self->file->note_key, content);

  tdm_manifest_set (self->manifest, place->id, place->revision, is_earlier, sealed_get_tag (sealed));
  return vault_write_row (self->file, sql, place, sealed, error);
}

/* The state on which the writer built must be the one that is there, or what the same writer saved without being told
 * so. */
static gboolean
vault_find_base (TdmVaultFile *self, const guint8 *id, const TdmVaultNote *note, TdmVaultNote **old, GError **error)
{
  g_autoptr (GError) reason = NULL;
  const guint64 *unheard = g_hash_table_lookup (self->unheard, note->uid);

  *old = vault_read_note (self, NOW, id, 0, &reason);
  if (!*old && g_error_matches (reason, TDM_VAULT_ERROR, TDM_VAULT_ERROR_NOT_FOUND))
    return note->revision == 0 || tdm_vault_error_set (error, TDM_VAULT_ERROR_CHANGED);
  if (!*old)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return (*old)->revision == note->revision ||
         (unheard && *unheard == (*old)->revision && *unheard == note->revision + 1) ||
         tdm_vault_error_set (error, TDM_VAULT_ERROR_CHANGED);
}

static gboolean
next_write_note (TdmVaultNext *self, const guint8 *id, const TdmVaultNote *note, gboolean keeps_old, GError **error)
{
  TdmNotePlace place;
  gsize length;
  guint8 *content = tdm_note_content_write (note, &length, error);
  gboolean is_done = content && (!keeps_old || next_keep_earlier (self, id, note->uid, error));

  tdm_vault_file_set_place (self->file, &place, id, note->revision + 1);
  if (is_done)
    tdm_manifest_remove (self->manifest, id, note->revision, FALSE);
  is_done = is_done && tdm_vault_next_put (self, FALSE, &place, &(TdmNoteBytes) { content, length }, error);
  if (content)
    tdm_note_content_free (content, length);
  return is_done;
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
      !vault_find_base (self, id, note, &old, error))
    return FALSE;

  copy = tdm_vault_note_copy (note);
  is_changed = !old || note->is_question != old->is_question || !g_str_equal (note->title, old->title) ||
               !g_str_equal (note->text, old->text);
  copy->created = old ? old->created : now;
  copy->modified = is_changed ? now : old->modified;
  copy->revision = old ? old->revision : copy->revision;
  keeps_old = old && is_changed && vault_is_worth_keeping (self, old, copy, now);
  if (!tdm_vault_next_begin (&next, self, error))
    return FALSE;
  next.uid = g_strdup (note->uid);
  next.revision = copy->revision + 1;
  if (!next_write_note (&next, id, copy, keeps_old, error))
    return tdm_vault_next_roll_back (&next);
  if (!tdm_vault_next_commit (&next, error))
    return FALSE;

  if (keeps_old)
    g_hash_table_insert (self->kept, g_strdup (note->uid), g_memdup2 (&now, sizeof now));
  g_hash_table_remove (self->unheard, note->uid);
  note->created = copy->created;
  note->modified = copy->modified;
  note->revision = copy->revision + 1;
  return TRUE;
}

/* A note goes with everything that was ever kept of it. Nothing has to be opened for that. */
static gboolean
next_delete_note (TdmVaultNext *self, const char *uid, guint *n_deleted, GError **error)
{
  static const char *const sql[] = { "DELETE FROM note WHERE " TDM_VAULT_HAS_ID " RETURNING revision",
                                     "DELETE FROM earlier WHERE " TDM_VAULT_HAS_ID " RETURNING revision" };
  guint8 id[TDM_NOTE_ID_BYTES];

  if (!tdm_vault_file_parse_uid (uid, id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      sqlite3_stmt *statement = tdm_database_prepare (self->file->database, sql[i], error);
      gboolean has_row = TRUE;

      if (!statement)
        return FALSE;
      sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
      while (has_row)
        {
          if (!tdm_database_step (self->file->database, statement, &has_row, error))
            return FALSE;
          if (has_row)
            tdm_manifest_remove (self->manifest, id, sqlite3_column_int64 (statement, 0), i > 0);
          *n_deleted += has_row;
        }
    }
  return TRUE;
}

typedef gboolean (*Judge) (const TdmVaultNote *note, gpointer data);

/* Also from the array, once they are gone from the file */
static gboolean
vault_delete_notes (TdmVaultFile *self, GPtrArray *notes, Judge judge, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  guint n_deleted = 0;
  TdmVaultNext next;

  for (guint i = 0; i < notes->len; i++)
    if (judge (notes->pdata[i], data))
      g_ptr_array_add (gone, notes->pdata[i]);
  if (gone->len == 0)
    return TRUE;
  if (!tdm_vault_next_begin (&next, self, error))
    return FALSE;
  for (guint i = 0; i < gone->len; i++)
    if (!next_delete_note (&next, ((TdmVaultNote *) gone->pdata[i])->uid, &n_deleted, error))
      return tdm_vault_next_roll_back (&next);
  if (!tdm_vault_next_commit (&next, error))
    return FALSE;
  for (guint i = 0; i < gone->len; i++)
    g_ptr_array_remove (notes, gone->pdata[i]);
  return TRUE;
}

static gboolean
note_is_about (const TdmVaultNote *note, gpointer pairs)
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
  return notes && vault_delete_notes (self, notes, note_is_about, (gpointer) pairs, error);
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
  guint n_deleted = 0;
  gboolean is_done;
  TdmVaultNext next;

  if (!tdm_vault_file_check_writable (self, error) || !tdm_vault_next_begin (&next, self, error))
    return FALSE;
  is_done = next_delete_note (&next, uid, &n_deleted, error);
  if (is_done && n_deleted > 0)
    return tdm_vault_next_commit (&next, error);
  tdm_vault_next_roll_back (&next);
  return is_done;
}

static gboolean
note_is_old_in_bin (const TdmVaultNote *note, gpointer before)
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
  return tdm_vault_file_check_writable (self, error) &&
         vault_delete_notes (self, notes, note_is_old_in_bin, &before, error);
}

/* Seals the next row of a table with the keys that come, and leaves @place there. */
static gboolean
next_reseal_row (TdmVaultNext *self, gboolean is_earlier, TdmNotePlace *place, gboolean *has_row, GError **error)
{
  TdmVaultFile *file = self->file;
  const char *select = is_earlier
                         ? "SELECT id, revision, sealed FROM earlier WHERE (id, revision) > (?, ?) "
                           "ORDER BY id, revision LIMIT 1"
                         : "SELECT id, revision, sealed FROM note WHERE (id, revision) > (?, ?) ORDER BY id LIMIT 1";
  const char *update = is_earlier ? "UPDATE earlier SET sealed = ?3 WHERE id = ?1 AND revision = ?2"
                                  : "UPDATE note SET sealed = ?3 WHERE id = ?1 AND revision = ?2";
  sqlite3_stmt *statement = tdm_database_prepare (file->database, select, error);
  g_auto (TdmVaultRoom) room = { NULL };
  g_autoptr (GBytes) sealed = NULL;
  TdmNoteBytes content;
  TdmVaultRow row;

  if (!statement)
    return FALSE;
  sqlite3_bind_blob (statement, 1, place->id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, place->revision);
  if (!tdm_database_step (file->database, statement, has_row, error))
    return FALSE;
  if (!*has_row)
    return TRUE;
  if (!tdm_vault_row_read (statement, &row))
    tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  else if (tdm_vault_file_unseal (file, &row, &room, &content, error))
    {
      tdm_vault_file_set_place (file, place, row.id, row.revision);
      place->epoch = self->head.epoch;
      sealed = tdm_sealed_note_seal (place, self->note_key, &content);
    }
  sqlite3_reset (statement);
  if (!sealed || !vault_write_row (file, update, place, sealed, error))
    return FALSE;
  tdm_manifest_append (self->manifest, place->id, place->revision, is_earlier, sealed_get_tag (sealed));
  return TRUE;
}

/* Every state of every note is sealed with the keys that come and entered into an empty manifest. Read and write in
 * turns: the next row is found by its key, not by an open statement. */
gboolean
tdm_vault_next_reseal_all (TdmVaultNext *self, GError **error)
{
  for (gboolean is_earlier = FALSE; is_earlier <= TRUE; is_earlier++)
    {
      TdmNotePlace place = { .revision = 0 };
      gboolean has_row = TRUE;

      while (has_row)
        if (!next_reseal_row (self, is_earlier, &place, &has_row, error))
          return FALSE;
    }
  tdm_manifest_sort (self->manifest);
  return TRUE;
}
