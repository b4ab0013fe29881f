/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workspace-goals.h"

#include "base/tdm-i18n.h"
#include "tdm-outbox-message.h"

/* What people do with the goals of a tandem and their checklists. Goals are kept in the order that people gave them,
 * each side by itself. */

static void
commit (TdmWorkspace *self, TdmEdit *taken_edit, GAsyncReadyCallback callback, gpointer data)
{
  tdm_workspace_commit_async (self, taken_edit, callback, data);
}

static gint64
find_last_position (GListModel *list, guint position_field)
{
  guint n_items = g_list_model_get_n_items (list);
  g_autoptr (TdmRecord) last = n_items > 0 ? g_list_model_get_item (list, n_items - 1) : NULL;

  return last ? tdm_record_get_integer (last, position_field) : 0;
}

/**
 * tdm_workspace_add_goal_async:
 * @self: a workspace
 * @pair: a tandem whose details are loaded
 * @side: whose goal it is
 * @title: the goal in words
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Adds a goal at the end of the list. Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_add_goal_async (TdmWorkspace *self, TdmPair *pair, TdmSide side, const char *title,
                              GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Goal added"));
  TdmRecord *goal = tdm_edit_insert (edit, TDM_TYPE_GOAL);

  g_return_if_fail (TDM_IS_PAIR (pair));

  tdm_record_set_link (goal, TDM_GOAL_PAIR, pair);
  tdm_record_set_integer (goal, TDM_GOAL_SIDE, side);
  tdm_record_set_text (goal, TDM_GOAL_TITLE, title);
  tdm_record_set_integer (goal, TDM_GOAL_POSITION,
                          find_last_position (tdm_pair_get_goals (pair), TDM_GOAL_POSITION) + 1);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_edit_goal_async:
 * @self: a workspace
 * @goal: a live goal
 * @title: its words
 * @due: (nullable): when it is due, `YYYY-MM-DD`; %NULL leaves that as it is, "" takes it away
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_edit_goal_async (TdmWorkspace *self, TdmGoal *goal, const char *title, const char *due,
                               GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Goal changed"));
  TdmRecord *draft = tdm_edit_update (edit, goal);

  tdm_record_set_text (draft, TDM_GOAL_TITLE, title);
  if (due)
    tdm_record_set_text (draft, TDM_GOAL_DUE, due);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_set_goal_state_async:
 * @self: a workspace
 * @goal: a live goal
 * @state: how far it is
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_set_goal_state_async (TdmWorkspace *self, TdmGoal *goal, TdmGoalState state,
                                    GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Goal changed"));

  tdm_record_set_integer (tdm_edit_update (edit, goal), TDM_GOAL_STATE, state);
  commit (self, edit, callback, data);
}

static gboolean
is_sibling (TdmRecord *record, TdmRecord *other)
{
  return !TDM_IS_GOAL (record) || tdm_goal_get_side (TDM_GOAL (record)) == tdm_goal_get_side (TDM_GOAL (other));
}

/* All records of a list in their new order: @record stands at @place among its siblings. */
static GPtrArray *
reorder (GListModel *list, TdmRecord *record, guint place)
{
  GPtrArray *order = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_siblings = 0;
  guint at = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      TdmRecord *other = g_list_model_get_item (list, i);

      if (other == record)
        {
          g_object_unref (other);
          continue;
        }
      g_ptr_array_add (order, other);
      if (!is_sibling (record, other))
        continue;
      if (n_siblings < place)
        at = order->len;
      n_siblings++;
    }
  g_ptr_array_insert (order, at, g_object_ref (record));
  return order;
}

static void
move (TdmWorkspace *self, GListModel *list, TdmRecord *record, guint place, guint position_field, const char *label,
      GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (label);
  g_autoptr (GPtrArray) order = reorder (list, record, place);

  for (guint i = 0; i < order->len; i++)
    if (tdm_record_get_integer (order->pdata[i], position_field) != i + 1)
      tdm_record_set_integer (tdm_edit_update (edit, order->pdata[i]), position_field, i + 1);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_move_goal_async:
 * @self: a workspace
 * @goal: a live goal
 * @place: where it shall stand among the goals of its side, 0 for the first
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_move_goal_async (TdmWorkspace *self, TdmGoal *goal, guint place, GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (TDM_IS_GOAL (goal));

  move (self, tdm_pair_get_goals (tdm_goal_get_pair (goal)), TDM_RECORD (goal), place, TDM_GOAL_POSITION,
        _ ("Goal moved"), callback, data);
}

/**
 * tdm_workspace_add_step_async:
 * @self: a workspace
 * @goal: a live goal
 * @title: the step in words
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Adds a step at the end of the checklist. Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_add_step_async (TdmWorkspace *self, TdmGoal *goal, const char *title, GAsyncReadyCallback callback,
                              gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Step added"));
  TdmRecord *step = tdm_edit_insert (edit, TDM_TYPE_GOAL_STEP);

  tdm_record_set_link (step, TDM_GOAL_STEP_GOAL, goal);
  tdm_record_set_text (step, TDM_GOAL_STEP_TITLE, title);
  tdm_record_set_integer (step, TDM_GOAL_STEP_POSITION,
                          find_last_position (tdm_goal_get_steps (goal), TDM_GOAL_STEP_POSITION) + 1);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_edit_step_async:
 * @self: a workspace
 * @step: a live step
 * @title: its words
 * @due: (nullable): when it is due, `YYYY-MM-DD`; %NULL leaves that as it is, "" takes it away
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_edit_step_async (TdmWorkspace *self, TdmGoalStep *step, const char *title, const char *due,
                               GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Step changed"));
  TdmRecord *draft = tdm_edit_update (edit, step);

  tdm_record_set_text (draft, TDM_GOAL_STEP_TITLE, title);
  if (due)
    tdm_record_set_text (draft, TDM_GOAL_STEP_DUE, due);
  commit (self, edit, callback, data);
}

/* An open goal is in progress once a step of it is done; nothing else about a goal follows from its steps, for only
 * people can say that it is achieved. */
static void
start_goal (TdmEdit *edit, TdmGoal *goal)
{
  if (goal && tdm_goal_get_state (goal) == TDM_GOAL_OPEN)
    tdm_record_set_integer (tdm_edit_update (edit, goal), TDM_GOAL_STATE, TDM_GOAL_IN_PROGRESS);
}

/**
 * tdm_workspace_tick_step_async:
 * @self: a workspace
 * @step: a live step
 * @done: whether it is done
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_tick_step_async (TdmWorkspace *self, TdmGoalStep *step, gboolean done, GAsyncReadyCallback callback,
                               gpointer data)
{
  TdmEdit *edit = tdm_edit_new (done ? _ ("Step done") : _ ("Step open again"));
  TdmRecord *draft = tdm_edit_update (edit, step);

  tdm_record_set_integer (draft, TDM_GOAL_STEP_DONE, done ? 1 : 0);
  tdm_record_insist (draft, TDM_GOAL_STEP_DONE);
  if (done)
    start_goal (edit, tdm_goal_step_get_goal (step));
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_move_step_async:
 * @self: a workspace
 * @step: a live step
 * @place: where it shall stand in its checklist, 0 for the first
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_move_step_async (TdmWorkspace *self, TdmGoalStep *step, guint place, GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (TDM_IS_GOAL_STEP (step));

  move (self, tdm_goal_get_steps (tdm_goal_step_get_goal (step)), TDM_RECORD (step), place, TDM_GOAL_STEP_POSITION,
        _ ("Step moved"), callback, data);
}

static gboolean
is_expected (TdmPair *pair)
{
  GListModel *series = tdm_pair_get_series (pair);

  for (guint i = 0; i < g_list_model_get_n_items (series); i++)
    {
      g_autoptr (TdmSeries) one = g_list_model_get_item (series, i);

      if (tdm_outbox_message_is_expected (one))
        return TRUE;
    }
  return FALSE;
}

/**
 * tdm_workspace_remove_async:
 * @self: a workspace
 * @record: a live record
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Removes a record with what belongs to it, but no tandem whose dates people still expect. Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_remove_async (TdmWorkspace *self, gpointer record, GAsyncReadyCallback callback, gpointer data)
{
  const char *label = TDM_IS_GOAL (record)        ? _ ("Goal removed")
                      : TDM_IS_GOAL_STEP (record) ? _ ("Step removed")
                      : TDM_IS_PERSON (record)    ? _ ("Person removed")
                      : TDM_IS_PAIR (record)      ? _ ("Tandem removed")
                                                  : _ ("Removed");
  TdmEdit *edit;

  if (TDM_IS_PAIR (record) && is_expected (record))
    {
      g_task_report_new_error (self, callback, data, tdm_workspace_remove_async, TDM_FILE_ERROR, TDM_FILE_ERROR_IN_USE,
                               "%s", _ ("Please end the tandem and send the cancellations first"));
      return;
    }
  edit = tdm_edit_new (label);
  tdm_edit_remove (edit, record);
  commit (self, edit, callback, data);
}
