/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "vault/tdm-key-slot.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault-file.h"

/* Sets private notes up as the program does, without its window, and prints the recovery code. */
int
main (int argc, char *argv[])
{
  g_autoptr (TdmVaultFile) file = NULL;
  g_autoptr (TdmSecret) passphrase = NULL, recovery = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES);
  g_autoptr (TdmSecret) code = tdm_recovery_code_write (recovery);
  g_autoptr (GError) error = NULL;

  if (argc != 3 || g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_printerr ("Usage: make-vault FILE PASSPHRASE, a file that is not there yet\n");
      return 2;
    }
  passphrase = tdm_secret_new_text (argv[2]);
  file = tdm_vault_file_open (argv[1], TDM_OPEN_CREATE, &error);
  if (file == NULL || !tdm_vault_file_set_up (file, passphrase, recovery, &tdm_key_cost_default, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("%.*s\n", (int) tdm_secret_get_length (code), (const char *) tdm_secret_get_bytes (code));
  return 0;
}
