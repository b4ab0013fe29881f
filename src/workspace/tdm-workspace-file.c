/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workspace-file.h"

#include "tdm-workspace-private.h"

/* The verbs that are about the programme file rather than what is in it. */

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GPtrArray *problems = tdm_store_check_finish (TDM_STORE (source), result, &error);

  if (problems)
    g_task_return_pointer (task, problems, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tdm_workspace_check_async:
 * @self: a workspace
 * @callback: called when the whole file was looked at
 * @data: for @callback
 */
void
tdm_workspace_check_async (TdmWorkspace *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_check_async (tdm_workspace_get_store (self), NULL, checked_cb, g_task_new (self, NULL, callback, data));
}

/**
 * tdm_workspace_check_finish:
 * @self: a workspace
 * @result: what the callback got
 * @error: return location
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
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
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
 * @self: a workspace
 * @path: where the copy goes; there must be nothing yet
 * @callback: called when the copy is on disk and checked
 * @data: for @callback
 */
void
tdm_workspace_back_up_async (TdmWorkspace *self, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_back_up_async (tdm_workspace_get_store (self), path, NULL, backed_up_cb,
                           g_task_new (self, NULL, callback, data));
}

gboolean
tdm_workspace_back_up_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (tdm_store_import_finish (TDM_STORE (source), result, &error))
    tdm_workspace_load_overview (self, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * tdm_workspace_import_async:
 * @self: a workspace of a new file
 * @edit: what fills it
 * @callback: called when it is on disk and the overview is loaded again
 * @data: for @callback
 */
void
tdm_workspace_import_async (TdmWorkspace *self, TdmEdit *edit, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_import_async (tdm_workspace_get_store (self), edit, imported_cb, g_task_new (self, NULL, callback, data));
}

gboolean
tdm_workspace_import_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  return tdm_workspace_load_finish (self, result, error);
}
