/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#define _GNU_SOURCE /* setresuid() */

#include "live-vault.h"

#include "base/tdm-file-error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* What somebody hears whose notes cannot be opened, or not be written: never that there are none. */

#define NOBODY 65534

static gboolean is_administrator;

static void
close_vault (LiveVault *self)
{
  if (self->vault)
    live_vault_close (self);
}

static void
set_up (LiveVault *self, gconstpointer data)
{
  live_vault_set_up (self, data);
  g_free (live_vault_save (self, "Title", "text"));
  close_vault (self);
}

static void
tear_down (LiveVault *self, gconstpointer data)
{
  if (is_administrator)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
  if (!self->vault)
    live_vault_open (self);
  live_vault_tear_down (self, data);
}

/* The administrator may do everything. */
static void
become_somebody (LiveVault *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path), *above = g_path_get_dirname (folder);
  const char *paths[] = { self->folder.folder, above, folder, self->path };

  if (!is_administrator)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_cmpint (chown (paths[i], NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setresuid (NOBODY, NOBODY, 0), ==, 0);
}

static void
look (LiveVault *self, GError **error)
{
  live_vault_open (self);
  tdm_notebook_look_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish (self, error);
}

static void
expect_reason (LiveVault *self, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  look (self, &error);
  g_assert_error (error, domain, code);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_LOCKED);
}

static void
test_an_empty_file (LiveVault *self, gconstpointer data)
{
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  expect_reason (self, TDM_VAULT_ERROR, TDM_VAULT_ERROR_EMPTY);
  tdm_notebook_create_async (self->vault, PASSPHRASE, NULL, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
}

static void
test_a_link_to_nowhere (LiveVault *self, gconstpointer data)
{
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (symlink ("/nowhere/at/all", self->path), ==, 0);
  expect_reason (self, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_FOUND);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
}

static void
test_a_folder_that_leads_nowhere (LiveVault *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path), *above = g_path_get_dirname (folder);
  g_autofree char *aside = tdm_test_folder_join (&self->folder, "aside");

  g_assert_cmpint (g_rename (above, aside), ==, 0);
  g_assert_cmpint (symlink ("/nowhere/at/all", above), ==, 0);
  expect_reason (self, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_FOUND);
  g_assert_cmpint (g_unlink (above), ==, 0);
}

static void
test_a_pipe (LiveVault *self, gconstpointer data)
{
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  expect_reason (self, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_TANDEM);
  tdm_notebook_destroy_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_ABSENT);
}

static void
test_a_file_in_place_of_the_folder (LiveVault *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path), *aside = tdm_test_folder_join (&self->folder, "aside");

  g_assert_cmpint (g_rename (folder, aside), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  expect_reason (self, TDM_FILE_ERROR, TDM_FILE_ERROR_IO);
}

static void
test_a_folder_without_permission (LiveVault *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  become_somebody (self);
  g_assert_cmpint (g_chmod (folder, 0), ==, 0);
  expect_reason (self, TDM_FILE_ERROR, TDM_FILE_ERROR_IO);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
test_a_file_without_permission (LiveVault *self, gconstpointer data)
{
  become_somebody (self);
  g_assert_cmpint (g_chmod (self->path, 0), ==, 0);
  expect_reason (self, TDM_FILE_ERROR, TDM_FILE_ERROR_IO);
}

static void
expect_refusal (LiveVault *self, const char *sql, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  look (self, &error);
  g_assert_error (error, TDM_FILE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_a_file_that_was_altered (LiveVault *self, gconstpointer data)
{
  expect_refusal (self, "CREATE TABLE other (a)", TDM_FILE_ERROR_ALTERED, "“table other” was not made by Tandem.");
}

static void
test_a_file_of_a_newer_version (LiveVault *self, gconstpointer data)
{
  expect_refusal (self, "PRAGMA user_version=99", TDM_FILE_ERROR_TOO_NEW, "newer version of Tandem");
}

/* It is said why, in these words. */
static void
expect_reading_only (LiveVault *self, const char *words)
{
  g_autoptr (GError) error = NULL;

  look (self, &error);
  g_assert_no_error (error);
  live_vault_unlock (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  g_assert_true (tdm_notebook_get_facts (self->vault)->why_read_only);
  g_assert_nonnull (strstr (tdm_notebook_get_facts (self->vault)->why_read_only, words));
}

static void
test_a_file_that_may_only_be_read (LiveVault *self, gconstpointer data)
{
  become_somebody (self);
  g_assert_cmpint (g_chmod (self->path, 0400), ==, 0);
  expect_reading_only (self, "permission to change this file");
}

static void
test_a_folder_that_may_only_be_read (LiveVault *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  become_somebody (self);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  expect_reading_only (self, "permission to change the folder");
  close_vault (self);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
test_a_second_program (LiveVault *self, gconstpointer data)
{
  TdmNotebook *first;

  live_vault_open (self);
  live_vault_unlock (self);
  g_assert_null (tdm_notebook_get_facts (self->vault)->why_read_only);
  first = self->vault;
  expect_reading_only (self, "Another window or program");
  live_vault_close (self);
  self->vault = first;
}

/* Nothing half made is left, which would look like notes that were lost. */
static void
test_a_failed_set_up_leaves_nothing (LiveVault *self, gconstpointer data)
{
  struct rlimit limit;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  look (self, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_ABSENT);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  tdm_notebook_create_async (self->vault, PASSPHRASE, NULL, tdm_test_result_cb, &self->result);
  live_vault_finish (self, &error);
  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO);
  g_assert_cmpint (tdm_notebook_get_state (self->vault), ==, TDM_NOTEBOOK_ABSENT);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_setting_up_where_nothing_can_be_written (LiveVault *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  become_somebody (self);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  live_vault_open (self);
  tdm_notebook_create_async (self->vault, PASSPHRASE, NULL, tdm_test_result_cb, &self->result);
  live_vault_finish (self, &error);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, g_strerror (EACCES)));
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

#define ADD(name, func) g_test_add ("/notebook-door/" name, LiveVault, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  signal (SIGXFSZ, SIG_IGN);
  tdm_test_init (&argc, &argv);
  is_administrator = getuid () == 0;

  ADD ("an-empty-file", test_an_empty_file);
  ADD ("a-link-to-nowhere", test_a_link_to_nowhere);
  ADD ("a-folder-that-leads-nowhere", test_a_folder_that_leads_nowhere);
  ADD ("a-pipe", test_a_pipe);
  ADD ("a-file-in-place-of-the-folder", test_a_file_in_place_of_the_folder);
  ADD ("a-folder-without-permission", test_a_folder_without_permission);
  ADD ("a-file-without-permission", test_a_file_without_permission);
  ADD ("a-file-that-was-altered", test_a_file_that_was_altered);
  ADD ("a-file-of-a-newer-version", test_a_file_of_a_newer_version);
  ADD ("a-file-that-may-only-be-read", test_a_file_that_may_only_be_read);
  ADD ("a-folder-that-may-only-be-read", test_a_folder_that_may_only_be_read);
  ADD ("a-second-program", test_a_second_program);
  ADD ("a-failed-set-up-leaves-nothing", test_a_failed_set_up_leaves_nothing);
  ADD ("setting-up-where-nothing-can-be-written", test_setting_up_where_nothing_can_be_written);

  return g_test_run ();
}
