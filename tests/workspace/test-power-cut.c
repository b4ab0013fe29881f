/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-file-error.h"
#include "edits/tdm-goal-edits.h"
#include "support/cutting.h"
#include "support/tdm-test.h"
#include "workspace/tdm-workspace-file.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Whoever comes back after the power went, or after the program was killed, at whatever moment: check, list and backup
 * work, nothing that was said to be saved is missing, and the file is as it was found. */

/* With --whole every moment is judged, here one of so many. */
#define STEP 13
#define LEAST_POINTS 20

static guint step = STEP;

typedef struct
{
  TdmWorkspace *workspace;
  guint n_said;
} Session;

static void
finish (Session *self, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_test_finish_change (self->workspace, result, &error);

  g_assert_no_error (error);
}

/* One goal more, which is said to be saved, and something that comes and goes */
static void
write_goal (Session *self, TdmPair *pair)
{
  g_autofree char *title = g_strdup_printf ("Goal %u", self->n_said);
  GListModel *goals = tdm_pair_get_goals (pair);
  g_autoptr (TdmGoal) goal = NULL;
  GAsyncResult *result = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_add (pair, TDM_SIDE_JOINT, title), tdm_test_result_cb,
                              &result);
  finish (self, &result);
  cutting_say (++self->n_said);
  goal = g_list_model_get_item (goals, g_list_model_get_n_items (goals) - 1);
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_add_step (goal, "Step"), tdm_test_result_cb, &result);
  finish (self, &result);
  tdm_workspace_undo_async (self->workspace, tdm_test_result_cb, &result);
  finish (self, &result);
}

static void
write_goals (Session *self)
{
  g_autoptr (TdmPair) pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);

  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, pair);
  for (guint i = 0; i < 3; i++)
    write_goal (self, pair);
  tdm_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
}

static void
write_file (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* --- the judge ---------------------------------------------------------- */

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir))
    n_files++;
  return n_files;
}

static void
assert_untouched (CutPoint *point, TdmTestFolder *folder)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, point->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = tdm_test_folder_join (folder, name), *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpmem (content, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  g_assert_cmpuint (count_files (folder->folder), ==, g_hash_table_size (point->files));
}

static void
check (TdmWorkspace *workspace)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  tdm_workspace_check_async (workspace, tdm_test_result_cb, &result);
  problems = tdm_workspace_check_finish (workspace, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  if (problems->len > 0)
    g_error ("%s", (char *) problems->pdata[0]);
}

static guint
count_goals (TdmWorkspace *workspace)
{
  g_autoptr (TdmRound) round = g_list_model_get_item (tdm_workspace_get_rounds (workspace), 0);
  g_autoptr (TdmPair) pair = g_list_model_get_item (tdm_workspace_get_pairs (workspace), 0);

  if (!pair)
    return 0;
  tdm_test_load (workspace, TDM_SCOPE_ROUND_GOALS, round);
  return g_list_model_get_n_items (tdm_pair_get_goals (pair));
}

static void
back_up (TdmWorkspace *workspace, TdmTestFolder *folder)
{
  g_autofree char *path = tdm_test_folder_join (folder, "copy.tandem");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TdmWorkspace) copy = NULL;
  g_autoptr (GError) error = NULL;

  tdm_workspace_back_up_async (workspace, path, tdm_test_result_cb, &result);
  tdm_workspace_back_up_finish (workspace, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  copy = tdm_test_open (path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_goals (copy), ==, count_goals (workspace));
  tdm_workspace_close (copy);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Of a file that was just begun nothing may be there yet, and nothing was said to be. */
static gboolean
is_not_there_yet (CutPoint *point, const GError *error)
{
  return point->n_said == 0 && g_error_matches (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_TANDEM) &&
         strstr (error->message, "is empty");
}

static gboolean
judge (CutPoint *point, guint n_before)
{
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  TdmTestFolder folder;
  gboolean is_there;

  tdm_test_folder_init (&folder);
  cut_point_put (point, folder.folder);
  workspace = tdm_test_open (folder.path, TDM_OPEN_READ_ONLY, &error);
  is_there = workspace != NULL;
  if (workspace)
    {
      check (workspace);
      g_assert_cmpuint (count_goals (workspace), >=, n_before + point->n_said);
      back_up (workspace, &folder);
      tdm_workspace_close (workspace);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  else if (!is_not_there_yet (point, error))
    g_assert_no_error (error);
  assert_untouched (point, &folder);
  tdm_test_folder_clear (&folder);
  return is_there;
}

static void
judge_all (GPtrArray *points, guint n_before)
{
  guint n_there = 0, n_hot = 0;

  for (guint i = 0; i < points->len; i += step)
    {
      CutPoint *point = points->pdata[i];

      n_there += judge (point, n_before);
      n_hot += g_hash_table_size (point->files) > 1;
    }
  g_test_message ("%u points, one of %u judged: %u with a journal, %u with a programme", points->len, step, n_hot,
                  n_there);
  g_assert_cmpuint (n_there, >, LEAST_POINTS);
  g_assert_cmpuint (n_hot, >, LEAST_POINTS / 2);
}

/* --- sessions ----------------------------------------------------------- */

static void
test_a_new_file (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GPtrArray) points = NULL;
  Session session = { NULL };

  cutting_begin (folder->folder, 1);
  session.workspace = tdm_test_new_programme (folder);
  tdm_test_add_pair (session.workspace);
  write_goals (&session);
  points = cutting_end ();
  judge_all (points, 0);
}

static void
test_a_file_that_is_there (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GError) error = NULL;
  Session session = { NULL };

  session.workspace = tdm_test_new_programme (folder);
  tdm_test_add_pair (session.workspace);
  write_goals (&session);
  session.n_said = 0;
  cutting_begin (folder->folder, 2);
  session.workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  write_goals (&session);
  points = cutting_end ();
  judge_all (points, 3);
}

static void
test_a_file_of_an_older_version (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "fixtures", "schema-1.sql", NULL), *sql = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GError) error = NULL;
  Session session = { NULL };
  guint n_before;

  g_assert_true (g_file_get_contents (fixture, &sql, NULL, NULL));
  write_file (folder->path, sql);
  cutting_begin (folder->folder, 3);
  session.workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  n_before = count_goals (session.workspace);
  write_goals (&session);
  points = cutting_end ();
  judge_all (points, n_before);
}

int
main (int argc, char **argv)
{
  cutting_init ();
  if (argc > 1 && g_str_equal (argv[1], "--whole"))
    {
      step = 1;
      argc = 1;
    }
  tdm_test_init (&argc, &argv);
  TDM_TEST_ADD ("/power-cut/a-new-file", test_a_new_file);
  TDM_TEST_ADD ("/power-cut/a-file-that-is-there", test_a_file_that_is_there);
  TDM_TEST_ADD ("/power-cut/a-file-of-an-older-version", test_a_file_of_an_older_version);
  return g_test_run ();
}
