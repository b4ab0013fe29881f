/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "todo-fixture.h"

#include "model/tdm-record-list.h"

GPtrArray *
todo_array_new (void)
{
  return g_ptr_array_new_with_free_func (tdm_record_let_go);
}

TdmGoal *
todo_goal_new (TdmPair *pair, TdmSide side, TdmGoalState state, const char *title, const char *due)
{
  TdmGoal *goal = tdm_record_new (TDM_TYPE_GOAL);

  g_object_set (goal, "pair", pair, "side", side, "state", state, "title", title, "due", due, "output",
                "A secret result", NULL);
  return goal;
}

/* The goal keeps it. */
TdmGoalStep *
todo_step_add (TdmGoal *goal, const char *title, gboolean done, const char *due)
{
  g_autoptr (TdmGoalStep) step = tdm_record_new (TDM_TYPE_GOAL_STEP);
  GListModel *steps = tdm_goal_get_steps (goal);

  g_object_set (step, "goal", goal, "title", title, "done", done, "due", due,
                "position", (gint64) g_list_model_get_n_items (steps) + 1, NULL);
  tdm_record_list_settle (TDM_RECORD_LIST (steps), step, G_MAXUINT);
  return step;
}

/* One in each state; the second has steps, and words that need care in a calendar file. */
GPtrArray *
todo_goals_new (TdmPair *pair)
{
  GPtrArray *goals = todo_array_new ();
  TdmGoal *second = todo_goal_new (pair, TDM_SIDE_MENTOR, TDM_GOAL_IN_PROGRESS,
                                   "Größere Netze: \"Fediverse\", Foren; a\\b & <b>Wikis</b> – alles, was heute länger "
                                   "als fünfundsiebzig Zeichen ist", "2026-11-30");

  g_ptr_array_add (goals, todo_goal_new (pair, TDM_SIDE_MENTEE, TDM_GOAL_OPEN, "Learn to moderate", ""));
  g_ptr_array_add (goals, second);
  todo_step_add (second, "Open an account", TRUE, "2026-10-01");
  todo_step_add (second, "Write, and answer", FALSE, "");
  todo_step_add (second, "Find three people", TRUE, "");
  g_ptr_array_add (goals, todo_goal_new (pair, TDM_SIDE_JOINT, TDM_GOAL_ACHIEVED, "A talk together", "2026-09-01"));
  g_ptr_array_add (goals, todo_goal_new (pair, TDM_SIDE_MENTEE, TDM_GOAL_PARTLY, "Half of it", ""));
  g_ptr_array_add (goals, todo_goal_new (pair, TDM_SIDE_MENTEE, TDM_GOAL_DROPPED, "None of it", ""));
  return goals;
}
