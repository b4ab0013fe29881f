/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-store-private.h"

#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "tdm-programme-format.h"

/**
 * TdmStore:
 *
 * The programme file as the rest of the program sees it: every verb is a job on one worker thread, and a job that
 * writes is one transaction. When a verb has finished without an error, its change is on disk.
 */

G_DEFINE_FINAL_TYPE (TdmStore, tdm_store, G_TYPE_OBJECT)

static guint settled_signal;

void
tdm_job_free (gpointer data)
{
  TdmJob *job = data;

  if (job->found && job->free_found)
    job->free_found (job->found);
  g_clear_object (&job->edit);
  g_clear_pointer (&job->ids, g_array_unref);
  g_free (job->path);
  g_free (job->label);
  g_free (job->undo);
  g_free (job->redo);
  g_free (job->fault);
  g_free (job);
}

static void
tdm_store_dispose (GObject *object)
{
  tdm_store_close (TDM_STORE (object));
  G_OBJECT_CLASS (tdm_store_parent_class)->dispose (object);
}

static void
tdm_store_finalize (GObject *object)
{
  TdmStore *self = TDM_STORE (object);

  g_free (self->path);
  g_free (self->why_read_only);
  g_free (self->alteration);
  g_free (self->fault);
  g_free (self->changed_on);
  g_free (self->undo);
  g_free (self->redo);
  G_OBJECT_CLASS (tdm_store_parent_class)->finalize (object);
}

static void
tdm_store_class_init (TdmStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tdm_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = tdm_store_finalize;

  /**
   * TdmStore::settled:
   * @changes: what became of every row
   *
   * A change of which it was not known (%TDM_FILE_ERROR_UNKNOWN) turned out to be in the file. It comes before the
   * answer of the verb with which that was seen.
   */
  settled_signal = g_signal_new ("settled", TDM_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 TDM_TYPE_CHANGES);

  /**
   * TdmStore::backup-failed:
   * @text: what has gone wrong, in the language of the program
   *
   * A backup that is made by itself could not be made; told once.
   */
  g_signal_new ("backup-failed", TDM_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
}

static void
tdm_store_init (TdmStore *self)
{
}

/* News for the main thread that are no answer to a verb */
typedef struct
{
  TdmStore *store;
  TdmChanges *changes;
  char *undo;
  char *redo;
} TdmStoreNews;

static void
tdm_store_news_free (gpointer data)
{
  TdmStoreNews *news = data;

  g_object_unref (news->store);
  g_object_unref (news->changes);
  g_free (news->undo);
  g_free (news->redo);
  g_free (news);
}

static gboolean
store_settled_cb (gpointer data)
{
  TdmStoreNews *news = data;

  tdm_set_str (&news->store->undo, news->undo);
  tdm_set_str (&news->store->redo, news->redo);
  g_signal_emit (news->store, settled_signal, 0, news->changes);
  return G_SOURCE_REMOVE;
}

/* On the worker */
static void
store_tell_settled (TdmStore *self, GTask *task, TdmChanges *taken_changes)
{
  TdmStoreNews *news = g_new (TdmStoreNews, 1);

  news->store = g_object_ref (self);
  news->changes = taken_changes;
  news->undo = g_strdup (tdm_history_get_undo (self->history));
  news->redo = g_strdup (tdm_history_get_redo (self->history));
  tdm_worker_tell (task, store_settled_cb, news, tdm_store_news_free);
}

/* On the worker: what was found so far goes to the main thread with the job. */
void
tdm_store_take_faults (TdmStore *self, TdmJob *job)
{
  g_autoptr (GPtrArray) faults = tdm_database_take_faults (tdm_store_get_database (self));

  if (faults->len > 0 && !self->is_altered)
    {
      self->is_altered = TRUE;
      self->fault = g_strdup_printf (_ (tdm_programme_format.altered), (char *) faults->pdata[0]);
    }
  tdm_set_str (&job->fault, self->fault);
}

/* On the worker: what the opening left to be looked at is looked at once. */
gboolean
tdm_store_ensure_looked (TdmStore *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (self->is_altered || tdm_database_file_look (self->file, &reason))
    return TRUE;
  if (!g_error_matches (reason, TDM_FILE_ERROR, TDM_FILE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  self->is_altered = TRUE;
  self->fault = g_strdup (reason->message);
  return TRUE;
}

/* Nothing is read or written before it is known what the file holds. */
static void
store_run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmJob *job = data;
  TdmChanges *late = NULL;
  g_autofree char *why = NULL;
  GError *error = NULL;

  if (self->history && !tdm_history_settle (self->history, &late, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (late)
    store_tell_settled (self, task, late);
  /* What the opening left to be looked at is looked at before anything is written, and once anything was found, nothing
   * is. */
  if (job->writes && tdm_store_ensure_looked (self, &error))
    {
      tdm_store_take_faults (self, job);
      why = self->is_altered ? tdm_database_file_explain_alteration (self->fault) : NULL;
    }
  if (why)
    g_set_error_literal (&error, TDM_FILE_ERROR, TDM_FILE_ERROR_READ_ONLY, why);
  if (error)
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->writes)
    tdm_store_back_up_before (self, task);
  job->function (task, source, data, cancellable);
  if (job->writes)
    tdm_store_back_up_after (self, task);
}

void
tdm_store_run (TdmStore *self, TdmJob *taken_job, GTaskThreadFunc function, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  taken_job->function = function;
  g_task_set_task_data (task, taken_job, tdm_job_free);
  if (self->worker)
    tdm_worker_run (self->worker, task, store_run_job);
  else
    g_task_return_new_error (task, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED, _ ("The file is closed."));
}

TdmDatabase *
tdm_store_get_database (TdmStore *self)
{
  return tdm_database_file_get_database (self->file);
}

void
tdm_store_return_found (GTask *task, TdmJob *job, gpointer found, GDestroyNotify free_found, GError *taken_error)
{
  if (taken_error)
    {
      if (found)
        free_found (found);
      g_task_return_error (task, taken_error);
      return;
    }
  job->found = found;
  job->free_found = free_found;
  g_task_return_boolean (task, TRUE);
}

/* On the main thread: the file can only be read from now on. */
static void
store_follow_fault (TdmStore *self, GAsyncResult *result)
{
  TdmJob *job = g_task_get_task_data (G_TASK (result));

  if (!job || !job->fault || self->alteration)
    return;
  self->alteration = g_steal_pointer (&job->fault);
  if (self->read_only != TDM_READ_ONLY_NOT)
    return;
  self->read_only = TDM_READ_ONLY_ALTERED;
  g_free (self->why_read_only);
  self->why_read_only = tdm_database_file_explain_alteration (self->alteration);
}

gpointer
tdm_store_steal_found (TdmStore *self, GAsyncResult *result, GError **error)
{
  TdmJob *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  store_follow_fault (self, result);
  job = g_task_get_task_data (G_TASK (result));
  /* What it removed ends with the answer, not only when the worker has given the task back. */
  if (job)
    g_clear_object (&job->edit);
  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&job->found) : NULL;
}

static void
store_open_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmJob *job = data;
  GError *error = NULL;

  self->file = tdm_database_file_open (job->path, job->mode, &tdm_programme_format, &error);
  if (!self->file)
    {
      g_task_return_error (task, error);
      return;
    }

  self->history = tdm_history_new (tdm_store_get_database (self));
  self->path = g_strdup (tdm_database_file_get_path (self->file));
  self->read_only = tdm_database_file_get_read_only (self->file);
  self->why_read_only = g_strdup (tdm_database_file_explain_read_only (self->file));
  self->alteration = g_strdup (tdm_database_file_get_alteration (self->file));
  self->is_altered = self->alteration != NULL;
  g_task_return_boolean (task, TRUE);
}

/**
 * tdm_store_open_async:
 * @path: where the programme file is or shall be
 * @mode: what is wanted
 *
 * Opens a file as tdm_database_file_open() does; an older schema is brought to the present one after a copy was put
 * beside it.
 */
void
tdm_store_open_async (const char *path, TdmOpenMode mode, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (TdmStore) self = g_object_new (TDM_TYPE_STORE, NULL);
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (path != NULL);

  job->path = g_strdup (path);
  job->mode = mode;
  self->worker = tdm_worker_new ("store");
  tdm_store_run (self, job, store_open_job, callback, data);
}

/**
 * tdm_store_open_finish:
 *
 * Returns: (transfer full) (nullable): the open store
 */
TdmStore *
tdm_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (g_task_get_source_object (G_TASK (result)));
}

/**
 * tdm_store_get_path:
 *
 * Returns: (transfer none): where the file really is, links followed
 */
const char *
tdm_store_get_path (TdmStore *self)
{
  g_return_val_if_fail (TDM_IS_STORE (self), NULL);

  return self->path;
}

/**
 * tdm_store_get_read_only:
 *
 * Returns: why the file can only be read, %TDM_READ_ONLY_NOT if it can be written
 */
TdmReadOnlyReason
tdm_store_get_read_only (TdmStore *self)
{
  g_return_val_if_fail (TDM_IS_STORE (self), TDM_READ_ONLY_ASKED);

  return self->read_only;
}

/**
 * tdm_store_explain_read_only:
 * @self: a store that can only be read
 *
 * Returns: (transfer none): why, in the language of the program
 */
const char *
tdm_store_explain_read_only (TdmStore *self)
{
  g_return_val_if_fail (TDM_IS_STORE (self), NULL);

  return self->why_read_only;
}

/**
 * tdm_store_get_alteration:
 *
 * Returns: (transfer none) (nullable): what was found so far in the file that Tandem never writes, in the language of
 *   the program
 */
const char *
tdm_store_get_alteration (TdmStore *self)
{
  g_return_val_if_fail (TDM_IS_STORE (self), NULL);

  return self->alteration;
}

/**
 * tdm_store_get_undo:
 *
 * Returns: (transfer none) (nullable): what tdm_store_undo_async() would take back, %NULL for nothing
 */
const char *
tdm_store_get_undo (TdmStore *self)
{
  g_return_val_if_fail (TDM_IS_STORE (self), NULL);

  return self->undo;
}

/**
 * tdm_store_get_redo:
 *
 * Returns: (transfer none) (nullable): what tdm_store_redo_async() would bring back, %NULL for nothing
 */
const char *
tdm_store_get_redo (TdmStore *self)
{
  g_return_val_if_fail (TDM_IS_STORE (self), NULL);

  return self->redo;
}

static void
store_look_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  GError *error = NULL;

  if (tdm_store_ensure_looked (self, &error))
    tdm_store_take_faults (self, data);
  tdm_store_return_found (task, data, NULL, NULL, error);
}

/**
 * tdm_store_look_async:
 *
 * Looks at what the opening left to be looked at, see tdm_database_file_look(). Changes wait for it by themselves.
 */
void
tdm_store_look_async (TdmStore *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_STORE (self));

  tdm_store_run (self, g_new0 (TdmJob, 1), store_look_job, callback, data);
}

/**
 * tdm_store_look_finish:
 *
 * If anything was found, the file can only be read from now on.
 *
 * Returns: whether it could be looked at
 */
gboolean
tdm_store_look_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  store_follow_fault (self, result);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tdm_store_close:
 *
 * Waits for the jobs that are under way, then lets go of the file.
 */
void
tdm_store_close (TdmStore *self)
{
  g_return_if_fail (TDM_IS_STORE (self));

  if (!self->worker)
    return;

  tdm_worker_stop (self->worker);
  g_clear_object (&self->worker);
  tdm_store_back_up_at_end (self);
  g_clear_object (&self->history);
  g_clear_object (&self->file);
}
