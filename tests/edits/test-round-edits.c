/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"

#include "edits/tdm-round-edits.h"
#include "model/tdm-model-error.h"
#include "model/tdm-participation.h"

#include <stdlib.h>
#include <string.h>

/* What changes when rounds are added, go on, are copied and removed. It is 14 July 2026. */

typedef struct
{
  EditsFixture base;
  GListStore *rounds;
  TdmRound *round; /* number 2: "Round 2" from Tuesday, 15 September 2026 */
} Fixture;

static TdmRound *
add_round (Fixture *self, int number, const char *title)
{
  TdmRecord *round = edits_add (&self->base, TDM_TYPE_ROUND);

  tdm_record_set_integer (round, TDM_ROUND_NUMBER, number);
  tdm_record_set_text (round, TDM_ROUND_TITLE, title);
  tdm_record_set_integer (round, TDM_ROUND_MINUTES, 90);
  edits_make_live (round);
  g_list_store_append (self->rounds, round);
  return TDM_ROUND (round);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  edits_set_up (&self->base, data);
  self->rounds = g_list_store_new (TDM_TYPE_ROUND);
  add_round (self, 1, "Pilot");
  self->round = add_round (self, 2, "Round 2");
  edits_change_text (self->round, TDM_ROUND_KICKOFF, "2026-09-15");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->rounds);
  edits_tear_down (&self->base, data);
}

static void
assert_invalid (TdmEdit *taken_edit, const char *words)
{
  g_autoptr (TdmEdit) edit = taken_edit;
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

/* --- a new one, and its number ------------------------------------------------------- */

static void
test_an_empty_round_has_the_next_number (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) draft = tdm_round_edits_new_draft (G_LIST_MODEL (self->rounds));
  g_autoptr (TdmEdit) edit = tdm_round_edits_save (draft, G_LIST_MODEL (self->rounds));

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpint (tdm_record_get_integer (draft, TDM_ROUND_NUMBER), ==, 3);
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_ROUND_TITLE), ==, "Round 3");
  g_assert_cmpint (tdm_record_get_integer (draft, TDM_ROUND_STATE), ==, TDM_ROUND_STATE_DRAFT);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1);
}

static void
test_the_first_round_is_number_one (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) none = g_list_store_new (TDM_TYPE_ROUND);
  g_autoptr (TdmRecord) draft = tdm_round_edits_new_draft (G_LIST_MODEL (none));

  g_assert_cmpint (tdm_record_get_integer (draft, TDM_ROUND_NUMBER), ==, 1);
}

static void
test_a_number_that_is_taken_moves_the_others_on (Fixture *self, gconstpointer data)
{
  TdmRound *third = add_round (self, 3, "Round 3"), *fifth = add_round (self, 5, "Round 5");
  TdmRound *first = g_list_model_get_item (G_LIST_MODEL (self->rounds), 0);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (third));
  g_autoptr (TdmEdit) edit = NULL;

  tdm_record_set_integer (draft, TDM_ROUND_NUMBER, 1);
  edit = tdm_round_edits_save (draft, G_LIST_MODEL (self->rounds));
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, first), TDM_ROUND_NUMBER), ==, 2);
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, self->round), TDM_ROUND_NUMBER), ==, 3);
  g_assert_false (tdm_edit_touches (edit, fifth));
  g_object_unref (first);
}

static void
test_a_round_ends_after_it_starts (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (self->round));

  tdm_record_set_text (draft, TDM_ROUND_END_DATE, "2026-09-14");
  assert_invalid (tdm_round_edits_save (draft, G_LIST_MODEL (self->rounds)), "end of the round");
}

static void
test_a_criterion_needs_its_justification (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (self->round));
  g_autoptr (TdmEdit) edit = NULL;

  tdm_record_set_text (draft, TDM_ROUND_CRITERION, "In training since 2024 or later");
  assert_invalid (tdm_round_edits_save (draft, G_LIST_MODEL (self->rounds)), "justification");
  tdm_record_set_text (draft, TDM_ROUND_JUSTIFICATION, "They know the new tools from the start.");
  edit = tdm_round_edits_save (draft, G_LIST_MODEL (self->rounds));
  g_assert_true (tdm_edit_check (edit, NULL));
  tdm_record_set_text (draft, TDM_ROUND_CRITERION, "");
  assert_invalid (tdm_round_edits_save (draft, G_LIST_MODEL (self->rounds)), "criterion that is justified");
}

/* --- state --------------------------------------------------------------------------- */

static void
test_a_state_begins_today (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_round_edits_set_state (self->round, TDM_ROUND_STATE_CALL);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, self->round), TDM_ROUND_STATE), ==, TDM_ROUND_STATE_CALL);
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, self->round), TDM_ROUND_CALL_ON), ==, "2026-07-14");
}

static void
test_a_state_earlier_than_planned (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_round_edits_set_state (self->round, TDM_ROUND_STATE_RUNNING);

  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, self->round), TDM_ROUND_KICKOFF), ==, "2026-07-14");
}

/* The kick-off would be behind the end. */
static void
test_what_is_over_does_not_start (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;

  edits_change_text (self->round, TDM_ROUND_KICKOFF, "");
  edits_change_text (self->round, TDM_ROUND_END_DATE, "2026-07-13");
  edit = tdm_round_edits_set_state (self->round, TDM_ROUND_STATE_RUNNING);
  g_assert_false (tdm_edit_check (edit, NULL));
}

static void
test_a_day_in_the_past_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;

  edits_change_text (self->round, TDM_ROUND_CALL_ON, "2026-07-01");
  edit = tdm_round_edits_set_state (self->round, TDM_ROUND_STATE_CALL);
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, self->round), TDM_ROUND_CALL_ON), ==, "2026-07-01");
}

/* But for the kick-off, and for what is only planned */
static void
test_a_state_that_is_taken_back_loses_its_day (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;
  TdmRecord *draft;

  edits_change (self->round, TDM_ROUND_STATE, TDM_ROUND_STATE_CLOSING);
  edits_change_text (self->round, TDM_ROUND_MATCHING_ON, "2026-05-01");
  edits_change_text (self->round, TDM_ROUND_KICKOFF, "2026-06-01");
  edits_change_text (self->round, TDM_ROUND_CLOSING_ON, "2026-07-14");
  edits_change_text (self->round, TDM_ROUND_FOLLOWUP_ON, "2026-10-01");
  edit = tdm_round_edits_set_state (self->round, TDM_ROUND_STATE_MATCHING);
  draft = edits_find (edit, self->round);
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_ROUND_MATCHING_ON), ==, "2026-05-01");
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_ROUND_KICKOFF), ==, "2026-06-01");
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_ROUND_CLOSING_ON), ==, "");
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_ROUND_FOLLOWUP_ON), ==, "2026-10-01");
}

static void
test_a_round_is_archived_once (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_round_edits_set_state (self->round, TDM_ROUND_STATE_ARCHIVED);
  g_autoptr (TdmEdit) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Round archived");
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, self->round), TDM_ROUND_ARCHIVED_ON), ==, "2026-07-14");
  edits_change (self->round, TDM_ROUND_STATE, TDM_ROUND_STATE_ARCHIVED);
  again = tdm_round_edits_set_state (self->round, TDM_ROUND_STATE_ARCHIVED);
  g_assert_false (tdm_edit_check (again, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE);
}

static void
test_of_an_archived_round_tandems_may_go_on (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_round_edits_set_state (self->base.round, TDM_ROUND_STATE_ARCHIVED);
  g_autoptr (TdmEdit) after = NULL;

  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Round archived: a tandem goes on in it");
  edits_change (self->base.pair, TDM_PAIR_STATE, TDM_PAIR_COMPLETED);
  after = tdm_round_edits_set_state (self->base.round, TDM_ROUND_STATE_ARCHIVED);
  g_assert_cmpstr (tdm_edit_get_label (after), ==, "Round archived");
}

/* Its days tell: what was only planned had not begun, and what had ended by then is followed up. */
static void
test_where_an_archived_round_goes_on (Fixture *self, gconstpointer data)
{
  static const struct { const char *kickoff, *end, *closing, *followup; TdmRoundState before; } rounds[] = {
    { "", "", "", "", TDM_ROUND_STATE_DRAFT },
    { "2026-09-01", "2027-09-01", "2027-08-01", "2027-09-15", TDM_ROUND_STATE_DRAFT },
    { "2026-03-03", "2027-02-03", "2027-01-20", "2027-03-17", TDM_ROUND_STATE_RUNNING },
    { "2025-03-04", "2026-07-14", "2026-07-01", "2026-10-01", TDM_ROUND_STATE_CLOSING },
    { "2024-03-05", "2025-03-04", "", "", TDM_ROUND_STATE_FOLLOWUP },
    { "2024-03-05", "2025-03-04", "2025-02-20", "2025-03-18", TDM_ROUND_STATE_FOLLOWUP },
  };

  edits_change (self->round, TDM_ROUND_STATE, TDM_ROUND_STATE_ARCHIVED);
  edits_change_text (self->round, TDM_ROUND_ARCHIVED_ON, "2026-07-14");
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      edits_change_text (self->round, TDM_ROUND_KICKOFF, rounds[i].kickoff);
      edits_change_text (self->round, TDM_ROUND_END_DATE, rounds[i].end);
      edits_change_text (self->round, TDM_ROUND_CLOSING_ON, rounds[i].closing);
      edits_change_text (self->round, TDM_ROUND_FOLLOWUP_ON, rounds[i].followup);
      g_assert_cmpint (tdm_round_edits_find_state_before (self->round), ==, rounds[i].before);
    }
}

/* --- copy ---------------------------------------------------------------------------- */

static TdmRecord *
copy_round (Fixture *self, GPtrArray *participations, const char *kickoff, TdmEdit **edit)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  *edit = tdm_round_edits_copy (self->round, G_LIST_MODEL (self->rounds), participations ? participations : nobody,
                                kickoff);
  g_assert_true (tdm_edit_check (*edit, NULL));
  g_assert_false (tdm_edit_touches (*edit, self->round));
  return edits_find_new (*edit, TDM_TYPE_ROUND, 0);
}

static void
test_a_copy_keeps_rules_and_no_people (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;
  TdmRecord *copy;

  edits_change (self->round, TDM_ROUND_TYPE, TDM_ROUND_PILOT);
  edits_change (self->round, TDM_ROUND_STATE, TDM_ROUND_STATE_RUNNING);
  edits_change (self->round, TDM_ROUND_MANAGER_RULE, TDM_MANAGER_WARN);
  edits_change (self->round, TDM_ROUND_EARLIER_RULE, TDM_PARTNER_ALLOW);
  edits_change (self->round, TDM_ROUND_DEPARTMENT_RULE, TDM_PARTNER_ALLOW);
  edits_change_text (self->round, TDM_ROUND_CRITERION, "In training");
  edits_change_text (self->round, TDM_ROUND_JUSTIFICATION, "They know the tools.");
  edits_change_text (self->round, TDM_ROUND_QUESTION, "Can tandems organise themselves?");
  edits_change_text (self->round, TDM_ROUND_NOTE, "Started late");
  copy = copy_round (self, NULL, "2027-03-16", &edit);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1);
  g_assert_cmpint (tdm_record_get_integer (copy, TDM_ROUND_NUMBER), ==, 3);
  g_assert_cmpstr (tdm_record_get_text (copy, TDM_ROUND_TITLE), ==, "Round 3");
  g_assert_cmpint (tdm_record_get_integer (copy, TDM_ROUND_TYPE), ==, TDM_ROUND_REGULAR);
  g_assert_cmpint (tdm_record_get_integer (copy, TDM_ROUND_STATE), ==, TDM_ROUND_STATE_DRAFT);
  g_assert_cmpint (tdm_record_get_integer (copy, TDM_ROUND_MINUTES), ==, 90);
  g_assert_cmpint (tdm_record_get_integer (copy, TDM_ROUND_MANAGER_RULE), ==, TDM_MANAGER_WARN);
  g_assert_cmpint (tdm_record_get_integer (copy, TDM_ROUND_EARLIER_RULE), ==, TDM_PARTNER_ALLOW);
  g_assert_cmpint (tdm_record_get_integer (copy, TDM_ROUND_DEPARTMENT_RULE), ==, TDM_PARTNER_ALLOW);
  g_assert_cmpstr (tdm_record_get_text (copy, TDM_ROUND_CRITERION), ==, "In training");
  g_assert_cmpstr (tdm_record_get_text (copy, TDM_ROUND_JUSTIFICATION), ==, "They know the tools.");
  g_assert_cmpstr (tdm_record_get_text (copy, TDM_ROUND_QUESTION), ==, "");
  g_assert_cmpstr (tdm_record_get_text (copy, TDM_ROUND_NOTE), ==, "");
}

static void
assert_title (Fixture *self, const char *old, const char *kickoff, const char *expected)
{
  g_autofree char *title = NULL;

  edits_change_text (self->round, TDM_ROUND_TITLE, old);
  title = tdm_round_edits_suggest_title (self->round, G_LIST_MODEL (self->rounds), kickoff);
  g_assert_cmpstr (title, ==, expected);
}

static void
test_a_title_is_suggested (Fixture *self, gconstpointer data)
{
  assert_title (self, "Round 2", "2027-03-16", "Round 3");
  assert_title (self, "2. Runde (2026)", "2027-03-16", "3. Runde (2026)");
  assert_title (self, "Herbst 2026", "2027-09-16", "Herbst 2027");
  assert_title (self, "Herbst 2026", "2026-12-01", "Round 3");
  assert_title (self, "Führungskräfte", "2027-03-16", "Round 3");
  assert_title (self, "Round 12", "2027-03-16", "Round 3");
  add_round (self, 7, "Herbst 2027");
  assert_title (self, "Herbst 2026", "2027-09-16", "Round 8");
}

/* In which order the fields of the dates stand in a list of texts */
static const guint steps[] = { TDM_ROUND_CALL_ON,    TDM_ROUND_SELECTION_ON, TDM_ROUND_MATCHING_ON, TDM_ROUND_KICKOFF,
                               TDM_ROUND_CLOSING_ON, TDM_ROUND_END_DATE,     TDM_ROUND_FOLLOWUP_ON };

static void
set_steps (Fixture *self, const char *const *days)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    edits_change_text (self->round, steps[i], days[i]);
}

static void
assert_steps (Fixture *self, const char *kickoff, const char *const *days)
{
  g_autoptr (TdmEdit) edit = NULL;
  TdmRecord *copy = copy_round (self, NULL, kickoff, &edit);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpstr (tdm_record_get_text (copy, steps[i]), ==, days[i]);
}

/* The kick-off is on a Tuesday: the call from a Tuesday three weeks before, the selection from a Monday, matching from
 * the Friday before; it closes on a Monday and ends at the end of a month. */
static const char *const autumn[] = { "2026-08-25", "2026-08-31", "2026-09-11", "2026-09-15",
                                      "2027-02-22", "2027-02-28", "2027-05-31" };

static void
test_dates_move_with_the_kickoff (Fixture *self, gconstpointer data)
{
  static const char *const spring[] = { "2027-02-23", "2027-03-01", "2027-03-12", "2027-03-16",
                                        "2027-08-23", "2027-08-29", "2027-11-29" };

  set_steps (self, autumn);
  assert_steps (self, "2027-03-16", spring);
}

static void
test_dates_keep_their_weekdays_on_another_kickoff_day (Fixture *self, gconstpointer data)
{
  /* A Monday, and a Friday */
  static const char *const monday[] = { "2027-02-23", "2027-03-01", "2027-03-12", "2027-03-15",
                                        "2027-08-23", "2027-08-29", "2027-11-29" };
  static const char *const friday[] = { "2027-02-23", "2027-03-01", "2027-03-12", "2027-03-19",
                                        "2027-08-23", "2027-08-29", "2027-11-29" };

  set_steps (self, autumn);
  assert_steps (self, "2027-03-15", monday);
  assert_steps (self, "2027-03-19", friday);
}

/* Clocks change on 25 October 2026 and 28 March 2027, and 2028 has a 29 February. */
static void
test_dates_over_clock_changes_and_ends_of_months (Fixture *self, gconstpointer data)
{
  static const char *const from[] = { "2026-10-24", "2026-10-25", "2026-10-26", "2026-10-31",
                                      "2027-03-27", "2027-03-28", "2027-03-29" };
  static const char *const to[] = { "2028-02-19", "2028-02-20", "2028-02-21", "2028-02-26",
                                    "2028-07-22", "2028-07-23", "2028-07-24" };
  static const char *const leap_day[] = { "2028-02-26", "2028-02-27", "2028-02-28", "2028-02-29",
                                          "2028-07-29", "2028-07-30", "2028-07-31" };

  set_steps (self, from);
  assert_steps (self, "2028-02-26", to);
  /* A Saturday to a Tuesday: matching, on the Monday of that week, stays before the kick-off. */
  assert_steps (self, "2028-02-29", leap_day);
}

/* Matching from a Wednesday, kick-off on the Friday; then the kick-off is on a Monday. */
static void
test_what_was_before_the_kickoff_stays_before_it (Fixture *self, gconstpointer data)
{
  static const char *const from[] = { "2026-08-24", "2026-09-11", "2026-09-16", "2026-09-18", "", "2026-12-18", "" };
  static const char *const to[] = { "2027-02-15", "2027-03-05", "2027-03-10", "2027-03-15", "", "2027-06-18", "" };

  set_steps (self, from);
  assert_steps (self, "2027-03-15", to);
}

static void
test_a_day_on_the_kickoff_stays_on_it (Fixture *self, gconstpointer data)
{
  static const char *const from[] = { "2026-09-15", "", "", "2026-09-15", "", "2026-09-17", "" };
  static const char *const to[] = { "2027-03-19", "", "", "2027-03-19", "", "2027-03-25", "" };

  set_steps (self, from);
  assert_steps (self, "2027-03-19", to);
}

static void
test_without_a_kickoff_there_is_nothing_to_count_from (Fixture *self, gconstpointer data)
{
  static const char *const from[] = { "2026-08-25", "", "", "", "", "2026-12-17", "" };
  static const char *const to[] = { "", "", "", "2027-03-19", "", "", "" };

  set_steps (self, from);
  assert_steps (self, "2027-03-19", to);
}

/* What would lie before the first year, or after the last one of four digits, is left out. */
static void
test_a_kickoff_at_the_end_of_all_calendars (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) first = NULL, last = NULL;
  TdmRecord *copy;

  set_steps (self, autumn);
  copy = copy_round (self, NULL, "0001-01-01", &first);
  g_assert_cmpstr (tdm_record_get_text (copy, TDM_ROUND_CALL_ON), ==, "");
  g_assert_cmpstr (tdm_record_get_text (copy, TDM_ROUND_CLOSING_ON), ==, "0001-06-11");
  copy = copy_round (self, NULL, "9999-12-31", &last);
  g_assert_cmpstr (tdm_record_get_text (copy, TDM_ROUND_CALL_ON), ==, "9999-12-07");
  g_assert_cmpstr (tdm_record_get_text (copy, TDM_ROUND_END_DATE), ==, "");
}

static int
get_weekday (const char *date)
{
  g_autoptr (GDate) day = g_date_new_dmy (atoi (date + 8), atoi (date + 5), atoi (date));

  return g_date_get_weekday (day);
}

/* Whatever the two days of the kick-off are */
static void
test_weekdays_and_order_always_stay (Fixture *self, gconstpointer data)
{
  set_steps (self, autumn);
  for (int from = 0; from < 7; from++)
    for (int to = 1; to < 400; to += 3)
      {
        g_autoptr (GDate) kickoff = g_date_new_dmy (14, 9, 2026), new_kickoff = NULL;
        g_autofree char *text = NULL, *new_text = NULL;
        g_autoptr (TdmEdit) edit = NULL;
        TdmRecord *copy;

        g_date_add_days (kickoff, from);
        new_kickoff = g_date_copy (kickoff);
        g_date_add_days (new_kickoff, to);
        text = g_strdup_printf ("2026-09-%02u", g_date_get_day (kickoff));
        new_text = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (new_kickoff), g_date_get_month (new_kickoff),
                                    g_date_get_day (new_kickoff));
        edits_change_text (self->round, TDM_ROUND_KICKOFF, text);
        edits_change_text (self->round, TDM_ROUND_MATCHING_ON, from > 0 ? "2026-09-14" : "2026-09-11");
        copy = copy_round (self, NULL, new_text, &edit);
        for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
          {
            const char *day = tdm_record_get_text (copy, steps[i]);

            if (i > 0)
              g_assert_cmpstr (tdm_record_get_text (copy, steps[i - 1]), <, day);
            if (steps[i] != TDM_ROUND_KICKOFF)
              g_assert_cmpint (get_weekday (day), ==,
                               get_weekday (tdm_record_get_text (TDM_RECORD (self->round), steps[i])));
          }
      }
}

static TdmParticipation *
add_participation (Fixture *self, TdmPerson *person, TdmRole role, TdmParticipationState state)
{
  TdmRecord *participation = edits_add (&self->base, TDM_TYPE_PARTICIPATION);

  tdm_record_set_link (participation, TDM_PARTICIPATION_ROUND, self->round);
  tdm_record_set_link (participation, TDM_PARTICIPATION_PERSON, person);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_ROLE, role);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_SOURCE, TDM_SOURCE_NOMINATED);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_STATE, state);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_CAPACITY, 2);
  tdm_record_set_text (participation, TDM_PARTICIPATION_MOTIVES, "inspiration");
  tdm_record_set_text (participation, TDM_PARTICIPATION_EXPECTATIONS, "Much");
  tdm_record_set_text (participation, TDM_PARTICIPATION_CONSENT, "2026-07-01");
  tdm_record_set_text (participation, TDM_PARTICIPATION_REASON, "Why not");
  tdm_record_set_text (participation, TDM_PARTICIPATION_SINCE, "2026-07-02");
  tdm_record_set_text (participation, TDM_PARTICIPATION_TOLD_ON, "2026-07-03");
  tdm_record_set_integer (participation, TDM_PARTICIPATION_CRITERION, TDM_CRITERION_MET);
  tdm_record_set_text (participation, TDM_PARTICIPATION_CHECKED_ON, "2026-07-04");
  edits_make_live (participation);
  return TDM_PARTICIPATION (participation);
}

static void
test_only_people_who_are_ticked_come_along (Fixture *self, gconstpointer data)
{
  static const TdmParticipationState states[] = { TDM_PARTICIPATION_MATCHED, TDM_PARTICIPATION_ALUMNI,
                                                  TDM_PARTICIPATION_RECOMMENDED, TDM_PARTICIPATION_DECLINED };
  static const TdmParticipationState expected[] = { TDM_PARTICIPATION_INVITED, TDM_PARTICIPATION_ALUMNI,
                                                    TDM_PARTICIPATION_RECOMMENDED, TDM_PARTICIPATION_INVITED };
  g_autoptr (GPtrArray) ticked = g_ptr_array_new ();
  g_autoptr (TdmEdit) edit = NULL;
  TdmParticipation *left_out = add_participation (self, self->base.anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_MATCHED);
  TdmRecord *copy;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_ptr_array_add (ticked, add_participation (self, self->base.bo, TDM_ROLE_MENTOR, states[i]));
  copy = copy_round (self, ticked, "2027-03-16", &edit);
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_PARTICIPATION), ==, G_N_ELEMENTS (states));
  g_assert_false (tdm_edit_touches (edit, left_out));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      TdmRecord *again = edits_find_new (edit, TDM_TYPE_PARTICIPATION, i);

      g_assert_false (tdm_edit_touches (edit, ticked->pdata[i]));
      g_assert_true (tdm_record_get_link (again, TDM_PARTICIPATION_ROUND) == copy);
      g_assert_true (tdm_record_get_link (again, TDM_PARTICIPATION_PERSON) == self->base.bo);
      g_assert_cmpint (tdm_record_get_integer (again, TDM_PARTICIPATION_ROLE), ==, TDM_ROLE_MENTOR);
      g_assert_cmpint (tdm_record_get_integer (again, TDM_PARTICIPATION_STATE), ==, expected[i]);
      g_assert_cmpint (tdm_record_get_integer (again, TDM_PARTICIPATION_SOURCE), ==, TDM_SOURCE_NOMINATED);
      g_assert_cmpint (tdm_record_get_integer (again, TDM_PARTICIPATION_CAPACITY), ==, 2);
      g_assert_cmpstr (tdm_record_get_text (again, TDM_PARTICIPATION_SINCE), ==, "2026-07-14");
      g_assert_cmpint (tdm_record_get_integer (again, TDM_PARTICIPATION_CRITERION), ==, TDM_CRITERION_UNKNOWN);
      for (guint field = TDM_PARTICIPATION_MOTIVES; field <= TDM_PARTICIPATION_CHECKED_ON; field++)
        if (field != TDM_PARTICIPATION_SINCE && field != TDM_PARTICIPATION_CRITERION)
          g_assert_cmpstr (tdm_record_get_text (again, field), ==, "");
    }
}

static void
test_a_copy_needs_a_kickoff (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  assert_invalid (tdm_round_edits_copy (self->round, G_LIST_MODEL (self->rounds), nobody, ""), "kick-off");
  assert_invalid (tdm_round_edits_copy (self->round, G_LIST_MODEL (self->rounds), nobody, "2027-02-30"), "kick-off");
}

/* --- removing ------------------------------------------------------------------------ */

static void
test_a_round_that_people_expect_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_round_edits_remove (self->round, FALSE);
  g_autoptr (TdmEdit) refused = tdm_round_edits_remove (self->round, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_REMOVE, TDM_TYPE_ROUND), ==, 1);
  g_assert_false (tdm_edit_check (refused, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE);
  g_assert_cmpuint (tdm_edit_get_size (refused), ==, 0);
}

#define ADD(name, func) g_test_add ("/round-edits/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an-empty-round-has-the-next-number", test_an_empty_round_has_the_next_number);
  ADD ("the-first-round-is-number-one", test_the_first_round_is_number_one);
  ADD ("a-number-that-is-taken-moves-the-others-on", test_a_number_that_is_taken_moves_the_others_on);
  ADD ("a-round-ends-after-it-starts", test_a_round_ends_after_it_starts);
  ADD ("a-criterion-needs-its-justification", test_a_criterion_needs_its_justification);
  ADD ("a-state-begins-today", test_a_state_begins_today);
  ADD ("a-state-earlier-than-planned", test_a_state_earlier_than_planned);
  ADD ("what-is-over-does-not-start", test_what_is_over_does_not_start);
  ADD ("a-day-in-the-past-stays", test_a_day_in_the_past_stays);
  ADD ("a-state-that-is-taken-back-loses-its-day", test_a_state_that_is_taken_back_loses_its_day);
  ADD ("a-round-is-archived-once", test_a_round_is_archived_once);
  ADD ("of-an-archived-round-tandems-may-go-on", test_of_an_archived_round_tandems_may_go_on);
  ADD ("where-an-archived-round-goes-on", test_where_an_archived_round_goes_on);
  ADD ("a-copy-keeps-rules-and-no-people", test_a_copy_keeps_rules_and_no_people);
  ADD ("a-title-is-suggested", test_a_title_is_suggested);
  ADD ("dates-move-with-the-kickoff", test_dates_move_with_the_kickoff);
  ADD ("dates-keep-their-weekdays-on-another-kickoff-day", test_dates_keep_their_weekdays_on_another_kickoff_day);
  ADD ("dates-over-clock-changes-and-ends-of-months", test_dates_over_clock_changes_and_ends_of_months);
  ADD ("what-was-before-the-kickoff-stays-before-it", test_what_was_before_the_kickoff_stays_before_it);
  ADD ("a-day-on-the-kickoff-stays-on-it", test_a_day_on_the_kickoff_stays_on_it);
  ADD ("without-a-kickoff-there-is-nothing-to-count-from", test_without_a_kickoff_there_is_nothing_to_count_from);
  ADD ("a-kickoff-at-the-end-of-all-calendars", test_a_kickoff_at_the_end_of_all_calendars);
  ADD ("weekdays-and-order-always-stay", test_weekdays_and_order_always_stay);
  ADD ("only-people-who-are-ticked-come-along", test_only_people_who_are_ticked_come_along);
  ADD ("a-copy-needs-a-kickoff", test_a_copy_needs_a_kickoff);
  ADD ("a-round-that-people-expect-stays", test_a_round_that_people_expect_stays);
  return g_test_run ();
}
