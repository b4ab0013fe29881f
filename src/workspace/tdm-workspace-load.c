/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-file-error.h"
#include "base/tdm-i18n.h"
#include "tdm-workspace-private.h"

/* From the file into the live lists: the overview, its figures, and the details that are asked for. */

/* What is read may show that the file must not be written. */
static void
workspace_notify_read_only (TdmWorkspace *self, gboolean was_read_only)
{
  if (tdm_workspace_is_read_only (self) != was_read_only)
    g_object_notify (G_OBJECT (self), "read-only");
}

static void
workspace_summed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWorkspace) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) summaries = tdm_store_sum_up_finish (TDM_STORE (source), result, &error);

  if (summaries && self->graph)
    {
      tdm_graph_set_summaries (self->graph, summaries);
      tdm_workspace_set_alarm (self);
    }
  else if (error && self->graph)
    g_warning ("Cannot sum up: %s", error->message);
}

void
tdm_workspace_sum_up (TdmWorkspace *self)
{
  tdm_store_sum_up_async (self->store, workspace_summed_up_cb, g_object_ref (self));
}

/* The rows that were asked for */
GPtrArray *
tdm_workspace_take_loaded (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  gboolean was_read_only = tdm_workspace_is_read_only (self);
  GPtrArray *records = tdm_store_load_finish (self->store, result, error);

  workspace_notify_read_only (self, was_read_only);
  return records;
}

static void
workspace_looked_at_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWorkspace) self = data;
  g_autoptr (GError) error = NULL;
  gboolean was_read_only = tdm_workspace_is_read_only (self);

  /* Where it could not be looked at, the first change tries once more and tells. */
  if (!tdm_store_look_finish (TDM_STORE (source), result, &error) && self->graph)
    g_warning ("Cannot look at the file: %s", error->message);
  workspace_notify_read_only (self, was_read_only);
}

/* Fills the live lists, which are of use before the figures are there, and before the whole file was looked at. */
void
tdm_workspace_take_overview (TdmWorkspace *self, GPtrArray *records)
{
  if (!self->graph)
    return;
  tdm_graph_add_loaded (self->graph, records);
  tdm_workspace_sum_up (self);
  tdm_store_look_async (self->store, workspace_looked_at_cb, g_object_ref (self));
}

/* What is being read, so that it is open from then on */
typedef struct
{
  TdmScope scope;
  GArray *ids;
} TdmLoading;

static void
loading_free (gpointer data)
{
  TdmLoading *self = data;

  g_array_unref (self->ids);
  g_free (self);
}

static void
workspace_details_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *self = g_task_get_source_object (task);
  const TdmLoading *loading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = tdm_workspace_take_loaded (self, result, &error);

  if (!error && !self->graph)
    g_set_error_literal (&error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED, _ ("The file is closed."));
  if (error)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < loading->ids->len; i++)
    tdm_graph_open (self->graph, loading->scope, g_array_index (loading->ids, gint64, i));
  tdm_graph_add_loaded (self->graph, records);
  g_task_return_boolean (task, TRUE);
}

/**
 * tdm_workspace_load_async:
 * @scope: any but %TDM_SCOPE_OVERVIEW
 * @record: the tandem, person or round
 * @callback: called when the details are in the live lists
 *
 * Loads what belongs to a record; at once if it is loaded. From then on it follows every change.
 */
void
tdm_workspace_load_async (TdmWorkspace *self, TdmScope scope, gpointer record, GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, record);
  tdm_workspace_load_all_async (self, scope, records, callback, data);
}

/**
 * tdm_workspace_load_all_async:
 * @self: a workspace; one that was closed meanwhile is an error
 * @scope: any but %TDM_SCOPE_OVERVIEW
 * @records: (element-type TdmRecord): the tandems, people or rounds
 * @callback: called when the details of all are in the live lists, also where the user has not looked at them before
 *
 * As tdm_workspace_load_async(), for those who need the details of several records. Finish with
 * tdm_workspace_load_finish().
 */
void
tdm_workspace_load_all_async (TdmWorkspace *self, TdmScope scope, GPtrArray *records, GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  TdmLoading *loading;

  g_return_if_fail (TDM_IS_WORKSPACE (self));

  if (!self->graph)
    {
      g_task_return_new_error (task, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED, "%s", _ ("The file is closed."));
      return;
    }
  loading = g_new (TdmLoading, 1);
  *loading = (TdmLoading) { scope, g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_task_set_task_data (task, loading, loading_free);
  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = tdm_record_get_id (records->pdata[i]);

      if (!tdm_graph_is_open (self->graph, scope, id))
        g_array_append_val (loading->ids, id);
    }
  if (loading->ids->len == 0)
    g_task_return_boolean (task, TRUE);
  else
    tdm_store_load_async (self->store, scope, loading->ids, workspace_details_loaded_cb, g_steal_pointer (&task));
}

/**
 * tdm_workspace_is_loaded:
 * @scope: any but %TDM_SCOPE_OVERVIEW
 * @record: the tandem, person or round
 *
 * Returns: whether what belongs to it is in the live lists, whoever asked for it
 */
gboolean
tdm_workspace_is_loaded (TdmWorkspace *self, TdmScope scope, gpointer record)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), FALSE);

  return self->graph && tdm_graph_is_open (self->graph, scope, tdm_record_get_id (record));
}

gboolean
tdm_workspace_load_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tdm_workspace_load_rounds_async:
 * @self: a workspace; one that was closed meanwhile is an error
 * @scope: %TDM_SCOPE_ROUND_MEETINGS or %TDM_SCOPE_ROUND_GOALS
 * @callback: called when the details of all rounds are in the live lists
 *
 * As tdm_workspace_load_all_async(). Finish with tdm_workspace_load_finish().
 */
void
tdm_workspace_load_rounds_async (TdmWorkspace *self, TdmScope scope, GAsyncReadyCallback callback, gpointer data)
{
  GListModel *list = self->graph ? tdm_workspace_get_rounds (self) : NULL;
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (rounds, g_list_model_get_item (list, i));
  tdm_workspace_load_all_async (self, scope, rounds, callback, data);
}

static void
workspace_peeked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = tdm_workspace_take_loaded (self, result, &error);

  if (!error && !self->graph)
    g_set_error_literal (&error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED, _ ("The file is closed."));
  if (error)
    {
      g_task_return_error (task, error);
      return;
    }
  tdm_graph_link (self->graph, records);
  g_ptr_array_set_free_func (records, tdm_record_let_go);
  g_task_return_pointer (task, g_steal_pointer (&records), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tdm_workspace_peek_async:
 * @self: an open workspace
 * @scope: any but %TDM_SCOPE_OVERVIEW
 * @ids: (element-type gint64): the row ids of tandems, people or rounds
 * @callback: called when they are read
 *
 * Reads records for somebody who looks at them once: they do not become live, and lead to each other and to those that
 * are.
 */
void
tdm_workspace_peek_async (TdmWorkspace *self, TdmScope scope, GArray *ids, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_load_async (self->store, scope, ids, workspace_peeked_cb, g_task_new (self, NULL, callback, data));
}

/**
 * tdm_workspace_peek_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TdmRecord): the records, those that others link to first, which are
 * of use as long as the array is there
 */
GPtrArray *
tdm_workspace_peek_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
workspace_tandems_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr (GArray) ids = tdm_store_find_tandems_finish (TDM_STORE (source), result, &error);

  if (!error && !self->graph)
    g_set_error_literal (&error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED, _ ("The file is closed."));
  if (error)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer pair = tdm_workspace_find_id (self, TDM_TYPE_PAIR, g_array_index (ids, gint64, i));

      if (pair)
        g_ptr_array_add (pairs, g_object_ref (pair));
    }
  g_task_return_pointer (task, g_steal_pointer (&pairs), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tdm_workspace_find_tandems_async:
 * @self: an open workspace
 * @person: a live person
 * @callback: called when they are found
 *
 * Finds the tandems that cannot do without a person: those that the person is in, and those that the person was in when
 * they met.
 */
void
tdm_workspace_find_tandems_async (TdmWorkspace *self, TdmPerson *person, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_find_tandems_async (self->store, tdm_record_get_id (TDM_RECORD (person)), workspace_tandems_found_cb,
                                g_task_new (self, NULL, callback, data));
}

/**
 * tdm_workspace_find_tandems_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TdmPair): the live tandems
 */
GPtrArray *
tdm_workspace_find_tandems_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
