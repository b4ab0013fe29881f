/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "programme-session.h"

#include "edits/tdm-goal-edits.h"
#include "workspace/tdm-workspace-file.h"
#include "workspace/tdm-workspace.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* Without the program, on a file that nobody writes at the moment; -1 if it cannot be asked. */
gint64
programme_session_ask (const char *path, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle;
  gint64 answer = -1;

  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return answer;
}

gboolean
programme_session_finish (ProgrammeSession *self, GError **error)
{
  g_autofree char *label = tdm_test_finish_change (self->workspace, &self->result, error);

  return label != NULL;
}

void
programme_session_finish_well (ProgrammeSession *self)
{
  g_autoptr (GError) error = NULL;

  programme_session_finish (self, &error);
  g_assert_no_error (error);
}

static void
programme_session_load (ProgrammeSession *self)
{
  g_autoptr (TdmPair) pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);

  self->pair = pair;
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, pair);
}

void
programme_session_open (ProgrammeSession *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  self->workspace = tdm_test_open (path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  programme_session_load (self);
}

void
programme_session_close (ProgrammeSession *self)
{
  if (self->workspace)
    tdm_workspace_close (self->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->workspace);
}

TdmGoal *
programme_session_get_goal (ProgrammeSession *self, guint index)
{
  g_autoptr (TdmGoal) goal = g_list_model_get_item (tdm_pair_get_goals (self->pair), index);

  return goal;
}

TdmGoalStep *
programme_session_get_step (ProgrammeSession *self)
{
  g_autoptr (TdmGoalStep) step = g_list_model_get_item (tdm_goal_get_steps (programme_session_get_goal (self, 0)), 0);

  return step;
}

/* --- what the live objects say -------------------------------------------- */

static void
append_record (GString *text, gpointer item)
{
  TdmRecord *record = item;
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  g_string_append_printf (text, "%s %s", tdm_record_get_table (record), tdm_record_get_uid (record));
  for (guint i = 0; i < n_fields; i++)
    switch (fields[i].kind)
      {
      case TDM_FIELD_CODE:
        g_string_append_printf (text, " %s", tdm_record_get_code (record, i));
        break;
      case TDM_FIELD_INTEGER:
      case TDM_FIELD_BOOLEAN:
        g_string_append_printf (text, " %" G_GINT64_FORMAT, tdm_record_get_integer (record, i));
        break;
      case TDM_FIELD_LINK:
        g_string_append_printf (text, " #%" G_GINT64_FORMAT, tdm_record_get_link_id (record, i));
        break;
      default:
        g_string_append_printf (text, " “%s”", tdm_record_get_text (record, i));
        break;
      }
  g_string_append_c (text, '\n');
}

static void
append_list (GString *text, GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (list, i);

      append_record (text, record);
      if (TDM_IS_GOAL (record))
        append_list (text, tdm_goal_get_steps (TDM_GOAL (record)));
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A line for each, in an order that does not depend on how they came */
static char *
programme_session_describe (ProgrammeSession *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  if (tdm_workspace_get_programme (self->workspace))
    append_record (text, tdm_workspace_get_programme (self->workspace));
  append_list (text, tdm_workspace_get_rounds (self->workspace));
  append_list (text, tdm_workspace_get_people (self->workspace));
  append_list (text, tdm_workspace_get_pairs (self->workspace));
  append_list (text, tdm_pair_get_goals (self->pair));
  append_list (text, tdm_pair_get_events (self->pair));
  g_string_append_printf (text, "%u of %u steps\n", tdm_pair_get_steps_done (self->pair),
                          tdm_pair_get_steps_total (self->pair));
  lines = g_strsplit (text->str, "\n", -1);
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

/* A copy of the file is opened: the session goes on. */
void
programme_session_judge (ProgrammeSession *self)
{
  ProgrammeSession other = { 0 };
  g_autofree char *path = tdm_test_folder_join (&self->folder, "copy.tandem");
  g_autofree char *live = programme_session_describe (self), *stored = NULL;

  tdm_test_copy_file (self->folder.path, path);
  programme_session_open (&other, path);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  tdm_pair_get_steps_total (other.pair);
  stored = programme_session_describe (&other);
  programme_session_close (&other);
  g_unlink (path);
  if (!g_str_equal (live, stored))
    faults_wrong (self->report, "the window shows%s\nwhile the file holds%s", live, stored);
}

void
programme_session_make_template (const char *path)
{
  ProgrammeSession self = { 0 };
  static const char *const steps[] = { "First", "Second" };

  tdm_test_folder_init (&self.folder);
  self.workspace = tdm_test_new_programme (&self.folder);
  self.pair = tdm_test_add_pair (self.workspace);
  tdm_workspace_commit_async (self.workspace, tdm_goal_edits_add (self.pair, TDM_SIDE_MENTEE, "Goal"),
                              tdm_test_result_cb, &self.result);
  programme_session_finish_well (&self);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      tdm_workspace_commit_async (self.workspace,
                                  tdm_goal_edits_add_step (programme_session_get_goal (&self, 0), steps[i]),
                                  tdm_test_result_cb, &self.result);
      programme_session_finish_well (&self);
    }
  programme_session_close (&self);
  tdm_test_copy_file (self.folder.path, path);
  tdm_test_folder_clear (&self.folder);
}

void
programme_session_judge_file (ProgrammeSession *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (!workspace)
    {
      faults_wrong (self->report, "does not open: %s", error->message);
      return;
    }
  tdm_workspace_check_async (workspace, tdm_test_result_cb, &result);
  problems = tdm_workspace_check_finish (workspace, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  if (problems->len > 0)
    faults_wrong (self->report, "%s", (char *) problems->pdata[0]);
  tdm_workspace_close (workspace);
}
