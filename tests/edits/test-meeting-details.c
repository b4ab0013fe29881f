/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"
#include "edits/tdm-meeting-edits.h"
#include "model/tdm-model-error.h"
#include "model/tdm-topic.h"

/* What meetings are for and about, and what came of them: one on 9 June is over, two more are on 14 July, today, and
 * 11 August. */

typedef EditsFixture Fixture;

static gint64
get_number (TdmEdit *edit, gpointer live, guint field)
{
  return tdm_record_get_integer (edits_find (edit, live), field);
}

static void
assert_fails (TdmEdit *edit, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, code);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 0);
}

/* A meeting of three, which took place */
static TdmMeeting *
add_held (Fixture *self)
{
  TdmMeeting *meeting;

  edits_add_series (self);
  meeting = edits_get_meeting (self, 0);
  edits_change (meeting, TDM_MEETING_STATE, TDM_MEETING_STATE_HELD);
  return meeting;
}

static TdmGoal *
add_goal (Fixture *self, TdmPair *pair)
{
  TdmRecord *goal = edits_add (self, TDM_TYPE_GOAL);

  tdm_record_set_link (goal, TDM_GOAL_PAIR, pair);
  tdm_record_set_text (goal, TDM_GOAL_TITLE, "To be found");
  edits_make_live (goal);
  return TDM_GOAL (goal);
}

static GPtrArray *
list_meetings (Fixture *self)
{
  GPtrArray *meetings = g_ptr_array_new ();

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (meetings, edits_get_meeting (self, i));
  return meetings;
}

static void
test_several_are_for_the_same (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  meetings = list_meetings (self);
  edits_change (meetings->pdata[1], TDM_MEETING_KIND, TDM_KIND_REVIEW);
  edit = tdm_meeting_edits_set_kind (meetings, TDM_KIND_REVIEW);
  g_assert_cmpint (get_number (edit, meetings->pdata[0], TDM_MEETING_KIND), ==, TDM_KIND_REVIEW);
  g_assert_false (tdm_edit_touches (edit, meetings->pdata[1]));
  g_assert_cmpint (get_number (edit, meetings->pdata[2], TDM_MEETING_KIND), ==, TDM_KIND_REVIEW);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 2);
}

static void
test_the_first_and_the_last_have_their_kinds (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  meetings = list_meetings (self);
  edit = tdm_meeting_edits_frame (meetings);
  g_assert_cmpint (get_number (edit, meetings->pdata[0], TDM_MEETING_KIND), ==, TDM_KIND_GETTING_TO_KNOW);
  g_assert_false (tdm_edit_touches (edit, meetings->pdata[1]));
  g_assert_cmpint (get_number (edit, meetings->pdata[2], TDM_MEETING_KIND), ==, TDM_KIND_CLOSING);
}

static void
test_a_meeting_that_took_place_has_an_outcome (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_held (self);
  g_autoptr (TdmEdit) edit = tdm_meeting_edits_set_outcome (meeting, TDM_OUTCOME_PARTLY);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpint (get_number (edit, meeting, TDM_MEETING_OUTCOME), ==, TDM_OUTCOME_PARTLY);
}

static void
test_no_outcome_before (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL, change = NULL;
  g_autoptr (TdmRecord) draft = NULL;
  TdmMeeting *ahead;

  edits_add_series (self);
  ahead = edits_get_meeting (self, 2);
  edit = tdm_meeting_edits_set_outcome (ahead, TDM_OUTCOME_YES);
  assert_fails (edit, TDM_MODEL_ERROR_STATE);
  draft = tdm_record_new_draft (TDM_RECORD (ahead));
  tdm_record_set_integer (draft, TDM_MEETING_OUTCOME, TDM_OUTCOME_NO);
  change = tdm_meeting_edits_change (ahead, draft, NULL);
  assert_fails (change, TDM_MODEL_ERROR_STATE);
}

static void
test_a_record_taken_back_forgets_the_outcome (Fixture *self, gconstpointer data)
{
  static const TdmMeetingState states[] = { TDM_MEETING_STATE_PLANNED, TDM_MEETING_STATE_MISSED };
  TdmMeeting *meeting = add_held (self);

  edits_change (meeting, TDM_MEETING_OUTCOME, TDM_OUTCOME_YES);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (TdmEdit) edit = tdm_meeting_edits_record (meeting, states[i]);

      g_assert_cmpint (get_number (edit, meeting, TDM_MEETING_OUTCOME), ==, TDM_OUTCOME_UNKNOWN);
    }
}

/* Whatever was typed, and the place with it, is one step; when it is stays. */
static void
test_all_of_it_is_changed_in_one_step (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (self, self->pair);
  g_autoptr (TdmRecord) draft = NULL;
  g_autoptr (TdmEdit) edit = NULL;
  TdmMeeting *meeting;
  TdmRecord *changed;

  edits_add_series (self);
  meeting = edits_get_meeting (self, 2);
  draft = tdm_record_new_draft (TDM_RECORD (meeting));
  tdm_record_set_integer (draft, TDM_MEETING_KIND, TDM_KIND_SHADOWING);
  tdm_record_set_text (draft, TDM_MEETING_TOPIC, "Hashtags");
  tdm_record_set_text (draft, TDM_MEETING_QUESTION, "Which ones?\nHow many?");
  tdm_record_set_text (draft, TDM_MEETING_SESSION_GOAL, "A first post");
  tdm_record_set_text (draft, TDM_MEETING_PLACE, "Room 2");
  tdm_record_set_link (draft, TDM_MEETING_GOAL, goal);
  edit = tdm_meeting_edits_change (meeting, draft, NULL);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1);
  changed = edits_find (edit, meeting);
  g_assert_cmpstr (tdm_record_get_text (changed, TDM_MEETING_PLACE), ==, "Room 2");
  g_assert_true (tdm_record_get_link (changed, TDM_MEETING_GOAL) == goal);
  g_assert_cmpuint (tdm_record_get_changed (changed), ==,
                    G_GUINT64_CONSTANT (1) << TDM_MEETING_KIND | G_GUINT64_CONSTANT (1) << TDM_MEETING_TOPIC |
                      G_GUINT64_CONSTANT (1) << TDM_MEETING_QUESTION |
                      G_GUINT64_CONSTANT (1) << TDM_MEETING_SESSION_GOAL | G_GUINT64_CONSTANT (1) << TDM_MEETING_PLACE |
                      G_GUINT64_CONSTANT (1) << TDM_MEETING_GOAL);
}

static TdmTopic *
add_topic (Fixture *self, const char *title)
{
  TdmRecord *topic = edits_add (self, TDM_TYPE_TOPIC);

  tdm_record_set_text (topic, TDM_TOPIC_TITLE, title);
  edits_make_live (topic);
  return TDM_TOPIC (topic);
}

static TdmEdit *
change_topic (Fixture *self, TdmMeetingKind kind, const char *typed)
{
  g_autoptr (GListStore) topics = g_list_store_new (TDM_TYPE_TOPIC);
  TdmMeeting *meeting = edits_get_meeting (self, 2);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (meeting));

  g_list_store_append (topics, add_topic (self, "Große Zahlen"));
  tdm_record_set_integer (draft, TDM_MEETING_KIND, kind);
  tdm_record_set_text (draft, TDM_MEETING_TOPIC, typed);
  return tdm_meeting_edits_change (meeting, draft, G_LIST_MODEL (topics));
}

static const char *
get_topic (Fixture *self, TdmEdit *edit)
{
  return tdm_record_get_text (edits_find (edit, edits_get_meeting (self, 2)), TDM_MEETING_TOPIC);
}

static void
test_a_topic_is_one_of_the_catalogue (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) known = NULL, new = NULL;

  edits_add_series (self);
  known = change_topic (self, TDM_KIND_TOPIC, "GROSSE  zahlen");
  g_assert_cmpstr (get_topic (self, known), ==, "Große Zahlen");
  g_assert_cmpuint (edits_count (known, TDM_EDIT_INSERT, TDM_TYPE_TOPIC), ==, 0);
  new = change_topic (self, TDM_KIND_TOPIC, "Hashtags");
  g_assert_cmpstr (get_topic (self, new), ==, "Hashtags");
  g_assert_cmpstr (tdm_topic_get_title (TDM_TOPIC (edits_find_new (new, TDM_TYPE_TOPIC, 0))), ==, "Hashtags");
}

static void
test_a_coffee_is_no_topic (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  edit = change_topic (self, TDM_KIND_INFORMAL, "Coffee and a chat");
  g_assert_cmpstr (get_topic (self, edit), ==, "Coffee and a chat");
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_TOPIC), ==, 0);
}

static void
test_a_goal_of_another_tandem (Fixture *self, gconstpointer data)
{
  TdmRecord *other = edits_add (self, TDM_TYPE_PAIR);
  g_autoptr (TdmRecord) draft = NULL;
  g_autoptr (TdmEdit) edit = NULL;
  TdmMeeting *meeting;

  tdm_record_set_link (other, TDM_PAIR_ROUND, self->round);
  tdm_record_set_link (other, TDM_PAIR_MENTEE, self->bo);
  tdm_record_set_link (other, TDM_PAIR_MENTOR, self->anna);
  edits_make_live (other);
  edits_add_series (self);
  meeting = edits_get_meeting (self, 2);
  draft = tdm_record_new_draft (TDM_RECORD (meeting));
  tdm_record_set_link (draft, TDM_MEETING_GOAL, add_goal (self, TDM_PAIR (other)));
  edit = tdm_meeting_edits_change (meeting, draft, NULL);
  assert_fails (edit, TDM_MODEL_ERROR_INVALID);
}

/* Nobody is told anything of what is over. */
static void
test_the_place_of_what_is_over_stays (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_held (self);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (meeting));
  g_autoptr (TdmEdit) edit = NULL;

  tdm_record_set_text (draft, TDM_MEETING_PLACE, "Room 2");
  edit = tdm_meeting_edits_change (meeting, draft, NULL);
  assert_fails (edit, TDM_MODEL_ERROR_STATE);
}

static void
test_one_did_not_come (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_held (self);
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL);
  TdmRecord *anna = edits_add (self, TDM_TYPE_ATTENDEE), *bo;

  tdm_record_set_link (anna, TDM_ATTENDEE_MEETING, meeting);
  tdm_record_set_link (anna, TDM_ATTENDEE_PERSON, self->anna);
  tdm_record_set_integer (anna, TDM_ATTENDEE_REPLY, TDM_REPLY_ACCEPTED);
  tdm_record_set_integer (anna, TDM_ATTENDEE_TOOK_PART, TDM_TOOK_PART_YES);
  edits_make_live (anna);
  tdm_meeting_edits_set_took_part (edit, meeting, self->anna, TDM_TOOK_PART_NO);
  tdm_meeting_edits_set_took_part (edit, meeting, self->bo, TDM_TOOK_PART_YES);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpint (get_number (edit, anna, TDM_ATTENDEE_TOOK_PART), ==, TDM_TOOK_PART_NO);
  g_assert_cmpint (get_number (edit, anna, TDM_ATTENDEE_REPLY), ==, TDM_REPLY_ACCEPTED);
  bo = edits_find_new (edit, TDM_TYPE_ATTENDEE, 0);
  g_assert_true (tdm_record_get_link (bo, TDM_ATTENDEE_PERSON) == self->bo);
  g_assert_cmpint (tdm_record_get_integer (bo, TDM_ATTENDEE_TOOK_PART), ==, TDM_TOOK_PART_YES);
}

static void
test_who_took_part_as_is_known (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_held (self);
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL);

  tdm_meeting_edits_set_took_part (edit, meeting, self->anna, TDM_TOOK_PART_UNKNOWN);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 0);
}

static void
test_nobody_took_part_in_what_did_not_take_place (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL);

  edits_add_series (self);
  tdm_meeting_edits_set_took_part (edit, edits_get_meeting (self, 2), self->anna, TDM_TOOK_PART_YES);
  assert_fails (edit, TDM_MODEL_ERROR_STATE);
}

#define ADD(name, func) g_test_add ("/meeting-details/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("several-are-for-the-same", test_several_are_for_the_same);
  ADD ("the-first-and-the-last-have-their-kinds", test_the_first_and_the_last_have_their_kinds);
  ADD ("a-meeting-that-took-place-has-an-outcome", test_a_meeting_that_took_place_has_an_outcome);
  ADD ("no-outcome-before", test_no_outcome_before);
  ADD ("a-record-taken-back-forgets-the-outcome", test_a_record_taken_back_forgets_the_outcome);
  ADD ("all-of-it-is-changed-in-one-step", test_all_of_it_is_changed_in_one_step);
  ADD ("a-topic-is-one-of-the-catalogue", test_a_topic_is_one_of_the_catalogue);
  ADD ("a-coffee-is-no-topic", test_a_coffee_is_no_topic);
  ADD ("a-goal-of-another-tandem", test_a_goal_of_another_tandem);
  ADD ("the-place-of-what-is-over-stays", test_the_place_of_what_is_over_stays);
  ADD ("one-did-not-come", test_one_did_not_come);
  ADD ("who-took-part-as-is-known", test_who_took_part_as_is_known);
  ADD ("nobody-took-part-in-what-did-not-take-place", test_nobody_took_part_in_what_did_not_take_place);
  return g_test_run ();
}
