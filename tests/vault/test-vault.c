/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "support/tdm-test.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault.h"
#include "vault/tdm-vault-error.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* The notes as the window sees them: locked, unlocked, and what becomes of what is under way. */

#define PASSPHRASE "correct horse battery"

typedef struct
{
  TdmTestFolder folder;
  char *path;
  char *memory;
  TdmSecret *recovery;
  TdmVault *vault;
  GAsyncResult *result;
} Fixture;

static void
open_vault (Fixture *self)
{
  const TdmKeyCost cheap = { .passes = 1, .mem_kib = 8 };

  self->vault = tdm_vault_new (self->path, self->memory, &cheap);
}

static void
finish (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = tdm_test_wait (&self->result);

  tdm_vault_finish (self->vault, result, error);
  self->result = NULL;
}

static void
finish_well (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  finish (self, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  tdm_test_folder_init (&self->folder);
  self->path = g_build_filename (self->folder.folder, "data", "tandem", "notes.vault", NULL);
  self->memory = g_build_filename (self->folder.folder, "state", "vaults", NULL);
  self->recovery = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES);
  open_vault (self);
  tdm_vault_create_async (self->vault, PASSPHRASE, tdm_secret_new_copy (tdm_secret_get_bytes (self->recovery), 16),
                          tdm_test_result_cb, &self->result);
  finish_well (self);
}

static void
close_vault (Fixture *self)
{
  tdm_vault_close (self->vault);
  g_clear_object (&self->vault);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  close_vault (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  tdm_secret_free (self->recovery);
  g_free (self->path);
  g_free (self->memory);
  tdm_test_folder_clear (&self->folder);
}

static void
unlock (Fixture *self)
{
  tdm_vault_unlock_async (self->vault, PASSPHRASE, tdm_test_result_cb, &self->result);
  finish_well (self);
}

static char *
save (Fixture *self, const char *title, const char *text)
{
  g_autoptr (TdmNote) note = tdm_note_new (NULL);

  tdm_note_set_title (note, title);
  tdm_note_set_text (note, text);
  tdm_vault_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  finish_well (self);
  return g_strdup (tdm_note_get_uid (note));
}

static guint
count (Fixture *self)
{
  return g_list_model_get_n_items (tdm_vault_get_notes (self->vault));
}

static TdmNote *
read_note (Fixture *self, const char *uid, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_vault_read_async (self->vault, uid, 0, tdm_test_result_cb, &self->result);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  return tdm_vault_read_finish (self->vault, result, error);
}

static void
test_without_notes_there_is_no_file (Fixture *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->folder.folder, "nowhere", NULL);
  g_autofree char *kept = g_strdup (self->path);

  close_vault (self);
  g_free (self->path);
  self->path = g_build_filename (nowhere, "notes.vault", NULL);
  open_vault (self);
  g_assert_cmpint (tdm_vault_get_state (self->vault), ==, TDM_VAULT_UNKNOWN);
  tdm_vault_look_async (self->vault, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (tdm_vault_get_state (self->vault), ==, TDM_VAULT_ABSENT);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

static void
test_what_was_saved_is_there_after_unlocking (Fixture *self, gconstpointer data)
{
  g_autofree char *uid = save (self, "Title", "text");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmNote) note = NULL;

  g_assert_cmpint (count (self), ==, 1);
  tdm_vault_lock (self->vault);
  g_assert_cmpint (tdm_vault_get_state (self->vault), ==, TDM_VAULT_LOCKED);
  g_assert_cmpint (count (self), ==, 0);
  unlock (self);
  g_assert_cmpint (tdm_vault_get_state (self->vault), ==, TDM_VAULT_UNLOCKED);
  g_assert_cmpint (count (self), ==, 1);
  note = read_note (self, uid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tdm_note_get_text (note), ==, "text");
}

static void
test_saving_again_changes_the_listed_note (Fixture *self, gconstpointer data)
{
  g_autofree char *uid = save (self, "Title", "text");
  TdmNote *listed = tdm_vault_find (self->vault, uid);
  g_autoptr (TdmNote) note = read_note (self, uid, NULL);

  tdm_note_set_title (note, "Another");
  tdm_vault_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (count (self), ==, 1);
  g_assert_cmpstr (tdm_note_get_title (listed), ==, "Another");
  g_assert_cmpint (tdm_note_get_revision (listed), ==, 2);
  g_assert_cmpstr (tdm_note_get_text (listed), ==, "");
}

static void
test_what_was_written_on_a_stale_state_becomes_a_note (Fixture *self, gconstpointer data)
{
  g_autofree char *uid = save (self, "Title", "first");
  g_autoptr (TdmNote) mine = read_note (self, uid, NULL), theirs = read_note (self, uid, NULL), read = NULL;

  tdm_note_set_text (theirs, "second");
  tdm_vault_save_async (self->vault, theirs, tdm_test_result_cb, &self->result);
  finish_well (self);
  tdm_note_set_text (mine, "also second");
  tdm_vault_save_async (self->vault, mine, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (count (self), ==, 2);
  read = read_note (self, uid, NULL);
  g_assert_cmpstr (tdm_note_get_text (read), ==, "second");
}

static void
test_only_the_bin_is_emptied (Fixture *self, gconstpointer data)
{
  g_autofree char *uid = save (self, "Title", "text");
  g_autoptr (GError) error = NULL;

  tdm_vault_delete_async (self->vault, uid, tdm_test_result_cb, &self->result);
  finish (self, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_CHANGED);
  g_assert_cmpint (count (self), ==, 1);
}

static void
test_what_a_failed_set_up_left_is_nothing (Fixture *self, gconstpointer data)
{
  close_vault (self);
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  open_vault (self);
  tdm_vault_look_async (self->vault, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (tdm_vault_get_state (self->vault), ==, TDM_VAULT_ABSENT);
  tdm_vault_create_async (self->vault, PASSPHRASE, NULL, tdm_test_result_cb, &self->result);
  finish_well (self);
}

static void copy (const char *from,
                  const char *to);

/* As after a crash in the middle of saving: the journal has what SQLite must put back. */
static void
test_after_a_crash_the_door_is_there (Fixture *self, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL), *aside = tdm_test_folder_join (&self->folder, "j");
  g_autofree char *uid = save (self, "Title", "text");
  sqlite3 *handle;

  close_vault (self);
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN; CREATE TABLE t (a);"
                                         "INSERT INTO t VALUES (randomblob (9000000)); UPDATE note SET revision = 9",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  copy (journal, aside);
  sqlite3_close (handle);
  copy (aside, journal);
  open_vault (self);
  tdm_vault_look_async (self->vault, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (tdm_vault_get_state (self->vault), ==, TDM_VAULT_LOCKED);
  unlock (self);
  g_assert_cmpint (count (self), ==, 1);
}

static void
test_a_draft_saved_just_before_the_lock_is_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = tdm_note_new (NULL);

  tdm_note_set_title (note, "Draft");
  tdm_vault_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  tdm_vault_lock (self->vault);
  finish_well (self);
  g_assert_cmpint (count (self), ==, 0);
  unlock (self);
  g_assert_cmpint (count (self), ==, 1);
}

static void
test_nothing_comes_to_light_after_the_lock (Fixture *self, gconstpointer data)
{
  g_autofree char *uid = save (self, "Title", "text");
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  tdm_vault_read_async (self->vault, uid, 0, tdm_test_result_cb, &self->result);
  tdm_vault_lock (self->vault);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  g_assert_null (tdm_vault_read_finish (self->vault, result, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_LOCKED);
}

static void
test_locking_while_unlocking_wins (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_vault_lock (self->vault);
  tdm_vault_unlock_async (self->vault, PASSPHRASE, tdm_test_result_cb, &self->result);
  tdm_vault_lock (self->vault);
  finish (self, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_LOCKED);
  g_assert_cmpint (tdm_vault_get_state (self->vault), ==, TDM_VAULT_LOCKED);
  g_assert_null (read_note (self, "0e8b4a9e-0a61-4b6c-9a52-1b6a5a0f7e01", NULL));
}

static void
test_a_wrong_passphrase_and_a_mistyped_code (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) wrong = NULL, mistyped = NULL;

  tdm_vault_lock (self->vault);
  tdm_vault_unlock_async (self->vault, "not it", tdm_test_result_cb, &self->result);
  finish (self, &wrong);
  g_assert_error (wrong, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  tdm_vault_recover_async (self->vault, "1111-2222", tdm_test_result_cb, &self->result);
  {
    g_autoptr (GAsyncResult) result = tdm_test_wait (&self->result);

    self->result = NULL;
    g_assert_false (tdm_vault_finish (self->vault, result, &mistyped));
  }
  g_assert_error (mistyped, TDM_VAULT_ERROR, TDM_VAULT_ERROR_MISTYPED);
  g_assert_cmpint (tdm_vault_get_state (self->vault), ==, TDM_VAULT_LOCKED);
}

static void
test_a_forgotten_passphrase_is_replaced (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSecret) code = tdm_recovery_code_write (self->recovery);

  tdm_vault_lock (self->vault);
  tdm_vault_recover_async (self->vault, (char *) tdm_secret_get_bytes (code), tdm_test_result_cb, &self->result);
  finish_well (self);
  tdm_vault_set_passphrase_async (self->vault, NULL, "a new one", tdm_test_result_cb, &self->result);
  finish_well (self);
  tdm_vault_lock (self->vault);
  tdm_vault_unlock_async (self->vault, "a new one", tdm_test_result_cb, &self->result);
  finish_well (self);
}

static void
test_changing_the_passphrase_needs_the_old_one (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_vault_set_passphrase_async (self->vault, "not it", "a new one", tdm_test_result_cb, &self->result);
  finish (self, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  tdm_vault_lock (self->vault);
  unlock (self);
}

static void
copy (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  g_file_get_contents (from, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, content, length, &error);
  g_assert_no_error (error);
}

static void
test_an_older_file_is_noticed (Fixture *self, gconstpointer data)
{
  g_autofree char *aside = tdm_test_folder_join (&self->folder, "aside");

  tdm_vault_lock (self->vault);
  unlock (self);
  g_assert_false (tdm_vault_is_older (self->vault));
  close_vault (self);
  copy (self->path, aside);
  open_vault (self);
  unlock (self);
  g_free (save (self, "Later", ""));
  close_vault (self);
  copy (aside, self->path);

  open_vault (self);
  unlock (self);
  g_assert_true (tdm_vault_is_older (self->vault));
  g_assert_true (tdm_vault_is_trusted (self->vault));
  tdm_vault_accept_async (self->vault, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_false (tdm_vault_is_older (self->vault));
  close_vault (self);
  open_vault (self);
  unlock (self);
  g_assert_false (tdm_vault_is_older (self->vault));
}

static void
test_the_bin_and_back (Fixture *self, gconstpointer data)
{
  g_autofree char *uid = save (self, "Title", "text");
  TdmNote *listed = tdm_vault_find (self->vault, uid);

  tdm_vault_remove_async (self->vault, uid, TRUE, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (tdm_note_get_removed (listed), ==, tdm_clock_now ());
  tdm_vault_remove_async (self->vault, uid, FALSE, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (tdm_note_get_removed (listed), ==, 0);
  tdm_vault_remove_async (self->vault, uid, TRUE, tdm_test_result_cb, &self->result);
  finish_well (self);
  tdm_vault_delete_async (self->vault, uid, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (count (self), ==, 0);
}

static void
test_destroyed_notes_can_be_begun_anew (Fixture *self, gconstpointer data)
{
  g_free (save (self, "Title", "text"));
  tdm_vault_destroy_async (self->vault, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (tdm_vault_get_state (self->vault), ==, TDM_VAULT_ABSENT);
  g_assert_cmpint (count (self), ==, 0);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  tdm_vault_create_async (self->vault, "another", NULL, tdm_test_result_cb, &self->result);
  finish_well (self);
  g_assert_cmpint (count (self), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  ADD ("/vault/without-notes-there-is-no-file", test_without_notes_there_is_no_file);
  ADD ("/vault/what-was-saved-is-there-after-unlocking", test_what_was_saved_is_there_after_unlocking);
  ADD ("/vault/saving-again-changes-the-listed-note", test_saving_again_changes_the_listed_note);
  ADD ("/vault/a-draft-saved-just-before-the-lock-is-kept", test_a_draft_saved_just_before_the_lock_is_kept);
  ADD ("/vault/what-was-written-on-a-stale-state-becomes-a-note", test_what_was_written_on_a_stale_state_becomes_a_note);
  ADD ("/vault/only-the-bin-is-emptied", test_only_the_bin_is_emptied);
  ADD ("/vault/what-a-failed-set-up-left-is-nothing", test_what_a_failed_set_up_left_is_nothing);
  ADD ("/vault/after-a-crash-the-door-is-there", test_after_a_crash_the_door_is_there);
  ADD ("/vault/nothing-comes-to-light-after-the-lock", test_nothing_comes_to_light_after_the_lock);
  ADD ("/vault/locking-while-unlocking-wins", test_locking_while_unlocking_wins);
  ADD ("/vault/a-wrong-passphrase-and-a-mistyped-code", test_a_wrong_passphrase_and_a_mistyped_code);
  ADD ("/vault/a-forgotten-passphrase-is-replaced", test_a_forgotten_passphrase_is_replaced);
  ADD ("/vault/changing-the-passphrase-needs-the-old-one", test_changing_the_passphrase_needs_the_old_one);
  ADD ("/vault/an-older-file-is-noticed", test_an_older_file_is_noticed);
  ADD ("/vault/the-bin-and-back", test_the_bin_and_back);
  ADD ("/vault/destroyed-notes-can-be-begun-anew", test_destroyed_notes_can_be_begun_anew);

  return g_test_run ();
}
