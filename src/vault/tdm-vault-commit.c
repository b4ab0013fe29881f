/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-file-private.h"

/* The end of a transaction, and what the open file is afterwards: no key and no manifest of before is let go of until it is
 * known that the file holds those that come. */

void
tdm_vault_next_clear (TdmVaultNext *self)
{
  tdm_manifest_free (self->manifest);
  tdm_secret_free (self->vault_key);
  tdm_secret_free (self->note_key);
  tdm_secret_free (self->manifest_key);
  g_free (self->uid);
  *self = (TdmVaultNext) { .generation = 0 };
}

/* What the file is, to be changed to what it becomes */
void
tdm_vault_next_init (TdmVaultNext *self, TdmVaultFile *file)
{
  *self = (TdmVaultNext) { .generation = file->generation, .epoch = file->epoch, .kinds = file->kinds };
}

static void
take_secret (TdmSecret **place, TdmSecret **next)
{
  if (!*next)
    return;
  tdm_secret_free (*place);
  *place = g_steal_pointer (next);
}

static void
take_next (TdmVaultFile *self, TdmVaultNext *next)
{
  self->generation = next->generation;
  self->epoch = next->epoch;
  self->kinds = next->kinds;
  self->is_set_up = !next->is_destroyed;
  take_secret (&self->vault_key, &next->vault_key);
  take_secret (&self->note_key, &next->note_key);
  take_secret (&self->manifest_key, &next->manifest_key);
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
write_manifest (TdmVaultFile *self, const TdmVaultNext *next, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, "UPDATE vault SET generation = ?, epoch = ?, mac = ? "
                                                                  "WHERE generation = ? AND epoch = ?", error);
  guint8 mac[TDM_MANIFEST_MAC_BYTES];

  if (!statement)
    return FALSE;
  tdm_manifest_compute (next->manifest, self->uuid, next->generation, next->epoch,
                        next->manifest_key ? next->manifest_key : self->manifest_key, mac);
  sqlite3_bind_int64 (statement, 1, next->generation);
  sqlite3_bind_int (statement, 2, next->epoch);
  sqlite3_bind_blob (statement, 3, mac, sizeof mac, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 4, self->generation);
  sqlite3_bind_int (statement, 5, self->epoch);
  if (!tdm_database_step (self->database, statement, NULL, error))
    return FALSE;
  return sqlite3_changes (tdm_database_get_handle (self->database)) == 1 ||
         tdm_vault_error_set (error, TDM_VAULT_ERROR_CHANGED);
}

/**
 * tdm_vault_file_commit_next:
 * @self: a vault in a transaction
 * @taken_next: (transfer full): what it becomes; with a manifest it gets a new generation
 * @error: %TDM_FILE_ERROR_UNKNOWN or others
 *
 * Ends the transaction.
 *
 * Returns: whether the file has become that; if not, all is as before, unless it is unknown
 */
gboolean
tdm_vault_file_commit_next (TdmVaultFile *self, TdmVaultNext *taken_next, GError **error)
{
  if (taken_next->manifest)
    taken_next->generation++;
  if ((!taken_next->manifest || write_manifest (self, taken_next, error)) && tdm_database_commit (self->database, error))
    {
      take_next (self, taken_next);
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

/* For a transaction that changed notes */
gboolean
tdm_vault_file_commit (TdmVaultFile *self, TdmManifest *taken_manifest, GError **error)
{
  TdmVaultNext next;

  tdm_vault_next_init (&next, self);
  next.manifest = taken_manifest;
  return tdm_vault_file_commit_next (self, &next, error);
}

static void
remember_unheard (TdmVaultFile *self)
{
  if (self->next.uid)
    g_hash_table_insert (self->unheard, g_strdup (self->next.uid),
                         g_memdup2 (&self->next.revision, sizeof self->next.revision));
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
      remember_unheard (self);
      take_next (self, &self->next);
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
