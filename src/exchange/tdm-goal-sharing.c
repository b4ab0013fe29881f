/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal-sharing.h"

#include "base/tdm-clock.h"
#include "base/tdm-durable.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-calendar-file-name.h"
#include "calendar/tdm-todo-writer.h"

/* Goals that are given away: those that were asked for and no others. Nothing is noted about it. */

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
  return tdm_calendar_file_name (stem, "ics");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));

  if (g_task_propagate_boolean (G_TASK (result), &reason))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED,
                             /* Translators: a file name, then a reason given by the system */
                             _ ("“%s” could not be written: %s"), name, reason->message);
}

static void
save_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const TdmDurableFile file = { source, data };
  GError *error = NULL;

  if (tdm_durable_write (&file, 1, 0666, cancellable, &error) == 1)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tdm_goal_sharing_save_async:
 * @goals: (element-type TdmGoal): live goals whose steps are loaded, in the order in which they are shown
 * @file: where they go; a file that is there is replaced
 *
 * Writes goals for another person, see tdm_todo_write(). Finish with tdm_goal_sharing_save_finish().
 */
void
tdm_goal_sharing_save_async (GPtrArray *goals, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) saving = NULL;

  g_return_if_fail (goals != NULL);

  /* The thread lets go of its task last, and no live object may end there. */
  saving = g_task_new (file, NULL, saved_cb, g_task_new (NULL, NULL, callback, data));
  g_task_set_task_data (saving, tdm_todo_write (goals, tdm_clock_now ()), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (saving, save_job);
}

gboolean
tdm_goal_sharing_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
