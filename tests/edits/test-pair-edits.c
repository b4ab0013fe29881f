/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-programme-edits.h"
#include "model/tdm-model-error.h"
#include "model/tdm-pair-event.h"

/* What changes when tandems begin, end and go on with other people */

typedef EditsFixture Fixture;

static void
assert_fails (TdmEdit *taken_edit, int code)
{
  g_autoptr (TdmEdit) edit = taken_edit;
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, code);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 0);
}

static TdmEdit *
set_state (Fixture *self, TdmPairState state, TdmEndReason reason)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  g_ptr_array_add (pairs, self->pair);
  return tdm_pair_edits_set_state (pairs, state, reason, NULL);
}

static void
test_a_tandem_has_two_different_people (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_pair_edits_add (self->round, self->bo, self->anna, NULL);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_true (tdm_record_get_link (edits_find_new (edit, TDM_TYPE_PAIR, 0), TDM_PAIR_MENTOR) == self->anna);
  assert_fails (tdm_pair_edits_add (self->round, self->anna, self->anna, NULL), TDM_MODEL_ERROR_INVALID);
  assert_fails (tdm_pair_edits_change_people (self->pair, self->bo, self->bo), TDM_MODEL_ERROR_INVALID);
}

static void
test_an_end_needs_a_reason (Fixture *self, gconstpointer data)
{
  assert_fails (set_state (self, TDM_PAIR_COMPLETED, TDM_END_NONE), TDM_MODEL_ERROR_STATE);
}

static void
test_a_state_that_does_not_follow (Fixture *self, gconstpointer data)
{
  assert_fails (set_state (self, TDM_PAIR_PROPOSED, TDM_END_NONE), TDM_MODEL_ERROR_STATE);
}

/* The first of three meetings was in June. */
static void
test_the_end_calls_off_what_has_not_begun (Fixture *self, gconstpointer data)
{
  TdmSeries *series = edits_add_series (self);
  g_autoptr (TdmEdit) edit = set_state (self, TDM_PAIR_DISSOLVED, TDM_END_TIME);
  TdmRecord *event = edits_find_new (edit, TDM_TYPE_PAIR_EVENT, 0);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, self->pair), TDM_PAIR_ENDED_ON), ==, "2026-07-14");
  g_assert_cmpint (tdm_record_get_integer (event, TDM_PAIR_EVENT_TO_STATE), ==, TDM_PAIR_DISSOLVED);
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, series), TDM_SERIES_UNTIL), ==, "2026-06-09T18:00:00");
  g_assert_false (tdm_edit_touches (edit, edits_get_meeting (self, 0)));
  for (guint i = 1; i < 3; i++)
    g_assert_cmpint (tdm_record_get_integer (edits_find (edit, edits_get_meeting (self, i)), TDM_MEETING_STATE), ==,
                     TDM_MEETING_STATE_CANCELLED);
}

static void
test_a_pause_calls_nothing_off (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;

  edits_add_series (self);
  edit = set_state (self, TDM_PAIR_PAUSED, TDM_END_NONE);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_UPDATE, TDM_TYPE_MEETING), ==, 0);
}

static void
test_a_tandem_that_people_expect_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_pair_edits_remove (self->pair, FALSE);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_REMOVE, TDM_TYPE_PAIR), ==, 1);
  assert_fails (tdm_pair_edits_remove (self->pair, TRUE), TDM_MODEL_ERROR_STATE);
}

/* What has begun stays with the people of then. */
static void
test_a_new_mentor_comes_to_the_meetings_ahead (Fixture *self, gconstpointer data)
{
  TdmRecord *cleo = edits_add (self, TDM_TYPE_PERSON);
  g_autoptr (TdmEdit) edit = NULL;
  TdmSeries *series = edits_add_series (self);

  tdm_record_set_text (cleo, TDM_PERSON_NAME, "Cleo");
  edits_make_live (cleo);
  edit = tdm_pair_edits_change_people (self->pair, self->anna, TDM_PERSON (cleo));
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_true (tdm_record_get_link (edits_find (edit, self->pair), TDM_PAIR_MENTOR) == cleo);
  g_assert_true (tdm_record_get_link (edits_find (edit, edits_get_meeting (self, 0)), TDM_MEETING_MENTOR) == self->bo);
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, series), TDM_SERIES_STATE), ==, TDM_SERIES_ENDED);
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_SERIES), ==, 1);
}

static void
test_a_person_is_added_or_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmPerson) new = tdm_record_new (TDM_TYPE_PERSON);
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (self->anna));
  g_autoptr (TdmEdit) added = tdm_edit_new_save (new), changed = tdm_edit_new_save (draft);

  g_assert_cmpstr (tdm_edit_get_label (added), ==, "Person added");
  g_assert_cmpuint (edits_count (added, TDM_EDIT_INSERT, TDM_TYPE_PERSON), ==, 1);
  g_assert_cmpstr (tdm_edit_get_label (changed), ==, "Person changed");
  g_assert_cmpuint (edits_count (changed, TDM_EDIT_UPDATE, TDM_TYPE_PERSON), ==, 1);
}

static void
test_a_programme_begins_with_a_round (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_programme_edits_start ("Perspektivwechsel");
  TdmRecord *programme = edits_find_new (edit, TDM_TYPE_PROGRAMME, 0), *round = edits_find_new (edit, TDM_TYPE_ROUND, 0);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_record_get_text (programme, TDM_PROGRAMME_TITLE), ==, "Perspektivwechsel");
  g_assert_cmpstr (tdm_record_get_text (programme, TDM_PROGRAMME_ZONE), ==, "Europe/Berlin");
  g_assert_cmpstr (tdm_record_get_text (round, TDM_ROUND_KICKOFF), ==, "2026-07-14");
}

#define ADD(name, func) g_test_add ("/pair-edits/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-tandem-has-two-different-people", test_a_tandem_has_two_different_people);
  ADD ("an-end-needs-a-reason", test_an_end_needs_a_reason);
  ADD ("a-state-that-does-not-follow", test_a_state_that_does_not_follow);
  ADD ("the-end-calls-off-what-has-not-begun", test_the_end_calls_off_what_has_not_begun);
  ADD ("a-pause-calls-nothing-off", test_a_pause_calls_nothing_off);
  ADD ("a-tandem-that-people-expect-stays", test_a_tandem_that_people_expect_stays);
  ADD ("a-new-mentor-comes-to-the-meetings-ahead", test_a_new_mentor_comes_to_the_meetings_ahead);
  ADD ("a-person-is-added-or-changed", test_a_person_is_added_or_changed);
  ADD ("a-programme-begins-with-a-round", test_a_programme_begins_with_a_round);
  return g_test_run ();
}
