/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bench.h"

#include "edits/tdm-goal-edits.h"
#include "workspace/tdm-workspace.h"

#include <sqlite3.h>

/* Ticking a step, until it is on disk and in the live objects, against SQLite committing the same change of the same
 * row, in a copy of the file and with the settings of Tandem's store. */

#define PRAGMAS                                                                                             \
  "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON;" \
  "PRAGMA mmap_size=0; PRAGMA synchronous=EXTRA; PRAGMA journal_mode=DELETE; PRAGMA foreign_keys=ON"

static TdmGoalStep *
find_step (TdmWorkspace *workspace)
{
  GListModel *pairs = tdm_workspace_get_pairs (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);
      g_autoptr (TdmGoal) goal = NULL;
      TdmGoalStep *step;

      tdm_test_load (workspace, TDM_SCOPE_PAIR, pair);
      goal = g_list_model_get_item (tdm_pair_get_goals (pair), 0);
      step = goal ? g_list_model_get_item (tdm_goal_get_steps (goal), 0) : NULL;
      if (step)
        return step;
    }
  g_error ("The file has no step to tick.");
}

static void
tick (TdmWorkspace *workspace, TdmGoalStep *step, gboolean done)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  tdm_workspace_commit_async (workspace, tdm_goal_edits_tick_step (step, done), tdm_test_result_cb, &result);
  label = tdm_test_finish_change (workspace, &result, &error);
  g_assert_no_error (error);
}

static void
execute (sqlite3 *database, const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *database;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (database));
  execute (database, PRAGMAS);
  return database;
}

static void
tick_bare (sqlite3 *database, sqlite3_stmt *update, gint64 id, gboolean done)
{
  execute (database, "BEGIN IMMEDIATE");
  sqlite3_bind_int (update, 1, done);
  sqlite3_bind_int64 (update, 2, id);
  if (sqlite3_step (update) != SQLITE_DONE || sqlite3_changes (database) != 1)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_reset (update);
  execute (database, "COMMIT");
}

static void
measure (BenchFigures *figures, TdmWorkspace *workspace, sqlite3 *database, guint n_rounds)
{
  g_autoptr (TdmGoalStep) step = find_step (workspace);
  gint64 id = tdm_record_get_id (TDM_RECORD (step));
  sqlite3_stmt *update;

  if (sqlite3_prepare_v2 (database, "UPDATE goal_step SET done = ? WHERE id = ?", -1, &update, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));

  /* The first tick changes the goal, too. */
  tick (workspace, step, TRUE);
  tick_bare (database, update, id, TRUE);
  for (guint i = 0; i < n_rounds; i++)
    {
      double start = bench_now ();

      tick (workspace, step, i % 2);
      bench_add (figures->tandem, start);
      start = bench_now ();
      tick_bare (database, update, id, i % 2);
      bench_add (figures->baseline, start);
    }
  sqlite3_finalize (update);
}

void
bench_save (BenchFigures *figures, const char *path, guint n_rounds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autofree char *bare_path = NULL;
  TdmTestFolder folder;
  sqlite3 *database;

  tdm_test_folder_init (&folder);
  bare_path = tdm_test_folder_join (&folder, "bare.tandem");
  tdm_test_copy_file (path, folder.path);
  tdm_test_copy_file (path, bare_path);
  workspace = tdm_test_open (folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  database = open_bare (bare_path);

  measure (figures, workspace, database, n_rounds);

  sqlite3_close (database);
  tdm_workspace_close (workspace);
  tdm_test_folder_clear (&folder);
}
