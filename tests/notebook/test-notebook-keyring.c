/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "support/keyring.h"
#include "vault/tdm-vault-file.h"
#include "live-vault.h"

#include <libsecret/secret.h>

/* Notes that GNOME's keyring opens, when it can, and when it cannot. */

static const SecretSchema schema = {
  "org.tandemapp.Tandem.Vault",
  SECRET_SCHEMA_DONT_MATCH_NAME,
  { { "tandem-vault", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

typedef struct
{
  LiveVault live;
  Keyring keyring;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  live_vault_set_up (&self->live, data);
  keyring_init (&self->keyring);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  live_vault_tear_down (&self->live, data);
  keyring_clear (&self->keyring);
}

static void
tell_keyring (Fixture *self)
{
  g_free (live_vault_save (&self->live, "Title", "text"));
  keyring_start (&self->keyring, "secret");
  tdm_notebook_set_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
  g_assert_true (tdm_notebook_get_facts (self->live.vault)->has_keyring);
}

/* As when the program starts again */
static void
restart (Fixture *self)
{
  live_vault_close (&self->live);
  live_vault_open (&self->live);
  tdm_notebook_look_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
}

static void
expect_opened (Fixture *self)
{
  tdm_notebook_unlock_by_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
  g_assert_cmpint (tdm_notebook_get_state (self->live.vault), ==, TDM_NOTEBOOK_UNLOCKED);
  g_assert_cmpint (live_vault_count (&self->live), ==, 1);
}

/* Nothing opens but the passphrase, which does; and the file is not touched by it. */
static void
expect_refused (Fixture *self, TdmVaultError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before, length_after;

  g_assert_true (g_file_get_contents (self->live.path, &before, &length_before, NULL));
  tdm_notebook_unlock_by_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  live_vault_finish (&self->live, &error);
  g_assert_error (error, TDM_VAULT_ERROR, (int) code);
  g_assert_cmpint (tdm_notebook_get_state (self->live.vault), ==, TDM_NOTEBOOK_LOCKED);
  g_assert_true (g_file_get_contents (self->live.path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  live_vault_unlock (&self->live);
  g_assert_cmpint (live_vault_count (&self->live), ==, 1);
}

static void
test_opens_after_a_restart (Fixture *self, gconstpointer data)
{
  tell_keyring (self);
  restart (self);
  g_assert_true (tdm_notebook_get_facts (self->live.vault)->has_keyring);
  g_assert_false (tdm_notebook_get_facts (self->live.vault)->was_locked);
  expect_opened (self);
}

static void
test_the_passphrase_goes_on_opening (Fixture *self, gconstpointer data)
{
  tell_keyring (self);
  restart (self);
  live_vault_unlock (&self->live);
  g_assert_cmpint (live_vault_count (&self->live), ==, 1);
}

/* What the keyring holds for these notes */
static GHashTable *
get_attributes (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultFile) file = tdm_vault_file_open (self->live.path, TDM_OPEN_READ_ONLY, &error);
  g_autofree char *uuid = NULL;

  g_assert_no_error (error);
  uuid = tdm_vault_file_get_uuid (file);
  return secret_attributes_build (&schema, "tandem-vault", uuid, NULL);
}

static void
test_the_keyring_never_holds_the_passphrase (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) attributes = NULL;
  g_autofree char *kept = NULL;

  tell_keyring (self);
  restart (self);
  attributes = get_attributes (self);
  kept = secret_password_lookupv_sync (&schema, attributes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (strlen (kept), ==, 43);
  g_assert_null (strpbrk (kept, "\n= "));
}

static void
test_without_a_keyring_it_cannot_be_told (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_free (live_vault_save (&self->live, "Title", "text"));
  tdm_notebook_set_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  live_vault_finish (&self->live, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_NO_KEYRING);
  g_assert_false (tdm_notebook_get_facts (self->live.vault)->has_keyring);
  restart (self);
  expect_refused (self, TDM_VAULT_ERROR_NO_SLOT);
}

static void
test_a_keyring_that_is_gone (Fixture *self, gconstpointer data)
{
  tell_keyring (self);
  keyring_stop (&self->keyring);
  restart (self);
  expect_refused (self, TDM_VAULT_ERROR_NO_KEYRING);
}

static void
test_a_keyring_that_stays_locked (Fixture *self, gconstpointer data)
{
  tell_keyring (self);
  keyring_stop (&self->keyring);
  keyring_start (&self->keyring, NULL);
  restart (self);
  expect_refused (self, TDM_VAULT_ERROR_NO_KEYRING);
}

static void
store_another (Fixture *self, const char *secret)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) attributes = get_attributes (self);

  g_assert_true (
    secret_password_storev_sync (&schema, attributes, SECRET_COLLECTION_DEFAULT, "x", secret, NULL, &error));
  g_assert_no_error (error);
}

static void
test_a_keyring_with_another_key (Fixture *self, gconstpointer data)
{
  tell_keyring (self);
  store_another (self, "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA");
  restart (self);
  expect_refused (self, TDM_VAULT_ERROR_NO_KEYRING);
  restart (self);
  store_another (self, "not even base64!");
  expect_refused (self, TDM_VAULT_ERROR_NO_KEYRING);
}

static void
test_a_keyring_that_was_emptied (Fixture *self, gconstpointer data)
{
  tell_keyring (self);
  keyring_clear (&self->keyring);
  keyring_init (&self->keyring);
  keyring_start (&self->keyring, "secret");
  restart (self);
  expect_refused (self, TDM_VAULT_ERROR_NO_KEYRING);
}

/* It is told after the file, and nobody waits for it. */
static void
expect_emptied (Fixture *self)
{
  g_autoptr (GHashTable) attributes = get_attributes (self);
  char *kept;

  while ((kept = secret_password_lookupv_sync (&schema, attributes, NULL, NULL)))
    {
      secret_password_free (kept);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_forgotten_it_opens_nothing (Fixture *self, gconstpointer data)
{
  tell_keyring (self);
  tdm_notebook_forget_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
  g_assert_false (tdm_notebook_get_facts (self->live.vault)->has_keyring);
  restart (self);
  expect_emptied (self);
  expect_refused (self, TDM_VAULT_ERROR_NO_SLOT);
}

static void
test_forgotten_even_if_the_keyring_is_gone (Fixture *self, gconstpointer data)
{
  tell_keyring (self);
  keyring_stop (&self->keyring);
  tdm_notebook_forget_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
  g_assert_false (tdm_notebook_get_facts (self->live.vault)->has_keyring);
}

static void
test_new_keys_are_not_told_to_it (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmNewCode) code = tdm_new_code_make ();

  tell_keyring (self);
  tdm_notebook_renew_keys_async (self->live.vault, PASSPHRASE, tdm_new_code_get_text (code),
                                 tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
  g_assert_false (tdm_notebook_get_facts (self->live.vault)->has_keyring);
  restart (self);
  expect_emptied (self);
  expect_refused (self, TDM_VAULT_ERROR_NO_SLOT);
}

static void
test_locking_meanwhile_wins (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tell_keyring (self);
  restart (self);
  tdm_notebook_unlock_by_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  tdm_notebook_lock (self->live.vault);
  live_vault_finish (&self->live, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_LOCKED);
  g_assert_cmpint (tdm_notebook_get_state (self->live.vault), ==, TDM_NOTEBOOK_LOCKED);
  g_assert_true (tdm_notebook_get_facts (self->live.vault)->was_locked);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  ADD ("/notebook-keyring/opens-after-a-restart", test_opens_after_a_restart);
  ADD ("/notebook-keyring/the-passphrase-goes-on-opening", test_the_passphrase_goes_on_opening);
  ADD ("/notebook-keyring/the-keyring-never-holds-the-passphrase", test_the_keyring_never_holds_the_passphrase);
  ADD ("/notebook-keyring/without-a-keyring-it-cannot-be-told", test_without_a_keyring_it_cannot_be_told);
  ADD ("/notebook-keyring/a-keyring-that-is-gone", test_a_keyring_that_is_gone);
  ADD ("/notebook-keyring/a-keyring-that-stays-locked", test_a_keyring_that_stays_locked);
  ADD ("/notebook-keyring/a-keyring-with-another-key", test_a_keyring_with_another_key);
  ADD ("/notebook-keyring/a-keyring-that-was-emptied", test_a_keyring_that_was_emptied);
  ADD ("/notebook-keyring/forgotten-it-opens-nothing", test_forgotten_it_opens_nothing);
  ADD ("/notebook-keyring/forgotten-even-if-the-keyring-is-gone", test_forgotten_even_if_the_keyring_is_gone);
  ADD ("/notebook-keyring/new-keys-are-not-told-to-it", test_new_keys_are_not_told_to_it);
  ADD ("/notebook-keyring/locking-meanwhile-wins", test_locking_meanwhile_wins);

  return keyring_run_tests ();
}
