/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmVaultError:
 * @TDM_VAULT_ERROR_FAILED: something else, the message says what
 * @TDM_VAULT_ERROR_WRONG_SECRET: the passphrase, the recovery code or what the keyring holds does not fit
 * @TDM_VAULT_ERROR_MISTYPED: a recovery code that cannot be one
 * @TDM_VAULT_ERROR_NO_SLOT: the notes cannot be opened in this way
 * @TDM_VAULT_ERROR_DAMAGED: what is read is damaged or was exchanged
 * @TDM_VAULT_ERROR_TOO_NEW: a newer Tandem wrote it
 * @TDM_VAULT_ERROR_TOO_COSTLY: the file asks for more memory or work than any Tandem would
 * @TDM_VAULT_ERROR_NO_MEMORY: there is too little free memory to open the notes
 * @TDM_VAULT_ERROR_LOCKED: the notes are locked
 * @TDM_VAULT_ERROR_READ_ONLY: the notes can only be read at the moment
 * @TDM_VAULT_ERROR_CHANGED: the note was changed elsewhere meanwhile
 * @TDM_VAULT_ERROR_NOT_FOUND: there is no such note
 * @TDM_VAULT_ERROR_EXISTS: there are notes already
 * @TDM_VAULT_ERROR_NO_KEYRING: the keyring of the desktop is absent, locked or has lost the key
 * @TDM_VAULT_ERROR_TOO_LARGE: a note is too long
 * @TDM_VAULT_ERROR_EMPTY: nothing is left in the file
 *
 * Whatever it is, the file is as it was before.
 */
typedef enum
{
  TDM_VAULT_ERROR_FAILED,
  TDM_VAULT_ERROR_WRONG_SECRET,
  TDM_VAULT_ERROR_MISTYPED,
  TDM_VAULT_ERROR_NO_SLOT,
  TDM_VAULT_ERROR_DAMAGED,
  TDM_VAULT_ERROR_TOO_NEW,
  TDM_VAULT_ERROR_TOO_COSTLY,
  TDM_VAULT_ERROR_NO_MEMORY,
  TDM_VAULT_ERROR_LOCKED,
  TDM_VAULT_ERROR_READ_ONLY,
  TDM_VAULT_ERROR_CHANGED,
  TDM_VAULT_ERROR_NOT_FOUND,
  TDM_VAULT_ERROR_EXISTS,
  TDM_VAULT_ERROR_NO_KEYRING,
  TDM_VAULT_ERROR_TOO_LARGE,
  TDM_VAULT_ERROR_EMPTY,
} TdmVaultError;

#define TDM_VAULT_ERROR (tdm_vault_error_quark ())
GQuark   tdm_vault_error_quark (void);

gboolean tdm_vault_error_set   (GError        **error,
                                TdmVaultError   code);

G_END_DECLS
