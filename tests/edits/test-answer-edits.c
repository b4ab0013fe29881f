/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-zone.h"
#include "edits-fixture.h"
#include "edits/tdm-answer-edits.h"
#include "model/tdm-calendar-message.h"

/* What changes when answers are noted, and what the window says of them */

typedef EditsFixture Fixture;

static TdmMeeting *
add_meeting (Fixture *self, gboolean is_external)
{
  TdmSeries *series = edits_add_series (self);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (series));

  tdm_record_set_integer (draft, TDM_SERIES_EXTERNAL, is_external);
  tdm_record_set_text (draft, TDM_SERIES_ORGANIZER_EMAIL, "tandem@example.org");
  tdm_record_assign (TDM_RECORD (series), draft);
  return edits_get_meeting (self, 2);
}

/* The programme of Anna, who takes part */
static TdmProgramme *
add_programme (Fixture *self)
{
  TdmRecord *programme = edits_add (self, TDM_TYPE_PROGRAMME);

  tdm_record_set_link (programme, TDM_PROGRAMME_SELF, self->anna);
  edits_make_live (programme);
  return TDM_PROGRAMME (programme);
}

static void
assert_label (TdmEdit *taken_edit, const char *expected)
{
  g_autoptr (TdmEdit) edit = taken_edit;

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, expected);
}

static void
test_an_answer_to_one_date (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_meeting (self, FALSE);
  g_autoptr (TdmEdit) edit = tdm_answer_edits_set_reply (meeting, self->bo, TDM_REPLY_DECLINED, NULL);
  TdmRecord *attendee = edits_find_new (edit, TDM_TYPE_ATTENDEE, 0);

  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1);
  g_assert_true (tdm_record_get_link (attendee, TDM_ATTENDEE_MEETING) == meeting);
  g_assert_true (tdm_record_get_link (attendee, TDM_ATTENDEE_PERSON) == self->bo);
  g_assert_cmpint (tdm_record_get_integer (attendee, TDM_ATTENDEE_REPLY), ==, TDM_REPLY_DECLINED);
  g_assert_cmpint (tdm_record_get_integer (attendee, TDM_ATTENDEE_REPLIED), >, 0);
}

static void
test_one_person_has_one_answer (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_meeting (self, FALSE), *other = edits_get_meeting (self, 1);
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Answers");
  TdmRecord *first = tdm_answer_edits_open (edit, NULL, meeting, self->bo);

  g_assert_true (tdm_answer_edits_open (edit, NULL, meeting, self->bo) == first);
  g_assert_true (tdm_answer_edits_open (edit, NULL, meeting, self->anna) != first);
  g_assert_true (tdm_answer_edits_open (edit, NULL, other, self->bo) != first);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 3);
}

/* Of others, and of a coordinator, nothing needs to be sent. */
static void
test_the_answer_of_a_participant_must_still_be_sent (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_meeting (self, TRUE);
  TdmProgramme *programme = add_programme (self);

  assert_label (tdm_answer_edits_set_reply (meeting, self->anna, TDM_REPLY_ACCEPTED, programme),
                "Answer noted, not sent yet");
  assert_label (tdm_answer_edits_set_reply (meeting, self->bo, TDM_REPLY_ACCEPTED, programme), "Answer noted");
  assert_label (tdm_answer_edits_set_reply (meeting, self->anna, TDM_REPLY_ACCEPTED, NULL), "Answer noted");
}

static void
test_an_answer_that_was_sent_is_known (Fixture *self, gconstpointer data)
{
  TdmSeries *series = tdm_meeting_get_series (add_meeting (self, TRUE));
  TdmProgramme *programme = add_programme (self);
  TdmRecord *message = edits_add (self, TDM_TYPE_CALENDAR_MESSAGE);

  tdm_record_set_link (message, TDM_CALENDAR_MESSAGE_SERIES, series);
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_METHOD, TDM_METHOD_REPLY);
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_DELIVERY, TDM_DELIVERY_HANDED_OVER);
  tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_CONTENT, "reply\taccepted\t0");
  edits_make_live (message);
  assert_label (tdm_answer_edits_set_series_reply (series, self->anna, TDM_REPLY_ACCEPTED, programme), "Answer noted");
  assert_label (tdm_answer_edits_set_series_reply (series, self->anna, TDM_REPLY_DECLINED, programme),
                "Answer noted, not sent yet");
}

static TdmMeeting *
add_proposal (Fixture *self, TdmRecord **attendee)
{
  TdmMeeting *meeting = add_meeting (self, FALSE);

  *attendee = edits_add (self, TDM_TYPE_ATTENDEE);
  tdm_record_set_link (*attendee, TDM_ATTENDEE_MEETING, meeting);
  tdm_record_set_link (*attendee, TDM_ATTENDEE_PERSON, self->bo);
  tdm_record_set_integer (*attendee, TDM_ATTENDEE_PROPOSED_START,
                          tdm_zone_to_utc ("Europe/Berlin", "2026-08-12T10:00:00", NULL));
  edits_make_live (*attendee);
  return meeting;
}

static void
test_a_proposal_moves_the_meeting (Fixture *self, gconstpointer data)
{
  TdmRecord *attendee;
  TdmMeeting *meeting = add_proposal (self, &attendee);
  g_autoptr (TdmEdit) edit = tdm_answer_edits_accept_proposal (meeting);

  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, meeting), TDM_MEETING_LOCAL_START), ==,
                   "2026-08-12T10:00:00");
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, meeting), TDM_MEETING_MINUTES), ==, 60);
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, attendee), TDM_ATTENDEE_PROPOSED_START), ==, 0);
}

static void
test_a_proposal_is_declined (Fixture *self, gconstpointer data)
{
  TdmRecord *attendee;
  TdmMeeting *meeting = add_proposal (self, &attendee);
  g_autoptr (TdmEdit) edit = tdm_answer_edits_decline_proposal (meeting);

  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Proposal declined, please tell Bo");
  g_assert_false (tdm_edit_touches (edit, meeting));
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, attendee), TDM_ATTENDEE_PROPOSED_START), ==, 0);
}

#define ADD(name, func) g_test_add ("/answer-edits/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an-answer-to-one-date", test_an_answer_to_one_date);
  ADD ("one-person-has-one-answer", test_one_person_has_one_answer);
  ADD ("the-answer-of-a-participant-must-still-be-sent", test_the_answer_of_a_participant_must_still_be_sent);
  ADD ("an-answer-that-was-sent-is-known", test_an_answer_that_was_sent_is_known);
  ADD ("a-proposal-moves-the-meeting", test_a_proposal_moves_the_meeting);
  ADD ("a-proposal-is-declined", test_a_proposal_is_declined);
  return g_test_run ();
}
