/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-zone.h"
#include "edits-fixture.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-series-edits.h"
#include "model/tdm-model-error.h"
#include "model/tdm-programme.h"

/* What changes when meetings are planned, moved, recorded and called off: one on 9 June is over, two more are on 14
 * July, today, and 11 August. */

typedef EditsFixture Fixture;

static gint64
get_state (TdmEdit *edit, gpointer meeting)
{
  return tdm_record_get_integer (edits_find (edit, meeting), TDM_MEETING_STATE);
}

static void
test_a_meeting_moves_on_the_clocks_of_its_zone (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting;
  g_autoptr (TdmEdit) edit = NULL;
  TdmRecord *draft;

  edits_add_series (self);
  meeting = edits_get_meeting (self, 2);
  edit = tdm_meeting_edits_move (meeting, "2026-08-12T09:30:00", 90, "Room 2");
  g_assert_true (tdm_edit_check (edit, NULL));
  draft = edits_find (edit, meeting);
  g_assert_cmpint (tdm_record_get_integer (draft, TDM_MEETING_START), ==,
                   tdm_zone_to_utc ("Europe/Berlin", "2026-08-12T09:30:00", NULL));
  g_assert_cmpint (tdm_record_get_integer (draft, TDM_MEETING_MINUTES), ==, 90);
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_MEETING_RECURRENCE_ID), ==, "2026-08-11T18:00:00");
}

static void
test_an_hour_that_the_clocks_leave_out (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  edits_add_series (self);
  edit = tdm_meeting_edits_move (edits_get_meeting (self, 2), "2027-03-28T02:30:00", 60, "");
  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 0);
}

static void
test_both_took_part_in_a_meeting_that_took_place (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting;
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  meeting = edits_get_meeting (self, 0);
  edit = tdm_meeting_edits_record (meeting, TDM_MEETING_STATE_HELD);
  g_assert_cmpint (get_state (edit, meeting), ==, TDM_MEETING_STATE_HELD);
  for (guint i = 0; i < 2; i++)
    {
      TdmRecord *attendee = edits_find_new (edit, TDM_TYPE_ATTENDEE, i);

      g_assert_true (tdm_record_get_link (attendee, TDM_ATTENDEE_MEETING) == meeting);
      g_assert_cmpint (tdm_record_get_integer (attendee, TDM_ATTENDEE_TOOK_PART), ==, TDM_TOOK_PART_YES);
    }
}

static void
test_a_record_taken_back_leaves_an_invitation (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting;
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  meeting = edits_get_meeting (self, 0);
  edits_change (meeting, TDM_MEETING_STATE, TDM_MEETING_STATE_HELD);
  edit = tdm_meeting_edits_record (meeting, TDM_MEETING_STATE_PLANNED);
  g_assert_cmpint (get_state (edit, meeting), ==, TDM_MEETING_STATE_INVITED);
}

static void
expect_refusal (TdmEdit *taken_edit, const char *words)
{
  g_autoptr (TdmEdit) edit = taken_edit;
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE);
  g_assert_cmpstr (error->message, ==, words);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 0);
}

static void
test_only_what_is_open_is_moved_or_cancelled (Fixture *self, gconstpointer data)
{
  static const TdmMeetingState states[] = { TDM_MEETING_STATE_HELD, TDM_MEETING_STATE_MISSED,
                                            TDM_MEETING_STATE_CANCELLED };
  TdmMeeting *meeting;

  edits_add_series (self);
  meeting = edits_get_meeting (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      edits_change (meeting, TDM_MEETING_STATE, states[i]);
      expect_refusal (tdm_meeting_edits_move (meeting, "2026-08-12T09:30:00", 60, ""),
                      "This meeting is recorded or cancelled already.");
      expect_refusal (tdm_meeting_edits_cancel (meeting), "This meeting is recorded or cancelled already.");
    }
}

/* Nobody would tell the organizer. */
static void
test_a_participant_answers_who_invites (Fixture *self, gconstpointer data)
{
  static const char words[] = "Another person invites to it. Please accept or decline instead.";
  TdmRecord *programme = edits_add (self, TDM_TYPE_PROGRAMME);
  TdmSeries *series = edits_add_series (self);
  TdmMeeting *ahead = edits_get_meeting (self, 2);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (ahead));
  g_autoptr (TdmEdit) coordinated = NULL, titled = NULL;

  edits_change (series, TDM_SERIES_EXTERNAL, TRUE);
  edits_change_text (series, TDM_SERIES_ORGANIZER_EMAIL, "chief@example.org");
  coordinated = tdm_meeting_edits_cancel (ahead);
  g_assert_true (tdm_edit_check (coordinated, NULL));
  titled = tdm_edit_new (NULL);
  tdm_series_edits_put_summary_mode (titled, series, TDM_SUMMARY_TOPIC);
  g_assert_false (tdm_edit_check (titled, NULL));

  tdm_record_set_link (programme, TDM_PROGRAMME_SELF, self->anna);
  edits_make_live (programme);
  tdm_round_set_programme (self->round, TDM_PROGRAMME (programme));
  expect_refusal (tdm_meeting_edits_cancel (ahead), words);
  expect_refusal (tdm_meeting_edits_move (ahead, "2026-08-12T09:30:00", 60, ""), words);
  expect_refusal (tdm_series_edits_cancel (series), words);
  tdm_record_set_text (draft, TDM_MEETING_PLACE, "Room 2");
  expect_refusal (tdm_meeting_edits_change (ahead, draft, NULL), words);
}

static void
test_only_what_is_over_is_recorded (Fixture *self, gconstpointer data)
{
  TdmMeeting *over, *ahead;

  edits_add_series (self);
  over = edits_get_meeting (self, 0);
  ahead = edits_get_meeting (self, 2);
  expect_refusal (tdm_meeting_edits_record (ahead, TDM_MEETING_STATE_HELD),
                  "What became of a meeting can be recorded when it is over.");
  expect_refusal (tdm_meeting_edits_record (over, TDM_MEETING_STATE_PLANNED), "Nothing is recorded of this meeting.");
  edits_change (over, TDM_MEETING_STATE, TDM_MEETING_STATE_CANCELLED);
  expect_refusal (tdm_meeting_edits_record (over, TDM_MEETING_STATE_HELD), "This meeting is cancelled.");
  expect_refusal (tdm_meeting_edits_record (over, TDM_MEETING_STATE_PLANNED), "This meeting is cancelled.");
}

/* Nobody knows whether it takes place. */
static void
test_what_waits_is_not_recorded (Fixture *self, gconstpointer data)
{
  edits_add_series (self);
  edits_change (self->pair, TDM_PAIR_STATE, TDM_PAIR_PAUSED);
  expect_refusal (tdm_meeting_edits_record (edits_get_meeting (self, 0), TDM_MEETING_STATE_MISSED),
                  "The tandem is paused. Its meetings wait until it goes on.");
}

static void
test_a_series_is_called_off_from_now_on (Fixture *self, gconstpointer data)
{
  TdmSeries *series = edits_add_series (self);
  g_autoptr (TdmEdit) edit = tdm_series_edits_cancel (series);

  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, series), TDM_SERIES_UNTIL), ==, "2026-06-09T18:00:00");
  g_assert_false (tdm_edit_touches (edit, edits_get_meeting (self, 0)));
  g_assert_cmpint (get_state (edit, edits_get_meeting (self, 1)), ==, TDM_MEETING_STATE_CANCELLED);
  g_assert_cmpint (get_state (edit, edits_get_meeting (self, 2)), ==, TDM_MEETING_STATE_CANCELLED);
}

/* From the second meeting on a week later: the meetings go over, and one more is added. */
static void
test_the_following_meetings_go_over_to_a_new_series (Fixture *self, gconstpointer data)
{
  TdmSeries *series = edits_add_series (self);
  TdmMeeting *from = edits_get_meeting (self, 1);
  g_autoptr (TdmSeriesPlan) plan = tdm_series_edits_plan_following (from);
  g_autoptr (TdmEdit) edit = NULL;
  TdmRecord *next;

  g_assert_cmpint (plan->count, ==, 2);
  tdm_series_plan_set_start (plan, "2026-07-21", 18, 0);
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_MONTHLY_WEEKDAY, 1, 3);
  tdm_series_plan_set_organizer (plan, "Coordination", "tandem@example.org");
  edit = tdm_series_edits_follow (plan, from);
  g_assert_true (tdm_edit_check (edit, NULL));
  next = edits_find_new (edit, TDM_TYPE_SERIES, 0);
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, series), TDM_SERIES_UNTIL), ==, "2026-06-09T18:00:00");
  g_assert_true (tdm_record_get_link (edits_find (edit, from), TDM_MEETING_SERIES) == next);
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, from), TDM_MEETING_LOCAL_START), ==, "2026-07-21T18:00:00");
  g_assert_false (tdm_edit_touches (edit, edits_get_meeting (self, 0)));
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_MEETING), ==, 1);
}

/* A plan that is wrong changes nothing of the series before it. */
static void
test_a_plan_without_an_end (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = tdm_series_plan_suggest (self->pair, NULL);
  g_autoptr (TdmEdit) following = NULL;
  g_autoptr (GError) error = NULL;

  edits_add_series (self);
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_WEEKLY, 1, 0);
  following = tdm_series_edits_follow (plan, edits_get_meeting (self, 1));
  g_assert_false (tdm_edit_check (following, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_END);
  g_assert_cmpuint (tdm_edit_get_size (following), ==, 0);
}

/* In the time zone of the person who learns, where that is known */
static void
test_a_plan_begins_with_what_is_usual (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProgramme) programme = tdm_record_new (TDM_TYPE_PROGRAMME);
  g_autoptr (TdmSeriesPlan) plan = NULL;
  g_autoptr (TdmEdit) edit = NULL;

  tdm_record_set_text (TDM_RECORD (programme), TDM_PROGRAMME_ZONE, "Europe/London");
  tdm_record_set_text (TDM_RECORD (programme), TDM_PROGRAMME_ORGANIZER_NAME, "Coordination");
  tdm_record_set_text (TDM_RECORD (programme), TDM_PROGRAMME_ORGANIZER_EMAIL, "tandem@example.org");
  plan = tdm_series_plan_suggest (self->pair, programme);
  g_assert_cmpstr (plan->zone, ==, "Europe/London");
  g_assert_cmpint (plan->minutes, ==, 60);
  edit = tdm_series_plan_make_edit (plan);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_MEETING), ==, 12);
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_ATTENDEE), ==, 2);
}

/* Not every system has the old ones. */
static void
test_a_plan_calls_its_zone_by_the_name_of_today (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProgramme) programme = tdm_record_new (TDM_TYPE_PROGRAMME);
  g_autoptr (TdmSeriesPlan) plan = NULL;

  tdm_record_set_text (TDM_RECORD (programme), TDM_PROGRAMME_ZONE, "US/Eastern");
  plan = tdm_series_plan_suggest (self->pair, programme);
  g_assert_cmpstr (plan->zone, ==, "America/New_York");
  tdm_series_plan_set_zone (plan, "Asia/Calcutta");
  g_assert_cmpstr (plan->zone, ==, "Asia/Kolkata");
}

/* A tandem of three months is not planned for a year. */
static void
test_a_plan_ends_with_the_tandem (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) endless = tdm_series_plan_suggest (self->pair, NULL), two = NULL, one = NULL;
  g_auto (GStrv) dates = tdm_series_plan_expand (endless, NULL);
  g_autofree char *second = g_strndup (dates[1], 10);

  edits_change_text (self->pair, TDM_PAIR_PLANNED_END, second);
  two = tdm_series_plan_suggest (self->pair, NULL);
  g_assert_cmpint (two->count, ==, 2);
  edits_change_text (self->pair, TDM_PAIR_PLANNED_END, "2026-07-01");
  one = tdm_series_plan_suggest (self->pair, NULL);
  g_assert_cmpint (one->count, ==, 1);
}

/* --- what planned meetings are for ------------------------------------------------ */

static TdmMeetingKind
get_planned_kind (TdmEdit *edit, guint index)
{
  return tdm_record_get_integer (edits_find_new (edit, TDM_TYPE_MEETING, index), TDM_MEETING_KIND);
}

static TdmEdit *
plan_three (TdmSeriesPlan *plan)
{
  tdm_series_plan_set_start (plan, "2026-09-01", 10, 0);
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_WEEKLY, 1, 3);
  tdm_series_plan_set_organizer (plan, "Coordination", "tandem@example.org");
  return tdm_series_plan_make_edit (plan);
}

/* Three meetings about topics were planned before; a meeting to get to know each other was called off. */
static void
test_a_tandem_gets_to_know_each_other_first (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = NULL;
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  edits_change (edits_get_meeting (self, 0), TDM_MEETING_KIND, TDM_KIND_GETTING_TO_KNOW);
  edits_change (edits_get_meeting (self, 0), TDM_MEETING_STATE, TDM_MEETING_STATE_CANCELLED);
  plan = tdm_series_plan_suggest (self->pair, NULL);
  edit = plan_three (plan);
  g_assert_cmpint (get_planned_kind (edit, 0), ==, TDM_KIND_GETTING_TO_KNOW);
  g_assert_cmpint (get_planned_kind (edit, 1), ==, TDM_KIND_TOPIC);
  g_assert_cmpint (get_planned_kind (edit, 2), ==, TDM_KIND_TOPIC);
}

static void
test_a_tandem_that_knows_each_other_goes_on_with_topics (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = NULL;
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  edits_change (edits_get_meeting (self, 0), TDM_MEETING_KIND, TDM_KIND_GETTING_TO_KNOW);
  edits_change (edits_get_meeting (self, 0), TDM_MEETING_STATE, TDM_MEETING_STATE_HELD);
  plan = tdm_series_plan_suggest (self->pair, NULL);
  edit = plan_three (plan);
  g_assert_cmpint (get_planned_kind (edit, 0), ==, TDM_KIND_TOPIC);
}

static void
test_the_plan_says_what_the_first_and_the_last_are_for (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = tdm_series_plan_suggest (self->pair, NULL);
  g_autoptr (TdmEdit) edit = NULL;
  TdmRecord *series;

  plan->first_kind = TDM_KIND_INFORMAL;
  plan->last_kind = TDM_KIND_CLOSING;
  plan->summary_mode = TDM_SUMMARY_TOPIC;
  edit = plan_three (plan);
  series = edits_find_new (edit, TDM_TYPE_SERIES, 0);
  g_assert_cmpint (get_planned_kind (edit, 0), ==, TDM_KIND_INFORMAL);
  g_assert_cmpint (get_planned_kind (edit, 1), ==, TDM_KIND_TOPIC);
  g_assert_cmpint (get_planned_kind (edit, 2), ==, TDM_KIND_CLOSING);
  g_assert_cmpint (tdm_record_get_integer (series, TDM_SERIES_SUMMARY_MODE), ==, TDM_SUMMARY_TOPIC);
}

/* Each gets a series and invitations of its own, in one step; those that have ended are left out. */
static void
test_the_meetings_of_several_are_planned (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = tdm_series_plan_suggest (self->pair, NULL);
  TdmPair *other = edits_add (self, TDM_TYPE_PAIR), *ended = edits_add (self, TDM_TYPE_PAIR);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr (TdmEdit) edit = NULL;
  TdmRecord *series;

  for (guint i = 0; i < 2; i++)
    {
      TdmRecord *record = TDM_RECORD (i == 0 ? other : ended);

      tdm_record_set_link (record, TDM_PAIR_ROUND, self->round);
      tdm_record_set_link (record, TDM_PAIR_MENTEE, self->bo);
      tdm_record_set_link (record, TDM_PAIR_MENTOR, self->anna);
      edits_make_live (record);
    }
  edits_change (ended, TDM_PAIR_STATE, TDM_PAIR_DISSOLVED);
  g_ptr_array_add (pairs, self->pair);
  g_ptr_array_add (pairs, ended);
  g_ptr_array_add (pairs, other);
  tdm_series_plan_set_start (plan, "2026-09-01", 10, 0);
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_MONTHLY_WEEKDAY, 1, 3);
  tdm_series_plan_set_organizer (plan, "Coordination", "tandem@example.org");
  edit = tdm_series_plan_make_edit_for (plan, pairs);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Meetings of 2 tandems planned");
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_SERIES), ==, 2);
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_MEETING), ==, 6);
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_ATTENDEE), ==, 4);
  series = edits_find_new (edit, TDM_TYPE_SERIES, 1);
  g_assert_true (tdm_record_get_link (series, TDM_SERIES_PAIR) == (gpointer) other);
  g_assert_true (plan->pair == self->pair);
}

/* Whoever looks into a calendar sees no difference but the dates. */
static void
test_a_series_that_goes_on_keeps_its_title (Fixture *self, gconstpointer data)
{
  TdmSeries *series = edits_add_series (self);
  TdmMeeting *from = edits_get_meeting (self, 1);
  g_autoptr (TdmSeriesPlan) plan = NULL;
  g_autoptr (TdmEdit) edit = NULL;

  edits_change (series, TDM_SERIES_SUMMARY_MODE, TDM_SUMMARY_TOPIC);
  plan = tdm_series_edits_plan_following (from);
  tdm_series_plan_set_organizer (plan, "Coordination", "tandem@example.org");
  edit = tdm_series_edits_follow (plan, from);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpint (tdm_record_get_integer (edits_find_new (edit, TDM_TYPE_SERIES, 0), TDM_SERIES_SUMMARY_MODE), ==,
                   TDM_SUMMARY_TOPIC);
}

#define ADD(name, func) g_test_add ("/meeting-edits/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-meetings-of-several-are-planned", test_the_meetings_of_several_are_planned);
  ADD ("a-meeting-moves-on-the-clocks-of-its-zone", test_a_meeting_moves_on_the_clocks_of_its_zone);
  ADD ("an-hour-that-the-clocks-leave-out", test_an_hour_that_the_clocks_leave_out);
  ADD ("both-took-part-in-a-meeting-that-took-place", test_both_took_part_in_a_meeting_that_took_place);
  ADD ("a-record-taken-back-leaves-an-invitation", test_a_record_taken_back_leaves_an_invitation);
  ADD ("only-what-is-open-is-moved-or-cancelled", test_only_what_is_open_is_moved_or_cancelled);
  ADD ("a-participant-answers-who-invites", test_a_participant_answers_who_invites);
  ADD ("only-what-is-over-is-recorded", test_only_what_is_over_is_recorded);
  ADD ("what-waits-is-not-recorded", test_what_waits_is_not_recorded);
  ADD ("a-series-is-called-off-from-now-on", test_a_series_is_called_off_from_now_on);
  ADD ("the-following-meetings-go-over-to-a-new-series", test_the_following_meetings_go_over_to_a_new_series);
  ADD ("a-plan-without-an-end", test_a_plan_without_an_end);
  ADD ("a-plan-begins-with-what-is-usual", test_a_plan_begins_with_what_is_usual);
  ADD ("a-plan-calls-its-zone-by-the-name-of-today", test_a_plan_calls_its_zone_by_the_name_of_today);
  ADD ("a-plan-ends-with-the-tandem", test_a_plan_ends_with_the_tandem);
  ADD ("a-tandem-gets-to-know-each-other-first", test_a_tandem_gets_to_know_each_other_first);
  ADD ("a-tandem-that-knows-each-other-goes-on-with-topics", test_a_tandem_that_knows_each_other_goes_on_with_topics);
  ADD ("the-plan-says-what-the-first-and-the-last-are-for", test_the_plan_says_what_the_first_and_the_last_are_for);
  ADD ("a-series-that-goes-on-keeps-its-title", test_a_series_that_goes_on_keeps_its_title);
  return g_test_run ();
}
