/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "support/keyring.h"
#include "vault/key-search.h"
#include "live-vault.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

/* What a process still holds whose notes are locked: no key of the file, whatever was done before
 * and in which order. TANDEM_SESSIONS says how many orders are tried. */

#define SESSIONS 4
#define ACTIONS 12

typedef struct
{
  LiveVault live;
  Keyring keyring;
  KeySearch *search;
  GRand *random;
  GString *story;
  char *passphrase;
  char *uid;

  char *backup;
  char *backup_passphrase;
  TdmSecret *backup_recovery;
} Session;

static void
session_set_up (Session *self, gconstpointer data)
{
  live_vault_set_up (&self->live, data);
  keyring_init (&self->keyring);
  keyring_start (&self->keyring, "secret");
  self->search = key_search_new ();
  self->story = g_string_new (NULL);
  self->passphrase = g_strdup (PASSPHRASE);
}

static void
session_tear_down (Session *self, gconstpointer data)
{
  live_vault_tear_down (&self->live, data);
  keyring_clear (&self->keyring);
  key_search_free (self->search);
  g_clear_pointer (&self->random, g_rand_free);
  g_string_free (self->story, TRUE);
  g_free (self->passphrase);
  g_free (self->uid);
  g_free (self->backup);
  g_free (self->backup_passphrase);
  tdm_secret_free (self->backup_recovery);
}

static TdmSecret *
copy_secret (TdmSecret *secret)
{
  return tdm_secret_new_copy (tdm_secret_get_bytes (secret), tdm_secret_get_length (secret));
}

/* What is looked for: the keys that the file has had so far, and those of the backup, which still
 * opens. */
static void
look_at_files (Session *self)
{
  key_search_add_file (self->search, self->live.path);
  if (self->backup)
    key_search_add_file (self->search, self->backup);
}

static void
lock (Session *self)
{
  g_autoptr (TdmNote) note = NULL;
  g_autoptr (GError) error = NULL;

  tdm_notebook_lock (self->live.vault);
  /* Jobs are done in their order; this one does nothing that would cover what others have left. */
  note = live_vault_read (&self->live, "", &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_LOCKED);
}

static void
expect_no_key (Session *self)
{
  g_autofree char *found = NULL;

  g_assert_cmpint (tdm_notebook_get_state (self->live.vault), ==, TDM_NOTEBOOK_LOCKED);
  look_at_files (self);
  found = key_search_in_process (self->search);
  if (*found)
    g_error ("after %s these are in memory:\n%s", self->story->str, found);
}

/* --- what is done ------------------------------------------------------- */

static void
unlock (Session *self)
{
  tdm_notebook_unlock_async (self->live.vault, self->passphrase, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
}

static void
lock_and_unlock (Session *self)
{
  lock (self);
  expect_no_key (self);
  unlock (self);
}

static void
unlock_wrongly (Session *self)
{
  g_autoptr (GError) error = NULL;

  lock (self);
  tdm_notebook_unlock_async (self->live.vault, "not it", tdm_test_result_cb, &self->live.result);
  live_vault_finish (&self->live, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  unlock (self);
}

static void
unlock_by_code (Session *self)
{
  g_autoptr (TdmSecret) code = tdm_recovery_code_write (self->live.recovery);

  lock (self);
  tdm_notebook_recover_async (self->live.vault, (char *) tdm_secret_get_bytes (code), tdm_test_result_cb,
                              &self->live.result);
  live_vault_finish_well (&self->live);
}

static void
unlock_by_keyring (Session *self)
{
  if (!tdm_notebook_get_facts (self->live.vault)->has_keyring)
    {
      tdm_notebook_set_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
      live_vault_finish_well (&self->live);
    }
  lock (self);
  tdm_notebook_unlock_by_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
}

static void
forget_keyring (Session *self)
{
  if (!tdm_notebook_get_facts (self->live.vault)->has_keyring)
    return;
  tdm_notebook_forget_keyring_async (self->live.vault, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
}

static void
lock_while_unlocking (Session *self)
{
  g_autoptr (GError) error = NULL;

  lock (self);
  tdm_notebook_unlock_async (self->live.vault, self->passphrase, tdm_test_result_cb, &self->live.result);
  tdm_notebook_lock (self->live.vault);
  live_vault_finish (&self->live, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_LOCKED);
  lock (self);
  expect_no_key (self);
  unlock (self);
}

static void
write_note (Session *self)
{
  g_autofree char *text = g_strnfill (g_rand_int_range (self->random, 1, 5000), 'x');

  g_free (self->uid);
  self->uid = live_vault_save (&self->live, "Title", text);
}

static void
read_note (Session *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmNote) note = self->uid ? live_vault_read (&self->live, self->uid, &error) : NULL;

  if (!g_error_matches (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_NOT_FOUND))
    g_assert_no_error (error);
}

static void
search_notes (Session *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  tdm_notebook_search_async (self->live.vault, "xx", tdm_test_result_cb, &self->live.result);
  result = tdm_test_wait (&self->live.result);
  self->live.result = NULL;
  found = tdm_notebook_search_finish (self->live.vault, result, &error);
  g_assert_no_error (error);
}

static void
back_up (Session *self)
{
  if (self->backup)
    g_assert_cmpint (g_unlink (self->backup), ==, 0);
  g_free (self->backup);
  self->backup = tdm_test_folder_join (&self->live.folder, "backup.vault");
  tdm_notebook_back_up_async (self->live.vault, self->backup, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
  g_free (self->backup_passphrase);
  self->backup_passphrase = g_strdup (self->passphrase);
  tdm_secret_free (self->backup_recovery);
  self->backup_recovery = copy_secret (self->live.recovery);
}

static void
merge (Session *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TdmSecret) code = NULL;
  g_autoptr (GError) error = NULL;
  TdmNotebookMerge done;

  if (!self->backup)
    back_up (self);
  code = tdm_recovery_code_write (self->backup_recovery);
  tdm_notebook_merge_async (self->live.vault, self->backup,
                            g_rand_boolean (self->random) ? self->backup_passphrase
                                                          : (char *) tdm_secret_get_bytes (code),
                            tdm_test_result_cb, &self->live.result);
  result = tdm_test_wait (&self->live.result);
  self->live.result = NULL;
  g_assert_true (tdm_notebook_merge_finish (self->live.vault, result, &done, &error));
  g_assert_no_error (error);
}

static void
restore (Session *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  if (!self->backup)
    back_up (self);
  tdm_notebook_restore_async (self->live.vault, self->backup, self->backup_passphrase, tdm_test_result_cb,
                              &self->live.result);
  result = tdm_test_wait (&self->live.result);
  self->live.result = NULL;
  g_assert_true (tdm_notebook_restore_finish (self->live.vault, result, &aside, &error));
  g_assert_no_error (error);
  g_free (self->passphrase);
  self->passphrase = g_strdup (self->backup_passphrase);
  tdm_secret_free (self->live.recovery);
  self->live.recovery = copy_secret (self->backup_recovery);
}

static void
export_notes (Session *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->live.folder, "notes.md");
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_damaged;

  write_note (self);
  tdm_notebook_export_async (self->live.vault, path, NULL, titles, tdm_test_result_cb, &self->live.result);
  result = tdm_test_wait (&self->live.result);
  self->live.result = NULL;
  g_assert_true (tdm_notebook_export_finish (self->live.vault, result, &n_damaged, &error));
  g_assert_no_error (error);
}

static void
change_passphrase (Session *self)
{
  g_autofree char *next = g_strdup_printf ("four new words here %u", g_rand_int (self->random));

  tdm_notebook_set_passphrase_async (self->live.vault, self->passphrase, next, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
  g_free (self->passphrase);
  self->passphrase = g_steal_pointer (&next);
}

static void
check_passphrase (Session *self)
{
  tdm_notebook_check_passphrase_async (self->live.vault, self->passphrase, tdm_test_result_cb, &self->live.result);
  live_vault_finish_well (&self->live);
}

static void
change_code (Session *self)
{
  g_autoptr (TdmSecret) code = NULL;

  tdm_secret_free (self->live.recovery);
  self->live.recovery = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES);
  code = tdm_recovery_code_write (self->live.recovery);
  tdm_notebook_set_recovery_async (self->live.vault, live_vault_get_text (code), tdm_test_result_cb,
                                   &self->live.result);
  live_vault_finish_well (&self->live);
}

static void
renew_keys (Session *self)
{
  g_autoptr (TdmSecret) code = NULL;

  tdm_secret_free (self->live.recovery);
  self->live.recovery = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES);
  code = tdm_recovery_code_write (self->live.recovery);
  tdm_notebook_renew_keys_async (self->live.vault, self->passphrase, live_vault_get_text (code), tdm_test_result_cb,
                                 &self->live.result);
  live_vault_finish_well (&self->live);
}

static const struct
{
  const char *name;
  void (*act) (Session *self);
} actions[] = {
  { "lock and unlock", lock_and_unlock },
  { "unlock wrongly", unlock_wrongly },
  { "unlock by code", unlock_by_code },
  { "unlock by keyring", unlock_by_keyring },
  { "forget keyring", forget_keyring },
  { "lock while unlocking", lock_while_unlocking },
  { "write", write_note },
  { "read", read_note },
  { "search", search_notes },
  { "back up", back_up },
  { "merge", merge },
  { "restore", restore },
  { "export", export_notes },
  { "change passphrase", change_passphrase },
  { "check passphrase", check_passphrase },
  { "change code", change_code },
  { "renew keys", renew_keys },
};

/* --- tests -------------------------------------------------------------- */

static void
play (Session *self, guint32 seed)
{
  self->random = g_rand_new_with_seed (seed);
  g_string_printf (self->story, "session %u: set up", seed);
  for (guint i = 0; i < ACTIONS; i++)
    {
      guint which = g_rand_int_range (self->random, 0, G_N_ELEMENTS (actions));

      g_string_append_printf (self->story, ", %s", actions[which].name);
      look_at_files (self);
      actions[which].act (self);
    }
  lock (self);
}

static void
test_made_up_sessions (Session *self, gconstpointer data)
{
  play (self, GPOINTER_TO_UINT (data));
  expect_no_key (self);
}

/* Each way to derive a key alone: what follows in a long session may cover what it has left. */
static void
test_each_action_alone (Session *self, gconstpointer data)
{
  self->random = g_rand_new_with_seed (0);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_string_assign (self->story, actions[i].name);
      look_at_files (self);
      actions[i].act (self);
      lock (self);
      expect_no_key (self);
      unlock (self);
    }
}

static void
test_setting_up_alone (Session *self, gconstpointer data)
{
  g_string_assign (self->story, "setting up");
  lock (self);
  expect_no_key (self);
}

/* A new thread may get the stack of one that has ended. */
static void
test_closed_notes (Session *self, gconstpointer data)
{
  g_autofree char *found = NULL;

  look_at_files (self);
  live_vault_close (&self->live);
  found = key_search_in_process (self->search);
  g_assert_cmpstr (found, ==, "");
  live_vault_open (&self->live);
}

/* Or the search would prove nothing */
static void
test_keys_of_open_notes_are_found (Session *self, gconstpointer data)
{
  g_autofree char *found = NULL;

  g_free (live_vault_save (&self->live, "Title", "text"));
  look_at_files (self);
  found = key_search_in_process (self->search);
  g_assert_nonnull (strstr (found, "vault key\n"));
  g_assert_nonnull (strstr (found, "note key\n"));
  g_assert_nonnull (strstr (found, "manifest key\n"));
}

static void
test_what_was_derived_is_found (Session *self, gconstpointer data)
{
  g_autoptr (GString) found = g_string_new (NULL);
  guint8 memory[3 + 64] = { 0 };

  look_at_files (self);
  g_assert_true (key_search_derive (self->search, PASSPHRASE, memory + 3));
  key_search_in_bytes (self->search, memory, sizeof memory, found);
  g_assert_cmpstr (found->str, ==, "derived, first half\nderived, second half\n");
}

#define ADD(path, func, data) g_test_add (path, Session, data, session_set_up, func, session_tear_down)

/* AddressSanitizer reserves more memory than anybody could look through. */
#ifdef __SANITIZE_ADDRESS__
#define CAN_LOOK FALSE
#else
#define CAN_LOOK TRUE
#endif

static void
add_sessions (void)
{
  const char *wanted = g_getenv ("TANDEM_SESSIONS");
  guint n = wanted ? g_ascii_strtoull (wanted, NULL, 10) : SESSIONS;

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/notebook-memory/none-after-session/%u", i);

      ADD (path, test_made_up_sessions, GUINT_TO_POINTER (i));
    }
}

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  ADD ("/notebook-memory/what-was-derived-is-found", test_what_was_derived_is_found, NULL);
  if (CAN_LOOK)
    {
      ADD ("/notebook-memory/keys-of-open-notes-are-found", test_keys_of_open_notes_are_found, NULL);
      ADD ("/notebook-memory/none-after-setting-up", test_setting_up_alone, NULL);
      ADD ("/notebook-memory/none-after-each-action", test_each_action_alone, NULL);
      ADD ("/notebook-memory/none-when-closed", test_closed_notes, NULL);
      add_sessions ();
    }
  return keyring_run_tests ();
}
