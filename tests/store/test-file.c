/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "store-fixture.h"

#include "database/tdm-backup.h"
#include "database/tdm-database-file.h"
#include "database/tdm-schema.h"
#include "store/tdm-migration.h"
#include "store/tdm-programme-format.h"
#include "store/tdm-store.h"

#include <glib/gstdio.h>
#include <sys/file.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How a programme file is opened, refused and kept safe. */

/* The file is refused and not one byte of it changes. */
static void
assert_refused (const char *path, TdmOpenMode mode, TdmFileError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = NULL;
  gsize length_before, length_after;
  g_autofree char *before = store_read_all (path, &length_before), *after = NULL;

  store = tdm_test_open_store (path, mode, &error);
  g_assert_null (store);
  g_assert_error (error, TDM_FILE_ERROR, (int) code);
  after = store_read_all (path, &length_after);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_new_file_is_ours_and_private (TdmTestFolder *folder, gconstpointer data)
{
  struct stat status;

  store_create_file (folder);
  g_assert_cmpint (store_ask_sql (folder->path, "PRAGMA application_id"), ==, TDM_PROGRAMME_APPLICATION_ID);
  g_assert_cmpint (store_ask_sql (folder->path, "PRAGMA user_version"), ==, tdm_programme_format.version);
  g_assert_cmpint (stat (folder->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_all_tables_are_strict (TdmTestFolder *folder, gconstpointer data)
{
  store_create_file (folder);
  g_assert_cmpint (store_ask_sql (folder->path,
                                  "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                                  " AND NOT strict AND name NOT LIKE 'sqlite_%'"),
                   ==, 0);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM pragma_table_list WHERE strict"), ==, 16);
}

static void
test_every_link_has_an_index (TdmTestFolder *folder, gconstpointer data)
{
  store_create_file (folder);
  g_assert_cmpint (store_ask_sql (folder->path,
                            "SELECT count (*) FROM sqlite_schema AS t, pragma_foreign_key_list (t.name) AS f"
                            " WHERE t.type = 'table' AND NOT EXISTS (SELECT 1 FROM sqlite_schema AS i,"
                            " pragma_index_info (i.name) AS c WHERE i.type = 'index' AND i.tbl_name = t.name"
                            " AND c.seqno = 0 AND c.name = f.\"from\")"), ==, 0);
}

static void
test_missing_file (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tdm_test_open_store (folder->path, TDM_OPEN_EXISTING, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (folder->path, G_FILE_TEST_EXISTS));
}

static void
test_newer_schema (TdmTestFolder *folder, gconstpointer data)
{
  store_create_file (folder);
  store_run_sql (folder->path, "PRAGMA user_version = 999");
  assert_refused (folder->path, TDM_OPEN_EXISTING, TDM_FILE_ERROR_TOO_NEW);
  assert_refused (folder->path, TDM_OPEN_READ_ONLY, TDM_FILE_ERROR_TOO_NEW);
}

static void
test_text_file (TdmTestFolder *folder, gconstpointer data)
{
  g_assert_true (g_file_set_contents (folder->path, "Anna learns from Bo\n", -1, NULL));
  assert_refused (folder->path, TDM_OPEN_EXISTING, TDM_FILE_ERROR_NOT_TANDEM);
  assert_refused (folder->path, TDM_OPEN_CREATE, TDM_FILE_ERROR_NOT_TANDEM);
}

static void
test_empty_file (TdmTestFolder *folder, gconstpointer data)
{
  g_assert_true (g_file_set_contents (folder->path, "", 0, NULL));
  assert_refused (folder->path, TDM_OPEN_EXISTING, TDM_FILE_ERROR_NOT_TANDEM);
}

static void
test_foreign_database (TdmTestFolder *folder, gconstpointer data)
{
  store_run_sql (folder->path, "CREATE TABLE wallet (money INTEGER)");
  assert_refused (folder->path, TDM_OPEN_CREATE, TDM_FILE_ERROR_NOT_TANDEM);
}

static void
test_files_are_compared_with_what_migrations_make (void)
{
  g_autoptr (TdmDatabase) built = tdm_database_new (":memory:", FALSE, NULL);
  g_autofree char *digest = NULL, *other = NULL;

  g_assert_true (tdm_migration_build (built, tdm_programme_format.version, NULL));
  digest = tdm_schema_digest (built, NULL);
  g_assert_cmpstr (digest, ==, tdm_programme_digest);
  g_assert_true (tdm_database_execute (built, "CREATE INDEX more ON person (name)", NULL));
  other = tdm_schema_digest (built, NULL);
  g_assert_cmpstr (other, !=, digest);
}

/* What another program made in a file that can be read all the same */
static const struct { const char *sql; const char *name;
} alterations[] = {
  { "CREATE TABLE more (a)", "table more" },
  { "ALTER TABLE person ADD COLUMN birthday TEXT", "table person" },
  { "CREATE INDEX person_name ON person (name)", "index person_name" },
  { "CREATE INDEX slow ON person (hex (zeroblob (1000)))", "index slow" },
  { "CREATE UNIQUE INDEX one ON round (state)", "index one" },
  { "DROP INDEX pair_round", "index pair_round" },
  { "CREATE VIEW everything AS SELECT * FROM person", "view everything" },
  { "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM goal; END", "trigger evil" },
  { "CREATE VIRTUAL TABLE words USING fts5 (text)", "table words" },
  { "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE counted", "table sqlite_sequence" },
  { "ANALYZE", "table sqlite_stat1" },
  { "PRAGMA writable_schema = ON;"
    " UPDATE sqlite_schema SET sql = replace (sql, 'ON DELETE RESTRICT', 'ON DELETE CASCADE') WHERE name = 'pair'",
    "table pair" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '''archived''', '''frozen''')"
    " WHERE name = 'round'",
    "table round" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, ') STRICT', ')') WHERE name = 'goal'",
    "table goal" },
};

static void
test_altered_file_is_only_read (TdmTestFolder *folder, gconstpointer data)
{
  gsize length;
  g_autofree char *content = NULL;

  store_create_file (folder);
  content = store_read_all (folder->path, &length);
  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdmWorkspace) workspace = NULL;

      g_test_message ("%s", alterations[i].sql);
      g_assert_true (g_file_set_contents (folder->path, content, length, NULL));
      store_run_sql (folder->path, alterations[i].sql);
      workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
      g_assert_no_error (error);
      g_assert_cmpint (tdm_workspace_get_read_only_reason (workspace), ==, TDM_READ_ONLY_ALTERED);
      g_test_message ("%s", tdm_workspace_explain_read_only (workspace));
      g_assert_nonnull (strstr (tdm_workspace_explain_read_only (workspace), alterations[i].name));
      tdm_workspace_close (workspace);
    }
}

/* An index on what takes long to work out, for many rows */
static void
test_altered_file_that_takes_too_long (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  store_create_file (folder);
  store_run_sql (folder->path,
           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
           " INSERT INTO topic SELECT i, printf ('%08d-0000-4000-8000-000000000000', i), '', 'Topic ' || i FROM n;"
           "CREATE INDEX slow ON topic (0 * length (hex (zeroblob (10 + id))));"
           "PRAGMA writable_schema = ON;"
           "UPDATE sqlite_schema SET sql = replace (sql, '10 +', '8000000 -') WHERE name = 'slow'");
  store = tdm_test_open_store (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  tdm_store_check_async (store, tdm_test_result_cb, &result);
  problems = tdm_store_check_finish (store, tdm_test_wait (&result), &error);
  g_assert_null (problems);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_ALTERED);
  g_assert_nonnull (strstr (error->message, "too long"));
  tdm_store_close (store);
}

/* What is needed is not there, or would have to be run. */
static void
test_altered_file_that_cannot_be_read (TdmTestFolder *folder, gconstpointer data)
{
  static const char *const sql[] = {
    "DROP TABLE participation; DROP TABLE topic",
    "ALTER TABLE topic RENAME TO hidden; CREATE VIEW topic AS SELECT * FROM hidden",
  };
  gsize length;
  g_autofree char *content = NULL;

  store_create_file (folder);
  content = store_read_all (folder->path, &length);
  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdmWorkspace) workspace = NULL;

      g_assert_true (g_file_set_contents (folder->path, content, length, NULL));
      store_run_sql (folder->path, sql[i]);
      workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
      g_assert_null (workspace);
      g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_ALTERED);
    }
}

/* Nothing is brought to another form that was not in the one it should have. */
static void
test_altered_file_of_an_older_version (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "fixtures", "schema-2.sql", NULL);
  g_autofree char *sql = store_read_all (fixture, NULL);

  store_run_sql (folder->path, sql);
  store_run_sql (folder->path, "ALTER TABLE person ADD COLUMN birthday TEXT");
  assert_refused (folder->path, TDM_OPEN_EXISTING, TDM_FILE_ERROR_ALTERED);
}

/* What can be shown is never written. */
static void
assert_kept_as_it_is (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = tdm_test_open_store (path, TDM_OPEN_EXISTING, &error);
  g_autoptr (TdmEdit) edit = tdm_edit_new ("A person");
  g_autoptr (GAsyncResult) result = NULL;
  gsize length_before, length_after;
  g_autofree char *before = store_read_all (path, &length_before), *after = NULL;

  g_assert_no_error (error);
  tdm_record_set_text (tdm_edit_insert (edit, TDM_TYPE_PERSON), TDM_PERSON_NAME, "Eva Neu");
  tdm_store_commit_async (store, edit, tdm_test_result_cb, &result);
  g_assert_null (tdm_store_change_finish (store, tdm_test_wait (&result), &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "The file is damaged"));
  g_assert_cmpint (tdm_store_get_read_only (store), ==, TDM_READ_ONLY_ALTERED);
  tdm_store_close (store);
  after = store_read_all (path, &length_after);
  g_assert_cmpmem (before, length_before, after, length_after);
}

/* The worker may hold the answer for longer than whoever waited for it. */
static void
test_an_edit_ends_with_its_answer (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = tdm_test_open_store (folder->path, TDM_OPEN_CREATE, &error);
  TdmEdit *edit = tdm_edit_new ("A person"), *watched = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TdmChanges) changes = NULL;

  g_assert_no_error (error);
  tdm_record_set_text (tdm_edit_insert (edit, TDM_TYPE_PERSON), TDM_PERSON_NAME, "Eva Neu");
  g_set_weak_pointer (&watched, edit);
  tdm_store_commit_async (store, edit, tdm_test_result_cb, &result);
  g_object_unref (edit);
  changes = tdm_store_change_finish (store, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (changes);
  g_assert_null (watched);
  tdm_store_close (store);
}

static void
test_damaged_file (TdmTestFolder *folder, gconstpointer data)
{
  gsize length;
  g_autofree char *content = NULL;

  store_create_file (folder);
  content = store_read_all (folder->path, &length);
  memset (content + 4096, 0x5A, length - 4096);
  g_assert_true (g_file_set_contents (folder->path, content, length, NULL));
  assert_refused (folder->path, TDM_OPEN_EXISTING, TDM_FILE_ERROR_DAMAGED);
}

/* The tandems are shown, and it is said that the file is damaged. */
static void
test_file_with_a_damaged_detail (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  gint64 root;

  store_create_file (folder);
  root = store_ask_sql (folder->path, "SELECT rootpage FROM sqlite_schema WHERE name = 'goal_step'");
  content = store_read_all (folder->path, &length);
  memset (content + (root - 1) * 4096, 0x5A, 4096);
  g_assert_true (g_file_set_contents (folder->path, content, length, NULL));

  workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  while (!tdm_workspace_is_read_only (workspace))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (tdm_workspace_explain_read_only (workspace), "The file is damaged"));
  tdm_workspace_close (workspace);
  assert_kept_as_it_is (folder->path);
}

static void
test_truncated_file (TdmTestFolder *folder, gconstpointer data)
{
  gsize length;
  g_autofree char *content = NULL;

  store_create_file (folder);
  content = store_read_all (folder->path, &length);
  g_assert_true (g_file_set_contents (folder->path, content, length / 2, NULL));
  assert_refused (folder->path, TDM_OPEN_EXISTING, TDM_FILE_ERROR_DAMAGED);
}

static void
test_folder (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tdm_test_open_store (folder->folder, TDM_OPEN_READ_ONLY, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_TANDEM);
}

static void
test_second_writer_reads (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) first = tdm_test_open_store (folder->path, TDM_OPEN_CREATE, &error);
  g_autoptr (TdmStore) second = NULL;

  g_assert_no_error (error);
  second = tdm_test_open_store (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tdm_store_get_read_only (first), ==, TDM_READ_ONLY_NOT);
  g_assert_cmpint (tdm_store_get_read_only (second), ==, TDM_READ_ONLY_LOCKED);
  tdm_store_close (first);
  tdm_store_close (second);
}

static void
test_lock_ends_with_its_holder (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = NULL;

  store_create_file (folder);
  store = tdm_test_open_store (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tdm_store_get_read_only (store), ==, TDM_READ_ONLY_NOT);
  tdm_store_close (store);
}

static void
test_link_is_followed (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *link = tdm_test_folder_join (folder, "link.tandem");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = NULL;

  store_create_file (folder);
  g_assert_cmpint (symlink (folder->path, link), ==, 0);
  store = tdm_test_open_store (link, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tdm_store_get_path (store), ==, folder->path);
  tdm_store_close (store);
}

static gboolean
back_up (TdmStore *store, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_store_back_up_async (store, path, tdm_test_result_cb, &result);
  return tdm_store_back_up_finish (store, tdm_test_wait (&result), error);
}

static void
test_backup_opens (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *copy = tdm_test_folder_join (folder, "copy.tandem");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = tdm_test_open_store (folder->path, TDM_OPEN_CREATE, &error);
  g_autoptr (TdmStore) copied = NULL;

  g_assert_true (back_up (store, copy, &error));
  g_assert_no_error (error);
  tdm_store_close (store);
  copied = tdm_test_open_store (copy, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  tdm_store_close (copied);
}

static void
test_backup_replaces_nothing (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *copy = tdm_test_folder_join (folder, "letter.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = tdm_test_open_store (folder->path, TDM_OPEN_CREATE, &error);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (copy, "Dear Bo", -1, NULL));
  g_assert_false (back_up (store, copy, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_EXISTS);
  content = store_read_all (copy, NULL);
  g_assert_cmpstr (content, ==, "Dear Bo");
  tdm_store_close (store);
}

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  TDM_TEST_ADD ("/file/new-file-is-ours-and-private", test_new_file_is_ours_and_private);
  TDM_TEST_ADD ("/file/all-tables-are-strict", test_all_tables_are_strict);
  TDM_TEST_ADD ("/file/every-link-has-an-index", test_every_link_has_an_index);
  TDM_TEST_ADD ("/file/missing-file", test_missing_file);
  TDM_TEST_ADD ("/file/newer-schema", test_newer_schema);
  TDM_TEST_ADD ("/file/text-file", test_text_file);
  TDM_TEST_ADD ("/file/empty-file", test_empty_file);
  TDM_TEST_ADD ("/file/foreign-database", test_foreign_database);
  g_test_add_func ("/file/compared-with-what-migrations-make", test_files_are_compared_with_what_migrations_make);
  TDM_TEST_ADD ("/file/altered-is-only-read", test_altered_file_is_only_read);
  TDM_TEST_ADD ("/file/altered-takes-too-long", test_altered_file_that_takes_too_long);
  TDM_TEST_ADD ("/file/altered-cannot-be-read", test_altered_file_that_cannot_be_read);
  TDM_TEST_ADD ("/file/altered-of-an-older-version", test_altered_file_of_an_older_version);
  TDM_TEST_ADD ("/file/an-edit-ends-with-its-answer", test_an_edit_ends_with_its_answer);
  TDM_TEST_ADD ("/file/damaged-file", test_damaged_file);
  TDM_TEST_ADD ("/file/damaged-detail", test_file_with_a_damaged_detail);
  TDM_TEST_ADD ("/file/truncated-file", test_truncated_file);
  TDM_TEST_ADD ("/file/folder", test_folder);
  TDM_TEST_ADD ("/file/second-writer-reads", test_second_writer_reads);
  TDM_TEST_ADD ("/file/lock-ends-with-its-holder", test_lock_ends_with_its_holder);
  TDM_TEST_ADD ("/file/link-is-followed", test_link_is_followed);
  TDM_TEST_ADD ("/file/backup-opens", test_backup_opens);
  TDM_TEST_ADD ("/file/backup-replaces-nothing", test_backup_replaces_nothing);
  return g_test_run ();
}
