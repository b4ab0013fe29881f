/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-secret.h"
#include "tdm-vault-error.h"

G_BEGIN_DECLS

#define TDM_KEY_SLOT_BYTES 120
#define TDM_VAULT_KEY_BYTES 32
#define TDM_VAULT_UUID_BYTES 16

/**
 * TdmKeySlotKind:
 * @TDM_KEY_SLOT_PASSPHRASE: opened by a passphrase
 * @TDM_KEY_SLOT_RECOVERY: opened by the recovery code
 * @TDM_KEY_SLOT_KEYRING: opened by random bytes in the keyring of the desktop
 *
 * Codes as they stand in the file.
 */
typedef enum
{
  TDM_KEY_SLOT_PASSPHRASE = 1,
  TDM_KEY_SLOT_RECOVERY = 2,
  TDM_KEY_SLOT_KEYRING = 3,
} TdmKeySlotKind;

/**
 * TdmKeyCost:
 * @passes: over the memory
 * @mem_kib: memory in KiB
 *
 * What one guess at a passphrase costs (Argon2id).
 */
typedef struct _TdmKeyCost
{
  guint passes;
  guint mem_kib;
} TdmKeyCost;

/**
 * TdmKeyWay:
 * @kind: what @secret is
 * @secret: what opens the notes; of a recovery code or from the keyring it has 16 bytes or more
 * @cost: for a passphrase, what a guess costs
 *
 * A way to the key of a vault.
 */
typedef struct
{
  TdmKeySlotKind kind;
  TdmSecret *secret;
  const TdmKeyCost *cost;
} TdmKeyWay;

extern const TdmKeyCost tdm_key_cost_default;

gboolean   tdm_key_slot_seal     (guint8             slot[TDM_KEY_SLOT_BYTES],
                                  const TdmKeyWay   *way,
                                  const guint8       uuid[TDM_VAULT_UUID_BYTES],
                                  TdmSecret         *vault_key,
                                  GError           **error);
TdmSecret *tdm_key_slot_open     (const guint8       slot[TDM_KEY_SLOT_BYTES],
                                  const guint8       uuid[TDM_VAULT_UUID_BYTES],
                                  TdmSecret         *secret,
                                  GError           **error);
guint      tdm_key_slot_get_kind (const guint8       slot[TDM_KEY_SLOT_BYTES]);
gboolean   tdm_key_slot_is_weak  (const guint8       slot[TDM_KEY_SLOT_BYTES],
                                  const TdmKeyCost  *cost);

G_END_DECLS
