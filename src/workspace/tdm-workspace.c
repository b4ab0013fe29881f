/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workspace.h"

#include "base/tdm-clock.h"
#include "tdm-workspace-private.h"

/**
 * TdmWorkspace:
 *
 * What a front end talks to: one open programme file with its live objects and lists. Everything that changes it is a
 * #TdmEdit, made by the functions of the layer edits, for tdm_workspace_commit_async(); the live objects change when it
 * is on disk.
 */

G_DEFINE_FINAL_TYPE (TdmWorkspace, tdm_workspace, G_TYPE_OBJECT)

typedef enum
{
  PROP_READ_ONLY = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_NOW,
  N_PROPS
} TdmWorkspaceProperty;

static GParamSpec *specs[N_PROPS];

static guint changed_signal, backup_failed_signal;

static void
tdm_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmWorkspace *self = TDM_WORKSPACE (object);

  switch ((TdmWorkspaceProperty) id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, tdm_workspace_is_read_only (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, tdm_workspace_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, tdm_workspace_get_redo_label (self));
      break;
    case PROP_NOW:
      g_value_set_int64 (value, tdm_clock_now ());
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_workspace_dispose (GObject *object)
{
  tdm_workspace_close (TDM_WORKSPACE (object));
  g_clear_object (&TDM_WORKSPACE (object)->store);
  G_OBJECT_CLASS (tdm_workspace_parent_class)->dispose (object);
}

static void
tdm_workspace_class_init (TdmWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_workspace_get_property;
  object_class->dispose = tdm_workspace_dispose;

  specs[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  specs[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  specs[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  specs[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  /* What became of every row, after the live objects have followed: for what is worked out from several of them. */
  changed_signal = g_signal_new ("changed", TDM_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 TDM_TYPE_CHANGES);

  /* A backup that is made by itself could not be made, and why, in the language of the program. */
  backup_failed_signal = g_signal_new ("backup-failed", TDM_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* No link leads from a round to its programme, as a file has only one. */
static void
workspace_link_rounds (TdmWorkspace *self)
{
  TdmProgramme *programme = tdm_workspace_get_programme (self);
  GListModel *rounds = tdm_workspace_get_rounds (self);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRound) round = g_list_model_get_item (rounds, i);

      tdm_round_set_programme (round, programme);
    }
}

static void
tdm_workspace_init (TdmWorkspace *self)
{
  static GType (*const types[]) (void) = { tdm_programme_get_type, tdm_round_get_type };

  self->graph = tdm_graph_new ();
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_signal_connect_object (tdm_graph_get_list (self->graph, types[i] ()), "items-changed",
                             G_CALLBACK (workspace_link_rounds), self, G_CONNECT_SWAPPED);
}

static void
workspace_overview_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = tdm_workspace_take_loaded (self, result, &error);

  if (!records)
    {
      g_task_return_error (task, error);
      return;
    }

  tdm_workspace_take_overview (self, records);
  g_task_return_boolean (task, TRUE);
}

/* What became of every row is in the live objects. A workspace may have been closed meanwhile: then there is nothing
 * left to look at. */
static void
workspace_take_changes (TdmWorkspace *self, TdmChanges *changes)
{
  if (!self->graph)
    return;
  tdm_graph_apply (self->graph, changes);
  tdm_workspace_set_alarm (self);
  g_signal_emit (self, changed_signal, 0, changes);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_REDO_LABEL]);
}

static void
workspace_backup_failed_cb (TdmWorkspace *self, const char *text)
{
  if (self->graph)
    g_signal_emit (self, backup_failed_signal, 0, text);
}

static void
workspace_store_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->store = tdm_store_open_finish (result, &error);
  if (!self->store)
    {
      g_task_return_error (task, error);
      return;
    }
  g_signal_connect_object (self->store, "settled", G_CALLBACK (workspace_take_changes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "backup-failed", G_CALLBACK (workspace_backup_failed_cb), self,
                           G_CONNECT_SWAPPED);
  tdm_store_load_async (self->store, TDM_SCOPE_OVERVIEW, NULL, workspace_overview_loaded_cb, g_steal_pointer (&task));
}

/**
 * tdm_workspace_open_async:
 * @path: where the programme file is or shall be
 * @mode: what is wanted
 * @callback: called when rounds, people, topics and tandems are there
 *
 * Opens a programme file as tdm_database_file_open() does.
 */
void
tdm_workspace_open_async (const char *path, TdmOpenMode mode, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (TdmWorkspace) self = g_object_new (TDM_TYPE_WORKSPACE, NULL);

  tdm_store_open_async (path, mode, workspace_store_opened_cb, g_task_new (self, NULL, callback, data));
}

/**
 * tdm_workspace_open_finish:
 *
 * Returns: (transfer full) (nullable): the open workspace
 */
TdmWorkspace *
tdm_workspace_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (g_task_get_source_object (G_TASK (result)));
}

/**
 * tdm_workspace_close:
 *
 * Waits until what is under way is on disk, lets go of the file and of all live objects. While tdm_workspace_hold()
 * keeps it open, that is only stopped, and the closing follows its end.
 */
void
tdm_workspace_close (TdmWorkspace *self)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  if (self->held_by)
    {
      self->closes_afterwards = TRUE;
      g_cancellable_cancel (self->held_by);
      return;
    }
  if (self->store)
    tdm_store_close (self->store);
  g_clear_object (&self->alarm);
  g_clear_object (&self->graph);
}

/* For the verbs of this layer that are about the file rather than what is in it. */
TdmStore *
tdm_workspace_get_store (TdmWorkspace *self)
{
  return self->store;
}

gboolean
tdm_workspace_is_open (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), FALSE);

  return self->graph != NULL;
}

/**
 * tdm_workspace_hold:
 * @self: an open workspace
 *
 * For work outside of the file of which the last result must still get into it, such as sending mail.
 *
 * Returns: whether it stays open until tdm_workspace_release(); not if it is held already
 */
gboolean
tdm_workspace_hold (TdmWorkspace *self, GCancellable *cancellable)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), FALSE);

  return !self->held_by && g_set_object (&self->held_by, cancellable);
}

void
tdm_workspace_release (TdmWorkspace *self)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));
  g_return_if_fail (self->held_by != NULL);

  g_clear_object (&self->held_by);
  if (self->closes_afterwards)
    tdm_workspace_close (self);
}

const char *
tdm_workspace_get_path (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return tdm_store_get_path (self->store);
}

/**
 * tdm_workspace_get_read_only_reason:
 *
 * Returns: why nothing can be changed, %TDM_READ_ONLY_NOT if it can
 */
TdmReadOnlyReason
tdm_workspace_get_read_only_reason (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), TDM_READ_ONLY_ASKED);

  return self->store ? tdm_store_get_read_only (self->store) : TDM_READ_ONLY_ASKED;
}

/**
 * tdm_workspace_explain_read_only:
 * @self: an open workspace in which nothing can be changed
 *
 * Returns: (transfer none): why, in the language of the program
 */
const char *
tdm_workspace_explain_read_only (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return tdm_store_explain_read_only (self->store);
}

/**
 * tdm_workspace_get_alteration:
 * @self: an open workspace
 *
 * Returns: (transfer none) (nullable): what was found so far in the file that Tandem never writes, in the language of
 *   the program
 */
const char *
tdm_workspace_get_alteration (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return tdm_store_get_alteration (self->store);
}

gboolean
tdm_workspace_is_read_only (TdmWorkspace *self)
{
  return tdm_workspace_get_read_only_reason (self) != TDM_READ_ONLY_NOT;
}

/**
 * tdm_workspace_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what would be undone, in the language of the program
 */
const char *
tdm_workspace_get_undo_label (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return self->store ? tdm_store_get_undo (self->store) : NULL;
}

/**
 * tdm_workspace_get_redo_label:
 *
 * Returns: (transfer none) (nullable): what would be redone, in the language of the program
 */
const char *
tdm_workspace_get_redo_label (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return self->store ? tdm_store_get_redo (self->store) : NULL;
}

/**
 * tdm_workspace_get_programme:
 *
 * Returns: (transfer none) (nullable): the programme, %NULL in a file that has none yet
 */
TdmProgramme *
tdm_workspace_get_programme (TdmWorkspace *self)
{
  g_autoptr (TdmProgramme) programme = NULL;

  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  programme = g_list_model_get_item (tdm_graph_get_list (self->graph, TDM_TYPE_PROGRAMME), 0);
  return programme;
}

/**
 * tdm_workspace_get_participant:
 *
 * Returns: (transfer none) (nullable): who has this file for tandems of their own, %NULL in that of a coordinator
 */
TdmPerson *
tdm_workspace_get_participant (TdmWorkspace *self)
{
  return tdm_programme_get_self (tdm_workspace_get_programme (self));
}

GListModel *
tdm_workspace_get_rounds (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return tdm_graph_get_list (self->graph, TDM_TYPE_ROUND);
}

GListModel *
tdm_workspace_get_people (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return tdm_graph_get_list (self->graph, TDM_TYPE_PERSON);
}

GListModel *
tdm_workspace_get_topics (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return tdm_graph_get_list (self->graph, TDM_TYPE_TOPIC);
}

GListModel *
tdm_workspace_get_pairs (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return tdm_graph_get_list (self->graph, TDM_TYPE_PAIR);
}

/**
 * tdm_workspace_get_meetings:
 *
 * Returns: (transfer none): the meetings that are loaded, see %TDM_SCOPE_ROUND_MEETINGS
 */
GListModel *
tdm_workspace_get_meetings (TdmWorkspace *self)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return tdm_graph_get_list (self->graph, TDM_TYPE_MEETING);
}

/**
 * tdm_workspace_get_list:
 *
 * Returns: (transfer none) (nullable): all records of a type that are loaded; %NULL where these stand only in lists of
 * what they belong to, see tdm_record_get_children()
 */
GListModel *
tdm_workspace_get_list (TdmWorkspace *self, GType type)
{
  TdmRecordClass *klass;

  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  klass = g_type_class_peek (type);
  return klass->is_listed || (klass->scopes & TDM_SCOPE_OVERVIEW) ? tdm_graph_get_list (self->graph, type) : NULL;
}

/**
 * tdm_workspace_find_id:
 *
 * Returns: (transfer none) (nullable): the live record, if it is loaded
 */
gpointer
tdm_workspace_find_id (TdmWorkspace *self, GType type, gint64 id)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  return self->graph ? tdm_graph_find (self->graph, type, id) : NULL;
}

/**
 * tdm_workspace_find_uid:
 * @list: one of its lists
 *
 * Returns: (transfer none) (nullable): the record in @list that has it
 */
gpointer
tdm_workspace_find_uid (TdmWorkspace *self, GListModel *list, const char *uid)
{
  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (list, i);

      if (g_strcmp0 (tdm_record_get_uid (record), uid) == 0)
        return record;
    }
  return NULL;
}

/* For all verbs that end with tdm_workspace_change_finish() */
void
tdm_workspace_changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (TdmChanges) changes = tdm_store_change_finish (TDM_STORE (source), result, &error);

  if (!changes)
    {
      g_task_return_error (task, error);
      return;
    }

  workspace_take_changes (self, changes);
  g_task_return_pointer (task, g_strdup (tdm_changes_get_label (changes)), g_free);
}

/**
 * tdm_workspace_commit_async:
 * @taken_edit: (transfer full): what to change
 * @callback: called when it is on disk and in the live objects, or has failed and nothing changed; also where the edit
 *   could not be made, with the error given to tdm_edit_fail()
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_commit_async (TdmWorkspace *self, TdmEdit *taken_edit, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (TdmEdit) edit = taken_edit;

  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_commit_async (self->store, edit, tdm_workspace_changed_cb, g_task_new (self, NULL, callback, data));
}

/**
 * tdm_workspace_undo_async:
 * @callback: called when it is on disk and in the live objects
 *
 * Takes back the last change. Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_undo_async (TdmWorkspace *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_undo_async (self->store, tdm_workspace_changed_cb, g_task_new (self, NULL, callback, data));
}

/**
 * tdm_workspace_redo_async:
 * @callback: called when it is on disk and in the live objects
 *
 * Brings back what was undone last. Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_redo_async (TdmWorkspace *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  tdm_store_redo_async (self->store, tdm_workspace_changed_cb, g_task_new (self, NULL, callback, data));
}

/**
 * tdm_workspace_change_finish:
 *
 * Returns: (transfer full) (nullable): what was done, undone or redone, for a message; %NULL if nothing changed
 */
char *
tdm_workspace_change_finish (TdmWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
