/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "live-vault.h"

#include "base/tdm-clock.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

/* The notes as the window sees them: locked, unlocked, and what becomes of what is under way. */

static void
test_without_notes_there_is_no_file (LiveVault *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->folder.folder, "nowhere", NULL);
  g_autofree char *kept = g_strdup (self->path);

  live_vault_close (self);
  g_free (self->path);
  self->path = g_build_filename (nowhere, "notes.vault", NULL);
  live_vault_open (self);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_UNKNOWN);
  tdm_notebook_look_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_ABSENT);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

static void
test_what_was_saved_is_there_after_unlocking (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "Title", "text");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmNote) note = NULL;

  g_assert_cmpint (live_vault_count (self), ==, 1);
  tdm_notebook_lock (self->vault);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_LOCKED);
  g_assert_cmpint (live_vault_count (self), ==, 0);
  live_vault_unlock (self);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_UNLOCKED);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  note = live_vault_read (self, uid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tdm_note_get_text (note), ==, "text");
}

static void
test_saving_again_changes_the_listed_note (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "Title", "text");
  TdmNote *listed = tdm_notebook_find (self->vault, uid);
  g_autoptr (TdmNote) note = live_vault_read (self, uid, NULL);

  tdm_note_set_title (note, "Another");
  tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  g_assert_cmpstr (tdm_note_get_title (listed), ==, "Another");
  g_assert_cmpint (tdm_note_get_revision (listed), ==, 2);
  g_assert_cmpstr (tdm_note_get_text (listed), ==, "");
}

static void
test_what_was_written_on_a_stale_state_becomes_a_note (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "Title", "first");
  g_autoptr (TdmNote) mine = live_vault_read (self, uid, NULL), theirs = live_vault_read (self, uid, NULL), read = NULL;

  tdm_note_set_text (theirs, "second");
  tdm_notebook_save_async (self->vault, theirs, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  tdm_note_set_text (mine, "also second");
  tdm_notebook_save_async (self->vault, mine, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (live_vault_count (self), ==, 2);
  read = live_vault_read (self, uid, NULL);
  g_assert_cmpstr (tdm_note_get_text (read), ==, "second");
}

#define DAY (24 * 60 * 60)

static void
unlock_on_day (LiveVault *self, guint day)
{
  tdm_notebook_lock (self->vault);
  tdm_clock_freeze (G_GINT64_CONSTANT (1784019600) + day * DAY);
  live_vault_unlock (self);
}

static char *
put_into_bin (LiveVault *self)
{
  char *uid;

  unlock_on_day (self, 0);
  uid = live_vault_save (self, "Title", "text");
  tdm_notebook_remove_async (self->vault, uid, TRUE, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  return uid;
}

static void
test_the_bin_is_emptied_when_the_days_have_come (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = put_into_bin (self);

  unlock_on_day (self, 29);
  unlock_on_day (self, 31);
  unlock_on_day (self, 32);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  unlock_on_day (self, 32);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  unlock_on_day (self, 33);
  g_assert_cmpint (live_vault_count (self), ==, 0);
  g_assert_null (live_vault_read (self, uid, NULL));
}

static void
test_a_clock_that_runs_ahead_empties_nothing (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = put_into_bin (self);

  for (guint day = 1; day <= 5; day++)
    unlock_on_day (self, day);
  unlock_on_day (self, 37);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  unlock_on_day (self, 38);
  unlock_on_day (self, 6);
  unlock_on_day (self, 7);
  unlock_on_day (self, 39);
  g_assert_cmpint (live_vault_count (self), ==, 1);
}

/* Nor does it drop what a note was like before. */
static void
test_a_clock_that_runs_ahead_drops_no_earlier_state (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) earlier = NULL;

  unlock_on_day (self, 0);
  uid = live_vault_save (self, "Title", "0");
  for (guint day = 1; day <= 5; day++)
    {
      g_autofree char *text = g_strdup_printf ("%u", day);
      g_autoptr (TdmNote) note = NULL;

      unlock_on_day (self, day == 5 ? 40 : day);
      note = live_vault_read (self, uid, NULL);
      tdm_note_set_text (note, text);
      tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
      live_vault_finish_well (self);
    }
  tdm_notebook_list_earlier_async (self->vault, uid, tdm_test_result_cb, &self->result);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  earlier = tdm_notebook_list_finish (self->vault, result, NULL);
  g_assert_cmpint (earlier->len, ==, 5);
}

static void
test_only_the_bin_is_emptied (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "Title", "text");
  g_autoptr (GError) error = NULL;

  tdm_notebook_delete_async (self->vault, uid, tdm_test_result_cb, &self->result);
  live_vault_finish (self, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_CHANGED);
  g_assert_cmpint (live_vault_count (self), ==, 1);
}

static void copy (const char *from,
                  const char *to);

/* As after a crash in the middle of saving: the journal has what SQLite must put back. */
static void
test_after_a_crash_the_door_is_there (LiveVault *self, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL),
                  *aside = tdm_test_folder_join (&self->folder, "j");
  g_autofree char *uid = live_vault_save (self, "Title", "text");
  sqlite3 *handle;

  live_vault_close (self);
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN; CREATE TABLE t (a);"
                                         "INSERT INTO t VALUES (randomblob (9000000)); UPDATE note SET revision = 9",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  copy (journal, aside);
  sqlite3_close (handle);
  copy (aside, journal);
  live_vault_open (self);
  tdm_notebook_look_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_LOCKED);
  live_vault_unlock (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
}

static void
test_a_draft_saved_just_before_the_lock_is_kept (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = tdm_note_new ("", "");

  tdm_note_set_title (note, "Draft");
  tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  tdm_notebook_lock (self->vault);
  live_vault_finish_well (self);
  g_assert_cmpint (live_vault_count (self), ==, 0);
  live_vault_unlock (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
}

static void
test_nothing_comes_to_light_after_the_lock (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "Title", "text");
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  tdm_notebook_read_async (self->vault, uid, 0, tdm_test_result_cb, &self->result);
  tdm_notebook_lock (self->vault);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  g_assert_null (tdm_notebook_read_finish (self->vault, result, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_LOCKED);
}

static void
test_locking_while_unlocking_wins (LiveVault *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_notebook_lock (self->vault);
  tdm_notebook_unlock_async (self->vault, PASSPHRASE, tdm_test_result_cb, &self->result);
  tdm_notebook_lock (self->vault);
  live_vault_finish (self, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_LOCKED);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_LOCKED);
  g_assert_null (live_vault_read (self, "0e8b4a9e-0a61-4b6c-9a52-1b6a5a0f7e01", NULL));
}

static void
test_a_wrong_passphrase_and_a_mistyped_code (LiveVault *self, gconstpointer data)
{
  g_autoptr (GError) wrong = NULL, mistyped = NULL;

  tdm_notebook_lock (self->vault);
  tdm_notebook_unlock_async (self->vault, "not it", tdm_test_result_cb, &self->result);
  live_vault_finish (self, &wrong);
  g_assert_error (wrong, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  tdm_notebook_recover_async (self->vault, "1111-2222", tdm_test_result_cb, &self->result);
  {
    g_autoptr (GAsyncResult) result = tdm_test_wait (&self->result);

    self->result = NULL;
    g_assert_false (tdm_notebook_finish (self->vault, result, &mistyped));
  }
  g_assert_error (mistyped, TDM_VAULT_ERROR, TDM_VAULT_ERROR_MISTYPED);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_LOCKED);
}

static void
test_a_forgotten_passphrase_is_replaced (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmSecret) code = tdm_recovery_code_write (self->recovery);

  tdm_notebook_lock (self->vault);
  tdm_notebook_recover_async (self->vault, (char *) tdm_secret_get_bytes (code), tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  tdm_notebook_set_passphrase_async (self->vault, NULL, "a new one", tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  tdm_notebook_lock (self->vault);
  tdm_notebook_unlock_async (self->vault, "a new one", tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
}

static void
test_changing_the_passphrase_needs_the_old_one (LiveVault *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_notebook_set_passphrase_async (self->vault, "not it", "a new one", tdm_test_result_cb, &self->result);
  live_vault_finish (self, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  tdm_notebook_lock (self->vault);
  live_vault_unlock (self);
}

static void
recover (LiveVault *self, TdmSecret *recovery, GError **error)
{
  g_autoptr (TdmSecret) code = tdm_recovery_code_write (recovery);

  tdm_notebook_lock (self->vault);
  tdm_notebook_recover_async (self->vault, (char *) tdm_secret_get_bytes (code), tdm_test_result_cb, &self->result);
  live_vault_finish (self, error);
}

/* The bytes of a code that is still here, for a verb that takes them */
static void
test_a_new_recovery_code_takes_the_place_of_the_old (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmSecret) next = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES), code = tdm_recovery_code_write (next);
  g_autoptr (GError) old = NULL, new = NULL;

  tdm_notebook_set_recovery_async (self->vault, live_vault_get_text (code), tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  recover (self, self->recovery, &old);
  g_assert_error (old, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  recover (self, next, &new);
  g_assert_no_error (new);
}

static void
test_keys_are_renewed_by_who_knows_the_passphrase (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmSecret) next = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES), code = tdm_recovery_code_write (next);
  g_autofree char *uid = live_vault_save (self, "Title", "text");
  g_autoptr (GError) wrong = NULL, old = NULL, new = NULL;
  g_autoptr (TdmNote) note = NULL;

  tdm_notebook_renew_keys_async (self->vault, "not it", live_vault_get_text (code), tdm_test_result_cb, &self->result);
  live_vault_finish (self, &wrong);
  g_assert_error (wrong, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  tdm_notebook_renew_keys_async (self->vault, PASSPHRASE, live_vault_get_text (code), tdm_test_result_cb,
                                 &self->result);
  live_vault_finish_well (self);
  recover (self, self->recovery, &old);
  g_assert_error (old, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  recover (self, next, &new);
  g_assert_no_error (new);
  note = live_vault_read (self, uid, &new);
  g_assert_no_error (new);
  g_assert_cmpstr (tdm_note_get_text (note), ==, "text");
}

static void
test_a_passphrase_can_be_checked (LiveVault *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_notebook_check_passphrase_async (self->vault, PASSPHRASE, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  tdm_notebook_check_passphrase_async (self->vault, "not it", tdm_test_result_cb, &self->result);
  live_vault_finish (self, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
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
test_an_older_file_is_noticed (LiveVault *self, gconstpointer data)
{
  g_autofree char *aside = tdm_test_folder_join (&self->folder, "aside");

  tdm_notebook_lock (self->vault);
  live_vault_unlock (self);
  g_assert_false (tdm_notebook_get_facts (self->vault)->is_older);
  live_vault_close (self);
  copy (self->path, aside);
  live_vault_open (self);
  live_vault_unlock (self);
  g_free (live_vault_save (self, "Later", ""));
  live_vault_close (self);
  copy (aside, self->path);

  live_vault_open (self);
  live_vault_unlock (self);
  g_assert_true (tdm_notebook_get_facts (self->vault)->is_older);
  g_assert_true (tdm_notebook_get_facts (self->vault)->is_trusted);
  tdm_notebook_accept_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_false (tdm_notebook_get_facts (self->vault)->is_older);
  live_vault_close (self);
  live_vault_open (self);
  live_vault_unlock (self);
  g_assert_false (tdm_notebook_get_facts (self->vault)->is_older);
}

static void
test_the_bin_and_back (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "Title", "text");
  TdmNote *listed = tdm_notebook_find (self->vault, uid);

  tdm_notebook_remove_async (self->vault, uid, TRUE, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (tdm_note_get_state (listed)->removed, ==, tdm_clock_now ());
  tdm_notebook_remove_async (self->vault, uid, FALSE, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (tdm_note_get_state (listed)->removed, ==, 0);
  tdm_notebook_remove_async (self->vault, uid, TRUE, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  tdm_notebook_delete_async (self->vault, uid, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (live_vault_count (self), ==, 0);
}

static void
test_destroyed_notes_can_be_begun_anew (LiveVault *self, gconstpointer data)
{
  g_free (live_vault_save (self, "Title", "text"));
  tdm_notebook_destroy_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_ABSENT);
  g_assert_cmpint (live_vault_count (self), ==, 0);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  tdm_notebook_create_async (self->vault, "another", NULL, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (live_vault_count (self), ==, 0);
}

/* From here on nothing of the file makes sense. */
static void
spoil (LiveVault *self, gsize from)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  live_vault_close (self);
  g_file_get_contents (self->path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (from, <, length);
  memset (bytes + from, 'x', length - from);
  g_file_set_contents (self->path, bytes, length, &error);
  g_assert_no_error (error);
  live_vault_open (self);
}

static void
test_damaged_notes_can_be_destroyed (LiveVault *self, gconstpointer data)
{
  const gsize starts[] = { 0, 100, 4096 };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GError) error = NULL;

      spoil (self, starts[i]);
      tdm_notebook_unlock_async (self->vault, PASSPHRASE, tdm_test_result_cb, &self->result);
      live_vault_finish (self, &error);
      g_assert_nonnull (error);
      g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_LOCKED);
      tdm_notebook_destroy_async (self->vault, tdm_test_result_cb, &self->result);
      live_vault_finish_well (self);
      g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_ABSENT);
      g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
      tdm_notebook_create_async (self->vault, PASSPHRASE, NULL, tdm_test_result_cb, &self->result);
      live_vault_finish_well (self);
    }
}

/* As somebody has it who keeps the file on another disk */
static void
test_damaged_notes_behind_a_link_leave_nothing (LiveVault *self, gconstpointer data)
{
  g_autofree char *elsewhere = tdm_test_folder_join (&self->folder, "elsewhere.vault"), *left = NULL;
  g_autofree char *second = tdm_test_folder_join (&self->folder, "second");
  g_autofree char *journal = g_strconcat (elsewhere, "-journal", NULL);
  const guint8 nothing[8] = { 0 };
  gsize length;

  spoil (self, 0);
  live_vault_close (self);
  g_assert_cmpint (g_rename (self->path, elsewhere), ==, 0);
  g_assert_cmpint (link (elsewhere, second), ==, 0);
  g_assert_cmpint (symlink (elsewhere, self->path), ==, 0);
  g_assert_true (g_file_set_contents (journal, "what the file was before", -1, NULL));
  live_vault_open (self);
  tdm_notebook_destroy_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (access (elsewhere, F_OK), ==, -1);
  g_assert_cmpint (access (journal, F_OK), ==, -1);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (second, &left, &length, NULL));
  g_assert_cmpint (length, >, sizeof nothing);
  g_assert_cmpmem (left, sizeof nothing, nothing, sizeof nothing);
}

/* What somebody else put beside the file is no reason to keep the notes, and does not go with them. */
static void
test_notes_beside_a_strange_journal_leave_nothing (LiveVault *self, gconstpointer data)
{
  g_autofree char *letter = tdm_test_folder_join (&self->folder, "letter.txt"), *left = NULL;
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  live_vault_close (self);
  g_assert_true (g_file_set_contents (letter, "Dear Bo", -1, NULL));
  g_assert_cmpint (link (letter, journal), ==, 0);
  live_vault_open (self);
  tdm_notebook_destroy_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (letter, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "Dear Bo");

  tdm_notebook_create_async (self->vault, PASSPHRASE, NULL, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  live_vault_close (self);
  g_assert_cmpint (mkfifo (journal, 0600), ==, 0);
  live_vault_open (self);
  tdm_notebook_destroy_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  LIVE_VAULT_ADD ("/notebook/bin/is-emptied-when-the-days-have-come", test_the_bin_is_emptied_when_the_days_have_come);
  LIVE_VAULT_ADD ("/notebook/bin/a-clock-that-runs-ahead-empties-nothing",
                  test_a_clock_that_runs_ahead_empties_nothing);
  LIVE_VAULT_ADD ("/notebook/bin/a-clock-that-runs-ahead-drops-no-earlier-state",
                  test_a_clock_that_runs_ahead_drops_no_earlier_state);
  LIVE_VAULT_ADD ("/notebook/without-notes-there-is-no-file", test_without_notes_there_is_no_file);
  LIVE_VAULT_ADD ("/notebook/what-was-saved-is-there-after-unlocking", test_what_was_saved_is_there_after_unlocking);
  LIVE_VAULT_ADD ("/notebook/saving-again-changes-the-listed-note", test_saving_again_changes_the_listed_note);
  LIVE_VAULT_ADD ("/notebook/a-draft-saved-just-before-the-lock-is-kept",
                  test_a_draft_saved_just_before_the_lock_is_kept);
  LIVE_VAULT_ADD ("/notebook/what-was-written-on-a-stale-state-becomes-a-note",
                  test_what_was_written_on_a_stale_state_becomes_a_note);
  LIVE_VAULT_ADD ("/notebook/only-the-bin-is-emptied", test_only_the_bin_is_emptied);
  LIVE_VAULT_ADD ("/notebook/after-a-crash-the-door-is-there", test_after_a_crash_the_door_is_there);
  LIVE_VAULT_ADD ("/notebook/nothing-comes-to-light-after-the-lock", test_nothing_comes_to_light_after_the_lock);
  LIVE_VAULT_ADD ("/notebook/locking-while-unlocking-wins", test_locking_while_unlocking_wins);
  LIVE_VAULT_ADD ("/notebook/a-wrong-passphrase-and-a-mistyped-code", test_a_wrong_passphrase_and_a_mistyped_code);
  LIVE_VAULT_ADD ("/notebook/a-forgotten-passphrase-is-replaced", test_a_forgotten_passphrase_is_replaced);
  LIVE_VAULT_ADD ("/notebook/changing-the-passphrase-needs-the-old-one",
                  test_changing_the_passphrase_needs_the_old_one);
  LIVE_VAULT_ADD ("/notebook/a-new-recovery-code-takes-the-place-of-the-old",
                  test_a_new_recovery_code_takes_the_place_of_the_old);
  LIVE_VAULT_ADD ("/notebook/keys-are-renewed-by-who-knows-the-passphrase",
                  test_keys_are_renewed_by_who_knows_the_passphrase);
  LIVE_VAULT_ADD ("/notebook/a-passphrase-can-be-checked", test_a_passphrase_can_be_checked);
  LIVE_VAULT_ADD ("/notebook/an-older-file-is-noticed", test_an_older_file_is_noticed);
  LIVE_VAULT_ADD ("/notebook/the-bin-and-back", test_the_bin_and_back);
  LIVE_VAULT_ADD ("/notebook/destroyed-notes-can-be-begun-anew", test_destroyed_notes_can_be_begun_anew);
  LIVE_VAULT_ADD ("/notebook/damaged-notes-can-be-destroyed", test_damaged_notes_can_be_destroyed);
  LIVE_VAULT_ADD ("/notebook/damaged-notes-behind-a-link-leave-nothing",
                  test_damaged_notes_behind_a_link_leave_nothing);
  LIVE_VAULT_ADD ("/notebook/notes-beside-a-strange-journal-leave-nothing",
                  test_notes_beside_a_strange_journal_leave_nothing);

  return g_test_run ();
}
