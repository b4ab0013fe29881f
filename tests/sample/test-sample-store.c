/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sample-records.h"

#include "store/tdm-store.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tandem-sample-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sample.tandem", NULL);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_clear_object (&fixture->result);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_set_object (&fixture->result, result);
}

static GAsyncResult *
await (Fixture *fixture)
{
  while (!fixture->result)
    g_main_context_iteration (NULL, TRUE);
  return fixture->result;
}

static TdmStore *
store_sample (Fixture *fixture, guint scale)
{
  g_autoptr (TdmEdit) edit = sample_build (scale, "de");
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  TdmStore *store;

  tdm_store_open_async (fixture->path, TDM_OPEN_CREATE, keep_result, fixture);
  store = tdm_store_open_finish (await (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);

  tdm_store_import_async (store, edit, keep_result, fixture);
  records = tdm_store_import_finish (store, await (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return store;
}

static void
test_file_is_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdmStore) store = store_sample (fixture, GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  tdm_store_check_async (store, keep_result, fixture);
  problems = tdm_store_check_finish (store, await (fixture), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_every_tandem_can_be_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdmStore) store = store_sample (fixture, GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pairs = 0;

  tdm_store_load_async (store, TDM_SCOPE_OVERVIEW, NULL, keep_result, fixture);
  records = tdm_store_load_finish (store, await (fixture), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    n_pairs += g_str_equal (tdm_record_get_table (records->pdata[i]), "pair");
  g_assert_cmpuint (n_pairs, ==, 1 + 20 + 21 * GPOINTER_TO_UINT (data));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sample/store/file-is-sound", Fixture, GUINT_TO_POINTER (1), set_up, test_file_is_sound, tear_down);
  g_test_add ("/sample/store/large-file-is-sound", Fixture, GUINT_TO_POINTER (10), set_up, test_file_is_sound,
              tear_down);
  g_test_add ("/sample/store/every-tandem-can-be-read", Fixture, GUINT_TO_POINTER (2), set_up,
              test_every_tandem_can_be_read, tear_down);
  return g_test_run ();
}
