/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-store-private.h"

#include "base/tdm-compat.h"

/* The verbs that change the file. */

static void
store_change_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmJob *job = data;
  GError *error = NULL;
  TdmChanges *changes;

  if (job->edit)
    changes = tdm_history_commit (self->history, job->edit, &error);
  else if (job->is_undo)
    changes = tdm_history_undo (self->history, &error);
  else
    changes = tdm_history_redo (self->history, &error);
  tdm_set_str (&job->undo, tdm_history_get_undo (self->history));
  tdm_set_str (&job->redo, tdm_history_get_redo (self->history));
  tdm_store_return_found (task, job, changes, g_object_unref, error);
}

static void
store_import_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmJob *job = data;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  tdm_history_import (self->history, job->edit, records, &error);
  tdm_store_return_found (task, job, g_steal_pointer (&records), (GDestroyNotify) g_ptr_array_unref, error);
}

void
tdm_store_run_write (TdmStore *self, TdmJob *taken_job, GTaskThreadFunc function, GAsyncReadyCallback callback,
                     gpointer data)
{
  GError *error = NULL;

  taken_job->writes = TRUE;
  if (self->read_only != TDM_READ_ONLY_NOT)
    g_set_error_literal (&error, TDM_FILE_ERROR, TDM_FILE_ERROR_READ_ONLY, self->why_read_only);
  else if (taken_job->edit)
    tdm_edit_check (taken_job->edit, &error);

  if (!error)
    {
      tdm_store_run (self, taken_job, function, callback, data);
      return;
    }
  tdm_job_free (taken_job);
  g_task_report_error (self, callback, data, NULL, error);
}

/**
 * tdm_store_commit_async:
 * @edit: what to store; it must not be changed any more
 *
 * Finish with tdm_store_change_finish().
 */
void
tdm_store_commit_async (TdmStore *self, TdmEdit *edit, GAsyncReadyCallback callback, gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));
  g_return_if_fail (TDM_IS_EDIT (edit));

  job->edit = g_object_ref (edit);
  tdm_store_run_write (self, job, store_change_job, callback, data);
}

/**
 * tdm_store_undo_async:
 *
 * Takes back the last change. Finish with tdm_store_change_finish().
 */
void
tdm_store_undo_async (TdmStore *self, GAsyncReadyCallback callback, gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));

  job->is_undo = TRUE;
  tdm_store_run_write (self, job, store_change_job, callback, data);
}

/**
 * tdm_store_redo_async:
 *
 * Brings back what was undone last. Finish with tdm_store_change_finish().
 */
void
tdm_store_redo_async (TdmStore *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_STORE (self));

  tdm_store_run_write (self, g_new0 (TdmJob, 1), store_change_job, callback, data);
}

/**
 * tdm_store_change_finish:
 *
 * Returns: (transfer full) (nullable): what became of every row; %NULL if the file is as it was, or after
 *   %TDM_FILE_ERROR_UNKNOWN
 */
TdmChanges *
tdm_store_change_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  TdmChanges *changes = tdm_store_steal_found (self, result, error);
  TdmJob *job = g_task_get_task_data (G_TASK (result));

  if (changes)
    {
      tdm_set_str (&self->undo, job->undo);
      tdm_set_str (&self->redo, job->redo);
    }
  return changes;
}

/**
 * tdm_store_import_async:
 * @edit: what fills a new file
 *
 * As tdm_store_commit_async(), without a way back.
 */
void
tdm_store_import_async (TdmStore *self, TdmEdit *edit, GAsyncReadyCallback callback, gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));
  g_return_if_fail (TDM_IS_EDIT (edit));

  job->edit = g_object_ref (edit);
  tdm_store_run_write (self, job, store_import_job, callback, data);
}

/**
 * tdm_store_import_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TdmRecord): as tdm_store_load_finish() with %TDM_SCOPE_OVERVIEW
 */
GPtrArray *
tdm_store_import_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  return tdm_store_steal_found (self, result, error);
}
