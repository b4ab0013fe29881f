/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-file-private.h"

#include "base/tdm-i18n.h"
#include "database/tdm-backup.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

/**
 * TdmVaultFile:
 *
 * The file of somebody's private notes: ciphertext, and slots from which those who know a secret get the key. Belongs
 * to the thread that opened it. FORMAT.md describes every byte.
 */

G_DEFINE_FINAL_TYPE (TdmVaultFile, tdm_vault_file, G_TYPE_OBJECT)

#define VERSION 1

/* Pages of this size waste least on sealed notes. No table has an order in which notes were made. */
static const char page_size[] = "PRAGMA page_size=16384";
static const char schema[] =
  "CREATE TABLE vault (one INTEGER PRIMARY KEY CHECK (one = 1), uuid BLOB NOT NULL CHECK (length (uuid) = 16),"
  " generation INTEGER NOT NULL, epoch INTEGER NOT NULL, mac BLOB NOT NULL CHECK (length (mac) = 32)) STRICT;"
  "CREATE TABLE slot (id INTEGER PRIMARY KEY, record BLOB NOT NULL CHECK (length (record) = 120)) STRICT;"
  "CREATE TABLE note (id BLOB PRIMARY KEY CHECK (length (id) = 16), revision INTEGER NOT NULL,"
  " sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE earlier (id BLOB NOT NULL CHECK (length (id) = 16), revision INTEGER NOT NULL,"
  " sealed BLOB NOT NULL, PRIMARY KEY (id, revision)) STRICT, WITHOUT ROWID;"
  "PRAGMA application_id=" G_STRINGIFY (TDM_VAULT_APPLICATION_ID) ";"
  "PRAGMA user_version=" G_STRINGIFY (VERSION) ";";

static gboolean
make_current (TdmDatabase *database, GError **error)
{
  gint64 version;

  if (!tdm_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == VERSION)
    return TRUE;
  if (tdm_database_execute (database, page_size, error) && tdm_database_begin (database, error) &&
      tdm_database_execute (database, schema, error) && tdm_database_commit (database, error))
    return TRUE;
  tdm_database_rollback (database);
  return FALSE;
}

static gboolean
build (TdmDatabase *database, guint version, GError **error)
{
  return tdm_database_execute (database, schema, error);
}

static const TdmDatabaseFormat format = {
  .application_id = TDM_VAULT_APPLICATION_ID,
  .version = VERSION,
  .foreign = N_ ("This is not a file with private notes of Tandem."),
  .too_new = N_ ("The notes were written by a newer version of Tandem. Please update Tandem to read them."),
  .empty = N_ ("The file with the notes is empty. Please restore a backup."),
  .damaged = N_ ("The file with the notes is damaged. It was left as it is; a backup can be restored."),
  .altered = N_ ("The file with the notes was changed by another program, so it was not opened: %s "
                 "Please restore a backup."),
  .build = build,
  .make_current = make_current,
};

static void
tdm_vault_file_finalize (GObject *object)
{
  TdmVaultFile *self = TDM_VAULT_FILE (object);

  tdm_vault_file_lock (self);
  g_clear_object (&self->file);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->unheard);
  G_OBJECT_CLASS (tdm_vault_file_parent_class)->finalize (object);
}

static void
tdm_vault_file_class_init (TdmVaultFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_vault_file_finalize;
}

static void
tdm_vault_file_init (TdmVaultFile *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->unheard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

gboolean
tdm_vault_file_read_head (TdmVaultFile *self, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, "SELECT uuid, generation, epoch FROM vault", error);
  gboolean is_sound = TRUE;

  if (!statement || !tdm_database_step (self->database, statement, &self->is_set_up, error))
    return FALSE;
  if (self->is_set_up)
    {
      gint64 generation = sqlite3_column_int64 (statement, 1), epoch = sqlite3_column_int64 (statement, 2);

      is_sound = sqlite3_column_bytes (statement, 0) == TDM_VAULT_UUID_BYTES && generation >= 0 &&
                 generation < G_MAXINT64 && epoch >= 0 && epoch <= G_MAXUINT16;
      if (is_sound)
        memcpy (self->head.uuid, sqlite3_column_blob (statement, 0), TDM_VAULT_UUID_BYTES);
      self->head.generation = generation;
      self->head.epoch = epoch;
    }
  sqlite3_reset (statement);
  return is_sound || tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
}

/**
 * tdm_vault_file_open:
 * @path: where the file is or shall be
 * @mode: what is wanted
 * @error: of #TdmFileError or %TDM_VAULT_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the file, locked
 */
TdmVaultFile *
tdm_vault_file_open (const char *path, TdmOpenMode mode, GError **error)
{
  g_autoptr (TdmVaultFile) self = g_object_new (TDM_TYPE_VAULT_FILE, NULL);
  gint64 n_slots;

  self->file = tdm_database_file_open (path, mode, &format, error);
  if (!self->file)
    return NULL;
  self->database = tdm_database_file_get_database (self->file);
  if (!tdm_vault_file_read_head (self, error) ||
      !tdm_database_get_integer (self->database, "SELECT count (*) FROM slot", &n_slots, error))
    return NULL;
  /* No honest file has more, and each of them would be a way in that its owner does not know. */
  if (n_slots > TDM_VAULT_MOST_SLOTS)
    {
      tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
      return NULL;
    }
  if (!tdm_vault_file_read_kinds (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tdm_vault_file_is_read_only:
 *
 * Returns: whether the file cannot be written, or another program has it open
 */
gboolean
tdm_vault_file_is_read_only (TdmVaultFile *self)
{
  return tdm_database_file_get_read_only (self->file) != TDM_READ_ONLY_NOT;
}

TdmReadOnlyReason
tdm_vault_file_get_read_only (TdmVaultFile *self)
{
  return tdm_database_file_get_read_only (self->file);
}

const char *
tdm_vault_file_explain_read_only (TdmVaultFile *self)
{
  return tdm_database_file_explain_read_only (self->file);
}

/**
 * tdm_vault_file_is_set_up:
 *
 * Returns: whether it has keys; a new file has none
 */
gboolean
tdm_vault_file_is_set_up (TdmVaultFile *self)
{
  return self->is_set_up;
}

/**
 * tdm_vault_file_get_uuid:
 * @self: a vault that is set up
 *
 * Returns: (transfer full): what tells it from others; it tells nothing of its content
 */
char *
tdm_vault_file_get_uuid (TdmVaultFile *self)
{
  return tdm_vault_file_format_uid (self->head.uuid);
}

/**
 * tdm_vault_file_get_generation:
 *
 * Returns: how often it was written
 */
guint64
tdm_vault_file_get_generation (TdmVaultFile *self)
{
  return self->head.generation;
}

char *
tdm_vault_file_format_uid (const guint8 id[TDM_NOTE_ID_BYTES])
{
  static const char digits[] = "0123456789abcdef";
  char *uid = g_malloc (37), *out = uid;

  for (guint i = 0; i < TDM_NOTE_ID_BYTES; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *out++ = '-';
      *out++ = digits[id[i] >> 4];
      *out++ = digits[id[i] & 0xF];
    }
  *out = '\0';
  return uid;
}

gboolean
tdm_vault_file_parse_uid (const char *uid, guint8 id[TDM_NOTE_ID_BYTES], GError **error)
{
  if (uid && g_uuid_string_is_valid (uid) &&
      sodium_hex2bin (id, TDM_NOTE_ID_BYTES, uid, strlen (uid), "-", NULL, NULL) == 0)
    return TRUE;
  return tdm_vault_error_set (error, TDM_VAULT_ERROR_NOT_FOUND);
}

void
tdm_vault_file_derive_keys (TdmSecret *vault_key, TdmSecret **note_key, TdmSecret **manifest_key)
{
  TdmSecret **keys[] = { note_key, manifest_key };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      *keys[i] = tdm_secret_new (TDM_VAULT_KEY_BYTES);
      crypto_kdf_derive_from_key (tdm_secret_get_bytes (*keys[i]), TDM_VAULT_KEY_BYTES, i + 1, "TandemV1",
                                  tdm_secret_get_bytes (vault_key));
    }
  tdm_secret_wipe_stack ();
}

/**
 * tdm_vault_file_lock:
 *
 * Overwrites the keys.
 */
void
tdm_vault_file_lock (TdmVaultFile *self)
{
  g_clear_pointer (&self->vault_key, tdm_secret_free);
  g_clear_pointer (&self->note_key, tdm_secret_free);
  g_clear_pointer (&self->manifest_key, tdm_secret_free);
  g_clear_pointer (&self->manifest, tdm_manifest_free);
  self->is_trusted = FALSE;
  g_hash_table_remove_all (self->kept);
  tdm_vault_next_clear (&self->next);
  self->has_next = self->has_news = FALSE;
  g_hash_table_remove_all (self->unheard);
}

gboolean
tdm_vault_file_is_unlocked (TdmVaultFile *self)
{
  return self->vault_key != NULL;
}

/**
 * tdm_vault_file_is_trusted:
 * @self: an unlocked vault
 *
 * Returns: whether the file is as it was left; if a note is missing or was put back, nothing is written until
 *   tdm_vault_file_accept()
 */
gboolean
tdm_vault_file_is_trusted (TdmVaultFile *self)
{
  return self->is_trusted;
}

/**
 * tdm_vault_file_is_in_order:
 * @self: an unlocked vault
 *
 * Returns: whether its rows are where SQLite looks for them; if not, it is not trusted and never written again
 */
gboolean
tdm_vault_file_is_in_order (TdmVaultFile *self)
{
  return self->is_in_order;
}

/* Nothing is said, read or written before it is known what the file holds. */
gboolean
tdm_vault_file_check_open (TdmVaultFile *self, GError **error)
{
  return tdm_vault_file_settle (self, error) &&
         (tdm_vault_file_is_unlocked (self) || tdm_vault_error_set (error, TDM_VAULT_ERROR_LOCKED));
}

gboolean
tdm_vault_file_fail_read_only (TdmVaultFile *self, GError **error)
{
  g_set_error_literal (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_READ_ONLY,
                       tdm_vault_file_explain_read_only (self));
  return FALSE;
}

gboolean
tdm_vault_file_check_writable (TdmVaultFile *self, GError **error)
{
  if (!tdm_vault_file_check_open (self, error))
    return FALSE;
  if (tdm_vault_file_is_read_only (self))
    return tdm_vault_file_fail_read_only (self, error);
  return self->is_trusted || tdm_vault_error_set (error, TDM_VAULT_ERROR_READ_ONLY);
}

/* Whether the file is as it was left is known then; and its notes, if they are wanted. */
gboolean
tdm_vault_file_read_manifest (TdmVaultFile *self, GPtrArray *notes, GError **error)
{
  sqlite3_stmt *statement;
  guint8 mac[TDM_MANIFEST_MAC_BYTES];
  gboolean has_row;

  g_clear_pointer (&self->manifest, tdm_manifest_free);
  self->manifest = tdm_manifest_new ();
  if (!tdm_vault_file_read_rows (self, self->manifest, notes, error))
    return FALSE;
  statement = tdm_database_prepare (self->database, "SELECT mac FROM vault", error);
  if (!statement || !tdm_database_step (self->database, statement, &has_row, error))
    return FALSE;
  tdm_manifest_compute (self->manifest, &self->head, self->manifest_key, mac);
  self->is_trusted = has_row && self->is_in_order && sqlite3_column_bytes (statement, 0) == sizeof mac &&
                     sodium_memcmp (mac, sqlite3_column_blob (statement, 0), sizeof mac) == 0;
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * tdm_vault_file_accept:
 * @self: an unlocked vault that is not trusted
 *
 * Goes on with what is there, as its owner wishes. Not with a file in which notes are no longer where they can be
 * found (%TDM_VAULT_ERROR_DAMAGED): writing there would harm more of them.
 *
 * Returns: whether it can be written again
 */
gboolean
tdm_vault_file_accept (TdmVaultFile *self, GError **error)
{
  TdmVaultNext next;

  if (!tdm_vault_file_check_open (self, error))
    return FALSE;
  if (tdm_vault_file_is_read_only (self))
    return tdm_vault_file_fail_read_only (self, error);
  if (!self->is_in_order)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  if (!tdm_vault_next_begin (&next, self, error) || !tdm_vault_next_commit (&next, error))
    return FALSE;

  self->is_trusted = TRUE;
  return TRUE;
}

/* With the keys that are known here: a copy that nobody could open would be no backup. */
static gboolean
vault_check_copy (TdmVaultFile *self, const char *path, GError **error)
{
  g_autoptr (TdmVaultFile) copy = tdm_vault_file_open (path, TDM_OPEN_READ_ONLY, error);

  if (!copy)
    return FALSE;
  copy->vault_key = tdm_secret_new_copy (tdm_secret_get_bytes (self->vault_key), TDM_VAULT_KEY_BYTES);
  tdm_vault_file_derive_keys (copy->vault_key, &copy->note_key, &copy->manifest_key);
  if (!tdm_vault_file_read_manifest (copy, NULL, error))
    return FALSE;
  return copy->is_trusted || !self->is_trusted || tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
}

/**
 * tdm_vault_file_back_up:
 * @self: an unlocked vault
 * @path: where the copy goes; there must be nothing yet
 * @error: %TDM_VAULT_ERROR_DAMAGED if the file is not in order, or of #TdmFileError
 *
 * Writes a copy, ciphertext as the file is, with all ways to the key, and opens it to be sure.
 *
 * Returns: whether the copy is there and opens; if not, there is none
 */
gboolean
tdm_vault_file_back_up (TdmVaultFile *self, const char *path, GError **error)
{
  if (!tdm_vault_file_check_open (self, error))
    return FALSE;
  if (!self->is_in_order)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  if (!tdm_backup_write (self->database, path, FALSE, error))
    return FALSE;
  if (vault_check_copy (self, path, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

/* Values as they are, from one table to another that has the same columns */
static gboolean
database_copy_rows (TdmDatabase *from, const char *select, TdmDatabase *to, const char *insert, GError **error)
{
  sqlite3_stmt *reader = tdm_database_prepare (from, select, error);
  gboolean has_row = reader != NULL;

  while (has_row)
    {
      sqlite3_stmt *writer = tdm_database_prepare (to, insert, error);

      if (!writer || !tdm_database_step (from, reader, &has_row, error))
        return FALSE;
      for (int i = 0; has_row && i < sqlite3_column_count (reader); i++)
        sqlite3_bind_value (writer, i + 1, sqlite3_column_value (reader, i));
      if (has_row && !tdm_database_step (to, writer, NULL, error))
        {
          sqlite3_reset (reader);
          return FALSE;
        }
    }
  return reader != NULL;
}

static gboolean
database_copy_tables (TdmDatabase *from, TdmDatabase *to, GError **error)
{
  static const struct { const char *select; const char *insert; } tables[] = {
    { "SELECT one, uuid, generation, epoch, mac FROM vault", "INSERT INTO vault VALUES (?, ?, ?, ?, ?)" },
    { "SELECT id, record FROM slot", "INSERT INTO slot VALUES (?, ?)" },
    { "SELECT id, revision, sealed FROM note", "INSERT INTO note VALUES (?, ?, ?)" },
    { "SELECT id, revision, sealed FROM earlier", "INSERT INTO earlier VALUES (?, ?, ?)" },
  };

  if (!tdm_database_begin (to, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!database_copy_rows (from, tables[i].select, to, tables[i].insert, error))
      {
        tdm_database_rollback (to);
        return FALSE;
      }
  return tdm_database_commit (to, error);
}

/**
 * tdm_vault_file_rebuild:
 * @self: an unlocked vault that came from elsewhere
 * @path: where the new file goes; there must be nothing yet
 * @error: as tdm_vault_file_back_up()
 *
 * Writes its rows into a file that is made here: nothing else that the other file has goes with them.
 *
 * Returns: whether the file is there and opens; if not, there is none
 */
gboolean
tdm_vault_file_rebuild (TdmVaultFile *self, const char *path, GError **error)
{
  g_autoptr (TdmDatabaseFile) made = NULL;
  gboolean done;

  if (!tdm_vault_file_check_open (self, error))
    return FALSE;
  if (!self->is_in_order)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  made = tdm_database_file_open (path, TDM_OPEN_CREATE, &format, error);
  if (!made)
    return FALSE;
  done = database_copy_tables (self->database, tdm_database_file_get_database (made), error);
  g_clear_object (&made);
  if (done && vault_check_copy (self, path, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}
