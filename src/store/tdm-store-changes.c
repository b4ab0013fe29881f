/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-store-private.h"

#include "base/tdm-compat.h"

/* The verbs that change the file. */

static void
return_changes (GTask *task, TdmStore *self, TdmJob *job, TdmChanges *taken_changes, GError *taken_error)
{
  tdm_set_str (&job->undo, tdm_history_get_undo (self->history));
  tdm_set_str (&job->redo, tdm_history_get_redo (self->history));
  tdm_store_return_found (task, job, taken_changes, g_object_unref, taken_error);
}

static void
commit_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmJob *job = data;
  GError *error = NULL;
  TdmChanges *changes = tdm_history_commit (self->history, job->edit, &error);

  return_changes (task, self, job, changes, error);
}

static void
undo_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  GError *error = NULL;
  TdmChanges *changes = tdm_history_undo (self->history, &error);

  return_changes (task, self, data, changes, error);
}

static void
redo_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  GError *error = NULL;
  TdmChanges *changes = tdm_history_redo (self->history, &error);

  return_changes (task, self, data, changes, error);
}

static void
import_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmJob *job = data;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  tdm_history_import (self->history, job->edit, records, &error);
  tdm_store_return_found (task, job, g_steal_pointer (&records), (GDestroyNotify) g_ptr_array_unref, error);
}

static void
run_write (TdmStore *self, TdmEdit *edit, GTaskThreadFunc function, GAsyncReadyCallback callback, gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);
  GError *error = NULL;

  job->writes = TRUE;
  if (edit)
    job->edit = g_object_ref (edit);
  if (self->read_only != TDM_READ_ONLY_NOT)
    g_set_error_literal (&error, TDM_FILE_ERROR, TDM_FILE_ERROR_READ_ONLY, self->why_read_only);
  else if (edit)
    tdm_edit_check (edit, &error);

  if (!error)
    {
      tdm_store_run (self, job, function, NULL, callback, data);
      return;
    }
  tdm_job_free (job);
  g_task_report_error (self, callback, data, NULL, error);
}

/**
 * tdm_store_commit_async:
 * @self: a store
 * @edit: what to store; it must not be changed any more
 * @callback: called on the caller's main context
 * @data: for @callback
 *
 * Finish with tdm_store_change_finish().
 */
void
tdm_store_commit_async (TdmStore *self, TdmEdit *edit, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_STORE (self));
  g_return_if_fail (TDM_IS_EDIT (edit));

  run_write (self, edit, commit_job, callback, data);
}

/**
 * tdm_store_undo_async:
 * @self: a store
 * @callback: called on the caller's main context
 * @data: for @callback
 *
 * Takes back the last change. Finish with tdm_store_change_finish().
 */
void
tdm_store_undo_async (TdmStore *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_STORE (self));

  run_write (self, NULL, undo_job, callback, data);
}

/**
 * tdm_store_redo_async:
 * @self: a store
 * @callback: called on the caller's main context
 * @data: for @callback
 *
 * Brings back what was undone last. Finish with tdm_store_change_finish().
 */
void
tdm_store_redo_async (TdmStore *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_STORE (self));

  run_write (self, NULL, redo_job, callback, data);
}

/**
 * tdm_store_change_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what became of every row; %NULL if the file is as it was, or after
 *   %TDM_FILE_ERROR_UNKNOWN
 */
TdmChanges *
tdm_store_change_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  TdmChanges *changes;
  TdmJob *job;

  tdm_store_follow_fault (self, result);
  changes = tdm_store_steal_found (self, result, error);
  job = g_task_get_task_data (G_TASK (result));
  if (changes)
    {
      tdm_set_str (&self->undo, job->undo);
      tdm_set_str (&self->redo, job->redo);
    }
  return changes;
}

/**
 * tdm_store_import_async:
 * @self: a store
 * @edit: what fills a new file
 * @callback: called on the caller's main context
 * @data: for @callback
 *
 * As tdm_store_commit_async(), without a way back.
 */
void
tdm_store_import_async (TdmStore *self, TdmEdit *edit, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_STORE (self));
  g_return_if_fail (TDM_IS_EDIT (edit));

  run_write (self, edit, import_job, callback, data);
}

/**
 * tdm_store_import_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TdmRecord): as tdm_store_load_finish() with %TDM_SCOPE_OVERVIEW
 */
GPtrArray *
tdm_store_import_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  tdm_store_follow_fault (self, result);
  return tdm_store_steal_found (self, result, error);
}
