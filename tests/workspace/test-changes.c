/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-file-error.h"
#include "support/tdm-test.h"

#include "edits/tdm-goal-edits.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "model/tdm-model-error.h"
#include "model/tdm-pair-event.h"

#include <sqlite3.h>
#include <string.h>

/* What people do in the window: it is on disk and in the live lists when the verb has finished, and it can be
 * undone. */

typedef TdmTestProgramme Fixture;

static guint
count (GListModel *list)
{
  return g_list_model_get_n_items (list);
}

static TdmGoal *
add_goal (Fixture *self, const char *title, TdmSide side)
{
  g_autoptr (TdmGoal) goal = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_add (self->pair, side, title), tdm_test_result_cb,
                              &self->result);
  tdm_test_programme_finish (self, "Goal added");
  goal = g_list_model_get_item (tdm_pair_get_goals (self->pair), count (tdm_pair_get_goals (self->pair)) - 1);
  g_assert_cmpstr (tdm_goal_get_title (goal), ==, title);
  return goal;
}

static TdmGoalStep *
add_step (Fixture *self, TdmGoal *goal, const char *title)
{
  g_autoptr (TdmGoalStep) step = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_add_step (goal, title), tdm_test_result_cb,
                              &self->result);
  tdm_test_programme_finish (self, "Step added");
  step = g_list_model_get_item (tdm_goal_get_steps (goal), count (tdm_goal_get_steps (goal)) - 1);
  return step;
}

static void
tick (Fixture *self, TdmGoalStep *step, gboolean done)
{
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_tick_step (step, done), tdm_test_result_cb,
                              &self->result);
  tdm_test_programme_finish (self, done ? "Step done" : "Step open again");
}

static void
reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  tdm_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  self->pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  g_object_unref (self->pair);
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, self->pair);
}

static void
test_a_tick_survives_a_restart (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmGoal) goal = NULL;
  g_autoptr (TdmGoalStep) step = NULL;

  tick (self, add_step (self, add_goal (self, "Post once a week", TDM_SIDE_MENTEE), "Write the first post"), TRUE);
  reopen (self);
  goal = g_list_model_get_item (tdm_pair_get_goals (self->pair), 0);
  step = g_list_model_get_item (tdm_goal_get_steps (goal), 0);
  g_assert_true (tdm_goal_step_get_done (step));
  g_assert_cmpint (tdm_goal_get_state (goal), ==, TDM_GOAL_IN_PROGRESS);
}

/* SQLite takes any number for a row id, and another program may give it. */
static void
test_a_tandem_with_a_negative_id_changes (Fixture *self, gconstpointer data)
{
  sqlite3 *database;

  tdm_workspace_close (self->workspace);
  g_assert_cmpint (sqlite3_open (self->folder.path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "UPDATE pair SET id = -3; UPDATE pair_event SET pair = -3", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  reopen (self);
  g_assert_cmpint (tdm_record_get_id (TDM_RECORD (self->pair)), ==, -3);
  tick (self, add_step (self, add_goal (self, "Post once a week", TDM_SIDE_MENTEE), "Write the first post"), TRUE);
  g_assert_cmpuint (tdm_pair_get_steps_done (self->pair), ==, 1);
}

static void
test_the_ring_follows_the_steps (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, "Post once a week", TDM_SIDE_MENTEE);
  TdmGoalStep *step = add_step (self, goal, "Write the first post");

  add_step (self, goal, "Ask three people");
  g_assert_cmpuint (tdm_pair_get_steps_total (self->pair), ==, 2);
  tick (self, step, TRUE);
  g_assert_cmpuint (tdm_pair_get_steps_done (self->pair), ==, 1);
  tdm_test_programme_undo (self, "Step done");
  g_assert_cmpuint (tdm_pair_get_steps_done (self->pair), ==, 0);
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_set_state (goal, TDM_GOAL_ACHIEVED), tdm_test_result_cb,
                              &self->result);
  tdm_test_programme_finish (self, "Goal changed");
  g_assert_cmpfloat (tdm_pair_get_progress (self->pair), ==, 1);
}

static void
test_a_removed_goal_comes_back_with_its_steps (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, "Post once a week", TDM_SIDE_MENTEE);
  g_autoptr (TdmGoal) again = NULL;
  g_autoptr (TdmGoalStep) step = NULL;

  add_step (self, goal, "First");
  add_step (self, goal, "Second");
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (goal), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Goal removed");
  g_assert_cmpuint (count (tdm_pair_get_goals (self->pair)), ==, 0);

  for (guint i = 0; i < 3; i++)
    {
      tdm_test_programme_undo (self, "Goal removed");
      g_clear_object (&again);
      again = g_list_model_get_item (tdm_pair_get_goals (self->pair), 0);
      g_assert_cmpuint (count (tdm_goal_get_steps (again)), ==, 2);
      tdm_test_programme_redo (self, "Goal removed");
      g_assert_cmpuint (count (tdm_pair_get_goals (self->pair)), ==, 0);
      g_assert_cmpuint (tdm_pair_get_steps_total (self->pair), ==, 0);
    }
  tdm_test_programme_undo (self, "Goal removed");
  step = g_list_model_get_item (tdm_goal_get_steps (g_list_model_get_item (tdm_pair_get_goals (self->pair), 0)), 1);
  g_assert_cmpstr (tdm_goal_step_get_title (step), ==, "Second");
  g_object_unref (tdm_goal_step_get_goal (step));
}

/* Those of one side: how the sides lie between each other means nothing. */
static void
assert_goals (Fixture *self, TdmSide side, const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < count (tdm_pair_get_goals (self->pair)); i++)
    {
      g_autoptr (TdmGoal) goal = g_list_model_get_item (tdm_pair_get_goals (self->pair), i);

      if (tdm_goal_get_side (goal) == side)
        g_string_append (titles, tdm_goal_get_title (goal));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_goals_keep_the_order_that_people_gave_them (Fixture *self, gconstpointer data)
{
  TdmGoal *c;

  add_goal (self, "A", TDM_SIDE_MENTEE);
  add_goal (self, "m", TDM_SIDE_MENTOR);
  add_goal (self, "n", TDM_SIDE_MENTOR);
  add_goal (self, "B", TDM_SIDE_MENTEE);
  c = add_goal (self, "C", TDM_SIDE_MENTEE);

  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_move (c, 0), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Goal moved");
  assert_goals (self, TDM_SIDE_MENTEE, "CAB");
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_move (c, 1), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Goal moved");
  assert_goals (self, TDM_SIDE_MENTEE, "ACB");
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_move (c, 9), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Goal moved");
  assert_goals (self, TDM_SIDE_MENTEE, "ABC");
  tdm_test_programme_undo (self, "Goal moved");
  tdm_test_programme_undo (self, "Goal moved");
  reopen (self);
  assert_goals (self, TDM_SIDE_MENTEE, "CAB");
  assert_goals (self, TDM_SIDE_MENTOR, "mn");
}

static void
test_steps_move (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, "Goal", TDM_SIDE_JOINT);
  g_autoptr (TdmGoalStep) first = NULL;
  TdmGoalStep *c;

  add_step (self, goal, "A");
  add_step (self, goal, "B");
  c = add_step (self, goal, "C");
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_move_step (c, 0), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Step moved");
  first = g_list_model_get_item (tdm_goal_get_steps (goal), 0);
  g_assert_true (first == c);
}

static void
test_an_empty_goal_is_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_add (self->pair, TDM_SIDE_MENTEE, " \r\n "),
                              tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_EMPTY);
  g_assert_cmpuint (count (tdm_pair_get_goals (self->pair)), ==, 0);
}

static void
test_people_and_pair_can_be_undone_and_redone (Fixture *self, gconstpointer data)
{
  GListModel *people = tdm_workspace_get_people (self->workspace), *pairs = tdm_workspace_get_pairs (self->workspace);

  tdm_test_programme_undo (self, "Tandem added");
  g_assert_cmpuint (count (pairs), ==, 0);
  tdm_test_programme_undo (self, "Person added");
  tdm_test_programme_undo (self, "Person added");
  g_assert_cmpuint (count (people), ==, 0);
  g_assert_null (tdm_workspace_get_undo_label (self->workspace));

  tdm_test_programme_redo (self, "Person added");
  tdm_test_programme_redo (self, "Person added");
  tdm_test_programme_redo (self, "Tandem added");
  g_assert_cmpuint (count (people), ==, 2);
  self->pair = g_list_model_get_item (pairs, 0);
  g_object_unref (self->pair);
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentee (self->pair)), ==, "Anna Beck");
  g_assert_null (tdm_workspace_get_redo_label (self->workspace));
}

static void
test_a_new_change_ends_redo (Fixture *self, gconstpointer data)
{
  tdm_test_programme_undo (self, "Tandem added");
  tdm_test_add_person (self->workspace, "Carla", "");
  g_assert_null (tdm_workspace_get_redo_label (self->workspace));
  tdm_test_programme_undo (self, "Person added");
  tdm_test_programme_redo (self, "Person added");
}

static void
test_nothing_to_undo_says_so (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_workspace_redo_async (self->workspace, tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOTHING);
}

static void
test_a_change_that_changes_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Nothing");

  tdm_edit_update (edit, self->pair);
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Nothing");
  g_assert_cmpstr (tdm_workspace_get_undo_label (self->workspace), ==, "Tandem added");
}

static void
test_an_edit_that_could_not_be_made_says_why (Fixture *self, gconstpointer data)
{
  TdmEdit *edit = tdm_edit_new ("Person added");
  g_autoptr (GError) error = NULL;

  tdm_record_set_text (tdm_edit_insert (edit, TDM_TYPE_PERSON), TDM_PERSON_NAME, "Carla");
  tdm_edit_fail (edit, g_error_new_literal (TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE, "Not now"));
  tdm_workspace_commit_async (self->workspace, edit, tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE);
  g_assert_cmpstr (error->message, ==, "Not now");
  g_assert_cmpuint (count (tdm_workspace_get_people (self->workspace)), ==, 2);
  g_assert_cmpstr (tdm_workspace_get_undo_label (self->workspace), ==, "Tandem added");
}

static void
test_a_person_in_a_tandem_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (tdm_pair_get_mentee (self->pair)),
                              tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IN_USE);
  g_assert_cmpuint (count (tdm_workspace_get_people (self->workspace)), ==, 2);
}

static void
test_nobody_learns_from_oneself (Fixture *self, gconstpointer data)
{
  TdmPerson *anna = tdm_pair_get_mentee (self->pair);
  g_autoptr (GError) error = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_pair_edits_add (tdm_pair_get_round (self->pair), anna, anna, NULL),
                              tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID);
}

static GPtrArray *
list_pair (Fixture *self)
{
  GPtrArray *pairs = g_ptr_array_new ();

  g_ptr_array_add (pairs, self->pair);
  return pairs;
}

static void
test_every_state_is_in_the_history (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmPairEvent) last = NULL;

  tdm_workspace_commit_async (self->workspace,
                              tdm_pair_state_edits_end (pairs, TDM_END_CHEMISTRY, "By mutual wish"),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Tandem dissolved");
  g_assert_cmpint (tdm_pair_get_state (self->pair), ==, TDM_PAIR_DISSOLVED);
  g_assert_cmpstr (tdm_record_get_text (TDM_RECORD (self->pair), TDM_PAIR_ENDED_ON), ==, "2026-07-14");
  g_assert_cmpuint (count (tdm_pair_get_events (self->pair)), ==, 2);
  last = g_list_model_get_item (tdm_pair_get_events (self->pair), 1);
  g_assert_cmpstr (tdm_record_get_text (TDM_RECORD (last), TDM_PAIR_EVENT_NOTE), ==, "By mutual wish");
  tdm_test_programme_undo (self, "Tandem dissolved");
  g_assert_cmpuint (count (tdm_pair_get_events (self->pair)), ==, 1);
}

static void
test_an_end_needs_a_reason (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (GError) error = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_pair_state_edits_end (pairs, TDM_END_NONE, NULL),
                              tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE);
}

static void
test_a_new_name_is_found (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (tdm_pair_get_mentee (self->pair)));

  g_assert_nonnull (strstr (tdm_pair_get_search_text (self->pair), "anna"));
  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_NAME, "Öykü Yılmaz");
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person changed");
  g_assert_nonnull (strstr (tdm_pair_get_search_text (self->pair), "oyku"));
}

static void
test_hard_names_come_back_whole (Fixture *self, gconstpointer data)
{
  static const char *const names[] = {
    "<b>Müller & Söhne</b>", "O'Neill, MBA", "Robert'); DROP TABLE person;--", "عمر بن يوسف", "日本 太郎", "100 % \\n %s",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TdmPerson *person = tdm_test_add_person (self->workspace, names[i], "");

      g_assert_cmpstr (tdm_person_get_name (person), ==, names[i]);
    }
  reopen (self);
  g_assert_cmpuint (count (tdm_workspace_get_people (self->workspace)), ==, 2 + G_N_ELEMENTS (names));
}

static void
test_a_read_only_file_says_so (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) reader = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_autoptr (TdmPerson) draft = tdm_record_new (TDM_TYPE_PERSON);

  g_assert_no_error (error);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (reader), ==, TDM_READ_ONLY_LOCKED);
  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_NAME, "Carla");
  tdm_workspace_commit_async (reader, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (reader, &self->result, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_READ_ONLY);
  tdm_workspace_close (reader);
}

static void
assert_gone (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_GONE);
}

/* A dialog may stand open while something else takes away what it is about. */
static void
test_a_change_to_what_is_gone_is_no_success (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmGoal) goal = g_object_ref (add_goal (self, "Goal", TDM_SIDE_MENTEE));

  tdm_test_programme_undo (self, "Goal added");
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_change (goal, "Goal!", ""), tdm_test_result_cb,
                              &self->result);
  assert_gone (self);
}

static void
test_what_is_gone_is_not_removed_again (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmGoal) goal = g_object_ref (add_goal (self, "Goal", TDM_SIDE_MENTEE));

  tdm_test_programme_undo (self, "Goal added");
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (goal), tdm_test_result_cb, &self->result);
  assert_gone (self);
}

/* The next one gets the row id of the one that is gone. */
static void
test_a_change_never_reaches_another_person (Fixture *self, gconstpointer data)
{
  TdmPerson *cleo = tdm_test_add_person (self->workspace, "Cleo", "cleo@example.org"), *dana;
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (cleo));
  gint64 id = tdm_record_get_id (TDM_RECORD (cleo));

  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_EMAIL, "c@example.org");
  tdm_test_programme_undo (self, "Person added");
  dana = tdm_test_add_person (self->workspace, "Dana", "dana@example.org");
  g_assert_cmpint (tdm_record_get_id (TDM_RECORD (dana)), ==, id);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  assert_gone (self);
  reopen (self);
  g_assert_cmpstr (tdm_person_get_email (tdm_workspace_find_id (self->workspace, TDM_TYPE_PERSON, id)), ==,
                   "dana@example.org");
}

static void
test_changes_are_stored_in_their_order (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, "Goal", TDM_SIDE_MENTEE);
  TdmGoalStep *step = add_step (self, goal, "Step");
  GAsyncResult *results[20] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    tdm_workspace_commit_async (self->workspace, tdm_goal_edits_tick_step (step, i % 2 == 0), tdm_test_result_cb,
                                &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_free (tdm_test_finish_change (self->workspace, &results[i], NULL));
  g_assert_false (tdm_goal_step_get_done (step));
}

static void
test_closing_waits_for_changes (Fixture *self, gconstpointer data)
{
  TdmGoalStep *step = add_step (self, add_goal (self, "Goal", TDM_SIDE_MENTEE), "Step");
  g_autoptr (TdmGoal) goal = NULL;
  g_autoptr (TdmGoalStep) again = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_tick_step (step, TRUE), NULL, NULL);
  reopen (self);
  goal = g_list_model_get_item (tdm_pair_get_goals (self->pair), 0);
  again = g_list_model_get_item (tdm_goal_get_steps (goal), 0);
  g_assert_true (tdm_goal_step_get_done (again));
}

#define ADD(name, func) g_test_add ("/changes/" name, Fixture, NULL, tdm_test_programme_set_up, func, \
                                 tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-tick-survives-a-restart", test_a_tick_survives_a_restart);
  ADD ("a-tandem-with-a-negative-id-changes", test_a_tandem_with_a_negative_id_changes);
  ADD ("the-ring-follows-the-steps", test_the_ring_follows_the_steps);
  ADD ("a-removed-goal-comes-back-with-its-steps", test_a_removed_goal_comes_back_with_its_steps);
  ADD ("goals-keep-the-order-that-people-gave-them", test_goals_keep_the_order_that_people_gave_them);
  ADD ("steps-move", test_steps_move);
  ADD ("an-empty-goal-is-refused", test_an_empty_goal_is_refused);
  ADD ("people-and-pair-can-be-undone-and-redone", test_people_and_pair_can_be_undone_and_redone);
  ADD ("a-new-change-ends-redo", test_a_new_change_ends_redo);
  ADD ("nothing-to-undo-says-so", test_nothing_to_undo_says_so);
  ADD ("a-change-that-changes-nothing", test_a_change_that_changes_nothing);
  ADD ("an-edit-that-could-not-be-made-says-why", test_an_edit_that_could_not_be_made_says_why);
  ADD ("a-person-in-a-tandem-stays", test_a_person_in_a_tandem_stays);
  ADD ("nobody-learns-from-oneself", test_nobody_learns_from_oneself);
  ADD ("every-state-is-in-the-history", test_every_state_is_in_the_history);
  ADD ("an-end-needs-a-reason", test_an_end_needs_a_reason);
  ADD ("a-new-name-is-found", test_a_new_name_is_found);
  ADD ("hard-names-come-back-whole", test_hard_names_come_back_whole);
  ADD ("a-read-only-file-says-so", test_a_read_only_file_says_so);
  ADD ("a-change-to-what-is-gone-is-no-success", test_a_change_to_what_is_gone_is_no_success);
  ADD ("what-is-gone-is-not-removed-again", test_what_is_gone_is_not_removed_again);
  ADD ("a-change-never-reaches-another-person", test_a_change_never_reaches_another_person);
  ADD ("changes-are-stored-in-their-order", test_changes_are_stored_in_their_order);
  ADD ("closing-waits-for-changes", test_closing_waits_for_changes);
  return g_test_run ();
}
