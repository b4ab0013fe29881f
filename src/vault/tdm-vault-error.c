/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-error.h"

#include "base/tdm-i18n.h"

G_DEFINE_QUARK (tdm-vault-error-quark, tdm_vault_error)

static const char *
vault_error_explain (TdmVaultError code)
{
  switch (code)
    {
    case TDM_VAULT_ERROR_WRONG_SECRET:
      return _ ("This is not the right passphrase.");
    case TDM_VAULT_ERROR_MISTYPED:
      return _ ("This is not a recovery code: there is a typing mistake in it.");
    case TDM_VAULT_ERROR_NO_SLOT:
      return _ ("The notes cannot be opened in this way.");
    case TDM_VAULT_ERROR_DAMAGED:
      return _ ("The file with the notes is damaged. It was left as it is; a backup can be restored.");
    case TDM_VAULT_ERROR_TOO_NEW:
      return _ ("The notes were written by a newer version of Tandem. Please update Tandem to read them.");
    case TDM_VAULT_ERROR_TOO_COSTLY:
      return _ (
        "The file with the notes asks for more memory than Tandem ever uses. It is damaged, or was made to do harm.");
    case TDM_VAULT_ERROR_NO_MEMORY:
      return _ ("There is too little free memory to open the notes. Please close other programs and try again.");
    case TDM_VAULT_ERROR_LOCKED:
      return _ ("The notes are locked.");
    case TDM_VAULT_ERROR_READ_ONLY:
      return _ ("The notes can only be read at the moment.");
    case TDM_VAULT_ERROR_CHANGED:
      return _ ("The note was changed elsewhere meanwhile. Nothing was overwritten.");
    case TDM_VAULT_ERROR_NOT_FOUND:
      return _ ("This note is not there any more.");
    case TDM_VAULT_ERROR_EXISTS:
      return _ ("There are private notes already.");
    case TDM_VAULT_ERROR_NO_KEYRING:
      return _ ("The keyring of this computer does not hand out the key. The passphrase opens the notes.");
    case TDM_VAULT_ERROR_TOO_LARGE:
      return _ ("This note is too long to be saved. Please split it.");
    case TDM_VAULT_ERROR_EMPTY:
      return _ ("The file with the notes is empty: nothing is left in it. Please restore a backup, or begin anew.");
    default:
      return _ ("This could not be done. Everything saved before is safe.");
    }
}

/**
 * tdm_vault_error_set:
 * @code: what went wrong
 *
 * Says it in the language of the program.
 *
 * Returns: %FALSE, to be returned
 */
gboolean
tdm_vault_error_set (GError **error, TdmVaultError code)
{
  g_set_error_literal (error, TDM_VAULT_ERROR, code, vault_error_explain (code));
  return FALSE;
}
