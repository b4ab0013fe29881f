/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#define _GNU_SOURCE /* RTLD_NEXT */

#include "live-vault.h"

#include "base/tdm-file-error.h"
#include "notebook/tdm-note-markdown.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

/* Copies of the notes, out and back: sealed ones as a backup, clear ones on purpose. */

/* How the name of a file ends that cannot be moved; whether nothing can be moved into another folder, as between disks;
 * whether there is no memory left once something was moved */
static const char *stuck;
static gboolean may_not_cross, runs_out_of_memory, is_out_of_memory;

/* In place of the system's, for the program and its libraries */
int
rename (const char *from, const char *to)
{
  int (*real) (const char *from, const char *to) = NULL;

  g_autofree char *from_folder = g_path_get_dirname (from), *to_folder = g_path_get_dirname (to);

  if ((stuck && g_str_has_suffix (from, stuck)) || (may_not_cross && !g_str_equal (from_folder, to_folder)))
    {
      errno = may_not_cross ? EXDEV : EIO;
      return -1;
    }
  is_out_of_memory = runs_out_of_memory;
  *(void **) &real = dlsym (RTLD_NEXT, "rename");
  return real (from, to);
}

int
crypto_pwhash (unsigned char *out, unsigned long long outlen, const char *passwd, unsigned long long passwdlen,
               const unsigned char *salt, unsigned long long opslimit, size_t memlimit, int alg)
{
  __typeof__ (crypto_pwhash) *real = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "crypto_pwhash");
  return is_out_of_memory ? -1 : real (out, outlen, passwd, passwdlen, salt, opslimit, memlimit, alg);
}

static char *
back_up (LiveVault *self)
{
  char *path = tdm_test_folder_join (&self->folder, "backup.vault");

  tdm_notebook_back_up_async (self->vault, path, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  return path;
}

static void
restore (LiveVault *self, const char *path, const char *secret, char **aside, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_notebook_restore_async (self->vault, path, secret, tdm_test_result_cb, &self->result);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  tdm_notebook_restore_finish (self->vault, result, aside, error);
}

static void
expect_note (LiveVault *self, const char *uid, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmNote) note = live_vault_read (self, uid, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tdm_note_get_text (note), ==, text);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static void
test_a_backup_takes_the_place_of_the_notes (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "First", "in the backup"), *path = back_up (self), *aside = NULL;
  g_autofree char *later = live_vault_save (self, "Later", "not in the backup");
  g_autoptr (GError) error = NULL;

  restore (self, path, PASSPHRASE, &aside, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_UNLOCKED);
  g_assert_false (tdm_notebook_get_facts (self->vault)->is_older);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  expect_note (self, uid, "in the backup");

  /* What was here is not lost. */
  g_assert_nonnull (aside);
  live_vault_close (self);
  g_free (self->path);
  self->path = g_strdup (aside);
  live_vault_open (self);
  live_vault_unlock (self);
  expect_note (self, later, "not in the backup");
}

static void
test_a_backup_comes_to_an_empty_computer (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "First", "text"), *path = back_up (self), *aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmSecret) code = tdm_recovery_code_write (self->recovery);

  live_vault_close (self);
  g_free (self->path);
  self->path = tdm_test_folder_join (&self->folder, "elsewhere/tandem/notes.vault");
  live_vault_open (self);
  restore (self, path, (char *) tdm_secret_get_bytes (code), &aside, &error);
  g_assert_no_error (error);
  g_assert_null (aside);
  expect_note (self, uid, "text");
  tdm_notebook_lock (self->vault);
  live_vault_unlock (self);
}

static void
test_with_a_wrong_passphrase_nothing_happens (LiveVault *self, gconstpointer data)
{
  g_autofree char *path = back_up (self), *uid = live_vault_save (self, "Later", "text"), *aside = NULL;
  g_autoptr (GError) error = NULL;

  restore (self, path, "not it", &aside, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  expect_note (self, uid, "text");
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "something else, longer than a header of a database would be: "
                                            "0123456789012345678901234567890123456789", -1, NULL));
  restore (self, path, PASSPHRASE, &aside, &error);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_TANDEM);
  expect_note (self, uid, "text");
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static guint
read_page_size (const char *path)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return (guint8) content[16] << 8 | (guint8) content[17];
}

/* Of a backup the notes come back, not whatever else somebody made of the file. */
static void
test_what_is_restored_is_a_file_made_here (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "First", "text"), *path = back_up (self), *aside = NULL;
  g_autoptr (GError) error = NULL;

  run_sql (path, "PRAGMA page_size = 512; VACUUM");
  g_assert_cmpint (read_page_size (path), ==, 512);
  restore (self, path, PASSPHRASE, &aside, &error);
  g_assert_no_error (error);
  expect_note (self, uid, "text");
  g_assert_cmpint (read_page_size (self->path), ==, 16384);
}

static void
test_a_forged_backup_is_refused (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "First", "text"), *path = back_up (self), *aside = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TdmNotebookMerge done;

  run_sql (path,
           "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'revision INTEGER NOT NULL',"
           " 'revision INTEGER NOT NULL REFERENCES slot (id) ON DELETE CASCADE') WHERE name = 'note'");
  restore (self, path, PASSPHRASE, &aside, &error);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_ALTERED);
  g_clear_error (&error);
  tdm_notebook_merge_async (self->vault, path, PASSPHRASE, tdm_test_result_cb, &self->result);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  g_assert_false (tdm_notebook_merge_finish (self->vault, result, &done, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_ALTERED);
  expect_note (self, uid, "text");
}

/* Notes that another program changed can still be destroyed. */
static void
test_altered_notes_leave_nothing (LiveVault *self, gconstpointer data)
{
  live_vault_close (self);
  run_sql (self->path, "CREATE TABLE more (a)");
  live_vault_open (self);
  tdm_notebook_destroy_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_notes_that_cannot_be_opened_any_more_are_replaced (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "First", "text"), *path = back_up (self), *aside = NULL, *kept = NULL;
  g_autoptr (GError) error = NULL;
  const char *rubbish = "this was a file with notes, before the disk broke";

  live_vault_close (self);
  g_assert_true (g_file_set_contents (self->path, rubbish, -1, NULL));
  live_vault_open (self);
  restore (self, path, PASSPHRASE, &aside, &error);
  g_assert_no_error (error);
  expect_note (self, uid, "text");
  kept = read_file (aside);
  g_assert_cmpstr (kept, ==, rubbish);
}

static GStrv
list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_steal (names, NULL);
}

/* It was a file that nobody could open, with something beside it that somebody might still need. */
static void
test_a_failed_restore_leaves_all_as_it_was (LiveVault *self, gconstpointer what)
{
  g_autofree char *path = back_up (self), *folder = g_path_get_dirname (self->path), *aside = NULL, *file = NULL;
  g_autofree char *journal_path = g_strconcat (self->path, "-journal", NULL), *journal = NULL;
  const char bytes[] = "\0 its journal, which SQLite leaves alone";
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  live_vault_close (self);
  g_assert_true (g_file_set_contents (self->path, "a broken file", -1, NULL));
  g_assert_true (g_file_set_contents (journal_path, bytes, sizeof bytes, NULL));
  live_vault_open (self);
  stuck = what;
  restore (self, path, PASSPHRASE, &aside, &error);
  stuck = NULL;
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO);
  names = list_folder (folder);
  g_assert_cmpint (g_strv_length (names), ==, 2);
  file = read_file (self->path);
  g_assert_cmpstr (file, ==, "a broken file");
  journal = read_file (journal_path);
  g_assert_cmpmem (journal, sizeof bytes, bytes, sizeof bytes);
}

/* With the link both files are on one disk, so that the last step is a single one. */
static void
test_a_backup_goes_where_a_link_leads (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "First", "text"), *path = back_up (self), *aside = NULL;
  g_autofree char *elsewhere = tdm_test_folder_join (&self->folder, "disk"), *folder = g_path_get_dirname (self->path);
  g_autofree char *real = g_build_filename (elsewhere, "notes.vault", NULL);
  g_auto (GStrv) names = NULL, there = NULL;
  g_autoptr (GError) error = NULL;

  live_vault_close (self);
  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (g_rename (self->path, real), ==, 0);
  g_assert_cmpint (symlink (real, self->path), ==, 0);
  live_vault_open (self);
  may_not_cross = TRUE;
  restore (self, path, PASSPHRASE, &aside, &error);
  may_not_cross = FALSE;
  g_assert_no_error (error);
  expect_note (self, uid, "text");
  names = list_folder (folder);
  g_assert_cmpint (g_strv_length (names), ==, 1);

  tdm_notebook_destroy_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_ABSENT);
  there = list_folder (elsewhere);
  g_assert_cmpint (g_strv_length (there), ==, 0);
}

/* What is missing then is only the key. */
static void
test_a_backup_in_place_may_still_be_locked (LiveVault *self, gconstpointer data)
{
  g_autofree char *path = back_up (self), *uid = live_vault_save (self, "Later", "text"), *aside = NULL;
  g_autoptr (GError) error = NULL;

  runs_out_of_memory = TRUE;
  restore (self, path, PASSPHRASE, &aside, &error);
  runs_out_of_memory = is_out_of_memory = FALSE;
  g_assert_no_error (error);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_LOCKED);
  live_vault_unlock (self);
  g_assert_cmpint (live_vault_count (self), ==, 0);
}

static void
test_notes_that_another_program_writes_stay (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "First", "text"), *path = back_up (self), *aside = NULL;
  const TdmKeyCost cheap = { .passes = 1, .mem_kib = 8 };
  TdmNotebook *second = tdm_notebook_new (self->path, self->memory, &cheap), *first = self->vault;
  g_autoptr (GError) error = NULL;

  self->vault = second;
  restore (self, path, PASSPHRASE, &aside, &error);
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_READ_ONLY);
  live_vault_close (self);
  self->vault = first;
  expect_note (self, uid, "text");
}

static void
test_a_backup_is_merged (LiveVault *self, gconstpointer data)
{
  g_autofree char *uid = live_vault_save (self, "First", "text"), *path = back_up (self);
  g_autofree char *later = live_vault_save (self, "Later", "text");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TdmNotebookMerge done;

  tdm_notebook_remove_async (self->vault, uid, TRUE, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  tdm_notebook_delete_async (self->vault, uid, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  tdm_notebook_merge_async (self->vault, path, PASSPHRASE, tdm_test_result_cb, &self->result);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  g_assert_true (tdm_notebook_merge_finish (self->vault, result, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (done.n_added, ==, 1);
  g_assert_cmpint (live_vault_count (self), ==, 2);
  expect_note (self, uid, "text");
  expect_note (self, later, "text");
}

static char *
export (LiveVault *self, const char *const *pairs, GHashTable *titles)
{
  char *path = tdm_test_folder_join (&self->folder, "notes.md");

  tdm_notebook_export_async (self->vault, path, pairs, titles, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  return path;
}

static void
save_about (LiveVault *self, const char *title, const char *pair)
{
  g_autoptr (TdmNote) note = tdm_note_new ("", "");

  tdm_note_set_title (note, title);
  tdm_note_set_text (note, "- one\n- **two**");
  tdm_note_set_about (note, pair, "");
  tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
}

static void
test_notes_are_exported_as_markdown (LiveVault *self, gconstpointer data)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *path = NULL, *content = NULL;
  struct stat status;

  g_hash_table_insert (titles, "p", "Anna and Bo");
  save_about (self, "Über Führung", "p");
  path = export (self, NULL, titles);
  content = read_file (path);
  g_assert_true (g_str_has_prefix (content, "# Über Führung\n\n*"));
  g_assert_nonnull (strstr (content, " · Anna and Bo*\n\n- one\n- **two**\n"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0077, ==, 0);
}

static void
test_only_the_chosen_and_nothing_from_the_bin (LiveVault *self, gconstpointer data)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  const char *const pairs[] = { "p", NULL };
  g_autofree char *gone = live_vault_save (self, "In the bin", ""), *path = NULL, *content = NULL, *all = NULL;

  save_about (self, "Chosen", "p");
  save_about (self, "Another", "q");
  tdm_notebook_remove_async (self->vault, gone, TRUE, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  path = export (self, pairs, titles);
  content = read_file (path);
  g_assert_nonnull (strstr (content, "Chosen"));
  g_assert_null (strstr (content, "Another"));
  g_free (path);
  path = export (self, NULL, titles);
  all = read_file (path);
  g_assert_nonnull (strstr (all, "Another"));
  g_assert_null (strstr (all, "In the bin"));
}

static void
test_an_export_to_nowhere_says_so (LiveVault *self, gconstpointer data)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  g_free (live_vault_save (self, "First", "text"));
  tdm_notebook_export_async (self->vault, "/nowhere/at/all.md", NULL, titles, tdm_test_result_cb, &self->result);
  live_vault_finish (self, &error);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO);
  g_assert_null (strstr (error->message, "nowhere"));
}

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  LIVE_VAULT_ADD ("/notebook-copies/a-backup-takes-the-place-of-the-notes", test_a_backup_takes_the_place_of_the_notes);
  LIVE_VAULT_ADD ("/notebook-copies/a-backup-comes-to-an-empty-computer", test_a_backup_comes_to_an_empty_computer);
  LIVE_VAULT_ADD ("/notebook-copies/with-a-wrong-passphrase-nothing-happens",
                  test_with_a_wrong_passphrase_nothing_happens);
  LIVE_VAULT_ADD ("/notebook-copies/notes-that-cannot-be-opened-any-more-are-replaced",
                  test_notes_that_cannot_be_opened_any_more_are_replaced);
  g_test_add ("/notebook-copies/a-failed-restore-leaves-all-as-it-was/file", LiveVault, "-journal", live_vault_set_up,
              test_a_failed_restore_leaves_all_as_it_was, live_vault_tear_down);
  g_test_add ("/notebook-copies/a-failed-restore-leaves-all-as-it-was/journal", LiveVault, ".part", live_vault_set_up,
              test_a_failed_restore_leaves_all_as_it_was, live_vault_tear_down);
  LIVE_VAULT_ADD ("/notebook-copies/a-backup-goes-where-a-link-leads", test_a_backup_goes_where_a_link_leads);
  LIVE_VAULT_ADD ("/notebook-copies/a-backup-in-place-may-still-be-locked", test_a_backup_in_place_may_still_be_locked);
  LIVE_VAULT_ADD ("/notebook-copies/notes-that-another-program-writes-stay",
                  test_notes_that_another_program_writes_stay);
  LIVE_VAULT_ADD ("/notebook-copies/what-is-restored-is-made-here", test_what_is_restored_is_a_file_made_here);
  LIVE_VAULT_ADD ("/notebook-copies/a-forged-backup-is-refused", test_a_forged_backup_is_refused);
  LIVE_VAULT_ADD ("/notebook-copies/altered-notes-leave-nothing", test_altered_notes_leave_nothing);
  LIVE_VAULT_ADD ("/notebook-copies/a-backup-is-merged", test_a_backup_is_merged);
  LIVE_VAULT_ADD ("/notebook-copies/notes-are-exported-as-markdown", test_notes_are_exported_as_markdown);
  LIVE_VAULT_ADD ("/notebook-copies/only-the-chosen-and-nothing-from-the-bin",
                  test_only_the_chosen_and_nothing_from_the_bin);
  LIVE_VAULT_ADD ("/notebook-copies/an-export-to-nowhere-says-so", test_an_export_to_nowhere_says_so);

  return g_test_run ();
}
