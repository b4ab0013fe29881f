/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "vault/tdm-recovery-code.h"
#include "vault-fixture.h"

/* Files of every released version open for ever. write-vault.c tells what is in them. */

typedef struct
{
  TdmTestFolder folder;
  TdmVaultFile *file;
} Golden;

/* A copy: opening may tidy up. */
static void
set_up (Golden *self, gconstpointer name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL), *copy = NULL, *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  tdm_test_folder_init (&self->folder);
  copy = tdm_test_folder_join (&self->folder, "copy.vault");
  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (copy, content, length, &error);
  g_assert_no_error (error);
  self->file = tdm_vault_file_open (copy, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
}

static void
tear_down (Golden *self, gconstpointer name)
{
  g_clear_object (&self->file);
  tdm_test_folder_clear (&self->folder);
}

static void
check_note (Golden *self, const char *uid, const char *title, const char *text, gint64 modified)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultNote) note = tdm_vault_file_read (self->file, uid, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (note->title, ==, title);
  g_assert_cmpstr (note->text, ==, text);
  g_assert_cmpint (note->created, ==, NOW);
  g_assert_cmpint (note->modified, ==, modified);
}

static void
check_all (Golden *self)
{
  const char *question = "0e8b4a9e-0a61-4b6c-9a52-1b6a5a0f7e01", *changed = "5b0f2b7c-6f5e-4d0e-8f7e-2f6f3f1f9c02",
             *removed = "a3d8c1de-3c1f-4e49-bb7a-7a3c3d5e4b03";
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (TdmVaultNote) state = NULL, note = NULL, gone = NULL;

  g_assert_true (tdm_vault_file_is_trusted (self->file));
  check_note (self, question, "Nachfolgeplanung", "Wie früh mit wem reden? 🙂", NOW);
  check_note (self, changed, "", "second state", NOW + 3600);
  check_note (self, removed, "Removed", "", NOW);
  note = tdm_vault_file_read (self->file, question, 0, NULL);
  g_assert_cmpint (note->is_question, ==, TRUE);
  g_assert_cmpstr (note->pair, ==, "11111111-2222-4333-8444-555555555555");
  g_assert_cmpstr (note->meeting, ==, "66666666-7777-4888-8999-aaaaaaaaaaaa");
  gone = tdm_vault_file_read (self->file, removed, 0, NULL);
  g_assert_cmpint (gone->removed, ==, NOW + 3600);
  earlier = tdm_vault_file_list_earlier (self->file, changed, NULL);
  g_assert_cmpint (earlier->len, ==, 1);
  state = tdm_vault_file_read (self->file, changed, 1, NULL);
  g_assert_cmpstr (state->text, ==, "first state");
}

static void
test_opens_with_the_passphrase (Golden *self, gconstpointer name)
{
  g_autoptr (TdmSecret) passphrase = tdm_secret_new_text (PASSPHRASE);
  g_autoptr (GError) error = NULL;

  tdm_vault_file_unlock (self->file, TDM_KEY_SLOT_PASSPHRASE, passphrase, NULL, &error);
  g_assert_no_error (error);
  check_all (self);
}

static void
test_opens_with_the_recovery_code (Golden *self, gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmSecret) code = tdm_recovery_code_read ("000G-40R4-0M30-E209-185G-R38E-1W0H", &error);

  tdm_vault_file_unlock (self->file, TDM_KEY_SLOT_RECOVERY, code, NULL, &error);
  g_assert_no_error (error);
  check_all (self);
}

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  g_test_add ("/golden/1/passphrase", Golden, "vault-1.vault", set_up, test_opens_with_the_passphrase, tear_down);
  g_test_add ("/golden/1/recovery-code", Golden, "vault-1.vault", set_up, test_opens_with_the_recovery_code, tear_down);

  return g_test_run ();
}
