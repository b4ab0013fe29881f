/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "database/tdm-backup.h"
#include "tdm-record-fault.h"
#include "tdm-store-private.h"

/* The verbs that are about the file as a whole. */

static void
store_check_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmDatabase *database = tdm_store_get_database (self);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  if (tdm_database_file_find_faults (self->file, problems, &error))
    tdm_backup_check (database, problems, &error);
  if (!error)
    {
      /* The rows of a file that was altered are asked for as well as that can be done. */
      tdm_record_fault_find_all (database, problems->len > 0 ? NULL : &error);
      g_ptr_array_extend_and_steal (problems, tdm_database_take_faults (database));
    }
  tdm_store_return_found (task, data, g_steal_pointer (&problems), (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * tdm_store_check_async:
 *
 * Looks at the whole file, see tdm_backup_check().
 */
void
tdm_store_check_async (TdmStore *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_STORE (self));

  tdm_store_run (self, g_new0 (TdmJob, 1), store_check_job, callback, data);
}

/**
 * tdm_store_check_finish:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what was found, empty for a sound file
 */
GPtrArray *
tdm_store_check_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  return tdm_store_steal_found (self, result, error);
}

static void
store_back_up_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmJob *job = data;
  GError *error = NULL;

  if (tdm_backup_write (tdm_store_get_database (source), job->path, FALSE, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tdm_store_back_up_async:
 * @path: where the copy goes; there must be nothing yet
 *
 * Writes a checked copy, see tdm_backup_write().
 */
void
tdm_store_back_up_async (TdmStore *self, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));

  job->path = g_strdup (path);
  tdm_store_run (self, job, store_back_up_job, callback, data);
}

gboolean
tdm_store_back_up_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
