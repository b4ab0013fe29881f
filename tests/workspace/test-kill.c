/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "support/tdm-test.h"

#include "edits/tdm-goal-edits.h"
#include "workspace/tdm-workspace-file.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A writer is killed at random moments. Whatever it had reported as saved must be there, and the file must be sound. */

#define ROUNDS 200
#define LEAST_SAVED 5
#define MOST_SAVED 10

/* The writer: adds, ticks and takes back, and says what is saved once the verb has finished. */

static void
finish_quietly (TdmWorkspace *workspace, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_test_finish_change (workspace, result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static void
write_goal (TdmWorkspace *workspace, TdmPair *pair, const char *title)
{
  GListModel *goals = tdm_pair_get_goals (pair);
  g_autoptr (TdmGoal) goal = NULL;
  GAsyncResult *result = NULL;

  tdm_workspace_commit_async (workspace, tdm_goal_edits_add (pair, TDM_SIDE_JOINT, title), tdm_test_result_cb, &result);
  finish_quietly (workspace, &result);
  printf ("%s\n", title);

  goal = g_list_model_get_item (goals, g_list_model_get_n_items (goals) - 1);
  tdm_workspace_commit_async (workspace, tdm_goal_edits_add_step (goal, title), tdm_test_result_cb, &result);
  finish_quietly (workspace, &result);
  tdm_workspace_undo_async (workspace, tdm_test_result_cb, &result);
  finish_quietly (workspace, &result);
}

G_NORETURN static void
run_writer (const char *path, const char *prefix)
{
  g_autoptr (GError) error = NULL;
  TdmWorkspace *workspace = tdm_test_open (path, TDM_OPEN_EXISTING, &error);
  g_autoptr (TdmPair) pair = NULL;

  g_assert_no_error (error);
  setvbuf (stdout, NULL, _IOLBF, 0);
  pair = g_list_model_get_item (tdm_workspace_get_pairs (workspace), 0);
  tdm_test_load (workspace, TDM_SCOPE_PAIR, pair);
  for (guint i = 0;; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s-%u", prefix, i);

      write_goal (workspace, pair, title);
    }
}

/* The judge */

static pid_t
start_writer (const char *path, guint round, FILE **output)
{
  g_autofree char *prefix = g_strdup_printf ("r%u", round);
  int ends[2];
  pid_t pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      execl ("/proc/self/exe", "test-kill", "--writer", path, prefix, NULL);
      _exit (127);
    }
  close (ends[1]);
  *output = fdopen (ends[0], "r");
  return pid;
}

static void
let_pass (gint64 microseconds)
{
  gint64 until = g_get_monotonic_time () + microseconds;

  while (g_get_monotonic_time () < until)
    ;
}

/* Reads what was saved until it is enough, kills the writer somewhere in its next change, and reads the rest. */
static void
kill_writer (pid_t pid, FILE *output, GRand *random, GPtrArray *saved)
{
  guint wanted = g_rand_int_range (random, LEAST_SAVED, MOST_SAVED), before = saved->len;
  char line[64];

  while (saved->len - before < wanted && fgets (line, sizeof line, output))
    g_ptr_array_add (saved, g_strdup (g_strstrip (line)));
  let_pass (g_rand_int_range (random, 0, 4000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  while (fgets (line, sizeof line, output))
    if (strchr (line, '\n'))
      g_ptr_array_add (saved, g_strdup (g_strstrip (line)));
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  g_assert_cmpuint (saved->len - before, >=, LEAST_SAVED);
}

static void
check_file (const char *path, GPtrArray *saved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_test_open (path, TDM_OPEN_EXISTING, &error);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TdmPair) pair = NULL;

  g_assert_no_error (error);
  tdm_workspace_check_async (workspace, tdm_test_result_cb, &result);
  problems = tdm_workspace_check_finish (workspace, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  pair = g_list_model_get_item (tdm_workspace_get_pairs (workspace), 0);
  tdm_test_load (workspace, TDM_SCOPE_PAIR, pair);
  for (guint i = 0; i < g_list_model_get_n_items (tdm_pair_get_goals (pair)); i++)
    {
      g_autoptr (TdmGoal) goal = g_list_model_get_item (tdm_pair_get_goals (pair), i);

      g_hash_table_add (titles, g_strdup (tdm_goal_get_title (goal)));
    }
  for (guint i = 0; i < saved->len; i++)
    if (!g_hash_table_contains (titles, saved->pdata[i]))
      g_error ("%s was reported as saved and is gone", (char *) saved->pdata[i]);
  tdm_workspace_close (workspace);
}

static void
test_nothing_saved_is_lost (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = tdm_test_new_programme (folder);
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);

  tdm_test_add_pair (workspace);
  tdm_workspace_close (workspace);
  for (guint round = 0; round < ROUNDS; round++)
    {
      FILE *output;
      pid_t pid = start_writer (folder->path, round, &output);

      kill_writer (pid, output, random, saved);
      fclose (output);
      check_file (folder->path, saved);
    }
  g_test_message ("%u changes survived %u kills", saved->len, ROUNDS);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--writer"))
    run_writer (argv[2], argv[3]);

  tdm_test_init (&argc, &argv);
  TDM_TEST_ADD ("/kill/nothing-saved-is-lost", test_nothing_saved_is_lost);
  return g_test_run ();
}
