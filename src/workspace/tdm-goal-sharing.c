/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal-sharing.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-todo-writer.h"

/* Goals that somebody gives away: those that were asked for and no others. Nothing is noted about it. */

/**
 * tdm_goal_sharing_suggest_name:
 * @pair: a tandem
 *
 * Returns: (transfer full): a file name for goals of it
 */
char *
tdm_goal_sharing_suggest_name (TdmPair *pair)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (TDM_IS_PAIR (pair), NULL);

  /* Translators: the name of a file: what is in it, and two people */
  stem = g_strdup_printf (_ ("goals %s %s"), tdm_person_get_name (tdm_pair_get_mentee (pair)),
                          tdm_person_get_name (tdm_pair_get_mentor (pair)));
  return tdm_text_file_name (stem, "ics");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &reason))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED,
                             /* Translators: a file name, then a reason given by the system */
                             _ ("“%s” could not be written: %s"), name, reason->message);
}

/**
 * tdm_goal_sharing_save_async:
 * @workspace: a workspace
 * @goals: (element-type TdmGoal): live goals whose steps are loaded, in the order in which they are shown
 * @file: where they go; a file that is there is replaced
 * @callback: called when the file is written
 * @data: for @callback
 *
 * Writes goals for somebody else, see tdm_todo_write(). Finish with tdm_goal_sharing_save_finish().
 */
void
tdm_goal_sharing_save_async (TdmWorkspace *workspace, GPtrArray *goals, GFile *file, GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (TDM_IS_WORKSPACE (workspace));
  g_return_if_fail (goals != NULL);

  bytes = tdm_todo_write (goals, tdm_clock_now ());
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved_cb,
                                       g_task_new (workspace, NULL, callback, data));
}

gboolean
tdm_goal_sharing_save_finish (TdmWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
