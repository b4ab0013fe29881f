/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workspace-file.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "calendar/tdm-local-time.h"
#include "calendar/tdm-zone.h"
#include "tdm-workspace-private.h"

/* The verbs that are about the programme file rather than what is in it. */

/* The moment of a meeting stands beside the time on the wall that people agreed on, and must be the same. */
static void
workspace_check_meeting (GPtrArray *problems, TdmMeeting *meeting)
{
  TdmPair *pair = tdm_meeting_get_pair (meeting);
  g_autoptr (GError) error = NULL;
  gint64 right = tdm_zone_resolve (tdm_meeting_get_zone (meeting), tdm_meeting_get_local_start (meeting), &error);
  g_autofree char *when = NULL, *stored = NULL, *meant = NULL;

  if (right != 0 && right == tdm_meeting_get_start (meeting))
    return;
  when = tdm_local_time_describe (tdm_meeting_get_local_start (meeting));
  stored = tdm_text_write_instant (tdm_meeting_get_start (meeting));
  meant = right != 0 ? tdm_text_write_instant (right) : g_strdup (error->message);
  g_ptr_array_add (problems,
                   /* Translators: a day and a time, two names, then moments such as 2027-03-28T01:30:00Z, or why the
                    * second one is not known */
                   g_strdup_printf (_ ("The meeting on %s of %s and %s is stored with another moment: %s, not %s"),
                                    when, tdm_person_get_name (pair ? tdm_pair_get_mentee (pair) : NULL),
                                    tdm_person_get_name (pair ? tdm_pair_get_mentor (pair) : NULL), stored, meant));
}

static void
workspace_rounds_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *workspace = TDM_WORKSPACE (source);
  GPtrArray *problems = g_task_get_task_data (task);
  GListModel *meetings;
  GError *error = NULL;

  /* A disk that fails says nothing about what is in the file. */
  if (!tdm_workspace_load_finish (workspace, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  meetings = tdm_workspace_get_meetings (workspace);
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      workspace_check_meeting (problems, meeting);
    }
  g_task_return_pointer (task, g_ptr_array_ref (problems), (GDestroyNotify) g_ptr_array_unref);
}

static void
workspace_checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *workspace = g_task_get_source_object (task);
  GError *error = NULL;
  GPtrArray *problems = tdm_store_check_finish (TDM_STORE (source), result, &error);

  if (!problems)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, problems, (GDestroyNotify) g_ptr_array_unref);
  tdm_workspace_load_rounds_async (workspace, TDM_SCOPE_ROUND_MEETINGS, workspace_rounds_loaded_cb,
                                   g_steal_pointer (&task));
}

/**
 * tdm_workspace_check_async:
 * @callback: called when the whole file was looked at
 *
 * Looks at the file, see tdm_store_check_async(), and at the moments of all meetings, for which it loads them.
 */
void
tdm_workspace_check_async (TdmWorkspace *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_check_async (tdm_workspace_get_store (self), workspace_checked_cb, g_task_new (self, NULL, callback, data));
}

/**
 * tdm_workspace_check_finish:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what was found, empty for a sound file
 */
GPtrArray *
tdm_workspace_check_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
workspace_backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (tdm_store_back_up_finish (TDM_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tdm_workspace_back_up_async:
 * @path: where the copy goes; there must be nothing yet
 * @callback: called when the copy is on disk and checked
 */
void
tdm_workspace_back_up_async (TdmWorkspace *self, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_back_up_async (tdm_workspace_get_store (self), path, workspace_backed_up_cb,
                           g_task_new (self, NULL, callback, data));
}

gboolean
tdm_workspace_back_up_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
workspace_imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = tdm_store_import_finish (TDM_STORE (source), result, &error);

  if (!records)
    {
      g_task_return_error (task, error);
      return;
    }
  tdm_workspace_take_overview (self, records);
  g_task_return_boolean (task, TRUE);
}

/**
 * tdm_workspace_import_async:
 * @self: a workspace of a new file
 * @taken_edit: (transfer full): what fills it
 * @callback: called when it is on disk and the overview is loaded again
 */
void
tdm_workspace_import_async (TdmWorkspace *self, TdmEdit *taken_edit, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (TdmEdit) edit = taken_edit;

  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_import_async (tdm_workspace_get_store (self), edit, workspace_imported_cb,
                          g_task_new (self, NULL, callback, data));
}

gboolean
tdm_workspace_import_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  return tdm_workspace_load_finish (self, result, error);
}
