/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "database/tdm-worker.h"
#include "support/tdm-test.h"

/* Jobs on a thread of their own, and what is left of them */

/* Who asked, with what is handed to the job: both tell on which thread they end. */
typedef struct
{
  GAsyncQueue *dealt_with;
  GThread *source_ended;
  GThread *data_ended;
} Traces;

static void
trace_source_cb (gpointer traces, GObject *source)
{
  ((Traces *) traces)->source_ended = g_thread_self ();
}

static void
trace_data_cb (gpointer traces)
{
  ((Traces *) traces)->data_ended = g_thread_self ();
}

/* Is slower with its end than the main thread is with the answer. */
static void
slow_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Traces *traces = data;

  g_task_return_boolean (task, TRUE);
  g_async_queue_pop (traces->dealt_with);
}

static void
test_a_task_ends_where_it_came_from (void)
{
  g_autoptr (TdmWorker) worker = tdm_worker_new ("test");
  Traces traces = { .dealt_with = g_async_queue_new () };
  GObject *source = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GTask *task = g_task_new (source, NULL, tdm_test_result_cb, &result);

  g_object_weak_ref (source, trace_source_cb, &traces);
  g_object_unref (source);
  g_task_set_task_data (task, &traces, trace_data_cb);
  tdm_worker_run (worker, task, slow_job);
  g_object_unref (task);
  g_assert_true (g_task_propagate_boolean (G_TASK (tdm_test_wait (&result)), NULL));
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_async_queue_push (traces.dealt_with, worker);
  tdm_worker_stop (worker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (traces.source_ended == g_thread_self ());
  g_assert_true (traces.data_ended == g_thread_self ());
  g_async_queue_unref (traces.dealt_with);
}

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);
  g_test_add_func ("/worker/a-task-ends-where-it-came-from", test_a_task_ends_where_it_came_from);
  return g_test_run ();
}
