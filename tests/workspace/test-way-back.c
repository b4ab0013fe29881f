/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "messages/outbox-fixture.h"

#include "base/tdm-clock.h"
#include "edits/tdm-goal-edits.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-participation-edits.h"
#include "edits/tdm-round-edits.h"
#include "edits/tdm-series-edits.h"
#include "method/tdm-partner-rules.h"
#include "model/tdm-participation.h"

/* What was done by mistake has a way back on another day, too, when the file was closed and nothing can be undone any
 * more: by the verbs that the window offers in that state. */

typedef TdmTestProgramme Fixture;

#define DAY (24 * 60 * 60)

static TdmRound *
get_round (Fixture *self)
{
  return tdm_pair_get_round (self->pair);
}

static void
load (Fixture *self)
{
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, self->pair);
  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_PEOPLE, get_round (self));
}

static void
commit (Fixture *self, TdmEdit *taken_edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  tdm_workspace_commit_async (self->workspace, taken_edit, tdm_test_result_cb, &self->result);
  label = tdm_test_finish_change (self->workspace, &self->result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  TdmEdit *edit = tdm_edit_new ("Who takes part");
  TdmRecord *mentee, *mentor;
  TdmRound *round;

  tdm_test_programme_set_up (self, data);
  round = get_round (self);
  load (self);
  mentee = tdm_participation_edits_insert (edit, round, tdm_pair_get_mentee (self->pair), TDM_ROLE_MENTEE);
  mentor = tdm_participation_edits_insert (edit, round, tdm_pair_get_mentor (self->pair), TDM_ROLE_MENTOR);
  tdm_record_set_integer (mentee, TDM_PARTICIPATION_STATE, TDM_PARTICIPATION_MATCHED);
  tdm_record_set_integer (mentor, TDM_PARTICIPATION_STATE, TDM_PARTICIPATION_MATCHED);
  commit (self, edit);
  outbox_plan (self);
}

/* The next day: the file is opened anew, and there is nothing to undo. */
static void
restart (Fixture *self)
{
  g_autofree char *uid = g_strdup (tdm_record_get_uid (TDM_RECORD (self->pair)));
  g_autoptr (GError) error = NULL;

  tdm_workspace_close (self->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->workspace);
  tdm_clock_freeze (tdm_clock_now () + DAY);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  self->pair = tdm_workspace_find_uid (self->workspace, tdm_workspace_get_pairs (self->workspace), uid);
  g_assert_nonnull (self->pair);
  load (self);
  g_assert_null (tdm_workspace_get_undo_label (self->workspace));
}

static GPtrArray *
only (gpointer record)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (list, record);
  return list;
}

/* All that it holds but its links */
static char *
describe (gpointer record)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *contents = NULL;

      if (klass->fields[i].kind == TDM_FIELD_LINK)
        continue;
      g_object_get_property (record, klass->fields[i].name, &value);
      contents = g_strdup_value_contents (&value);
      g_string_append_printf (text, "%s=%s\n", klass->fields[i].name, contents);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static TdmParticipation *
get_participation (Fixture *self, TdmRole role)
{
  GListModel *list = tdm_record_get_children (get_round (self), TDM_TYPE_PARTICIPATION);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmParticipation) participation = g_list_model_get_item (list, i);

      if (tdm_participation_get_role (participation) == role)
        return participation;
    }
  g_error ("Nobody takes part in that role.");
}

static void
expect_participations (Fixture *self, TdmParticipationState state)
{
  g_assert_cmpint (tdm_participation_get_state (get_participation (self, TDM_ROLE_MENTEE)), ==, state);
  g_assert_cmpint (tdm_participation_get_state (get_participation (self, TDM_ROLE_MENTOR)), ==, state);
}

/* --- tandems ---------------------------------------------------------------------- */

static TdmEdit *
pause_pair (GPtrArray *pairs)
{
  return tdm_pair_state_edits_pause (pairs, NULL, NULL);
}

static TdmEdit *
complete_pair (GPtrArray *pairs)
{
  return tdm_pair_state_edits_end (pairs, TDM_END_GOALS_REACHED, NULL);
}

static TdmEdit *
dissolve_pair (GPtrArray *pairs)
{
  return tdm_pair_state_edits_end (pairs, TDM_END_CHEMISTRY, "It did not fit");
}

typedef TdmEdit *(*PairVerb) (GPtrArray *pairs);

/* The tandem is as it was, and so are both people in its round: the end has set them free. */
static void
go_and_come_back (Fixture *self, PairVerb go, PairVerb come_back)
{
  g_autoptr (GPtrArray) pairs = NULL;
  g_autofree char *before = NULL, *gone = NULL, *after = NULL;

  before = describe (self->pair);
  pairs = only (self->pair);
  commit (self, go (pairs));
  g_clear_pointer (&pairs, g_ptr_array_unref);
  restart (self);
  gone = describe (self->pair);
  g_assert_cmpstr (gone, !=, before);
  pairs = only (self->pair);
  commit (self, come_back (pairs));
  g_clear_pointer (&pairs, g_ptr_array_unref);
  restart (self);
  after = describe (self->pair);
  g_assert_cmpstr (after, ==, before);
  expect_participations (self, TDM_PARTICIPATION_MATCHED);
}

static void
test_a_paused_tandem_goes_on (Fixture *self, gconstpointer data)
{
  go_and_come_back (self, pause_pair, tdm_pair_state_edits_resume);
}

static void
test_a_completed_tandem_is_taken_up_again (Fixture *self, gconstpointer data)
{
  go_and_come_back (self, complete_pair, tdm_pair_state_edits_reopen);
}

static void
test_a_dissolved_tandem_is_taken_up_again (Fixture *self, gconstpointer data)
{
  go_and_come_back (self, dissolve_pair, tdm_pair_state_edits_reopen);
}

/* Their meetings stay off: new ones are planned. */
static void
test_a_tandem_that_is_taken_up_again_meets_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = only (self->pair);

  commit (self, dissolve_pair (pairs));
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, 0);
  restart (self);
  pairs->pdata[0] = self->pair;
  commit (self, tdm_pair_state_edits_reopen (pairs));
  restart (self);
  outbox_plan (self);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), >, tdm_clock_now ());
}

static TdmPair *
find_proposed (Fixture *self)
{
  GListModel *all = tdm_workspace_get_pairs (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (all, i);

      if (tdm_pair_get_state (pair) == TDM_PAIR_PROPOSED)
        return pair;
    }
  return NULL;
}

/* Declined is no state to come back from, but the same two can be brought together once more. */
static void
test_after_a_declined_tandem_the_two_can_be_a_new_one (Fixture *self, gconstpointer data)
{
  static const TdmPairBeginning proposed = { .state = TDM_PAIR_PROPOSED };
  TdmPerson *anna = tdm_pair_get_mentee (self->pair), *bo = tdm_pair_get_mentor (self->pair);
  g_autoptr (GPtrArray) pairs = NULL, objections = NULL;

  commit (self, tdm_pair_edits_add (get_round (self), anna, bo, &proposed));
  self->pair = find_proposed (self);
  load (self);
  pairs = only (self->pair);
  commit (self, tdm_pair_state_edits_decline (pairs, NULL));
  restart (self);
  g_assert_cmpint (tdm_pair_get_state (self->pair), ==, TDM_PAIR_DECLINED);
  anna = tdm_pair_get_mentee (self->pair);
  bo = tdm_pair_get_mentor (self->pair);
  objections = tdm_partner_rules_check (get_round (self), anna, bo, tdm_workspace_get_pairs (self->workspace));
  g_assert_cmpuint (objections->len, ==, 0);
  commit (self, tdm_pair_edits_add (get_round (self), anna, bo, &proposed));
  g_assert_nonnull (find_proposed (self));
}

/* --- rounds and people -------------------------------------------------------------- */

/* It is taken up again in the state in which it was, with all its days. */
static void
test_an_archived_round_goes_on_where_it_was (Fixture *self, gconstpointer data)
{
  TdmEdit *edit = tdm_edit_new ("Kick-off");

  tdm_record_set_text (tdm_edit_update (edit, get_round (self)), TDM_ROUND_KICKOFF, "2026-09-01");
  commit (self, edit);
  for (TdmRoundState state = TDM_ROUND_STATE_DRAFT; state < TDM_ROUND_STATE_ARCHIVED; state++)
    {
      g_autofree char *before = NULL, *after = NULL;

      if (state > TDM_ROUND_STATE_DRAFT)
        commit (self, tdm_round_edits_set_state (get_round (self), state));
      before = describe (get_round (self));
      commit (self, tdm_round_edits_set_state (get_round (self), TDM_ROUND_STATE_ARCHIVED));
      restart (self);
      g_assert_cmpint (tdm_round_get_state (get_round (self)), ==, TDM_ROUND_STATE_ARCHIVED);
      commit (self,
              tdm_round_edits_set_state (get_round (self), tdm_round_edits_find_state_before (get_round (self))));
      restart (self);
      after = describe (get_round (self));
      g_assert_cmpstr (after, ==, before);
    }
}

static void
set_participation (Fixture *self, TdmParticipationState state, const char *reason)
{
  g_autoptr (GPtrArray) participations = only (get_participation (self, TDM_ROLE_MENTEE));

  commit (self, tdm_participation_edits_set_state (participations, state, reason));
}

static void
test_who_was_declined_or_withdrew_is_accepted (Fixture *self, gconstpointer data)
{
  static const TdmParticipationState mistakes[] = { TDM_PARTICIPATION_DECLINED, TDM_PARTICIPATION_WITHDRAWN };

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      TdmRecord *record;

      set_participation (self, mistakes[i], "By mistake");
      restart (self);
      record = TDM_RECORD (get_participation (self, TDM_ROLE_MENTEE));
      g_assert_cmpint (tdm_record_get_integer (record, TDM_PARTICIPATION_STATE), ==, mistakes[i]);
      set_participation (self, TDM_PARTICIPATION_ACCEPTED, NULL);
      restart (self);
      record = TDM_RECORD (get_participation (self, TDM_ROLE_MENTEE));
      g_assert_cmpint (tdm_record_get_integer (record, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_ACCEPTED);
      g_assert_cmpstr (tdm_record_get_text (record, TDM_PARTICIPATION_REASON), ==, "");
      g_assert_cmpstr (tdm_record_get_text (record, TDM_PARTICIPATION_TOLD_ON), ==, "");
    }
}

/* --- goals and meetings --------------------------------------------------------------- */

static void
test_a_dropped_goal_and_a_ticked_step_are_open_again (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmGoal) goal = NULL;
  g_autoptr (TdmGoalStep) step = NULL;
  g_autofree char *before = NULL, *after = NULL, *step_before = NULL, *step_after = NULL;

  commit (self, tdm_goal_edits_add (self->pair, TDM_SIDE_MENTEE, "Speak freely"));
  goal = g_list_model_get_item (tdm_pair_get_goals (self->pair), 0);
  commit (self, tdm_goal_edits_add_step (goal, "A talk of ten minutes"));
  step = g_list_model_get_item (tdm_goal_get_steps (goal), 0);
  before = describe (goal);
  step_before = describe (step);
  commit (self, tdm_goal_edits_tick_step (step, TRUE));
  commit (self, tdm_goal_edits_set_state (goal, TDM_GOAL_DROPPED));
  g_clear_object (&step);
  g_clear_object (&goal);
  restart (self);
  goal = g_list_model_get_item (tdm_pair_get_goals (self->pair), 0);
  step = g_list_model_get_item (tdm_goal_get_steps (goal), 0);
  commit (self, tdm_goal_edits_tick_step (step, FALSE));
  commit (self, tdm_goal_edits_set_state (goal, TDM_GOAL_OPEN));
  after = describe (goal);
  step_after = describe (step);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (step_after, ==, step_before);
}

/* Both took part, and what was reached goes with the record. */
static void
test_the_record_of_a_meeting_is_taken_back (Fixture *self, gconstpointer data)
{
  static const TdmMeetingState records[] = { TDM_MEETING_STATE_HELD, TDM_MEETING_STATE_MISSED };
  TdmMeeting *meeting = outbox_meeting (self, "2026-08-11");

  tdm_clock_freeze (tdm_meeting_get_start (meeting) + DAY);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autofree char *before = describe (meeting = outbox_meeting (self, "2026-08-11")), *after = NULL;

      commit (self, tdm_meeting_edits_record (meeting, records[i]));
      if (records[i] == TDM_MEETING_STATE_HELD)
        commit (self, tdm_meeting_edits_set_outcome (meeting, TDM_OUTCOME_YES));
      restart (self);
      meeting = outbox_meeting (self, "2026-08-11");
      g_assert_cmpint (tdm_meeting_get_state (meeting), ==, records[i]);
      commit (self, tdm_meeting_edits_record (meeting, TDM_MEETING_STATE_PLANNED));
      restart (self);
      meeting = outbox_meeting (self, "2026-08-11");
      after = describe (meeting);
      g_assert_cmpstr (after, ==, before);
      g_assert_true (tdm_meeting_is_to_record (meeting));
    }
}

/* People were told that it is off: what was cancelled stays so, and other meetings are planned in its place. */
static void
test_after_a_cancelled_series_another_is_planned (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeries) series = g_list_model_get_item (tdm_pair_get_series (self->pair), 0);

  commit (self, tdm_series_edits_cancel (series));
  g_clear_object (&series);
  restart (self);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, 0);
  outbox_plan (self);
  restart (self);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), >, tdm_clock_now ());
}

static void
cancel (Fixture *self, const char *date)
{
  commit (self, tdm_meeting_edits_cancel (outbox_meeting (self, date)));
}

static void
reinstate (Fixture *self, const char *date)
{
  commit (self, tdm_series_edits_reinstate (outbox_meeting (self, date)));
}

/* People were told that it is off: they hear that it is not. */
static void
test_a_cancelled_meeting_takes_place_after_all (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 2");
  outbox_hand_over (self);
  before = describe (outbox_meeting (self, "2026-09-08"));
  cancel (self, "2026-09-08");
  outbox_hand_over (self);
  restart (self);
  reinstate (self, "2026-09-08");
  outbox_assert_pending (self, "Anna Beck: A cancelled meeting takes place after all\n"
                               "Bo Chen: A cancelled meeting takes place after all");
  outbox_hand_over (self);
  restart (self);
  outbox_assert_pending (self, "");
  after = describe (outbox_meeting (self, "2026-09-08"));
  g_assert_cmpstr (after, ==, before);
}

static void
test_of_a_cancellation_that_nobody_knows_nobody_hears (Fixture *self, gconstpointer data)
{
  outbox_hand_over (self);
  cancel (self, "2026-09-08");
  restart (self);
  reinstate (self, "2026-09-08");
  outbox_assert_pending (self, "");
}

/* The old invitation is off for good: one of the meetings is invited to anew, and the others stay off. */
static void
test_a_meeting_of_a_cancelled_series_takes_place_after_all (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeries) series = g_list_model_get_item (tdm_pair_get_series (self->pair), 0);

  outbox_hand_over (self);
  commit (self, tdm_series_edits_cancel (series));
  g_clear_object (&series);
  outbox_hand_over (self);
  restart (self);
  reinstate (self, "2026-09-08");
  outbox_assert_pending (self, "Anna Beck: Invitation to 1 meeting\nBo Chen: Invitation to 1 meeting");
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-09-08")), ==, TDM_MEETING_STATE_PLANNED);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-10-13")), ==, TDM_MEETING_STATE_CANCELLED);
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

/* Who is in the tandem by then comes, and nobody else. */
static void
test_a_meeting_of_other_people_is_one_of_these (Fixture *self, gconstpointer data)
{
  outbox_follow (self, outbox_meeting (self, "2026-08-11"), "2026-08-11", 2);
  outbox_hand_over (self);
  cancel (self, "2026-09-08");
  outbox_hand_over (self);
  tdm_clock_freeze (tdm_clock_now () + 40 * DAY); /* the first has been, and nothing is ahead */
  outbox_replace (self, "Dora Ernst", "dora@example.org");
  outbox_hand_over (self);
  restart (self);
  reinstate (self, "2026-09-08");
  outbox_assert_pending (self, "Anna Beck: Invitation to 1 meeting\nDora Ernst: Invitation to 1 meeting");
  g_assert_cmpstr (tdm_person_get_name (tdm_meeting_get_mentor (outbox_meeting (self, "2026-09-08"))), ==,
                   "Dora Ernst");
}

/* What is over can be recorded; nobody hears of it. */
static void
test_a_meeting_that_was_cancelled_by_mistake_is_recorded (Fixture *self, gconstpointer data)
{
  outbox_hand_over (self);
  cancel (self, "2026-08-11");
  outbox_hand_over (self);
  tdm_clock_freeze (tdm_clock_now () + 40 * DAY);
  reinstate (self, "2026-08-11");
  g_assert_true (tdm_meeting_is_to_record (outbox_meeting (self, "2026-08-11")));
  outbox_assert_pending (self, "");
}

static void
test_a_tandem_that_has_ended_is_taken_up_first (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = only (self->pair);
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  commit (self, complete_pair (pairs));
  g_assert_false (tdm_series_edits_can_reinstate (outbox_meeting (self, "2026-09-08")));
  edit = tdm_series_edits_reinstate (outbox_meeting (self, "2026-09-08"));
  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_cmpstr (error->message, ==, "The tandem has ended. Please take it up again first.");
}

#define ADD(path, func) g_test_add ("/way-back/" path, Fixture, NULL, set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);

  ADD ("a-paused-tandem-goes-on", test_a_paused_tandem_goes_on);
  ADD ("a-completed-tandem-is-taken-up-again", test_a_completed_tandem_is_taken_up_again);
  ADD ("a-dissolved-tandem-is-taken-up-again", test_a_dissolved_tandem_is_taken_up_again);
  ADD ("a-tandem-that-is-taken-up-again-meets-again", test_a_tandem_that_is_taken_up_again_meets_again);
  ADD ("after-a-declined-tandem-the-two-can-be-a-new-one", test_after_a_declined_tandem_the_two_can_be_a_new_one);
  ADD ("an-archived-round-goes-on-where-it-was", test_an_archived_round_goes_on_where_it_was);
  ADD ("who-was-declined-or-withdrew-is-accepted", test_who_was_declined_or_withdrew_is_accepted);
  ADD ("a-dropped-goal-and-a-ticked-step-are-open-again", test_a_dropped_goal_and_a_ticked_step_are_open_again);
  ADD ("the-record-of-a-meeting-is-taken-back", test_the_record_of_a_meeting_is_taken_back);
  ADD ("after-a-cancelled-series-another-is-planned", test_after_a_cancelled_series_another_is_planned);

  ADD ("a-cancelled-meeting-takes-place-after-all", test_a_cancelled_meeting_takes_place_after_all);
  ADD ("of-a-cancellation-that-nobody-knows-nobody-hears", test_of_a_cancellation_that_nobody_knows_nobody_hears);
  ADD ("a-meeting-of-a-cancelled-series-takes-place-after-all",
       test_a_meeting_of_a_cancelled_series_takes_place_after_all);
  ADD ("a-meeting-of-other-people-is-one-of-these", test_a_meeting_of_other_people_is_one_of_these);
  ADD ("a-meeting-that-was-cancelled-by-mistake-is-recorded", test_a_meeting_that_was_cancelled_by_mistake_is_recorded);
  ADD ("a-tandem-that-has-ended-is-taken-up-first", test_a_tandem_that_has_ended_is_taken_up_first);
  return g_test_run ();
}
