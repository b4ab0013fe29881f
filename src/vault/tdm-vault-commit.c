/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-file-private.h"

/* The end of a transaction, and what the open file is afterwards: no key and no manifest of before is let go of until
 * it is known that the file holds those that come. */

void
tdm_vault_next_clear (TdmVaultNext *self)
{
  tdm_manifest_free (self->manifest);
  tdm_secret_free (self->vault_key);
  tdm_secret_free (self->note_key);
  tdm_secret_free (self->manifest_key);
  g_free (self->uid);
  *self = (TdmVaultNext) { .kinds = 0 };
}

/* What the file is, to be changed to what it becomes */
void
tdm_vault_next_init (TdmVaultNext *self, TdmVaultFile *file)
{
  *self = (TdmVaultNext) { .file = file, .head = file->head, .kinds = file->kinds };
}

/* A transaction that changes notes; nothing is to be cleared if it does not begin. */
gboolean
tdm_vault_next_begin (TdmVaultNext *self, TdmVaultFile *file, GError **error)
{
  if (!tdm_database_begin (file->database, error))
    return FALSE;
  tdm_vault_next_init (self, file);
  self->manifest = tdm_manifest_copy (file->manifest);
  return TRUE;
}

/* Returns: FALSE */
gboolean
tdm_vault_next_roll_back (TdmVaultNext *self)
{
  tdm_database_rollback (self->file->database);
  tdm_vault_next_clear (self);
  return FALSE;
}

static void
next_take_secret (TdmSecret **place, TdmSecret **next)
{
  if (!*next)
    return;
  tdm_secret_free (*place);
  *place = g_steal_pointer (next);
}

static void
vault_take_next (TdmVaultFile *self, TdmVaultNext *next)
{
  self->head = next->head;
  self->kinds = next->kinds;
  self->is_set_up = !next->is_destroyed;
  next_take_secret (&self->vault_key, &next->vault_key);
  next_take_secret (&self->note_key, &next->note_key);
  next_take_secret (&self->manifest_key, &next->manifest_key);
  if (next->manifest)
    {
      tdm_manifest_free (self->manifest);
      self->manifest = g_steal_pointer (&next->manifest);
    }
  if (next->is_destroyed)
    tdm_vault_file_lock (self);
  tdm_vault_next_clear (next);
}

/* In a transaction: what the manifest says is written. What is there must be what was read, or it would be lost. */
static gboolean
vault_write_manifest (TdmVaultFile *self, const TdmVaultNext *next, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, "UPDATE vault SET generation = ?, epoch = ?, mac = ? "
                                                                  "WHERE generation = ? AND epoch = ?", error);
  guint8 mac[TDM_MANIFEST_MAC_BYTES];

  if (!statement)
    return FALSE;
  tdm_manifest_compute (next->manifest, &next->head, next->manifest_key ? next->manifest_key : self->manifest_key, mac);
  sqlite3_bind_int64 (statement, 1, next->head.generation);
  sqlite3_bind_int (statement, 2, next->head.epoch);
  sqlite3_bind_blob (statement, 3, mac, sizeof mac, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 4, self->head.generation);
  sqlite3_bind_int (statement, 5, self->head.epoch);
  if (!tdm_database_step (self->database, statement, NULL, error))
    return FALSE;
  return sqlite3_changes (tdm_database_get_handle (self->database)) == 1 ||
         tdm_vault_error_set (error, TDM_VAULT_ERROR_CHANGED);
}

/**
 * tdm_vault_next_commit:
 * @taken_next: (transfer full): what the file becomes; with a manifest it gets a new generation
 * @error: %TDM_FILE_ERROR_UNKNOWN or others
 *
 * Ends the transaction.
 *
 * Returns: whether the file has become that; if not, all is as before, unless it is unknown
 */
gboolean
tdm_vault_next_commit (TdmVaultNext *taken_next, GError **error)
{
  TdmVaultFile *self = taken_next->file;

  if (taken_next->manifest)
    taken_next->head.generation++;
  if ((!taken_next->manifest || vault_write_manifest (self, taken_next, error)) &&
      tdm_database_commit (self->database, error))
    {
      vault_take_next (self, taken_next);
      return TRUE;
    }
  tdm_database_rollback (self->database);
  if (tdm_database_is_unsettled (self->database))
    {
      self->next = *taken_next;
      self->has_next = TRUE;
    }
  else
    tdm_vault_next_clear (taken_next);
  return FALSE;
}

/**
 * tdm_vault_file_settle:
 * @error: %TDM_FILE_ERROR_UNKNOWN
 *
 * Sees to what became of a commit of which that was unknown.
 *
 * Returns: whether it is known what the file holds
 */
gboolean
tdm_vault_file_settle (TdmVaultFile *self, GError **error)
{
  gboolean is_committed;

  if (!tdm_database_is_unsettled (self->database))
    return TRUE;
  if (!tdm_database_settle (self->database, &is_committed, error))
    return FALSE;
  if (is_committed && self->has_next)
    {
      if (self->next.uid)
        g_hash_table_insert (self->unheard, g_strdup (self->next.uid),
                             g_memdup2 (&self->next.revision, sizeof self->next.revision));
      vault_take_next (self, &self->next);
      self->has_news = TRUE;
    }
  else
    tdm_vault_next_clear (&self->next);
  self->has_next = FALSE;
  return TRUE;
}

/**
 * tdm_vault_file_has_news:
 *
 * Returns: whether something is in the file that was not said to be there; asked again, not any more
 */
gboolean
tdm_vault_file_has_news (TdmVaultFile *self)
{
  gboolean has_news = self->has_news;

  self->has_news = FALSE;
  return has_news;
}
