/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-file-private.h"

#include "base/tdm-clock.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

/* The ways to the key: making, trying, changing and dropping them. */

/* Returns the id of the slot, 0 if there is none, -1 if it could not be looked for. */
static gint64
vault_find_slot (TdmVaultFile *self, TdmKeySlotKind kind, guint8 slot[TDM_KEY_SLOT_BYTES], GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, "SELECT id, record FROM slot ORDER BY id LIMIT "
                                                  G_STRINGIFY (TDM_VAULT_MOST_SLOTS), error);
  gboolean has_row = statement != NULL;
  gint64 found = statement ? 0 : -1;

  while (has_row && found == 0)
    {
      const guint8 *record;

      if (!tdm_database_step (self->database, statement, &has_row, error))
        return -1;
      record = has_row ? sqlite3_column_blob (statement, 1) : NULL;
      if (!record || sqlite3_column_bytes (statement, 1) != TDM_KEY_SLOT_BYTES ||
          tdm_key_slot_get_kind (record) != kind)
        continue;
      memcpy (slot, record, TDM_KEY_SLOT_BYTES);
      found = sqlite3_column_int64 (statement, 0);
    }
  if (statement)
    sqlite3_reset (statement);
  return found;
}

gboolean
tdm_vault_file_read_kinds (TdmVaultFile *self, GError **error)
{
  guint8 slot[TDM_KEY_SLOT_BYTES];

  self->kinds = 0;
  for (TdmKeySlotKind kind = TDM_KEY_SLOT_PASSPHRASE; self->is_set_up && kind <= TDM_KEY_SLOT_KEYRING; kind++)
    {
      gint64 id = vault_find_slot (self, kind, slot, error);

      if (id < 0)
        return FALSE;
      if (id > 0)
        self->kinds |= 1u << kind;
    }
  return TRUE;
}

/**
 * tdm_vault_file_has_slot:
 * @kind: a way to open it
 *
 * Returns: whether there is such a way
 */
gboolean
tdm_vault_file_has_slot (TdmVaultFile *self, TdmKeySlotKind kind)
{
  return (self->kinds & 1u << kind) != 0;
}

static TdmSecret *
vault_open_slot (TdmVaultFile *self, TdmKeySlotKind kind, TdmSecret *secret, GError **error)
{
  guint8 slot[TDM_KEY_SLOT_BYTES];
  gint64 id = vault_find_slot (self, kind, slot, error);

  if (id > 0)
    return tdm_key_slot_open (slot, self->head.uuid, secret, error);
  if (id == 0)
    tdm_vault_error_set (error, TDM_VAULT_ERROR_NO_SLOT);
  return NULL;
}

/**
 * tdm_vault_file_unlock:
 * @self: a vault that is set up
 * @kind: what @secret is
 * @secret: a passphrase, the bytes of a recovery code, or what the keyring holds
 * @notes: (nullable): an empty array, to which all notes are added as tdm_vault_file_list() gives them
 * @error: an error of tdm_key_slot_open(), %TDM_VAULT_ERROR_NO_SLOT or of #TdmFileError
 *
 * Returns: whether notes can be read now; ask tdm_vault_file_is_trusted() before writing
 */
gboolean
tdm_vault_file_unlock (TdmVaultFile *self, TdmKeySlotKind kind, TdmSecret *secret, GPtrArray *notes, GError **error)
{
  TdmSecret *vault_key;

  if (!tdm_vault_file_settle (self, error) || !tdm_vault_file_read_head (self, error))
    return FALSE;
  vault_key = vault_open_slot (self, kind, secret, error);
  if (!vault_key)
    return FALSE;

  tdm_vault_file_lock (self);
  self->vault_key = vault_key;
  self->unlocked_at = tdm_clock_now ();
  tdm_vault_file_derive_keys (vault_key, &self->note_key, &self->manifest_key);
  if (tdm_vault_file_read_manifest (self, notes, error))
    return TRUE;
  tdm_vault_file_lock (self);
  return FALSE;
}

/**
 * tdm_vault_file_check_secret:
 * @kind: what @secret is
 * @secret: what somebody entered
 * @error: as tdm_vault_file_unlock()
 *
 * Returns: whether it would open the vault
 */
gboolean
tdm_vault_file_check_secret (TdmVaultFile *self, TdmKeySlotKind kind, TdmSecret *secret, GError **error)
{
  g_autoptr (TdmSecret) vault_key = vault_open_slot (self, kind, secret, error);

  return vault_key != NULL;
}

static gboolean
vault_insert_slots (TdmVaultFile *self, guint8 slots[][TDM_KEY_SLOT_BYTES], guint n_slots, GError **error)
{
  for (guint i = 0; i < n_slots; i++)
    {
      sqlite3_stmt *statement = tdm_database_prepare (self->database, "INSERT INTO slot (record) VALUES (?)", error);

      if (!statement)
        return FALSE;
      sqlite3_bind_blob (statement, 1, slots[i], TDM_KEY_SLOT_BYTES, SQLITE_TRANSIENT);
      if (!tdm_database_step (self->database, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
vault_delete_slots (TdmVaultFile *self, TdmKeySlotKind kind, GError **error)
{
  guint8 slot[TDM_KEY_SLOT_BYTES];
  gint64 id;

  while ((id = vault_find_slot (self, kind, slot, error)) > 0)
    {
      sqlite3_stmt *statement = tdm_database_prepare (self->database, "DELETE FROM slot WHERE id = ?", error);

      if (!statement)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, id);
      if (!tdm_database_step (self->database, statement, NULL, error))
        return FALSE;
    }
  return id == 0;
}

/* What was sealed must open, or nobody would ever read the notes again. */
static gboolean
vault_seal_slot (TdmVaultFile *self, const TdmKeyWay *way, TdmSecret *vault_key, guint8 *slot, GError **error)
{
  g_autoptr (TdmSecret) opened = NULL;

  if (!tdm_key_slot_seal (slot, way, self->head.uuid, vault_key, error))
    return FALSE;
  opened = tdm_key_slot_open (slot, self->head.uuid, way->secret, error);
  if (!opened)
    return FALSE;
  return sodium_memcmp (tdm_secret_get_bytes (opened), tdm_secret_get_bytes (vault_key), TDM_VAULT_KEY_BYTES) == 0 ||
         tdm_vault_error_set (error, TDM_VAULT_ERROR_FAILED);
}

/* New keys, an empty manifest, and the slots from which the ways lead to the keys */
static gboolean
next_make_keys (TdmVaultNext *self,
                const TdmKeyWay *ways,
                guint n_ways,
                guint8 slots[][TDM_KEY_SLOT_BYTES],
                GError **error)
{
  self->vault_key = tdm_secret_new_random (TDM_VAULT_KEY_BYTES);
  tdm_vault_file_derive_keys (self->vault_key, &self->note_key, &self->manifest_key);
  self->manifest = tdm_manifest_new ();
  self->kinds = 0;
  for (guint i = 0; i < n_ways; i++)
    {
      self->kinds |= 1u << ways[i].kind;
      if (!vault_seal_slot (self->file, &ways[i], self->vault_key, slots[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tdm_vault_file_set_up:
 * @self: a new vault
 * @passphrase: what opens it from now on
 * @recovery: (nullable): the bytes of its recovery code
 * @cost: what a guess at the passphrase costs
 * @error: %TDM_VAULT_ERROR_EXISTS, _NO_MEMORY, or of #TdmFileError
 *
 * Makes the keys. Nobody but who knows one of the secrets can ever read what is written.
 *
 * Returns: whether the vault is set up, and unlocked
 */
gboolean
tdm_vault_file_set_up (TdmVaultFile *self, TdmSecret *passphrase, TdmSecret *recovery, const TdmKeyCost *cost,
                       GError **error)
{
  const TdmKeyWay ways[] = { { TDM_KEY_SLOT_PASSPHRASE, passphrase, cost }, { TDM_KEY_SLOT_RECOVERY, recovery, NULL } };
  guint n_ways = recovery ? 2 : 1;
  guint8 slots[2][TDM_KEY_SLOT_BYTES];
  sqlite3_stmt *statement;
  TdmVaultNext next;

  if (self->is_set_up)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_EXISTS);
  if (tdm_vault_file_is_read_only (self))
    return tdm_vault_file_fail_read_only (self, error);

  randombytes_buf (self->head.uuid, TDM_VAULT_UUID_BYTES);
  tdm_vault_next_init (&next, self);
  if (!next_make_keys (&next, ways, n_ways, slots, error) || !tdm_database_begin (self->database, error))
    return tdm_vault_next_roll_back (&next);
  statement = tdm_database_prepare (self->database, "INSERT INTO vault VALUES (1, ?, 0, 0, zeroblob (32))", error);
  if (!statement)
    return tdm_vault_next_roll_back (&next);
  sqlite3_bind_blob (statement, 1, self->head.uuid, TDM_VAULT_UUID_BYTES, SQLITE_TRANSIENT);
  if (!tdm_database_step (self->database, statement, NULL, error) || !vault_insert_slots (self, slots, n_ways, error))
    return tdm_vault_next_roll_back (&next);
  if (!tdm_vault_next_commit (&next, error))
    return FALSE;

  self->unlocked_at = tdm_clock_now ();
  self->is_trusted = self->is_in_order = TRUE;
  return TRUE;
}

/* With one slot, or with none. Which ways to the key there are stays known, whatever can be read afterwards. */
static gboolean
vault_replace_slot (TdmVaultFile *self, TdmKeySlotKind kind, guint8 slots[][TDM_KEY_SLOT_BYTES], GError **error)
{
  TdmVaultNext next;

  tdm_vault_next_init (&next, self);
  next.kinds = slots ? self->kinds | 1u << kind : self->kinds & ~(1u << kind);
  if (!tdm_database_begin (self->database, error))
    return FALSE;
  if (!vault_delete_slots (self, kind, error) || !vault_insert_slots (self, slots, slots ? 1 : 0, error))
    return tdm_vault_next_roll_back (&next);
  return tdm_vault_next_commit (&next, error);
}

/**
 * tdm_vault_file_set_slot:
 * @self: an unlocked vault
 * @kind: what @secret is
 * @secret: what shall open it in this way from now on, and nothing else
 * @cost: for a passphrase, what a guess costs
 *
 * Copies of the file still open with what opened them.
 *
 * Returns: whether it is so now
 */
gboolean
tdm_vault_file_set_slot (TdmVaultFile *self, TdmKeySlotKind kind, TdmSecret *secret, const TdmKeyCost *cost,
                         GError **error)
{
  guint8 slots[1][TDM_KEY_SLOT_BYTES];

  return tdm_vault_file_check_writable (self, error) &&
         vault_seal_slot (self, &(TdmKeyWay) { kind, secret, cost }, self->vault_key, slots[0], error) &&
         vault_replace_slot (self, kind, slots, error);
}

/**
 * tdm_vault_file_drop_slot:
 * @self: an unlocked vault
 * @kind: a way to open it, not by the passphrase
 *
 * Returns: whether it cannot be opened in this way any more
 */
gboolean
tdm_vault_file_drop_slot (TdmVaultFile *self, TdmKeySlotKind kind, GError **error)
{
  g_return_val_if_fail (kind != TDM_KEY_SLOT_PASSPHRASE, FALSE);

  return tdm_vault_file_check_writable (self, error) && vault_replace_slot (self, kind, NULL, error);
}

/**
 * tdm_vault_file_strengthen:
 * @self: an unlocked vault
 * @passphrase: its passphrase
 * @cost: what a guess should cost today
 *
 * Seals the passphrase anew if a guess was cheaper when it was set.
 *
 * Returns: whether it costs that much now
 */
gboolean
tdm_vault_file_strengthen (TdmVaultFile *self, TdmSecret *passphrase, const TdmKeyCost *cost, GError **error)
{
  guint8 slot[TDM_KEY_SLOT_BYTES];

  if (vault_find_slot (self, TDM_KEY_SLOT_PASSPHRASE, slot, error) <= 0)
    return FALSE;
  return !tdm_key_slot_is_weak (slot, cost) ||
         tdm_vault_file_set_slot (self, TDM_KEY_SLOT_PASSPHRASE, passphrase, cost, error);
}

/**
 * tdm_vault_file_renew_keys:
 * @self: an unlocked vault
 * @passphrase: what opens it from now on
 * @recovery: (nullable): the bytes of a new recovery code
 * @cost: what a guess at the passphrase costs
 * @error: %TDM_VAULT_ERROR_DAMAGED if a note cannot be read, or others
 *
 * Makes new keys and seals every note anew, so that nobody who knew a key or an older passphrase can read what is
 * written from now on. The keyring has to be told again.
 *
 * Returns: whether the file has new keys
 */
gboolean
tdm_vault_file_renew_keys (TdmVaultFile *self, TdmSecret *passphrase, TdmSecret *recovery, const TdmKeyCost *cost,
                           GError **error)
{
  const TdmKeyWay ways[] = { { TDM_KEY_SLOT_PASSPHRASE, passphrase, cost }, { TDM_KEY_SLOT_RECOVERY, recovery, NULL } };
  guint n_ways = recovery ? 2 : 1;
  guint8 slots[2][TDM_KEY_SLOT_BYTES];
  TdmVaultNext next;

  if (!tdm_vault_file_check_writable (self, error))
    return FALSE;
  if (self->head.epoch == G_MAXUINT16)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_FAILED);

  /* Everything in one transaction: whatever happens, the file has the old keys or the new ones. */
  tdm_vault_next_init (&next, self);
  next.head.epoch++;
  if (!next_make_keys (&next, ways, n_ways, slots, error) || !tdm_database_begin (self->database, error) ||
      !tdm_database_execute (self->database, "DELETE FROM slot", error) ||
      !vault_insert_slots (self, slots, n_ways, error) || !tdm_vault_next_reseal_all (&next, error))
    return tdm_vault_next_roll_back (&next);
  return tdm_vault_next_commit (&next, error);
}

/**
 * tdm_vault_file_destroy:
 *
 * Overwrites the ways to the key and all notes, then removes the file. Copies elsewhere still open with what opened
 * them.
 *
 * Returns: whether nobody can read them any more
 */
gboolean
tdm_vault_file_destroy (TdmVaultFile *self, GError **error)
{
  static const char sql[] = "UPDATE slot SET record = zeroblob (" G_STRINGIFY (TDM_KEY_SLOT_BYTES) ");"
                            "DELETE FROM slot; DELETE FROM earlier; DELETE FROM note; DELETE FROM vault";
  const char *path = tdm_database_get_path (self->database);
  TdmVaultNext next = { .file = self, .head = self->head, .is_destroyed = TRUE };

  if (tdm_vault_file_is_read_only (self))
    return tdm_vault_file_fail_read_only (self, error);
  if (!tdm_vault_file_settle (self, error) || !tdm_database_begin (self->database, error))
    return FALSE;
  if (!tdm_database_execute (self->database, sql, error))
    return tdm_vault_next_roll_back (&next);
  if (!tdm_vault_next_commit (&next, error))
    return FALSE;

  /* Nothing is left to be read. Where a file may not be removed, one without notes stays. */
  tdm_database_execute (self->database, "VACUUM", NULL);
  g_unlink (path);
  return TRUE;
}
