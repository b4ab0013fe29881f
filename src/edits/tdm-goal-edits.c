/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal-edits.h"

#include "base/tdm-i18n.h"

/* What people do with the goals of a tandem and their checklists. Goals are kept in the order that people gave them,
 * each side by itself. */

/**
 * tdm_goal_edits_next_position:
 * @pair: a tandem whose goals are loaded
 * @side: whose goal it is
 *
 * Returns: where a goal that is added at the end of those of its side belongs
 */
gint64
tdm_goal_edits_next_position (TdmPair *pair, TdmSide side)
{
  GListModel *goals;
  gint64 last = 0;

  g_return_val_if_fail (TDM_IS_PAIR (pair), 1);

  goals = tdm_pair_get_goals (pair);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TdmGoal) goal = g_list_model_get_item (goals, i);

      if (tdm_goal_get_side (goal) == side)
        last = tdm_record_get_integer (TDM_RECORD (goal), TDM_GOAL_POSITION);
    }
  return last + 1;
}

/**
 * tdm_goal_edits_next_step_position:
 * @goal: a live goal
 *
 * Returns: where a step that is added at the end belongs
 */
gint64
tdm_goal_edits_next_step_position (TdmGoal *goal)
{
  GListModel *steps;
  g_autoptr (TdmRecord) last = NULL;
  guint n_steps;

  g_return_val_if_fail (TDM_IS_GOAL (goal), 1);

  steps = tdm_goal_get_steps (goal);
  n_steps = g_list_model_get_n_items (steps);
  last = n_steps > 0 ? g_list_model_get_item (steps, n_steps - 1) : NULL;
  return last ? tdm_record_get_integer (last, TDM_GOAL_STEP_POSITION) + 1 : 1;
}

/**
 * tdm_goal_edits_add:
 * @pair: a tandem whose goals are loaded
 * @side: whose goal it is
 * @title: the goal in words
 *
 * Returns: (transfer full): the edit that adds a goal at the end of those of its side
 */
TdmEdit *
tdm_goal_edits_add (TdmPair *pair, TdmSide side, const char *title)
{
  TdmEdit *edit;
  TdmRecord *goal;

  g_return_val_if_fail (TDM_IS_PAIR (pair), NULL);

  edit = tdm_edit_new (NULL);
  goal = tdm_edit_insert (edit, TDM_TYPE_GOAL);
  tdm_record_set_link (goal, TDM_GOAL_PAIR, pair);
  tdm_record_set_integer (goal, TDM_GOAL_SIDE, side);
  tdm_record_set_text (goal, TDM_GOAL_TITLE, title);
  tdm_record_set_integer (goal, TDM_GOAL_POSITION, tdm_goal_edits_next_position (pair, side));
  return edit;
}

/**
 * tdm_goal_edits_change:
 * @goal: a live goal
 * @title: its words
 * @due: (nullable): when it is due, `YYYY-MM-DD`; %NULL leaves that as it is, "" takes it away
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_goal_edits_change (TdmGoal *goal, const char *title, const char *due)
{
  TdmEdit *edit;
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_GOAL (goal), NULL);

  edit = tdm_edit_new (NULL);
  draft = tdm_edit_update (edit, goal);
  tdm_record_set_text (draft, TDM_GOAL_TITLE, title);
  if (due)
    tdm_record_set_text (draft, TDM_GOAL_DUE, due);
  return edit;
}

/**
 * tdm_goal_edits_save:
 * @goal: a live goal of a tandem whose goals are loaded
 * @draft: a draft of it that was filled in
 *
 * A goal that comes to be of another side stands at the end of the goals there.
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_goal_edits_save (TdmGoal *goal, TdmRecord *draft)
{
  TdmSide side;

  g_return_val_if_fail (TDM_IS_GOAL (goal), NULL);
  g_return_val_if_fail (TDM_IS_GOAL (draft), NULL);

  side = tdm_goal_get_side (TDM_GOAL (draft));
  if (side != tdm_goal_get_side (goal))
    tdm_record_set_integer (draft, TDM_GOAL_POSITION, tdm_goal_edits_next_position (tdm_goal_get_pair (goal), side));
  return tdm_edit_new_save (draft);
}

TdmEdit *
tdm_goal_edits_set_state (TdmGoal *goal, TdmGoalState state)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_GOAL (goal), NULL);

  edit = tdm_edit_new (NULL);
  tdm_record_set_integer (tdm_edit_update (edit, goal), TDM_GOAL_STATE, state);
  return edit;
}

/* @record comes to stand at @place among its siblings, goals among those of their side: the others stay as they are. */
static void
goal_edits_reorder (TdmEdit *edit, GListModel *list, gpointer record, guint place, guint position_field)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmRecord) other = g_list_model_get_item (list, i);

      if (other != record &&
          (!TDM_IS_GOAL (record) || tdm_goal_get_side (record) == tdm_goal_get_side (TDM_GOAL (other))))
        g_ptr_array_add (order, g_steal_pointer (&other));
    }
  g_ptr_array_insert (order, MIN (place, order->len), g_object_ref (record));
  for (guint i = 0; i < order->len; i++)
    if (tdm_record_get_integer (order->pdata[i], position_field) != i + 1)
      tdm_record_set_integer (tdm_edit_update (edit, order->pdata[i]), position_field, i + 1);
}

/**
 * tdm_goal_edits_move:
 * @goal: a live goal
 * @place: where it is to stand among the goals of its side, 0 for the first
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_goal_edits_move (TdmGoal *goal, guint place)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_GOAL (goal), NULL);

  edit = tdm_edit_new (_ ("Goal moved"));
  goal_edits_reorder (edit, tdm_pair_get_goals (tdm_goal_get_pair (goal)), goal, place, TDM_GOAL_POSITION);
  return edit;
}

/* --- steps ------------------------------------------------------------------ */

/**
 * tdm_goal_edits_add_step:
 * @goal: a live goal whose steps are loaded
 * @title: the step in words
 *
 * Returns: (transfer full): the edit that adds a step at the end of the checklist
 */
TdmEdit *
tdm_goal_edits_add_step (TdmGoal *goal, const char *title)
{
  TdmEdit *edit;
  TdmRecord *step;

  g_return_val_if_fail (TDM_IS_GOAL (goal), NULL);

  edit = tdm_edit_new (NULL);
  step = tdm_edit_insert (edit, TDM_TYPE_GOAL_STEP);
  tdm_record_set_link (step, TDM_GOAL_STEP_GOAL, goal);
  tdm_record_set_text (step, TDM_GOAL_STEP_TITLE, title);
  tdm_record_set_integer (step, TDM_GOAL_STEP_POSITION, tdm_goal_edits_next_step_position (goal));
  return edit;
}

/**
 * tdm_goal_edits_change_step:
 * @step: a live step
 * @title: its words
 * @due: (nullable): when it is due, `YYYY-MM-DD`; %NULL leaves that as it is, "" takes it away
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_goal_edits_change_step (TdmGoalStep *step, const char *title, const char *due)
{
  TdmEdit *edit;
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_GOAL_STEP (step), NULL);

  edit = tdm_edit_new (NULL);
  draft = tdm_edit_update (edit, step);
  tdm_record_set_text (draft, TDM_GOAL_STEP_TITLE, title);
  if (due)
    tdm_record_set_text (draft, TDM_GOAL_STEP_DUE, due);
  return edit;
}

/**
 * tdm_goal_edits_follow_step:
 * @edit: holds @step
 * @step: a draft of a step, which may be new
 *
 * An open goal is in progress once a step of it is done; nothing else about a goal follows from its steps, for only
 * people can say that it is achieved.
 */
void
tdm_goal_edits_follow_step (TdmEdit *edit, TdmGoalStep *step)
{
  TdmGoal *goal;

  g_return_if_fail (TDM_IS_EDIT (edit));
  g_return_if_fail (TDM_IS_GOAL_STEP (step));

  goal = tdm_goal_step_get_goal (step);
  if (goal && tdm_goal_get_state (goal) == TDM_GOAL_OPEN &&
      tdm_record_get_integer (TDM_RECORD (step), TDM_GOAL_STEP_DONE))
    tdm_record_set_integer (tdm_edit_update (edit, goal), TDM_GOAL_STATE, TDM_GOAL_IN_PROGRESS);
}

/**
 * tdm_goal_edits_tick_step:
 * @step: a live step
 * @done: whether it is done
 *
 * Returns: (transfer full): the edit, with what follows, see tdm_goal_edits_follow_step()
 */
TdmEdit *
tdm_goal_edits_tick_step (TdmGoalStep *step, gboolean done)
{
  TdmEdit *edit;
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_GOAL_STEP (step), NULL);

  edit = tdm_edit_new (done ? _ ("Step done") : _ ("Step open again"));
  draft = tdm_edit_update (edit, step);
  tdm_record_set_integer (draft, TDM_GOAL_STEP_DONE, done ? 1 : 0);
  tdm_record_insist (draft, TDM_GOAL_STEP_DONE);
  tdm_goal_edits_follow_step (edit, TDM_GOAL_STEP (draft));
  return edit;
}

/**
 * tdm_goal_edits_move_step:
 * @step: a live step
 * @place: where it is to stand in its checklist, 0 for the first
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_goal_edits_move_step (TdmGoalStep *step, guint place)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_GOAL_STEP (step), NULL);

  edit = tdm_edit_new (_ ("Step moved"));
  goal_edits_reorder (edit, tdm_goal_get_steps (tdm_goal_step_get_goal (step)), step, place, TDM_GOAL_STEP_POSITION);
  return edit;
}
