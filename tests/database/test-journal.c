/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "store/tdm-store.h"
#include "support/tdm-test.h"
#include "journal-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What lies beside a programme file is looked at before SQLite sees it: it would read, remove or
 * wait for anything. */

static void
create_file (TdmTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = tdm_test_open_store (folder->path, TDM_OPEN_CREATE, &error);

  g_assert_no_error (error);
  tdm_store_close (store);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, expected);
}

/* The file can be read, not written, and it is said why; what lies beside it is left. */
static void
assert_only_read (TdmTestFolder *folder, const char *name, const char *reason)
{
  g_autofree char *beside = g_strconcat (folder->path, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = tdm_test_open_store (folder->path, TDM_OPEN_EXISTING, &error);
  struct stat before, after;

  g_assert_no_error (error);
  g_assert_cmpint (lstat (beside, &before), ==, 0);
  g_assert_cmpint (tdm_store_get_read_only (store), ==, TDM_READ_ONLY_BESIDE);
  g_assert_nonnull (strstr (tdm_store_explain_read_only (store), name));
  g_assert_nonnull (strstr (tdm_store_explain_read_only (store), reason));
  g_assert_cmpstr (tdm_store_get_path (store), ==, folder->path);
  tdm_store_close (store);
  g_assert_cmpint (lstat (beside, &after), ==, 0);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);
}

static void
assert_written (TdmTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = tdm_test_open_store (folder->path, TDM_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tdm_store_get_read_only (store), ==, TDM_READ_ONLY_NOT);
  tdm_store_close (store);
}

static void
assert_gone (TdmTestFolder *folder, const char *name)
{
  g_autofree char *beside = g_strconcat (folder->path, name, NULL);

  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
}

static void
test_another_file_is_named (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *letter = tdm_test_folder_join (folder, "letter.txt");
  g_autoptr (GString) journal = NULL;

  create_file (folder);
  journal = journal_fixture_new (folder->path);
  g_assert_true (g_file_set_contents (letter, "Dear Bo", -1, NULL));
  journal_fixture_name (journal, letter);
  journal_fixture_put (folder->path, journal);
  assert_only_read (folder, "-journal", "another file");
  assert_content (letter, "Dear Bo");
}

/* In every way in: also those that only read, and a new file that is begun where an empty one lies.
 */
static void
test_another_file_is_named_in_every_mode (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *letter = tdm_test_folder_join (folder, "letter.txt");
  g_autoptr (GString) journal = NULL;

  create_file (folder);
  journal = journal_fixture_new (folder->path);
  g_assert_true (g_file_set_contents (letter, "Dear Bo", -1, NULL));
  journal_fixture_name (journal, letter);
  for (TdmOpenMode mode = TDM_OPEN_EXISTING; mode <= TDM_OPEN_READ_ONLY; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdmStore) store = NULL;

      journal_fixture_put (folder->path, journal);
      store = tdm_test_open_store (folder->path, mode, &error);
      g_assert_no_error (error);
      tdm_store_close (store);
      assert_content (letter, "Dear Bo");
    }
}

static void
test_a_new_file_beside_a_forged_journal (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *letter = tdm_test_folder_join (folder, "letter.txt");
  g_autoptr (GString) journal = journal_fixture_new (folder->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (letter, "Dear Bo", -1, NULL));
  journal_fixture_name (journal, letter);
  journal_fixture_put (folder->path, journal);
  g_assert_null (tdm_test_open_store (folder->path, TDM_OPEN_CREATE, &error));
  g_assert_nonnull (strstr (error->message, "-journal"));
  assert_content (letter, "Dear Bo");
}

static void
test_a_pipe (TdmTestFolder *folder, gconstpointer data)
{
  static const char *const names[] = { "-journal", "-wal", "-shm" };

  create_file (folder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *pipe = g_strconcat (folder->path, names[i], NULL);

      g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
      assert_only_read (folder, names[i], "ordinary file");
      g_assert_cmpint (g_unlink (pipe), ==, 0);
    }
}

static void
test_a_pipe_while_reading (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *pipe = g_strconcat (folder->path, "-journal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = NULL;

  create_file (folder);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  store = tdm_test_open_store (folder->path, TDM_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  tdm_store_close (store);
}

/* SQLite empties whatever it takes for the index of a log, and another program can have switched the file to one. */
static void
test_the_index_of_a_log (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *index = g_strconcat (folder->path, "-shm", NULL);
  g_autofree char *letter = tdm_test_folder_join (folder, "letter.txt");

  create_file (folder);
  g_assert_true (g_file_set_contents (letter, "Dear Bo", -1, NULL));
  for (TdmOpenMode mode = TDM_OPEN_EXISTING; mode <= TDM_OPEN_READ_ONLY; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdmStore) store = NULL;
      sqlite3 *handle = NULL;

      g_assert_cmpint (sqlite3_open (folder->path, &handle), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (handle, "PRAGMA journal_mode=WAL", NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
      g_assert_cmpint (link (letter, index), ==, 0);
      store = tdm_test_open_store (folder->path, mode, &error);
      g_assert_no_error (error);
      tdm_store_close (store);
      assert_content (letter, "Dear Bo");
      g_assert_cmpint (g_unlink (index), ==, 0);
    }
}

static void
test_a_link (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *link = g_strconcat (folder->path, "-journal", NULL);
  g_autofree char *elsewhere = tdm_test_folder_join (folder, "elsewhere");
  g_autoptr (GString) journal = NULL;

  create_file (folder);
  journal = journal_fixture_new (folder->path);
  g_assert_cmpint (symlink (elsewhere, link), ==, 0);
  assert_only_read (folder, "-journal", "ordinary file");
  g_assert_true (g_file_set_contents (elsewhere, journal->str, journal->len, NULL));
  assert_only_read (folder, "-journal", "ordinary file");
}

static void
test_a_second_name (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *name = g_strconcat (folder->path, "-journal", NULL);
  g_autofree char *second = tdm_test_folder_join (folder, "second");
  g_autoptr (GString) journal = NULL;

  create_file (folder);
  journal = journal_fixture_new (folder->path);
  journal_fixture_put (folder->path, journal);
  g_assert_cmpint (link (name, second), ==, 0);
  assert_only_read (folder, "-journal", "second name");
}

static void
test_of_another_user (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *name = g_strconcat (folder->path, "-journal", NULL);
  g_autoptr (GString) journal = NULL;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  create_file (folder);
  journal = journal_fixture_new (folder->path);
  journal_fixture_put (folder->path, journal);
  g_assert_cmpint (chown (name, 65534, -1), ==, 0);
  assert_only_read (folder, "-journal", "somebody else");
}

static void
test_a_file_of_the_users_own (TdmTestFolder *folder, gconstpointer data)
{
  static const char *const names[] = { "-journal", "-wal" };

  create_file (folder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strconcat (folder->path, names[i], NULL);

      g_assert_true (g_file_set_contents (name, "What we talked about on Tuesday", -1, NULL));
      assert_only_read (folder, names[i], "not written");
      assert_content (name, "What we talked about on Tuesday");
      g_assert_cmpint (g_unlink (name), ==, 0);
    }
}

static void
test_what_sqlite_left_is_put_right (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GString) journal = NULL;

  create_file (folder);
  journal = journal_fixture_new (folder->path);
  journal_fixture_put (folder->path, journal);
  assert_written (folder);
  assert_gone (folder, "-journal");

  /* Before its first sync a journal does not yet say what it is, and a cut may leave nothing but
   * zeros, or nothing. */
  memset (journal->str, 0, 12);
  journal_fixture_put (folder->path, journal);
  assert_written (folder);
  memset (journal->str, 0, journal->len);
  journal_fixture_put (folder->path, journal);
  assert_written (folder);
  g_string_truncate (journal, 0);
  journal_fixture_put (folder->path, journal);
  assert_written (folder);
}

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  TDM_TEST_ADD ("/journal/another-file-is-named", test_another_file_is_named);
  TDM_TEST_ADD ("/journal/another-file-is-named-in-every-mode",
                test_another_file_is_named_in_every_mode);
  TDM_TEST_ADD ("/journal/a-new-file-beside-a-forged-journal",
                test_a_new_file_beside_a_forged_journal);
  TDM_TEST_ADD ("/journal/a-pipe", test_a_pipe);
  TDM_TEST_ADD ("/journal/a-pipe-while-reading", test_a_pipe_while_reading);
  TDM_TEST_ADD ("/journal/the-index-of-a-log", test_the_index_of_a_log);
  TDM_TEST_ADD ("/journal/a-link", test_a_link);
  TDM_TEST_ADD ("/journal/a-second-name", test_a_second_name);
  TDM_TEST_ADD ("/journal/of-another-user", test_of_another_user);
  TDM_TEST_ADD ("/journal/a-file-of-the-users-own", test_a_file_of_the_users_own);
  TDM_TEST_ADD ("/journal/what-sqlite-left-is-put-right", test_what_sqlite_left_is_put_right);
  return g_test_run ();
}
