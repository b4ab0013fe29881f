/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-event-edits.h"
#include "edits/tdm-programme-edits.h"
#include "edits/tdm-series-plan.h"
#include "model/tdm-model-error.h"
#include "model/tdm-pair-event.h"

/* What changes when tandems begin, are about something else, and go on with other people */

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

static void
test_a_tandem_has_two_different_people (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_pair_edits_add (self->round, self->bo, self->anna, NULL);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_true (tdm_record_get_link (edits_find_new (edit, TDM_TYPE_PAIR, 0), TDM_PAIR_MENTOR) == self->anna);
  assert_fails (tdm_pair_edits_add (self->round, self->anna, self->anna, NULL), TDM_MODEL_ERROR_INVALID);
  assert_fails (tdm_pair_edits_change_people (self->pair, self->bo, self->bo), TDM_MODEL_ERROR_INVALID);
}

/* How it begins */

static TdmRecord *
begin (Fixture *self, TdmEdit **edit, TdmPairBeginning beginning)
{
  g_autoptr (GError) error = NULL;

  *edit = tdm_pair_edits_add (self->round, self->bo, self->anna, &beginning);
  tdm_edit_check (*edit, &error);
  g_assert_no_error (error);
  return edits_find_new (*edit, TDM_TYPE_PAIR, 0);
}

static void
test_before_the_round_runs_it_is_proposed (Fixture *self, gconstpointer data)
{
  for (TdmRoundState state = TDM_ROUND_STATE_DRAFT; state <= TDM_ROUND_STATE_ARCHIVED; state++)
    {
      edits_change (self->round, TDM_ROUND_STATE, state);
      g_assert_cmpint (tdm_pair_edits_get_first_state (self->round), ==,
                       state < TDM_ROUND_STATE_RUNNING ? TDM_PAIR_PROPOSED : TDM_PAIR_ACTIVE);
    }
}

static void
test_only_what_is_active_has_started (Fixture *self, gconstpointer data)
{
  for (TdmPairState state = TDM_PAIR_PROPOSED; state <= TDM_PAIR_ACTIVE; state++)
    {
      g_autoptr (TdmEdit) edit = NULL;
      TdmRecord *pair = begin (self, &edit, (TdmPairBeginning) { .state = state });
      TdmRecord *event = edits_find_new (edit, TDM_TYPE_PAIR_EVENT, 0);

      g_assert_cmpint (tdm_record_get_integer (pair, TDM_PAIR_STATE), ==, state);
      g_assert_cmpstr (tdm_record_get_text (pair, TDM_PAIR_STARTED_ON), ==,
                       state == TDM_PAIR_ACTIVE ? "2026-07-14" : "");
      g_assert_cmpstr (tdm_record_get_text (pair, TDM_PAIR_MENTEE_ASKED_ON), ==,
                       state == TDM_PAIR_ASKED ? "2026-07-14" : "");
      g_assert_cmpstr (tdm_record_get_text (pair, TDM_PAIR_MENTOR_AGREED_ON), ==,
                       state == TDM_PAIR_CONFIRMED ? "2026-07-14" : "");
      g_assert_cmpint (tdm_record_get_integer (event, TDM_PAIR_EVENT_TO_STATE), ==, state);
      g_assert_cmpint (tdm_record_get_integer (event, TDM_PAIR_EVENT_KIND), ==,
                       state == TDM_PAIR_ASKED ? TDM_EVENT_MENTEE_ASKED : TDM_EVENT_STATE);
    }
}

static void
test_it_begins_and_ends_as_planned (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;
  TdmPairBeginning turned = { .state = TDM_PAIR_ACTIVE, .start = "2026-08-01", .planned_end = "2026-07-31" };
  TdmPairBeginning over = { .state = TDM_PAIR_ACTIVE, .planned_end = "2020-01-01" };
  TdmPairBeginning paused = { .state = TDM_PAIR_PAUSED };
  TdmRecord *pair = begin (self, &edit, (TdmPairBeginning) { .state = TDM_PAIR_ACTIVE, .start = "2026-08-01",
                                                             .planned_end = "2026-12-31" });

  g_assert_cmpstr (tdm_record_get_text (pair, TDM_PAIR_STARTED_ON), ==, "2026-08-01");
  g_assert_cmpstr (tdm_record_get_text (pair, TDM_PAIR_PLANNED_END), ==, "2026-12-31");
  assert_fails (tdm_pair_edits_add (self->round, self->bo, self->anna, &turned), TDM_MODEL_ERROR_INVALID);
  assert_fails (tdm_pair_edits_add (self->round, self->bo, self->anna, &over), TDM_MODEL_ERROR_INVALID);
  assert_fails (tdm_pair_edits_add (self->round, self->bo, self->anna, &paused), TDM_MODEL_ERROR_INVALID);
}

/* What it is about, for how long, and for whom */

static void
test_a_topic_is_found_or_added (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) topics = g_list_store_new (TDM_TYPE_TOPIC);
  TdmRecord *known = edits_add (self, TDM_TYPE_TOPIC);
  g_autoptr (TdmEdit) found = NULL, added = NULL, none = NULL;

  tdm_record_set_text (known, TDM_TOPIC_TITLE, "Social media");
  edits_make_live (known);
  g_list_store_append (topics, known);
  found = tdm_pair_edits_set_topic (self->pair, G_LIST_MODEL (topics), "social  MEDIA");
  g_assert_true (tdm_record_get_link (edits_find (found, self->pair), TDM_PAIR_TOPIC) == known);
  g_assert_cmpuint (edits_count (found, TDM_EDIT_INSERT, TDM_TYPE_TOPIC), ==, 0);
  added = tdm_pair_edits_set_topic (self->pair, G_LIST_MODEL (topics), "AI prompts");
  g_assert_true (tdm_record_get_link (edits_find (added, self->pair), TDM_PAIR_TOPIC) ==
                 edits_find_new (added, TDM_TYPE_TOPIC, 0));
  none = tdm_pair_edits_set_topic (self->pair, G_LIST_MODEL (topics), "");
  g_assert_null (tdm_record_get_link (edits_find (none, self->pair), TDM_PAIR_TOPIC));
}

static void
test_a_constellation_has_its_day (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_pair_edits_set_constellation (self->pair, TDM_CONSTELLATION_MUTUAL, "2026-07-01");
  g_autoptr (TdmEdit) same = tdm_pair_edits_set_constellation (self->pair, TDM_CONSTELLATION_ONE_SIDED, "2026-07-01");
  TdmRecord *event = edits_find_new (edit, TDM_TYPE_PAIR_EVENT, 0), *draft = edits_find (edit, self->pair);

  g_assert_cmpint (tdm_record_get_integer (draft, TDM_PAIR_CONSTELLATION), ==, TDM_CONSTELLATION_MUTUAL);
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_PAIR_CONSTELLATION_SINCE), ==, "2026-07-01");
  g_assert_cmpint (tdm_record_get_integer (event, TDM_PAIR_EVENT_KIND), ==, TDM_EVENT_MUTUAL);
  g_assert_cmpstr (tdm_record_get_text (event, TDM_PAIR_EVENT_HAPPENED_ON), ==, "2026-07-01");
  g_assert_cmpuint (edits_count (same, TDM_EDIT_INSERT, TDM_TYPE_PAIR_EVENT), ==, 0);
  assert_fails (tdm_pair_edits_set_constellation (self->pair, TDM_CONSTELLATION_MUTUAL, ""), TDM_MODEL_ERROR_INVALID);
}

static void
test_days_are_in_order (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) start = tdm_pair_edits_set_days (self->pair, "2026-04-01", NULL);
  g_autoptr (TdmEdit) end = tdm_pair_edits_set_days (self->pair, NULL, "2026-12-31");
  g_autoptr (TdmEdit) none = tdm_pair_edits_set_days (self->pair, NULL, "");

  g_assert_true (tdm_edit_check (start, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find (start, self->pair), TDM_PAIR_STARTED_ON), ==, "2026-04-01");
  g_assert_true (tdm_edit_check (end, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find (end, self->pair), TDM_PAIR_PLANNED_END), ==, "2026-12-31");
  g_assert_true (tdm_edit_check (none, NULL));
  assert_fails (tdm_pair_edits_set_days (self->pair, NULL, "2026-05-03"), TDM_MODEL_ERROR_INVALID);
  assert_fails (tdm_pair_edits_set_days (self->pair, "", NULL), TDM_MODEL_ERROR_INVALID);
  assert_fails (tdm_pair_edits_set_days (self->pair, "2026-13-01", NULL), TDM_MODEL_ERROR_INVALID);
  edits_change (self->pair, TDM_PAIR_STATE, TDM_PAIR_CONFIRMED);
  assert_fails (tdm_pair_edits_set_days (self->pair, "2026-04-01", NULL), TDM_MODEL_ERROR_INVALID);
}

static void
test_the_history_has_the_right_start (Fixture *self, gconstpointer data)
{
  TdmRecord *confirmed = edits_add_event (self, TDM_PAIR_ASKED, TDM_PAIR_CONFIRMED, "2026-04-20");
  TdmRecord *began = edits_add_event (self, TDM_PAIR_CONFIRMED, TDM_PAIR_ACTIVE, "2026-05-04");
  TdmRecord *resumed = edits_add_event (self, TDM_PAIR_PAUSED, TDM_PAIR_ACTIVE, "2026-06-20");
  g_autoptr (TdmEdit) start = tdm_pair_edits_set_days (self->pair, "2026-05-11", NULL);
  g_autoptr (TdmEdit) end = tdm_pair_edits_set_days (self->pair, NULL, "2026-12-31");

  g_assert_true (tdm_edit_check (start, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find (start, began), TDM_PAIR_EVENT_HAPPENED_ON), ==, "2026-05-11");
  g_assert_false (tdm_edit_touches (start, confirmed));
  g_assert_false (tdm_edit_touches (start, resumed));
  g_assert_false (tdm_edit_touches (end, began));
  edits_add_event (self, TDM_PAIR_ACTIVE, TDM_PAIR_PAUSED, "2026-06-01");
  assert_fails (tdm_pair_edits_set_days (self->pair, "2026-06-02", NULL), TDM_MODEL_ERROR_INVALID);
}

static void
test_the_history_has_the_right_day_of_a_constellation (Fixture *self, gconstpointer data)
{
  TdmRecord *mutual = edits_add_event (self, TDM_PAIR_ACTIVE, TDM_PAIR_ACTIVE, "2026-06-01");
  g_autoptr (TdmEdit) edit = NULL;

  edits_change (mutual, TDM_PAIR_EVENT_KIND, TDM_EVENT_MUTUAL);
  edits_change (self->pair, TDM_PAIR_CONSTELLATION, TDM_CONSTELLATION_MUTUAL);
  edit = tdm_pair_edits_set_constellation (self->pair, TDM_CONSTELLATION_MUTUAL, "2026-06-08");
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, mutual), TDM_PAIR_EVENT_HAPPENED_ON), ==, "2026-06-08");
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_PAIR_EVENT), ==, 0);
}

static TdmEdit *
correct (TdmRecord *event, const char *day)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (event);

  tdm_record_set_text (draft, TDM_PAIR_EVENT_HAPPENED_ON, day);
  tdm_record_set_text (draft, TDM_PAIR_EVENT_NOTE, "By telephone");
  return tdm_pair_event_edits_save (TDM_PAIR_EVENT (event), draft);
}

/* Asked on 20 April, agreed on the 22nd, begun on 4 May, and paused since 1 June */
static void
test_the_history_is_set_right (Fixture *self, gconstpointer data)
{
  TdmRecord *asked = edits_add_event (self, TDM_PAIR_PROPOSED, TDM_PAIR_ASKED, "2026-04-20");
  TdmRecord *agreed = edits_add_event (self, TDM_PAIR_ASKED, TDM_PAIR_CONFIRMED, "2026-04-22");
  TdmRecord *began = edits_add_event (self, TDM_PAIR_CONFIRMED, TDM_PAIR_ACTIVE, "2026-05-04");
  TdmRecord *paused = edits_add_event (self, TDM_PAIR_ACTIVE, TDM_PAIR_PAUSED, "2026-06-01");
  g_autoptr (TdmEdit) asking = NULL, agreeing = NULL, beginning = NULL, pausing = NULL, noted = NULL;

  edits_change (asked, TDM_PAIR_EVENT_KIND, TDM_EVENT_MENTEE_ASKED);
  edits_change (self->pair, TDM_PAIR_STATE, TDM_PAIR_PAUSED);
  edits_change_text (self->pair, TDM_PAIR_MENTEE_ASKED_ON, "2026-04-20");
  edits_change_text (self->pair, TDM_PAIR_MENTEE_AGREED_ON, "2026-04-21");
  edits_change_text (self->pair, TDM_PAIR_MENTOR_AGREED_ON, "2026-04-22");

  asking = correct (asked, "2026-04-17");
  g_assert_true (tdm_edit_check (asking, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find (asking, self->pair), TDM_PAIR_MENTEE_ASKED_ON), ==, "2026-04-17");
  g_assert_cmpstr (tdm_record_get_text (edits_find (asking, asked), TDM_PAIR_EVENT_NOTE), ==, "By telephone");
  agreeing = correct (agreed, "2026-04-24");
  g_assert_cmpstr (tdm_record_get_text (edits_find (agreeing, self->pair), TDM_PAIR_MENTOR_AGREED_ON), ==,
                   "2026-04-24");
  g_assert_cmpstr (tdm_record_get_text (edits_find (agreeing, self->pair), TDM_PAIR_MENTEE_AGREED_ON), ==,
                   "2026-04-21");
  beginning = correct (began, "2026-05-05");
  g_assert_cmpstr (tdm_record_get_text (edits_find (beginning, self->pair), TDM_PAIR_STARTED_ON), ==, "2026-05-05");
  g_assert_cmpstr (tdm_record_get_text (edits_find (beginning, began), TDM_PAIR_EVENT_HAPPENED_ON), ==, "2026-05-05");
  g_assert_cmpstr (tdm_record_get_text (edits_find (beginning, began), TDM_PAIR_EVENT_NOTE), ==, "By telephone");
  pausing = correct (paused, "2026-07-14");
  g_assert_true (tdm_edit_check (pausing, NULL));
  noted = correct (paused, "2026-06-01");
  g_assert_cmpstr (tdm_record_get_text (edits_find (noted, paused), TDM_PAIR_EVENT_NOTE), ==, "By telephone");
  assert_fails (correct (asked, "2026-04-23"), TDM_MODEL_ERROR_INVALID);
  assert_fails (correct (agreed, "2026-04-19"), TDM_MODEL_ERROR_INVALID);
  assert_fails (correct (paused, "2026-07-15"), TDM_MODEL_ERROR_INVALID);
  assert_fails (correct (began, "2026-06-02"), TDM_MODEL_ERROR_INVALID);
}

static TdmPairEventKind
note_end (Fixture *self, const char *planned_end)
{
  g_autoptr (TdmEdit) edit = tdm_pair_edits_set_days (self->pair, NULL, planned_end);
  TdmRecord *event = edits_find_new (edit, TDM_TYPE_PAIR_EVENT, 0);

  g_assert_cmpstr (tdm_record_get_text (event, TDM_PAIR_EVENT_UNTIL), ==, planned_end);
  g_assert_cmpstr (tdm_record_get_text (event, TDM_PAIR_EVENT_HAPPENED_ON), ==, "2026-07-14");
  return tdm_record_get_integer (event, TDM_PAIR_EVENT_KIND);
}

static void
test_the_history_says_when_another_end_was_planned (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) same = NULL, proposed = NULL;

  edits_change_text (self->pair, TDM_PAIR_PLANNED_END, "2026-10-31");
  g_assert_cmpint (note_end (self, "2026-12-31"), ==, TDM_EVENT_EXTENDED);
  g_assert_cmpint (note_end (self, "2026-09-30"), ==, TDM_EVENT_PLANNED_END);
  g_assert_cmpint (note_end (self, ""), ==, TDM_EVENT_PLANNED_END);
  same = tdm_pair_edits_set_days (self->pair, NULL, "2026-10-31");
  g_assert_cmpuint (edits_count (same, TDM_EDIT_INSERT, TDM_TYPE_PAIR_EVENT), ==, 0);
  edits_change (self->pair, TDM_PAIR_STATE, TDM_PAIR_PROPOSED);
  proposed = tdm_pair_edits_set_days (self->pair, NULL, "2026-12-31");
  g_assert_true (tdm_edit_check (proposed, NULL));
  g_assert_cmpuint (edits_count (proposed, TDM_EDIT_INSERT, TDM_TYPE_PAIR_EVENT), ==, 0);
  edits_change (self->pair, TDM_PAIR_STATE, TDM_PAIR_COMPLETED);
  assert_fails (tdm_pair_edits_set_days (self->pair, NULL, "2026-12-31"), TDM_MODEL_ERROR_INVALID);
}

/* Other people, and none */

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
  TdmRecord *programme = edits_find_new (edit, TDM_TYPE_PROGRAMME, 0),
            *round = edits_find_new (edit, TDM_TYPE_ROUND, 0);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_record_get_text (programme, TDM_PROGRAMME_TITLE), ==, "Perspektivwechsel");
  g_assert_cmpstr (tdm_record_get_text (programme, TDM_PROGRAMME_ZONE), ==, "Europe/Berlin");
  g_assert_cmpstr (tdm_record_get_text (round, TDM_ROUND_KICKOFF), ==, "2026-07-14");
}

/* Whose people are those it had */
static void
test_a_tandem_that_is_over_stays_as_it_was (Fixture *self, gconstpointer data)
{
  static const TdmPairState over[] = { TDM_PAIR_COMPLETED, TDM_PAIR_DISSOLVED, TDM_PAIR_DECLINED };
  TdmRecord *cleo = edits_add (self, TDM_TYPE_PERSON);

  edits_make_live (cleo);
  for (guint i = 0; i < G_N_ELEMENTS (over); i++)
    {
      g_autoptr (TdmSeriesPlan) plan = tdm_series_plan_new (self->pair, "Europe/Berlin", 60);

      edits_change (self->pair, TDM_PAIR_STATE, over[i]);
      assert_fails (tdm_pair_edits_change_people (self->pair, self->anna, TDM_PERSON (cleo)), TDM_MODEL_ERROR_STATE);
      tdm_series_plan_set_start (plan, "2026-09-01", 10, 0);
      tdm_series_plan_set_organizer (plan, "Coordination", "hr@example.org");
      assert_fails (tdm_series_plan_make_edit (plan), TDM_MODEL_ERROR_STATE);
    }
}

#define ADD(name, func) g_test_add ("/pair-edits/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-tandem-has-two-different-people", test_a_tandem_has_two_different_people);
  ADD ("before-the-round-runs-it-is-proposed", test_before_the_round_runs_it_is_proposed);
  ADD ("only-what-is-active-has-started", test_only_what_is_active_has_started);
  ADD ("it-begins-and-ends-as-planned", test_it_begins_and_ends_as_planned);
  ADD ("a-topic-is-found-or-added", test_a_topic_is_found_or_added);
  ADD ("a-constellation-has-its-day", test_a_constellation_has_its_day);
  ADD ("days-are-in-order", test_days_are_in_order);
  ADD ("the-history-has-the-right-start", test_the_history_has_the_right_start);
  ADD ("the-history-has-the-right-day-of-a-constellation", test_the_history_has_the_right_day_of_a_constellation);
  ADD ("the-history-is-set-right", test_the_history_is_set_right);
  ADD ("the-history-says-when-another-end-was-planned", test_the_history_says_when_another_end_was_planned);
  ADD ("a-tandem-that-people-expect-stays", test_a_tandem_that_people_expect_stays);
  ADD ("a-new-mentor-comes-to-the-meetings-ahead", test_a_new_mentor_comes_to_the_meetings_ahead);
  ADD ("a-tandem-that-is-over-stays-as-it-was", test_a_tandem_that_is_over_stays_as_it_was);
  ADD ("a-person-is-added-or-changed", test_a_person_is_added_or_changed);
  ADD ("a-programme-begins-with-a-round", test_a_programme_begins_with_a_round);
  return g_test_run ();
}
