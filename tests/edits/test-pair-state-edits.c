/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "model/tdm-model-error.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-participation.h"

/* How tandems come about, stop, go on and end: from each state to the next, with the day, the history, the meetings and
 * how both people take part in the round. It is 14 July 2026. */

#define TODAY "2026-07-14"
#define NOT_NOW "That is not possible in the present state of the tandem."

typedef EditsFixture Fixture;

static GPtrArray *
list_pair (Fixture *self)
{
  GPtrArray *pairs = g_ptr_array_new ();

  g_ptr_array_add (pairs, self->pair);
  return pairs;
}

static void
set (Fixture *self, guint field, gint64 value)
{
  edits_change (self->pair, field, value);
}

static const char *
read_day (TdmEdit *edit, gpointer live, guint field)
{
  return tdm_record_get_text (edits_find (edit, live), field);
}

static gint64
read_number (TdmEdit *edit, gpointer live, guint field)
{
  return tdm_record_get_integer (edits_find (edit, live), field);
}

static void
assert_event (TdmEdit *edit, guint index, TdmPairEventKind kind, TdmPairState from, TdmPairState to, const char *day)
{
  TdmRecord *event = edits_find_new (edit, TDM_TYPE_PAIR_EVENT, index);

  g_assert_cmpint (tdm_record_get_integer (event, TDM_PAIR_EVENT_KIND), ==, kind);
  g_assert_cmpint (tdm_record_get_integer (event, TDM_PAIR_EVENT_FROM_STATE), ==, from);
  g_assert_cmpint (tdm_record_get_integer (event, TDM_PAIR_EVENT_TO_STATE), ==, to);
  g_assert_cmpstr (tdm_record_get_text (event, TDM_PAIR_EVENT_HAPPENED_ON), ==, day);
}

static void
assert_refused (TdmEdit *taken_edit, const char *why)
{
  g_autoptr (TdmEdit) edit = taken_edit;
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE);
  g_assert_cmpstr (error->message, ==, why);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 0);
}

static TdmEdit *
check (TdmEdit *edit)
{
  g_autoptr (GError) error = NULL;

  tdm_edit_check (edit, &error);
  g_assert_no_error (error);
  return edit;
}

/* Asking */

static void
test_the_mentee_is_asked_first (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) mentee = NULL, mentor = NULL, confirmed = NULL;

  set (self, TDM_PAIR_STATE, TDM_PAIR_PROPOSED);
  assert_refused (tdm_pair_state_edits_ask_mentor (pairs), "Please ask the mentee first.");
  assert_refused (tdm_pair_state_edits_confirm (pairs), "Please ask the mentee first.");

  mentee = check (tdm_pair_state_edits_ask_mentee (pairs));
  g_assert_cmpint (read_number (mentee, self->pair, TDM_PAIR_STATE), ==, TDM_PAIR_ASKED);
  g_assert_cmpstr (read_day (mentee, self->pair, TDM_PAIR_MENTEE_ASKED_ON), ==, TODAY);
  assert_event (mentee, 0, TDM_EVENT_MENTEE_ASKED, TDM_PAIR_PROPOSED, TDM_PAIR_ASKED, TODAY);

  set (self, TDM_PAIR_STATE, TDM_PAIR_ASKED);
  edits_change_text (self->pair, TDM_PAIR_MENTEE_ASKED_ON, "2026-07-01");
  assert_refused (tdm_pair_state_edits_ask_mentee (pairs), "The mentee was asked before.");
  mentor = check (tdm_pair_state_edits_ask_mentor (pairs));
  g_assert_cmpint (read_number (mentor, self->pair, TDM_PAIR_STATE), ==, TDM_PAIR_ASKED);
  g_assert_cmpstr (read_day (mentor, self->pair, TDM_PAIR_MENTEE_ASKED_ON), ==, "2026-07-01");
  g_assert_cmpstr (read_day (mentor, self->pair, TDM_PAIR_MENTEE_AGREED_ON), ==, TODAY);
  g_assert_cmpstr (read_day (mentor, self->pair, TDM_PAIR_MENTOR_ASKED_ON), ==, TODAY);
  assert_event (mentor, 0, TDM_EVENT_MENTOR_ASKED, TDM_PAIR_ASKED, TDM_PAIR_ASKED, TODAY);

  edits_change_text (self->pair, TDM_PAIR_MENTEE_AGREED_ON, "2026-07-03");
  edits_change_text (self->pair, TDM_PAIR_MENTOR_ASKED_ON, "2026-07-03");
  assert_refused (tdm_pair_state_edits_ask_mentor (pairs), "The mentor was asked before.");
  confirmed = check (tdm_pair_state_edits_confirm (pairs));
  g_assert_cmpint (read_number (confirmed, self->pair, TDM_PAIR_STATE), ==, TDM_PAIR_CONFIRMED);
  g_assert_cmpstr (read_day (confirmed, self->pair, TDM_PAIR_MENTEE_AGREED_ON), ==, "2026-07-03");
  g_assert_cmpstr (read_day (confirmed, self->pair, TDM_PAIR_MENTOR_AGREED_ON), ==, TODAY);
  assert_event (confirmed, 0, TDM_EVENT_STATE, TDM_PAIR_ASKED, TDM_PAIR_CONFIRMED, TODAY);
}

/* Of three, one is proposed. */
static void
test_several_are_asked_in_one_step (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) one = NULL, two = NULL;
  TdmRecord *others[2];

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      others[i] = edits_add (self, TDM_TYPE_PAIR);
      tdm_record_set_link (others[i], TDM_PAIR_ROUND, self->round);
      tdm_record_set_link (others[i], TDM_PAIR_MENTEE, self->bo);
      tdm_record_set_link (others[i], TDM_PAIR_MENTOR, self->anna);
      edits_make_live (others[i]);
      g_ptr_array_add (pairs, others[i]);
    }
  edits_change (others[1], TDM_PAIR_STATE, TDM_PAIR_CONFIRMED);
  one = check (tdm_pair_state_edits_ask_mentee (pairs));
  g_assert_cmpstr (tdm_edit_get_label (one), ==, "Mentee asked");
  g_assert_true (tdm_edit_touches (one, others[0]));
  g_assert_false (tdm_edit_touches (one, self->pair));
  edits_change (others[1], TDM_PAIR_STATE, TDM_PAIR_PROPOSED);
  two = check (tdm_pair_state_edits_ask_mentee (pairs));
  g_assert_cmpstr (tdm_edit_get_label (two), ==, "2 mentees asked");
}

/* What a programme calls the two is said in all that is said of them. */
static void
test_in_the_words_of_the_programme (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmRecord) programme = tdm_record_new (TDM_TYPE_PROGRAMME);
  g_autoptr (TdmEdit) edit = NULL;

  tdm_record_set_text (programme, TDM_PROGRAMME_MENTEE_LABEL, "100 % Explorer");
  tdm_round_set_programme (self->round, TDM_PROGRAMME (programme));
  set (self, TDM_PAIR_STATE, TDM_PAIR_PROPOSED);
  assert_refused (tdm_pair_state_edits_ask_mentor (pairs), "Please ask first: 100 % Explorer.");
  edit = check (tdm_pair_state_edits_ask_mentee (pairs));
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "100 % Explorer asked");
  set (self, TDM_PAIR_STATE, TDM_PAIR_ASKED);
  assert_refused (tdm_pair_state_edits_ask_mentee (pairs), "Was asked before: 100 % Explorer.");
}

static void
test_who_declines_meets_nobody (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  assert_refused (tdm_pair_state_edits_decline (pairs, NULL), NOT_NOW);
  set (self, TDM_PAIR_STATE, TDM_PAIR_ASKED);
  edit = check (tdm_pair_state_edits_decline (pairs, "No time before autumn"));
  g_assert_cmpint (read_number (edit, self->pair, TDM_PAIR_STATE), ==, TDM_PAIR_DECLINED);
  g_assert_cmpstr (tdm_record_get_text (edits_find_new (edit, TDM_TYPE_PAIR_EVENT, 0), TDM_PAIR_EVENT_NOTE), ==,
                   "No time before autumn");
  g_assert_cmpint (read_number (edit, edits_get_meeting (self, 1), TDM_MEETING_STATE), ==, TDM_MEETING_STATE_CANCELLED);
}

/* Under way */

static void
test_it_begins_on_a_day (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) later = NULL, today = NULL;

  assert_refused (tdm_pair_state_edits_activate (pairs, NULL), NOT_NOW);
  set (self, TDM_PAIR_STATE, TDM_PAIR_CONFIRMED);
  edits_change_text (self->pair, TDM_PAIR_STARTED_ON, NULL);
  edits_change_text (self->round, TDM_ROUND_END_DATE, "2027-03-01");
  later = check (tdm_pair_state_edits_activate (pairs, "2026-09-01"));
  g_assert_cmpint (read_number (later, self->pair, TDM_PAIR_STATE), ==, TDM_PAIR_ACTIVE);
  g_assert_cmpstr (read_day (later, self->pair, TDM_PAIR_STARTED_ON), ==, "2026-09-01");
  g_assert_cmpstr (read_day (later, self->pair, TDM_PAIR_PLANNED_END), ==, "2027-03-01");
  assert_event (later, 0, TDM_EVENT_STATE, TDM_PAIR_CONFIRMED, TDM_PAIR_ACTIVE, "2026-09-01");
  today = check (tdm_pair_state_edits_activate (pairs, NULL));
  g_assert_cmpstr (read_day (today, self->pair, TDM_PAIR_STARTED_ON), ==, TODAY);
  assert_refused (tdm_pair_state_edits_activate (pairs, "2026-02-30"), "Please choose a day.");
}

static void
test_a_pause_keeps_the_meetings (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  edit = check (tdm_pair_state_edits_pause (pairs, NULL, NULL));
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Tandem paused");
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_UPDATE, TDM_TYPE_MEETING), ==, 0);
}

/* Meetings are on 9 June, which is over, today in the evening, and on 11 August. */
static void
test_a_pause_calls_meetings_off_until_a_day (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) some = NULL, all = NULL;

  edits_add_series (self);
  some = check (tdm_pair_state_edits_pause (pairs, "2026-08-11", NULL));
  g_assert_cmpuint (edits_count (some, TDM_EDIT_UPDATE, TDM_TYPE_MEETING), ==, 1);
  g_assert_cmpint (read_number (some, edits_get_meeting (self, 1), TDM_MEETING_STATE), ==, TDM_MEETING_STATE_CANCELLED);
  g_assert_cmpstr (tdm_record_get_text (edits_find_new (some, TDM_TYPE_PAIR_EVENT, 0), TDM_PAIR_EVENT_UNTIL), ==,
                   "2026-08-11");
  all = check (tdm_pair_state_edits_pause (pairs, "2026-08-12", NULL));
  g_assert_cmpuint (edits_count (all, TDM_EDIT_UPDATE, TDM_TYPE_MEETING), ==, 2);
}

/* Who invites from outside calls off from there. */
static void
test_a_pause_leaves_the_meetings_of_others (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) edit = NULL;

  edits_change (edits_add_series (self), TDM_SERIES_EXTERNAL, TRUE);
  edit = check (tdm_pair_state_edits_pause (pairs, "2026-12-01", NULL));
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_UPDATE, TDM_TYPE_MEETING), ==, 0);
}

static void
test_what_was_paused_goes_on (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) edit = NULL;

  assert_refused (tdm_pair_state_edits_resume (pairs), NOT_NOW);
  set (self, TDM_PAIR_STATE, TDM_PAIR_PAUSED);
  edit = check (tdm_pair_state_edits_resume (pairs));
  g_assert_cmpint (read_number (edit, self->pair, TDM_PAIR_STATE), ==, TDM_PAIR_ACTIVE);
  g_assert_cmpstr (read_day (edit, self->pair, TDM_PAIR_STARTED_ON), ==, "2026-05-04");
  assert_event (edit, 0, TDM_EVENT_STATE, TDM_PAIR_PAUSED, TDM_PAIR_ACTIVE, TODAY);
}

static void
test_an_extension_is_no_state (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) edit = NULL;

  edits_change_text (self->pair, TDM_PAIR_PLANNED_END, "2026-08-01");
  assert_refused (tdm_pair_state_edits_extend (pairs, "2026-07-01"), "The new end lies in the past.");
  assert_refused (tdm_pair_state_edits_extend (pairs, "2026-08-01"), "The new end is no later than the one until now.");
  assert_refused (tdm_pair_state_edits_extend (pairs, ""), "Please choose a day.");
  edit = check (tdm_pair_state_edits_extend (pairs, "2026-10-31"));
  g_assert_cmpstr (read_day (edit, self->pair, TDM_PAIR_PLANNED_END), ==, "2026-10-31");
  assert_event (edit, 0, TDM_EVENT_EXTENDED, TDM_PAIR_ACTIVE, TDM_PAIR_ACTIVE, TODAY);
  g_assert_cmpstr (tdm_record_get_text (edits_find_new (edit, TDM_TYPE_PAIR_EVENT, 0), TDM_PAIR_EVENT_UNTIL), ==,
                   "2026-10-31");
  set (self, TDM_PAIR_STATE, TDM_PAIR_COMPLETED);
  assert_refused (tdm_pair_state_edits_extend (pairs, "2026-10-31"), NOT_NOW);
}

/* The end */

static void
test_an_end_needs_a_reason (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);

  assert_refused (tdm_pair_state_edits_end (pairs, TDM_END_NONE, NULL), "Please choose why the tandem ends.");
}

static void
test_which_reasons_complete (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);

  for (TdmEndReason reason = TDM_END_GOALS_REACHED; reason <= TDM_END_OTHER; reason++)
    {
      g_autoptr (TdmEdit) edit = check (tdm_pair_state_edits_end (pairs, reason, NULL));

      g_assert_cmpint (read_number (edit, self->pair, TDM_PAIR_STATE), ==,
                       reason == TDM_END_GOALS_REACHED || reason == TDM_END_ROUND_END ? TDM_PAIR_COMPLETED
                                                                                      : TDM_PAIR_DISSOLVED);
      g_assert_cmpint (read_number (edit, self->pair, TDM_PAIR_END_REASON), ==, reason);
    }
}

/* The first of three meetings was in June. */
static void
test_the_end_calls_off_what_has_not_begun (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  TdmSeries *series = edits_add_series (self);
  g_autoptr (TdmEdit) edit = check (tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL));

  g_assert_cmpstr (read_day (edit, self->pair, TDM_PAIR_ENDED_ON), ==, TODAY);
  assert_event (edit, 0, TDM_EVENT_STATE, TDM_PAIR_ACTIVE, TDM_PAIR_DISSOLVED, TODAY);
  g_assert_cmpstr (read_day (edit, series, TDM_SERIES_UNTIL), ==, "2026-06-09T18:00:00");
  g_assert_false (tdm_edit_touches (edit, edits_get_meeting (self, 0)));
  for (guint i = 1; i < 3; i++)
    g_assert_cmpint (read_number (edit, edits_get_meeting (self, i), TDM_MEETING_STATE), ==,
                     TDM_MEETING_STATE_CANCELLED);
}

static void
test_what_is_reopened_has_not_ended (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) edit = NULL;

  assert_refused (tdm_pair_state_edits_reopen (pairs), NOT_NOW);
  set (self, TDM_PAIR_STATE, TDM_PAIR_DISSOLVED);
  set (self, TDM_PAIR_END_REASON, TDM_END_TIME);
  edits_change_text (self->pair, TDM_PAIR_ENDED_ON, "2026-07-01");
  edit = check (tdm_pair_state_edits_reopen (pairs));
  g_assert_cmpint (read_number (edit, self->pair, TDM_PAIR_STATE), ==, TDM_PAIR_ACTIVE);
  g_assert_cmpint (read_number (edit, self->pair, TDM_PAIR_END_REASON), ==, TDM_END_NONE);
  g_assert_cmpstr (read_day (edit, self->pair, TDM_PAIR_ENDED_ON), ==, "");
  g_assert_cmpstr (read_day (edit, self->pair, TDM_PAIR_STARTED_ON), ==, "2026-05-04");
  assert_event (edit, 0, TDM_EVENT_STATE, TDM_PAIR_DISSOLVED, TDM_PAIR_ACTIVE, TODAY);
  set (self, TDM_PAIR_STATE, TDM_PAIR_DECLINED);
  assert_refused (tdm_pair_state_edits_reopen (pairs), NOT_NOW);
}

/* Another day */

static TdmEdit *
on (TdmEdit *edit, const char *day)
{
  tdm_pair_state_edits_set_day (edit, day);
  return edit;
}

static void
assert_day_refused (TdmEdit *taken_edit, const char *why)
{
  g_autoptr (TdmEdit) edit = taken_edit;
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, why);
}

/* Each is put down on 14 July. */
static void
test_what_happens_has_the_day_on_which_it_did (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  g_autoptr (TdmEdit) paused = check (on (tdm_pair_state_edits_pause (pairs, NULL, NULL), "2026-07-06"));
  g_autoptr (TdmEdit) ended = check (on (tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL), "2026-07-06"));
  g_autoptr (TdmEdit) today = check (on (tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL), NULL));
  g_autoptr (TdmEdit) mentee = NULL, mentor = NULL, confirmed = NULL;

  assert_event (paused, 0, TDM_EVENT_STATE, TDM_PAIR_ACTIVE, TDM_PAIR_PAUSED, "2026-07-06");
  assert_event (ended, 0, TDM_EVENT_STATE, TDM_PAIR_ACTIVE, TDM_PAIR_DISSOLVED, "2026-07-06");
  g_assert_cmpstr (read_day (ended, self->pair, TDM_PAIR_ENDED_ON), ==, "2026-07-06");
  g_assert_cmpstr (read_day (ended, self->pair, TDM_PAIR_STARTED_ON), ==, "2026-05-04");
  g_assert_cmpstr (read_day (today, self->pair, TDM_PAIR_ENDED_ON), ==, TODAY);

  set (self, TDM_PAIR_STATE, TDM_PAIR_PROPOSED);
  edits_change_text (self->pair, TDM_PAIR_STARTED_ON, NULL);
  mentee = check (on (tdm_pair_state_edits_ask_mentee (pairs), "2026-07-06"));
  g_assert_cmpstr (read_day (mentee, self->pair, TDM_PAIR_MENTEE_ASKED_ON), ==, "2026-07-06");
  assert_event (mentee, 0, TDM_EVENT_MENTEE_ASKED, TDM_PAIR_PROPOSED, TDM_PAIR_ASKED, "2026-07-06");
  set (self, TDM_PAIR_STATE, TDM_PAIR_ASKED);
  mentor = check (on (tdm_pair_state_edits_ask_mentor (pairs), "2026-07-07"));
  g_assert_cmpstr (read_day (mentor, self->pair, TDM_PAIR_MENTEE_AGREED_ON), ==, "2026-07-07");
  g_assert_cmpstr (read_day (mentor, self->pair, TDM_PAIR_MENTOR_ASKED_ON), ==, "2026-07-07");
  edits_change_text (self->pair, TDM_PAIR_MENTEE_AGREED_ON, TODAY);
  confirmed = check (on (tdm_pair_state_edits_confirm (pairs), "2026-07-08"));
  g_assert_cmpstr (read_day (confirmed, self->pair, TDM_PAIR_MENTEE_AGREED_ON), ==, TODAY);
  g_assert_cmpstr (read_day (confirmed, self->pair, TDM_PAIR_MENTOR_AGREED_ON), ==, "2026-07-08");
}

static void
test_a_day_that_does_not_fit (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);

  assert_day_refused (on (tdm_pair_state_edits_pause (pairs, NULL, NULL), "2026-07-15"),
                      "This day is still to come. Please note it when it is there.");
  assert_day_refused (on (tdm_pair_state_edits_pause (pairs, NULL, NULL), "2026-02-30"), "Please choose a day.");
  assert_day_refused (on (tdm_pair_state_edits_pause (pairs, NULL, NULL), "2026-05-03"),
                      "On that day the tandem was not in its present state yet.");
  edits_add_event (self, TDM_PAIR_PROPOSED, TDM_PAIR_ACTIVE, "2026-05-04");
  edits_add_event (self, TDM_PAIR_ACTIVE, TDM_PAIR_PAUSED, "2026-07-01");
  set (self, TDM_PAIR_STATE, TDM_PAIR_PAUSED);
  assert_day_refused (on (tdm_pair_state_edits_resume (pairs), "2026-06-30"),
                      "On that day the tandem was not in its present state yet.");
  g_object_unref (check (on (tdm_pair_state_edits_resume (pairs), "2026-07-01")));
  assert_refused (tdm_pair_state_edits_reopen (pairs), NOT_NOW);
  set (self, TDM_PAIR_STATE, TDM_PAIR_ACTIVE);
  assert_refused (tdm_pair_state_edits_pause (pairs, TODAY, NULL), "Please choose a day that is still to come.");
}

/* How both take part in the round */

static TdmRecord *
add_participation (Fixture *self, TdmPerson *person, TdmRole role, TdmParticipationState state)
{
  TdmRecord *participation = edits_add (self, TDM_TYPE_PARTICIPATION);

  tdm_record_set_link (participation, TDM_PARTICIPATION_ROUND, self->round);
  tdm_record_set_link (participation, TDM_PARTICIPATION_PERSON, person);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_ROLE, role);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_STATE, state);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_STATE_BEFORE, TDM_PARTICIPATION_RESERVE);
  tdm_record_set_text (participation, TDM_PARTICIPATION_SINCE, "2026-05-01");
  tdm_record_set_integer (participation, TDM_PARTICIPATION_CAPACITY, 1);
  edits_make_live (participation);
  return participation;
}

static void
test_who_is_in_a_tandem_is_matched (Fixture *self, gconstpointer data)
{
  static const struct { TdmParticipationState before, after; } cases[] = {
    { TDM_PARTICIPATION_ACCEPTED, TDM_PARTICIPATION_MATCHED }, { TDM_PARTICIPATION_RESERVE, TDM_PARTICIPATION_MATCHED },
    { TDM_PARTICIPATION_APPLIED, TDM_PARTICIPATION_MATCHED },  { TDM_PARTICIPATION_ALUMNI, TDM_PARTICIPATION_MATCHED },
    { TDM_PARTICIPATION_DECLINED, TDM_PARTICIPATION_DECLINED },
    { TDM_PARTICIPATION_WITHDRAWN, TDM_PARTICIPATION_WITHDRAWN },
  };
  g_autoptr (GPtrArray) pairs = list_pair (self);
  TdmRecord *mentee = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_ACCEPTED);
  TdmRecord *teaches = add_participation (self, self->anna, TDM_ROLE_MENTOR, TDM_PARTICIPATION_ACCEPTED);

  set (self, TDM_PAIR_STATE, TDM_PAIR_ASKED);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdmEdit) edit = NULL;

      edits_change (mentee, TDM_PARTICIPATION_STATE, cases[i].before);
      edit = check (tdm_pair_state_edits_confirm (pairs));
      g_assert_cmpint (tdm_edit_touches (edit, mentee), ==, cases[i].before != cases[i].after);
      g_assert_false (tdm_edit_touches (edit, teaches));
      if (cases[i].before == cases[i].after)
        continue;
      g_assert_cmpint (read_number (edit, mentee, TDM_PARTICIPATION_STATE), ==, cases[i].after);
      g_assert_cmpstr (read_day (edit, mentee, TDM_PARTICIPATION_SINCE), ==, TODAY);
    }
}

static void
test_who_loses_a_tandem_waits_for_another (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  TdmRecord *mentee = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_MATCHED);
  TdmRecord *mentor = add_participation (self, self->bo, TDM_ROLE_MENTOR, TDM_PARTICIPATION_MATCHED);
  g_autoptr (TdmEdit) dissolved = check (tdm_pair_state_edits_end (pairs, TDM_END_CHEMISTRY, NULL));
  g_autoptr (TdmEdit) completed = check (tdm_pair_state_edits_end (pairs, TDM_END_ROUND_END, NULL));
  g_autoptr (TdmEdit) removed = check (tdm_pair_edits_remove (self->pair, FALSE));
  g_autoptr (TdmEdit) paused = check (tdm_pair_state_edits_pause (pairs, NULL, NULL));
  g_autoptr (TdmEdit) earlier = check (on (tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL), "2026-07-06"));

  g_assert_cmpstr (read_day (dissolved, mentee, TDM_PARTICIPATION_SINCE), ==, TODAY);
  g_assert_cmpstr (read_day (earlier, mentee, TDM_PARTICIPATION_SINCE), ==, "2026-07-06");
  g_assert_cmpint (read_number (dissolved, mentee, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_ACCEPTED);
  g_assert_cmpint (read_number (dissolved, mentor, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_ACCEPTED);
  g_assert_cmpint (read_number (completed, mentor, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_ALUMNI);
  g_assert_cmpint (read_number (removed, mentor, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_RESERVE);
  g_assert_false (tdm_edit_touches (paused, mentee));
}

/* Anna, who is a former participant, and Bo, who has applied, are made a tandem by mistake. */
static void
test_a_tandem_that_should_not_have_been (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  TdmRecord *mentee = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_ALUMNI);
  TdmRecord *mentor = add_participation (self, self->bo, TDM_ROLE_MENTOR, TDM_PARTICIPATION_APPLIED);
  TdmRecord *second = edits_add (self, TDM_TYPE_PAIR);
  g_autoptr (TdmEdit) made = NULL, removed = NULL, after = NULL;

  set (self, TDM_PAIR_STATE, TDM_PAIR_CONFIRMED);
  made = check (tdm_pair_state_edits_activate (pairs, NULL));
  tdm_record_assign (mentee, edits_find (made, mentee));
  tdm_record_assign (mentor, edits_find (made, mentor));
  g_assert_cmpint (tdm_record_get_integer (mentee, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_MATCHED);
  removed = check (tdm_pair_edits_remove (self->pair, FALSE));
  g_assert_cmpint (read_number (removed, mentee, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_ALUMNI);
  g_assert_cmpint (read_number (removed, mentor, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_APPLIED);

  /* Bo was in another one, which was none by mistake. */
  tdm_record_set_link (second, TDM_PAIR_ROUND, self->round);
  tdm_record_set_link (second, TDM_PAIR_MENTEE, self->anna);
  tdm_record_set_link (second, TDM_PAIR_MENTOR, self->bo);
  tdm_record_set_integer (second, TDM_PAIR_STATE, TDM_PAIR_DISSOLVED);
  edits_make_live (second);
  after = check (tdm_pair_edits_remove (self->pair, FALSE));
  g_assert_cmpint (read_number (after, mentor, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_ACCEPTED);
}

/* Bo teaches Cleo, too: what ends with Anna leaves him in a tandem, and both at once do not. */
static void
test_who_has_another_tandem_stays_matched (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = list_pair (self);
  TdmRecord *cleo = edits_add (self, TDM_TYPE_PERSON), *second = edits_add (self, TDM_TYPE_PAIR);
  TdmRecord *mentor = add_participation (self, self->bo, TDM_ROLE_MENTOR, TDM_PARTICIPATION_MATCHED);
  g_autoptr (TdmEdit) one = NULL, both = NULL;

  edits_make_live (cleo);
  tdm_record_set_link (second, TDM_PAIR_ROUND, self->round);
  tdm_record_set_link (second, TDM_PAIR_MENTEE, cleo);
  tdm_record_set_link (second, TDM_PAIR_MENTOR, self->bo);
  tdm_record_set_integer (second, TDM_PAIR_STATE, TDM_PAIR_PAUSED);
  edits_make_live (second);
  one = check (tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL));
  g_assert_false (tdm_edit_touches (one, mentor));
  g_ptr_array_add (pairs, second);
  both = check (tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL));
  g_assert_cmpint (read_number (both, mentor, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_ACCEPTED);
}

static void
test_a_new_tandem_matches_both (Fixture *self, gconstpointer data)
{
  TdmRecord *mentee = add_participation (self, self->bo, TDM_ROLE_MENTEE, TDM_PARTICIPATION_ACCEPTED);
  TdmRecord *mentor = add_participation (self, self->anna, TDM_ROLE_MENTOR, TDM_PARTICIPATION_RESERVE);
  g_autoptr (TdmEdit) active = check (tdm_pair_edits_add (self->round, self->bo, self->anna, NULL));
  g_autoptr (TdmEdit) proposed = check (
    tdm_pair_edits_add (self->round, self->bo, self->anna, &(TdmPairBeginning) { .state = TDM_PAIR_PROPOSED }));

  g_assert_cmpint (read_number (active, mentee, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_MATCHED);
  g_assert_cmpint (read_number (active, mentor, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_MATCHED);
  g_assert_false (tdm_edit_touches (proposed, mentee));
}

/* Cleo takes the place of Bo. */
static void
test_who_leaves_a_tandem_is_free (Fixture *self, gconstpointer data)
{
  TdmRecord *cleo = edits_add (self, TDM_TYPE_PERSON);
  TdmRecord *leaves = add_participation (self, self->bo, TDM_ROLE_MENTOR, TDM_PARTICIPATION_MATCHED);
  TdmRecord *stays = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_MATCHED);
  TdmRecord *comes;
  g_autoptr (TdmEdit) edit = NULL;

  edits_make_live (cleo);
  comes = add_participation (self, TDM_PERSON (cleo), TDM_ROLE_MENTOR, TDM_PARTICIPATION_RESERVE);
  edit = check (tdm_pair_edits_change_people (self->pair, self->anna, TDM_PERSON (cleo)));
  g_assert_cmpint (read_number (edit, leaves, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_ACCEPTED);
  g_assert_cmpint (read_number (edit, comes, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_MATCHED);
  g_assert_false (tdm_edit_touches (edit, stays));
}

#define ADD(name, func) g_test_add ("/pair-state-edits/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-mentee-is-asked-first", test_the_mentee_is_asked_first);
  ADD ("in-the-words-of-the-programme", test_in_the_words_of_the_programme);
  ADD ("several-are-asked-in-one-step", test_several_are_asked_in_one_step);
  ADD ("who-declines-meets-nobody", test_who_declines_meets_nobody);
  ADD ("it-begins-on-a-day", test_it_begins_on_a_day);
  ADD ("a-pause-keeps-the-meetings", test_a_pause_keeps_the_meetings);
  ADD ("a-pause-calls-meetings-off-until-a-day", test_a_pause_calls_meetings_off_until_a_day);
  ADD ("a-pause-leaves-the-meetings-of-others", test_a_pause_leaves_the_meetings_of_others);
  ADD ("what-was-paused-goes-on", test_what_was_paused_goes_on);
  ADD ("an-extension-is-no-state", test_an_extension_is_no_state);
  ADD ("an-end-needs-a-reason", test_an_end_needs_a_reason);
  ADD ("which-reasons-complete", test_which_reasons_complete);
  ADD ("the-end-calls-off-what-has-not-begun", test_the_end_calls_off_what_has_not_begun);
  ADD ("what-is-reopened-has-not-ended", test_what_is_reopened_has_not_ended);
  ADD ("what-happens-has-the-day-on-which-it-did", test_what_happens_has_the_day_on_which_it_did);
  ADD ("a-day-that-does-not-fit", test_a_day_that_does_not_fit);
  ADD ("who-is-in-a-tandem-is-matched", test_who_is_in_a_tandem_is_matched);
  ADD ("who-loses-a-tandem-waits-for-another", test_who_loses_a_tandem_waits_for_another);
  ADD ("a-tandem-that-should-not-have-been", test_a_tandem_that_should_not_have_been);
  ADD ("who-has-another-tandem-stays-matched", test_who_has_another_tandem_stays_matched);
  ADD ("a-new-tandem-matches-both", test_a_new_tandem_matches_both);
  ADD ("who-leaves-a-tandem-is-free", test_who_leaves_a_tandem_is_free);
  return g_test_run ();
}
