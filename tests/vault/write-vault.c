/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "vault-fixture.h"

/* Writes the fixture of a version of the format: write-vault FILE. Run once for each version, before it is released;
 * what it wrote for the versions before stays as it is. */

static TdmVaultNote *
new_note (const char *uid, const char *title, const char *text)
{
  TdmVaultNote *note = tdm_vault_note_new (uid);

  tdm_vault_note_set (&note->title, title);
  tdm_vault_note_set_text (note, text);
  return note;
}

static void
write_notes (Vault *self)
{
  g_autoptr (TdmVaultNote) question = new_note ("0e8b4a9e-0a61-4b6c-9a52-1b6a5a0f7e01", "Nachfolgeplanung",
                                                "Wie früh mit wem reden? 🙂");
  g_autoptr (TdmVaultNote) changed = new_note ("5b0f2b7c-6f5e-4d0e-8f7e-2f6f3f1f9c02", "", "first state");
  g_autoptr (TdmVaultNote) removed = new_note ("a3d8c1de-3c1f-4e49-bb7a-7a3c3d5e4b03", "Removed", "");

  question->is_question = TRUE;
  tdm_vault_note_set (&question->pair, "11111111-2222-4333-8444-555555555555");
  tdm_vault_note_set (&question->meeting, "66666666-7777-4888-8999-aaaaaaaaaaaa");
  vault_save (self, question);
  vault_save (self, changed);
  vault_save (self, removed);
  tdm_clock_freeze (NOW + 3600);
  vault_change (self, changed, "second state");
  removed->removed = NOW + 3600;
  vault_save (self, removed);
}

int
main (int argc, char *argv[])
{
  Vault vault = { .path = argv[1] };
  guint8 recovery[16] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
  g_autoptr (TdmSecret) passphrase = tdm_secret_new_text (PASSPHRASE),
                        code = tdm_secret_new_copy (recovery, sizeof recovery);
  g_autoptr (GError) error = NULL;

  if (argc != 2 || g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_printerr ("Usage: write-vault FILE, which is not there yet\n");
      return 2;
    }
  tdm_clock_freeze (NOW);
  vault.file = tdm_vault_file_open (argv[1], TDM_OPEN_CREATE, &error);
  g_assert_no_error (error);
  tdm_vault_file_set_up (vault.file, passphrase, code, &cheap, &error);
  g_assert_no_error (error);
  write_notes (&vault);
  vault_close (&vault);
  return 0;
}
