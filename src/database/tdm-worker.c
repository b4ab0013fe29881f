/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-worker.h"

/**
 * TdmWorker:
 *
 * One thread that runs jobs one after the other, in the order in which they came. What it works on needs no locks: only
 * this thread touches it. What a task holds ends where the task came from.
 */

typedef struct
{
  GTask *task;
  GTaskThreadFunc job;
} TdmWorkerItem;

struct _TdmWorker
{
  GObject parent_instance;

  GAsyncQueue *queue;
  GThread *thread;
};

G_DEFINE_FINAL_TYPE (TdmWorker, tdm_worker, G_TYPE_OBJECT)

static gboolean
task_is_back_cb (gpointer task)
{
  return G_SOURCE_REMOVE;
}

static gpointer
worker_work (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;

  while (TRUE)
    {
      g_autofree TdmWorkerItem *item = g_async_queue_pop (queue);

      if (!item->task)
        return NULL;
      if (!g_task_return_error_if_cancelled (item->task))
        item->job (item->task, g_task_get_source_object (item->task), g_task_get_task_data (item->task),
                   g_task_get_cancellable (item->task));
      /* By now the answer may have been dealt with, so that this is the last that holds the task: with it whoever
       * asked, and records that are shown, would end here, while signals and weak references of them are used on
       * another thread. */
      tdm_worker_tell (item->task, task_is_back_cb, item->task, g_object_unref);
    }
}

static void
worker_push (TdmWorker *self, GTask *taken_task, GTaskThreadFunc job)
{
  TdmWorkerItem *item = g_new (TdmWorkerItem, 1);

  item->task = taken_task;
  item->job = job;
  g_async_queue_push (self->queue, item);
}

static void
tdm_worker_dispose (GObject *object)
{
  tdm_worker_stop (TDM_WORKER (object));
  G_OBJECT_CLASS (tdm_worker_parent_class)->dispose (object);
}

static void
tdm_worker_finalize (GObject *object)
{
  g_async_queue_unref (TDM_WORKER (object)->queue);
  G_OBJECT_CLASS (tdm_worker_parent_class)->finalize (object);
}

static void
tdm_worker_class_init (TdmWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tdm_worker_dispose;
  G_OBJECT_CLASS (klass)->finalize = tdm_worker_finalize;
}

static void
tdm_worker_init (TdmWorker *self)
{
  self->queue = g_async_queue_new ();
}

/**
 * tdm_worker_new:
 * @name: what a debugger calls the thread
 *
 * Returns: (transfer full): a running worker
 */
TdmWorker *
tdm_worker_new (const char *name)
{
  TdmWorker *self = g_object_new (TDM_TYPE_WORKER, NULL);

  self->thread = g_thread_new (name, worker_work, g_async_queue_ref (self->queue));
  return self;
}

/**
 * tdm_worker_run:
 * @task: (transfer none): who waits for the job
 * @job: what to do; it must return the task
 *
 * A task that is cancelled before its turn is returned without running.
 */
void
tdm_worker_run (TdmWorker *self, GTask *task, GTaskThreadFunc job)
{
  g_return_if_fail (TDM_IS_WORKER (self));
  g_return_if_fail (self->thread != NULL);

  worker_push (self, g_object_ref (task), job);
}

/**
 * tdm_worker_tell:
 * @task: whose job runs
 * @callback: called once where @task came from, before the answer to it if there is none yet
 * @taken_data: ends there, too
 *
 * For news that are no answer.
 */
void
tdm_worker_tell (GTask *task, GSourceFunc callback, gpointer taken_data, GDestroyNotify free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, callback, taken_data, free_data);
  g_source_attach (source, g_task_get_context (task));
}

/**
 * tdm_worker_stop:
 *
 * Waits until everything in the queue is done and ends the thread.
 */
void
tdm_worker_stop (TdmWorker *self)
{
  g_return_if_fail (TDM_IS_WORKER (self));

  if (!self->thread)
    return;

  worker_push (self, NULL, NULL);
  g_clear_pointer (&self->thread, g_thread_join);
}
