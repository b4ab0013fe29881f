/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "database/tdm-database.h"
#include "journal-fixture.h"
#include "support/tdm-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is put beside a file once it is open, after what lay there was looked at, is kept from SQLite as well. */

typedef struct
{
  TdmTestFolder folder;
  char *journal, *letter;
  TdmDatabase *database;
} Fixture;

static void
assert_executes (TdmDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  tdm_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_test_folder_init (&self->folder);
  self->journal = g_strconcat (self->folder.path, "-journal", NULL);
  self->letter = tdm_test_folder_join (&self->folder, "letter.txt");
  g_assert_true (g_file_set_contents (self->letter, "Dear Bo", -1, NULL));
  g_assert_true (g_file_set_contents (self->folder.path, "", 0, NULL));
  self->database = tdm_database_new (self->folder.path, FALSE, &error);
  g_assert_no_error (error);
  assert_executes (self->database, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->database);
  g_free (self->journal);
  g_free (self->letter);
  tdm_test_folder_clear (&self->folder);
}

static void
fixture_put_forged (Fixture *self)
{
  g_autoptr (GString) journal = journal_fixture_new (self->folder.path);

  journal_fixture_name (journal, self->letter);
  journal_fixture_put (self->folder.path, journal);
}

static void
fixture_assert_letter (Fixture *self)
{
  g_autofree char *content = NULL;

  g_file_get_contents (self->letter, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "Dear Bo");
}

/* It is said what lies there, and what is done about it; once that is gone, everything goes on. */
static void
fixture_assert_refused (Fixture *self, const char *sql, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_database_execute (self->database, sql, &error));
  fixture_assert_letter (self);
  g_assert_true (g_error_matches (error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED));
  g_assert_nonnull (strstr (error->message, "-journal"));
  g_assert_nonnull (strstr (error->message, words));
  tdm_database_rollback (self->database);
  g_assert_cmpint (g_unlink (self->journal), ==, 0);
  assert_executes (self->database, "INSERT INTO t VALUES (2)");
}

static void
test_another_file_is_named (Fixture *self, gconstpointer data)
{
  fixture_put_forged (self);
  fixture_assert_refused (self, "SELECT * FROM t", "another file");
  fixture_put_forged (self);
  fixture_assert_refused (self, "INSERT INTO t VALUES (1)", "another file");
}

/* Whoever can write into a journal can name the other file once it has been looked at. */
static void
test_another_file_is_named_behind_the_look (Fixture *self, gconstpointer data)
{
  sqlite3_vfs *vfs = NULL;
  sqlite3_file *file;

  sqlite3_file_control (tdm_database_get_handle (self->database), "main", SQLITE_FCNTL_VFS_POINTER, &vfs);
  g_assert_nonnull (vfs);
  file = g_malloc0 (vfs->szOsFile);
  g_assert_cmpint (vfs->xOpen (vfs, self->letter, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_SUPER_JOURNAL, NULL), ==,
                   SQLITE_CANTOPEN);
  g_assert_null (file->pMethods);
  g_free (file);
}

static void
test_a_second_name (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_database_begin (self->database, &error);
  g_assert_no_error (error);
  g_assert_cmpint (link (self->letter, self->journal), ==, 0);
  fixture_assert_refused (self, "INSERT INTO t VALUES (1)", "not written by Tandem");
}

static void
test_a_pipe (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (mkfifo (self->journal, 0600), ==, 0);
  fixture_assert_refused (self, "SELECT * FROM t", "ordinary file");
}

static void
test_a_link (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_database_begin (self->database, &error);
  g_assert_no_error (error);
  g_assert_cmpint (symlink (self->letter, self->journal), ==, 0);
  fixture_assert_refused (self, "INSERT INTO t VALUES (1)", "ordinary file");
}

/* SQLite's own journal is still its own. */
static void
test_rolls_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  tdm_database_begin (self->database, &error);
  g_assert_no_error (error);
  assert_executes (self->database, "INSERT INTO t VALUES (2)");
  tdm_database_rollback (self->database);
  g_assert_true (tdm_database_get_integer (self->database, "SELECT count(*) FROM t", &n, &error));
  g_assert_cmpint (n, ==, 1);
}

/* Another program may have switched a file to a log; SQLite empties the index of it whatever that is. */
static void
fixture_switch_to_log (Fixture *self)
{
  sqlite3 *handle = NULL;

  g_clear_object (&self->database);
  g_assert_cmpint (sqlite3_open (self->folder.path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA journal_mode=WAL; INSERT INTO t VALUES (2)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
test_a_log_is_given_up (Fixture *self, gconstpointer data)
{
  g_autofree char *index = g_strconcat (self->folder.path, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  gint64 n;

  fixture_switch_to_log (self);
  g_assert_cmpint (link (self->letter, index), ==, 0);
  self->database = tdm_database_new (self->folder.path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (tdm_database_get_integer (self->database, "SELECT count(*) FROM t", &n, &error));
  g_assert_cmpint (n, ==, 2);
  fixture_assert_letter (self);
  assert_executes (self->database, "INSERT INTO t VALUES (3)");
  g_assert_false (g_file_test (self->journal, G_FILE_TEST_EXISTS));
}

/* The right to write is not kept longer than a change takes. */
static void
test_a_log_that_is_given_up_leaves_room (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmDatabase) second = NULL;
  g_autoptr (GError) error = NULL;

  fixture_switch_to_log (self);
  self->database = tdm_database_new (self->folder.path, FALSE, &error);
  g_assert_no_error (error);
  assert_executes (self->database, "INSERT INTO t VALUES (3)");
  second = tdm_database_new (self->folder.path, FALSE, &error);
  g_assert_no_error (error);
  assert_executes (second, "INSERT INTO t VALUES (4)");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("/exchanged/another-file-is-named", test_another_file_is_named);
  ADD ("/exchanged/another-file-is-named-behind-the-look", test_another_file_is_named_behind_the_look);
  ADD ("/exchanged/a-second-name", test_a_second_name);
  ADD ("/exchanged/a-link", test_a_link);
  ADD ("/exchanged/rolls-back", test_rolls_back);
  ADD ("/exchanged/a-log-is-given-up", test_a_log_is_given_up);
  ADD ("/exchanged/a-log-that-is-given-up-leaves-room", test_a_log_that_is_given_up_leaves_room);
  ADD ("/exchanged/a-pipe", test_a_pipe);
  return g_test_run ();
}
