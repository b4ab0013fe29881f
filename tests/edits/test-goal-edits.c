/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"
#include "edits/tdm-goal-edits.h"

/* What changes when people write, tick and order their goals */

typedef EditsFixture Fixture;

static TdmGoal *
add_goal (Fixture *self, TdmSide side, TdmGoalState state)
{
  TdmRecord *goal = edits_add (self, TDM_TYPE_GOAL);
  GListModel *goals = tdm_pair_get_goals (self->pair);

  tdm_record_set_link (goal, TDM_GOAL_PAIR, self->pair);
  tdm_record_set_integer (goal, TDM_GOAL_SIDE, side);
  tdm_record_set_integer (goal, TDM_GOAL_STATE, state);
  tdm_record_set_text (goal, TDM_GOAL_TITLE, "Moderate");
  tdm_record_set_integer (goal, TDM_GOAL_POSITION, g_list_model_get_n_items (goals) + 1);
  edits_make_live (goal);
  return TDM_GOAL (goal);
}

static TdmGoalStep *
add_step (Fixture *self, TdmGoal *goal)
{
  TdmRecord *step = edits_add (self, TDM_TYPE_GOAL_STEP);
  GListModel *steps = tdm_goal_get_steps (goal);

  tdm_record_set_link (step, TDM_GOAL_STEP_GOAL, goal);
  tdm_record_set_text (step, TDM_GOAL_STEP_TITLE, "Call Bo");
  tdm_record_set_integer (step, TDM_GOAL_STEP_POSITION, g_list_model_get_n_items (steps) + 1);
  edits_make_live (step);
  return TDM_GOAL_STEP (step);
}

static gint64
get_position (TdmEdit *edit, TdmGoal *goal)
{
  return tdm_record_get_integer (edits_find (edit, goal), TDM_GOAL_POSITION);
}

static void
test_a_goal_that_goes_to_the_other_side_stands_at_its_end (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (goal));
  g_autoptr (TdmEdit) edit = NULL;

  add_goal (self, TDM_SIDE_MENTOR, TDM_GOAL_OPEN);
  tdm_record_set_text (draft, TDM_GOAL_OUTPUT, "A talk of ten minutes");
  tdm_record_set_integer (draft, TDM_GOAL_SIDE, TDM_SIDE_MENTOR);
  edit = tdm_goal_edits_save (goal, draft);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpint (get_position (edit, goal), ==, 3);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1);
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, goal), TDM_GOAL_SIDE), ==, TDM_SIDE_MENTOR);
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, goal), TDM_GOAL_OUTPUT), ==, "A talk of ten minutes");
}

static void
test_a_goal_of_the_same_side_keeps_its_place (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (goal));
  g_autoptr (TdmEdit) edit = NULL;

  add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  tdm_record_set_text (draft, TDM_GOAL_OUTPUT, "A talk of ten minutes");
  edit = tdm_goal_edits_save (goal, draft);
  g_assert_cmpint (get_position (edit, goal), ==, 1);
}

static void
test_a_new_goal_stands_at_the_end (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;
  TdmRecord *goal;

  add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  add_goal (self, TDM_SIDE_MENTOR, TDM_GOAL_OPEN);
  edit = tdm_goal_edits_add (self->pair, TDM_SIDE_MENTEE, "Moderate a meeting");
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1);
  goal = edits_find_new (edit, TDM_TYPE_GOAL, 0);
  g_assert_cmpstr (tdm_record_get_text (goal, TDM_GOAL_TITLE), ==, "Moderate a meeting");
  g_assert_cmpint (tdm_record_get_integer (goal, TDM_GOAL_POSITION), ==, 3);
}

static void
test_a_goal_moves_among_those_of_its_side (Fixture *self, gconstpointer data)
{
  TdmGoal *first = add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  TdmGoal *other = add_goal (self, TDM_SIDE_MENTOR, TDM_GOAL_OPEN);
  TdmGoal *second = add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  g_autoptr (TdmEdit) edit = tdm_goal_edits_move (second, 0);

  g_assert_cmpint (get_position (edit, second), ==, 1);
  g_assert_cmpint (get_position (edit, first), ==, 2);
  g_assert_false (tdm_edit_touches (edit, other));
}

static void
test_a_goal_that_stays_changes_nothing (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  g_autoptr (TdmEdit) edit = tdm_goal_edits_move (goal, 0);

  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 0);
}

static void
test_a_step_that_is_done_starts_its_goal (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  TdmGoalStep *step = add_step (self, goal);
  g_autoptr (TdmEdit) done = tdm_goal_edits_tick_step (step, TRUE), open = tdm_goal_edits_tick_step (step, FALSE);

  g_assert_cmpint (tdm_record_get_integer (edits_find (done, step), TDM_GOAL_STEP_DONE), ==, 1);
  g_assert_cmpint (tdm_record_get_integer (edits_find (done, goal), TDM_GOAL_STATE), ==, TDM_GOAL_IN_PROGRESS);
  g_assert_false (tdm_edit_touches (open, goal));
}

/* As when it is typed in later what was done */
static void
test_a_new_step_that_is_done_starts_its_goal (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  g_autoptr (TdmEdit) edit = tdm_goal_edits_add_step (goal, "Call Bo");
  TdmRecord *step = edits_find_new (edit, TDM_TYPE_GOAL_STEP, 0);

  tdm_goal_edits_follow_step (edit, TDM_GOAL_STEP (step));
  g_assert_false (tdm_edit_touches (edit, goal));
  tdm_record_set_integer (step, TDM_GOAL_STEP_DONE, TRUE);
  tdm_goal_edits_follow_step (edit, TDM_GOAL_STEP (step));
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, goal), TDM_GOAL_STATE), ==, TDM_GOAL_IN_PROGRESS);
}

/* Only people can say that a goal is achieved, or is not any more. */
static void
test_a_step_does_not_open_a_goal_that_is_achieved (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_ACHIEVED);
  g_autoptr (TdmEdit) edit = tdm_goal_edits_tick_step (add_step (self, goal), TRUE);

  g_assert_false (tdm_edit_touches (edit, goal));
}

static void
test_a_date_is_kept_or_taken_away (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, TDM_SIDE_MENTEE, TDM_GOAL_OPEN);
  g_autoptr (TdmEdit) dated = tdm_goal_edits_change (goal, "Moderate", "2026-09-01");
  g_autoptr (TdmEdit) renamed = tdm_goal_edits_change (goal, "Lead", NULL);

  g_assert_cmpstr (tdm_record_get_text (edits_find (dated, goal), TDM_GOAL_DUE), ==, "2026-09-01");
  g_assert_cmpuint (tdm_record_get_changed (edits_find (renamed, goal)), ==, 1 << TDM_GOAL_TITLE);
}

#define ADD(name, func) g_test_add ("/goal-edits/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-new-goal-stands-at-the-end", test_a_new_goal_stands_at_the_end);
  ADD ("a-goal-that-goes-to-the-other-side-stands-at-its-end",
       test_a_goal_that_goes_to_the_other_side_stands_at_its_end);
  ADD ("a-goal-of-the-same-side-keeps-its-place", test_a_goal_of_the_same_side_keeps_its_place);
  ADD ("a-goal-moves-among-those-of-its-side", test_a_goal_moves_among_those_of_its_side);
  ADD ("a-goal-that-stays-changes-nothing", test_a_goal_that_stays_changes_nothing);
  ADD ("a-step-that-is-done-starts-its-goal", test_a_step_that_is_done_starts_its_goal);
  ADD ("a-new-step-that-is-done-starts-its-goal", test_a_new_step_that_is_done_starts_its_goal);
  ADD ("a-step-does-not-open-a-goal-that-is-achieved", test_a_step_does_not_open_a_goal_that_is_achieved);
  ADD ("a-date-is-kept-or-taken-away", test_a_date_is_kept_or_taken_away);
  return g_test_run ();
}
