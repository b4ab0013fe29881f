/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-key-slot.h"

#include <sodium.h>
#include <string.h>

/* One way to the vault key: the key, wrapped by what is derived from a secret. The layout, and why each part is there,
 * is described in FORMAT.md; it is never changed, only followed by another version. */

enum
{
  AT_KIND = 0,
  AT_KDF = 1,
  AT_PASSES = 2,
  AT_MEMORY = 4,
  AT_SALT = 8,
  AT_COMMITMENT = 24,
  AT_NONCE = 40,
  AT_WRAPPED = 64,
  AT_CHECK = 112,
};

enum
{
  KDF_ARGON2ID = 1,
  KDF_BLAKE2B = 2,
};

#define N_SALT 16
#define N_COMMITMENT 16
#define N_CHECK 8
#define N_DERIVED 64
#define MOST_PASSES 16
#define MOST_KIB (1024 * 1024)

G_STATIC_ASSERT (AT_WRAPPED + TDM_VAULT_KEY_BYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES == AT_CHECK);
G_STATIC_ASSERT (AT_CHECK + N_CHECK == TDM_KEY_SLOT_BYTES);
G_STATIC_ASSERT (AT_NONCE + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == AT_WRAPPED);

/* About 0.4 s on an ordinary computer of 2026. */
const TdmKeyCost tdm_key_cost_default = { .passes = 3, .mem_kib = 256 * 1024 };

static guint
read_number (const guint8 *bytes, guint n)
{
  guint value = 0;

  while (n-- > 0)
    value = value << 8 | bytes[n];
  return value;
}

static void
write_number (guint8 *bytes, guint n, guint value)
{
  for (guint i = 0; i < n; i++, value >>= 8)
    bytes[i] = value & 0xFF;
}

/* Slowly from a passphrase, quickly from what nobody can guess */
static TdmSecret *
slot_derive (const guint8 *slot, TdmSecret *secret, GError **error)
{
  static const guint8 personal[crypto_generichash_blake2b_PERSONALBYTES] = "tandem/slot";
  g_autoptr (TdmSecret) derived = tdm_secret_new (N_DERIVED);

  if (slot[AT_KDF] == KDF_BLAKE2B)
    crypto_generichash_blake2b_salt_personal (tdm_secret_get_bytes (derived), N_DERIVED, tdm_secret_get_bytes (secret),
                                              tdm_secret_get_length (secret), NULL, 0, slot + AT_SALT, personal);
  else if (crypto_pwhash (tdm_secret_get_bytes (derived), N_DERIVED, (const char *) tdm_secret_get_bytes (secret),
                          tdm_secret_get_length (secret), slot + AT_SALT, read_number (slot + AT_PASSES, 2),
                          (gsize) read_number (slot + AT_MEMORY, 4) * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
    {
      /* All else was checked before: what is missing is memory. Less would be weaker, so it is never tried. */
      tdm_vault_error_set (error, TDM_VAULT_ERROR_NO_MEMORY);
      return NULL;
    }
  return g_steal_pointer (&derived);
}

/* Tells a wrong secret from a damaged slot, and binds the slot to one secret, which Poly1305 alone does not. */
static void
slot_commit_to (TdmSecret *derived, guint8 commitment[N_COMMITMENT])
{
  crypto_generichash (commitment, N_COMMITMENT, (const guint8 *) "commit", 6,
                      tdm_secret_get_bytes (derived) + TDM_VAULT_KEY_BYTES, N_DERIVED - TDM_VAULT_KEY_BYTES);
}

#define N_BOUND (AT_NONCE + TDM_VAULT_UUID_BYTES)

static void
slot_bind_to (const guint8 *slot, const guint8 *uuid, guint8 bound[N_BOUND])
{
  memcpy (bound, slot, AT_NONCE);
  memcpy (bound + AT_NONCE, uuid, TDM_VAULT_UUID_BYTES);
}

static void
slot_compute_check (const guint8 *slot, guint8 check[N_CHECK])
{
  guint8 hash[crypto_generichash_BYTES_MIN];

  crypto_generichash (hash, sizeof hash, slot, AT_CHECK, NULL, 0);
  memcpy (check, hash, N_CHECK);
}

/**
 * tdm_key_slot_seal:
 * @slot: (out caller-allocates): the record to write
 * @way: what opens it
 * @uuid: of the vault
 * @vault_key: %TDM_VAULT_KEY_BYTES bytes
 * @error: %TDM_VAULT_ERROR_NO_MEMORY
 *
 * A passphrase is slow to try and may take a second: not for the main thread.
 *
 * Returns: whether @slot opens in this way now
 */
gboolean
tdm_key_slot_seal (guint8 slot[TDM_KEY_SLOT_BYTES], const TdmKeyWay *way, const guint8 uuid[TDM_VAULT_UUID_BYTES],
                   TdmSecret *vault_key, GError **error)
{
  gboolean is_slow = way->kind == TDM_KEY_SLOT_PASSPHRASE;
  g_autoptr (TdmSecret) derived = NULL;
  guint8 bound[N_BOUND];

  g_return_val_if_fail (tdm_secret_get_length (vault_key) == TDM_VAULT_KEY_BYTES, FALSE);

  memset (slot, 0, TDM_KEY_SLOT_BYTES);
  slot[AT_KIND] = way->kind;
  slot[AT_KDF] = is_slow ? KDF_ARGON2ID : KDF_BLAKE2B;
  write_number (slot + AT_PASSES, 2, is_slow ? way->cost->passes : 0);
  write_number (slot + AT_MEMORY, 4, is_slow ? way->cost->mem_kib : 0);
  randombytes_buf (slot + AT_SALT, N_SALT);
  randombytes_buf (slot + AT_NONCE, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);

  derived = slot_derive (slot, way->secret, error);
  if (derived)
    {
      slot_commit_to (derived, slot + AT_COMMITMENT);
      slot_bind_to (slot, uuid, bound);
      crypto_aead_xchacha20poly1305_ietf_encrypt (slot + AT_WRAPPED, NULL, tdm_secret_get_bytes (vault_key),
                                                  TDM_VAULT_KEY_BYTES, bound, sizeof bound, NULL, slot + AT_NONCE,
                                                  tdm_secret_get_bytes (derived));
      slot_compute_check (slot, slot + AT_CHECK);
    }
  tdm_secret_wipe_stack ();
  return derived != NULL;
}

/* Nothing that a file says is done before it was looked at. */
static gboolean
slot_check (const guint8 *slot, GError **error)
{
  guint passes = read_number (slot + AT_PASSES, 2), mem_kib = read_number (slot + AT_MEMORY, 4);
  guint8 check[N_CHECK];

  slot_compute_check (slot, check);
  if (memcmp (check, slot + AT_CHECK, N_CHECK) != 0)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  if (slot[AT_KIND] < TDM_KEY_SLOT_PASSPHRASE || slot[AT_KIND] > TDM_KEY_SLOT_KEYRING ||
      slot[AT_KDF] < KDF_ARGON2ID || slot[AT_KDF] > KDF_BLAKE2B)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_TOO_NEW);
  if (slot[AT_KDF] == KDF_BLAKE2B)
    return slot[AT_KIND] != TDM_KEY_SLOT_PASSPHRASE || tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  if (passes > MOST_PASSES || mem_kib > MOST_KIB)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_TOO_COSTLY);
  if (passes < crypto_pwhash_OPSLIMIT_MIN || mem_kib < crypto_pwhash_MEMLIMIT_MIN / 1024)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  return TRUE;
}

static TdmSecret *
slot_unseal (const guint8 *slot, const guint8 *uuid, TdmSecret *secret, GError **error)
{
  g_autoptr (TdmSecret) derived = slot_derive (slot, secret, error), vault_key = NULL;
  guint8 commitment[N_COMMITMENT], bound[N_BOUND];

  if (!derived)
    return NULL;
  slot_commit_to (derived, commitment);
  slot_bind_to (slot, uuid, bound);
  vault_key = tdm_secret_new (TDM_VAULT_KEY_BYTES);
  if (sodium_memcmp (commitment, slot + AT_COMMITMENT, N_COMMITMENT) != 0)
    tdm_vault_error_set (error, TDM_VAULT_ERROR_WRONG_SECRET);
  else if (crypto_aead_xchacha20poly1305_ietf_decrypt (tdm_secret_get_bytes (vault_key), NULL, NULL, slot + AT_WRAPPED,
                                                       AT_CHECK - AT_WRAPPED, bound, sizeof bound, slot + AT_NONCE,
                                                       tdm_secret_get_bytes (derived)) != 0)
    tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  else
    return g_steal_pointer (&vault_key);
  return NULL;
}

/**
 * tdm_key_slot_open:
 * @slot: a record of the file
 * @uuid: of the vault
 * @secret: what may open it
 * @error: %TDM_VAULT_ERROR_WRONG_SECRET, _DAMAGED, _TOO_NEW, _TOO_COSTLY or _NO_MEMORY
 *
 * As slow as tdm_key_slot_seal().
 *
 * Returns: (transfer full) (nullable): the vault key
 */
TdmSecret *
tdm_key_slot_open (const guint8 slot[TDM_KEY_SLOT_BYTES], const guint8 uuid[TDM_VAULT_UUID_BYTES], TdmSecret *secret,
                   GError **error)
{
  TdmSecret *vault_key;

  if (!slot_check (slot, error))
    return NULL;
  vault_key = slot_unseal (slot, uuid, secret, error);
  tdm_secret_wipe_stack ();
  return vault_key;
}

/**
 * tdm_key_slot_get_kind:
 * @slot: a record of the file
 *
 * Returns: a #TdmKeySlotKind, or a number that only a newer Tandem knows
 */
guint
tdm_key_slot_get_kind (const guint8 slot[TDM_KEY_SLOT_BYTES])
{
  return slot[AT_KIND];
}

/**
 * tdm_key_slot_is_weak:
 * @slot: a record of the file that was opened
 * @cost: what a guess should cost today
 *
 * Returns: whether a passphrase opens it at less cost, so that it should be sealed anew
 */
gboolean
tdm_key_slot_is_weak (const guint8 slot[TDM_KEY_SLOT_BYTES], const TdmKeyCost *cost)
{
  return slot[AT_KDF] == KDF_ARGON2ID &&
         (read_number (slot + AT_PASSES, 2) < cost->passes || read_number (slot + AT_MEMORY, 4) < cost->mem_kib);
}
