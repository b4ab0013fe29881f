/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "store-fixture.h"

#include "database/tdm-database-file.h"
#include "store/tdm-migration.h"
#include "store/tdm-programme-format.h"
#include "store/tdm-store-resources.h"

/* A file of an earlier release becomes one of this one, or stays what it is. */

/* All migrations, and one more */
static char **
list_steps (const char *next)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();

  g_strv_builder_addv (steps, (const char **) tdm_migration_list ());
  g_strv_builder_add (steps, next);
  return g_strv_builder_end (steps);
}

static char *
find_backup (TdmTestFolder *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".bak"))
      return tdm_test_folder_join (folder, name);
  return NULL;
}

static void
fill (const char *path)
{
  store_run_sql (
    path,
    "INSERT INTO person (uid, name, email, department, unit, site, zone, level, job_title, languages, external,"
    " publicly_known) VALUES ('00000000-0000-4000-8000-000000000001', 'Anna', '', '', '', '', '', 0, '', '', 0, 0)");
}

static void
test_migration_keeps_a_copy (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmDatabase) database = NULL;
  g_auto (GStrv) steps = list_steps ("/org/tandemapp/Tandem/test/next-nickname.sql");
  g_autofree char *backup = NULL;

  store_create_file (folder);
  fill (folder->path);
  database = tdm_database_new (folder->path, FALSE, &error);
  g_assert_true (tdm_migration_run_list (database, (const char *const *) steps, &error));
  g_assert_no_error (error);

  g_assert_cmpint (store_ask_sql (folder->path, "PRAGMA user_version"), ==, tdm_programme_format.version + 1);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM person WHERE nickname = '' AND name = 'Anna'"),
                   ==, 1);
  backup = find_backup (folder);
  g_assert_nonnull (backup);
  g_assert_cmpint (store_ask_sql (backup, "PRAGMA user_version"), ==, tdm_programme_format.version);
  g_assert_cmpint (store_ask_sql (backup, "SELECT count (*) FROM person"), ==, 1);
}

static void
assert_not_migrated (TdmTestFolder *folder, const char *next)
{
  g_auto (GStrv) steps = list_steps (next);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmDatabase) database = NULL;

  store_create_file (folder);
  fill (folder->path);
  database = tdm_database_new (folder->path, FALSE, &error);
  g_assert_false (tdm_migration_run_list (database, (const char *const *) steps, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (store_ask_sql (folder->path, "PRAGMA user_version"), ==, tdm_programme_format.version);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM person"), ==, 1);
}

static void
test_broken_migration_changes_nothing (TdmTestFolder *folder, gconstpointer data)
{
  assert_not_migrated (folder, "/org/tandemapp/Tandem/test/next-broken.sql");
}

static void
test_missing_migration_changes_nothing (TdmTestFolder *folder, gconstpointer data)
{
  assert_not_migrated (folder, "/org/tandemapp/Tandem/test/next-not-there.sql");
}

static TdmWorkspace *
open_fixture (TdmTestFolder *folder, const char *name)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autofree char *sql = store_read_all (fixture, NULL);
  g_autoptr (GError) error = NULL;
  TdmWorkspace *workspace;

  store_run_sql (folder->path, sql);
  workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  return workspace;
}

/* What a migration made is what is expected of a file, the next time as well. */
static void
assert_written (TdmTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = tdm_test_open_store (folder->path, TDM_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tdm_store_get_read_only (store), ==, TDM_READ_ONLY_NOT);
  tdm_store_close (store);
}

/* A file that an earlier release wrote opens, whole, in this version. */
static void
assert_opens (TdmTestFolder *folder, const char *name)
{
  g_autoptr (TdmWorkspace) workspace = open_fixture (folder, name);

  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_rounds (workspace)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_people (workspace)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_pairs (workspace)), ==, 1);
  g_assert_cmpstr (tdm_programme_get_title (tdm_workspace_get_programme (workspace)), ==, "Perspektivwechsel");
  tdm_workspace_close (workspace);
  assert_written (folder);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM goal_step WHERE done"), ==, 1);
}

static void
test_fixture_of_schema_1 (TdmTestFolder *folder, gconstpointer data)
{
  assert_opens (folder, "schema-1.sql");
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM programme WHERE self IS NULL"), ==, 1);
}

static void
test_fixture_of_schema_2 (TdmTestFolder *folder, gconstpointer data)
{
  assert_opens (folder, "schema-2.sql");
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM calendar_message WHERE channel = 'mail'"), ==,
                   1);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM series WHERE external AND calendar_uid = ''"),
                   ==, 1);
}

static void
test_fixture_of_schema_3 (TdmTestFolder *folder, gconstpointer data)
{
  assert_opens (folder, "schema-3.sql");
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM calendar_message WHERE channel = 'mail'"
                                          " AND delivery = 'handed_over' AND email = 'anna@example.org'"), ==, 1);
  g_assert_cmpint (store_ask_sql (folder->path,
                                  "SELECT count (*) FROM meeting WHERE mentee IS NULL AND mentor IS NULL"),
                   ==, 2);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT self FROM programme"), ==, 1);
}

static void
test_fixture_of_schema_4 (TdmTestFolder *folder, gconstpointer data)
{
  assert_opens (folder, "schema-4.sql");
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM series WHERE mentee = 1 AND mentor = 2"), ==, 1);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM programme WHERE language = 'de'"), ==, 1);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM calendar_message WHERE delivery = 'saved'"), ==,
                   1);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM round WHERE manager_rule = 'forbid'"
                                          " AND earlier_rule = 'exclude' AND call_on = ''"), ==, 1);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM participation WHERE criterion = 'unknown'"), ==,
                   2);
}

/* Who left a tandem to whom is read out of what its history says in words. */
static void
test_fixture_of_schema_5 (TdmTestFolder *folder, gconstpointer data)
{
  assert_opens (folder, "schema-5.sql");
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM pair_event WHERE kind = 'people'"
                                          " AND replaced = 1 AND successor = 2"), ==, 1);
  g_assert_cmpint (store_ask_sql (folder->path, "SELECT count (*) FROM pair_event WHERE kind <> 'people'"
                                          " AND replaced IS NULL AND successor IS NULL"), ==, 1);
}

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  g_resources_register (tdm_store_get_resource ());
  TDM_TEST_ADD ("/file/migration-keeps-a-copy", test_migration_keeps_a_copy);
  TDM_TEST_ADD ("/file/broken-migration-changes-nothing", test_broken_migration_changes_nothing);
  TDM_TEST_ADD ("/file/missing-migration-changes-nothing", test_missing_migration_changes_nothing);
  TDM_TEST_ADD ("/file/fixture-of-schema-1", test_fixture_of_schema_1);
  TDM_TEST_ADD ("/file/fixture-of-schema-2", test_fixture_of_schema_2);
  TDM_TEST_ADD ("/file/fixture-of-schema-3", test_fixture_of_schema_3);
  TDM_TEST_ADD ("/file/fixture-of-schema-4", test_fixture_of_schema_4);
  TDM_TEST_ADD ("/file/fixture-of-schema-5", test_fixture_of_schema_5);
  return g_test_run ();
}
