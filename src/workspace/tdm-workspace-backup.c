/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workspace-backup.h"

#include "tdm-workspace-private.h"

/* The backups that are made by themselves, see tdm_backups_list(), and how one of them comes back. */

/**
 * tdm_workspace_keep_backups:
 * @self: an open workspace
 * @goes_on: whether today is kept, too, as a window does; for a command that makes one change after the other, the days
 *   before are enough
 *
 * From here on backups are made by themselves, see tdm_store_keep_backups(). For whoever people work with.
 */
void
tdm_workspace_keep_backups (TdmWorkspace *self, gboolean goes_on)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_keep_backups (tdm_workspace_get_store (self), goes_on);
}

static void
workspace_compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GArray *differences = tdm_store_compare_finish (TDM_STORE (source), result, &error);

  if (differences)
    g_task_return_pointer (task, differences, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tdm_workspace_compare_async:
 * @self: an open workspace
 * @backup: the path of a backup of its file
 *
 * Finds what has become of the records since the backup was made.
 */
void
tdm_workspace_compare_async (TdmWorkspace *self, const char *backup, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_compare_async (tdm_workspace_get_store (self), backup, workspace_compared_cb,
                           g_task_new (self, NULL, callback, data));
}

/**
 * tdm_workspace_compare_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TdmDifference): one for each type of which anything differs
 */
GArray *
tdm_workspace_compare_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tdm_workspace_restore_async:
 * @self: an open workspace
 * @backup: the path of a backup of its file
 * @label: what undo calls it
 *
 * Makes the programme equal to the backup, which can be undone. Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_restore_async (TdmWorkspace *self, const char *backup, const char *label, GAsyncReadyCallback callback,
                             gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_restore_async (tdm_workspace_get_store (self), backup, label, tdm_workspace_changed_cb,
                           g_task_new (self, NULL, callback, data));
}

typedef struct
{
  char *path;
  char *backup;
} TdmPutBack;

static void
put_back_free (gpointer data)
{
  TdmPutBack *self = data;

  g_free (self->path);
  g_free (self->backup);
  g_free (self);
}

static void
put_back_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const TdmPutBack *self = data;
  GError *error = NULL;
  char *aside;

  if (tdm_store_put_back (self->path, self->backup, &aside, &error))
    g_task_return_pointer (task, aside ? aside : g_strdup (""), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * tdm_workspace_put_back_async:
 * @path: a programme file that cannot be opened, or is not there any more
 * @backup: what comes in its place
 *
 * The file is put aside and not removed.
 */
void
tdm_workspace_put_back_async (const char *path, const char *backup, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  TdmPutBack *job = g_new (TdmPutBack, 1);

  *job = (TdmPutBack) { g_strdup (path), g_strdup (backup) };
  g_task_set_task_data (task, job, put_back_free);
  g_task_run_in_thread (task, put_back_job);
}

/**
 * tdm_workspace_put_back_finish:
 * @aside: (out) (nullable): what has become of the file
 *
 * Returns: whether the file is the backup now; if not, it is as it was
 */
gboolean
tdm_workspace_put_back_finish (GAsyncResult *result, char **aside, GError **error)
{
  *aside = g_task_propagate_pointer (G_TASK (result), error);
  if (!*aside)
    return FALSE;
  if (!**aside)
    g_clear_pointer (aside, g_free);
  return TRUE;
}
