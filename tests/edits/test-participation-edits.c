/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"

#include "edits/tdm-participation-edits.h"
#include "model/tdm-model-error.h"

/* What changes when people come into a round, are chosen, told and taken out. It is 14 July 2026. */

typedef EditsFixture Fixture;

static GPtrArray *
list_of (gpointer first, gpointer second)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (list, first);
  if (second)
    g_ptr_array_add (list, second);
  return list;
}

static TdmParticipation *
add_participation (Fixture *self, TdmPerson *person, TdmRole role, TdmParticipationState state)
{
  TdmRecord *participation = edits_add (self, TDM_TYPE_PARTICIPATION);

  tdm_record_set_link (participation, TDM_PARTICIPATION_ROUND, self->round);
  tdm_record_set_link (participation, TDM_PARTICIPATION_PERSON, person);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_ROLE, role);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_STATE, state);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_CAPACITY, 1);
  tdm_record_set_text (participation, TDM_PARTICIPATION_SINCE, "2026-06-01");
  tdm_record_set_text (participation, TDM_PARTICIPATION_TOLD_ON, "2026-06-02");
  edits_make_live (participation);
  return TDM_PARTICIPATION (participation);
}

static void
assert_fails (TdmEdit *taken_edit, int code)
{
  g_autoptr (TdmEdit) edit = taken_edit;
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, code);
}

static void
test_several_people_are_added_at_once (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) people = list_of (self->anna, self->bo);
  g_autoptr (TdmEdit) edit = tdm_participation_edits_add (self->round, people, TDM_ROLE_MENTOR, TDM_SOURCE_RECOMMENDED,
                                                          TDM_PARTICIPATION_APPLIED);
  TdmRecord *second;

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 2);
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "2 people take part");
  second = edits_find_new (edit, TDM_TYPE_PARTICIPATION, 1);
  g_assert_true (tdm_record_get_link (second, TDM_PARTICIPATION_PERSON) == self->bo);
  g_assert_true (tdm_record_get_link (second, TDM_PARTICIPATION_ROUND) == self->round);
  g_assert_cmpint (tdm_record_get_integer (second, TDM_PARTICIPATION_ROLE), ==, TDM_ROLE_MENTOR);
  g_assert_cmpint (tdm_record_get_integer (second, TDM_PARTICIPATION_SOURCE), ==, TDM_SOURCE_RECOMMENDED);
  g_assert_cmpint (tdm_record_get_integer (second, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_APPLIED);
  g_assert_cmpstr (tdm_record_get_text (second, TDM_PARTICIPATION_SINCE), ==, "2026-07-14");
}

static void
test_a_person_takes_part_once_in_a_role (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) people = list_of (self->anna, self->bo), anna = list_of (self->anna, NULL);
  g_autoptr (TdmEdit) others = NULL, other_role = NULL;

  add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_DECLINED);
  others = tdm_participation_edits_add (self->round, people, TDM_ROLE_MENTEE, TDM_SOURCE_APPLIED,
                                        TDM_PARTICIPATION_INVITED);
  g_assert_true (tdm_edit_check (others, NULL));
  g_assert_cmpuint (tdm_edit_get_size (others), ==, 1);
  other_role = tdm_participation_edits_add (self->round, anna, TDM_ROLE_MENTOR, TDM_SOURCE_APPLIED,
                                            TDM_PARTICIPATION_INVITED);
  g_assert_true (tdm_edit_check (other_role, NULL));
  assert_fails (tdm_participation_edits_add (self->round, anna, TDM_ROLE_MENTEE, TDM_SOURCE_APPLIED,
                                             TDM_PARTICIPATION_INVITED),
                TDM_MODEL_ERROR_STATE);
}

static void
test_a_role_that_is_changed_is_looked_at_too (Fixture *self, gconstpointer data)
{
  TdmParticipation *mentee = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_ACCEPTED);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (mentee));
  g_autoptr (TdmEdit) edit = NULL;

  tdm_record_set_integer (draft, TDM_PARTICIPATION_CAPACITY, 2);
  edit = tdm_participation_edits_save (draft);
  g_assert_true (tdm_edit_check (edit, NULL));
  add_participation (self, self->anna, TDM_ROLE_MENTOR, TDM_PARTICIPATION_ACCEPTED);
  tdm_record_set_integer (draft, TDM_PARTICIPATION_ROLE, TDM_ROLE_MENTOR);
  assert_fails (tdm_participation_edits_save (draft), TDM_MODEL_ERROR_INVALID);
}

static void
test_a_new_state_counts_from_today_and_is_to_be_told (Fixture *self, gconstpointer data)
{
  TdmParticipation *anna = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_APPLIED);
  TdmParticipation *bo = add_participation (self, self->bo, TDM_ROLE_MENTEE, TDM_PARTICIPATION_RESERVE);
  g_autoptr (GPtrArray) both = list_of (anna, bo);
  g_autoptr (TdmEdit) edit = tdm_participation_edits_set_state (both, TDM_PARTICIPATION_RESERVE, "No mentor left");
  TdmRecord *draft = edits_find (edit, anna);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_false (tdm_edit_touches (edit, bo));
  g_assert_cmpint (tdm_record_get_integer (draft, TDM_PARTICIPATION_STATE), ==, TDM_PARTICIPATION_RESERVE);
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_PARTICIPATION_REASON), ==, "No mentor left");
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_PARTICIPATION_SINCE), ==, "2026-07-14");
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_PARTICIPATION_TOLD_ON), ==, "");
}

static void
test_who_steps_back_leaves_a_tandem_that_goes_on (Fixture *self, gconstpointer data)
{
  TdmParticipation *mentee = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_MATCHED);
  TdmParticipation *other = add_participation (self, self->bo, TDM_ROLE_MENTEE, TDM_PARTICIPATION_ACCEPTED);
  g_autoptr (GPtrArray) both = list_of (mentee, other);
  g_autoptr (TdmEdit) edit = tdm_participation_edits_set_state (both, TDM_PARTICIPATION_WITHDRAWN, NULL);
  g_autoptr (TdmRecord) over = tdm_record_new_draft (TDM_RECORD (self->pair));
  g_autoptr (TdmEdit) after = NULL;

  g_assert_true (tdm_participation_edits_find_tandem (mentee) == self->pair);
  g_assert_null (tdm_participation_edits_find_tandem (other));
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Changed: a tandem goes on until it is ended");
  tdm_record_set_integer (over, TDM_PAIR_STATE, TDM_PAIR_DISSOLVED);
  tdm_record_assign (TDM_RECORD (self->pair), over);
  after = tdm_participation_edits_set_state (both, TDM_PARTICIPATION_WITHDRAWN, NULL);
  g_assert_cmpstr (tdm_edit_get_label (after), !=, tdm_edit_get_label (edit));
}

static void
test_a_state_that_all_have (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all =
    list_of (add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_DECLINED), NULL);

  assert_fails (tdm_participation_edits_set_state (all, TDM_PARTICIPATION_DECLINED, NULL), TDM_MODEL_ERROR_STATE);
}

/* In the dialog of one person */
static void
test_a_state_from_a_form_counts_from_today (Fixture *self, gconstpointer data)
{
  TdmParticipation *anna = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_APPLIED);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (anna)), dated = NULL;
  g_autoptr (TdmEdit) edit = NULL, dated_edit = NULL;

  tdm_record_set_integer (draft, TDM_PARTICIPATION_STATE, TDM_PARTICIPATION_ACCEPTED);
  edit = tdm_participation_edits_save (draft);
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_PARTICIPATION_SINCE), ==, "2026-07-14");
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_PARTICIPATION_TOLD_ON), ==, "");
  dated = tdm_record_new_draft (TDM_RECORD (anna));
  tdm_record_set_integer (dated, TDM_PARTICIPATION_STATE, TDM_PARTICIPATION_ACCEPTED);
  tdm_record_set_text (dated, TDM_PARTICIPATION_SINCE, "2026-07-10");
  tdm_record_set_text (dated, TDM_PARTICIPATION_TOLD_ON, "2026-07-12");
  dated_edit = tdm_participation_edits_save (dated);
  g_assert_cmpstr (tdm_record_get_text (dated, TDM_PARTICIPATION_SINCE), ==, "2026-07-10");
  g_assert_cmpstr (tdm_record_get_text (dated, TDM_PARTICIPATION_TOLD_ON), ==, "2026-07-12");
}

/* Whether several are changed or one */
static void
test_a_reason_is_that_of_its_state (Fixture *self, gconstpointer data)
{
  TdmParticipation *anna = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_RESERVE);
  g_autoptr (TdmRecord) draft = NULL, other = NULL, said = NULL;
  g_autoptr (TdmEdit) edit = NULL, other_edit = NULL, said_edit = NULL;

  edits_change_text (anna, TDM_PARTICIPATION_REASON, "No mentor left");
  draft = tdm_record_new_draft (TDM_RECORD (anna));
  tdm_record_set_integer (draft, TDM_PARTICIPATION_STATE, TDM_PARTICIPATION_ACCEPTED);
  edit = tdm_participation_edits_save (draft);
  g_assert_cmpstr (tdm_record_get_text (draft, TDM_PARTICIPATION_REASON), ==, "");
  said = tdm_record_new_draft (TDM_RECORD (anna));
  tdm_record_set_integer (said, TDM_PARTICIPATION_STATE, TDM_PARTICIPATION_ACCEPTED);
  tdm_record_set_text (said, TDM_PARTICIPATION_REASON, "One came");
  said_edit = tdm_participation_edits_save (said);
  g_assert_cmpstr (tdm_record_get_text (said, TDM_PARTICIPATION_REASON), ==, "One came");
  other = tdm_record_new_draft (TDM_RECORD (anna));
  tdm_record_set_integer (other, TDM_PARTICIPATION_CAPACITY, 2);
  other_edit = tdm_participation_edits_save (other);
  g_assert_cmpstr (tdm_record_get_text (other, TDM_PARTICIPATION_REASON), ==, "No mentor left");
}

static void
test_only_decisions_are_told (Fixture *self, gconstpointer data)
{
  TdmParticipation *anna = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_APPLIED);
  TdmParticipation *bo = add_participation (self, self->bo, TDM_ROLE_MENTEE, TDM_PARTICIPATION_DECLINED);
  g_autoptr (GPtrArray) both = list_of (anna, bo), undecided = list_of (anna, NULL);
  g_autoptr (TdmEdit) edit = tdm_participation_edits_tell (both, "2026-07-14");

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_false (tdm_edit_touches (edit, anna));
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, bo), TDM_PARTICIPATION_TOLD_ON), ==, "2026-07-14");
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, bo), TDM_PARTICIPATION_SINCE), ==, "2026-06-01");
  assert_fails (tdm_participation_edits_tell (undecided, "2026-07-14"), TDM_MODEL_ERROR_STATE);
}

static void
test_of_a_criterion_the_day_is_kept (Fixture *self, gconstpointer data)
{
  TdmParticipation *bo = add_participation (self, self->bo, TDM_ROLE_MENTOR, TDM_PARTICIPATION_APPLIED);
  g_autoptr (GPtrArray) list = list_of (bo, NULL);
  g_autoptr (TdmEdit) met = tdm_participation_edits_set_criterion (list, TDM_CRITERION_MET, "2026-07-14");
  g_autoptr (TdmEdit) unknown = tdm_participation_edits_set_criterion (list, TDM_CRITERION_UNKNOWN, "2026-07-14");

  g_assert_cmpint (tdm_record_get_integer (edits_find (met, bo), TDM_PARTICIPATION_CRITERION), ==, TDM_CRITERION_MET);
  g_assert_cmpstr (tdm_record_get_text (edits_find (met, bo), TDM_PARTICIPATION_CHECKED_ON), ==, "2026-07-14");
  g_assert_cmpstr (tdm_record_get_text (edits_find (unknown, bo), TDM_PARTICIPATION_CHECKED_ON), ==, "");
}

static void
test_people_are_taken_out_and_stay_in_the_programme (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) list =
    list_of (add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_ACCEPTED),
             add_participation (self, self->bo, TDM_ROLE_MENTOR, TDM_PARTICIPATION_ACCEPTED));
  g_autoptr (TdmEdit) edit = tdm_participation_edits_remove (list);

  g_assert_cmpuint (edits_count (edit, TDM_EDIT_REMOVE, TDM_TYPE_PARTICIPATION), ==, 2);
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 2);
}

static TdmEdit *
save (TdmParticipation *live, guint field, const char *text, TdmCriterion criterion)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (live));

  tdm_record_set_integer (draft, TDM_PARTICIPATION_CRITERION, criterion);
  tdm_record_set_text (draft, field, text);
  return tdm_participation_edits_save (draft);
}

/* Whoever asks for it: a form, the page of a person, the command */
static void
test_what_is_not_decided_is_told_nobody (Fixture *self, gconstpointer data)
{
  TdmParticipation *anna = add_participation (self, self->anna, TDM_ROLE_MENTEE, TDM_PARTICIPATION_APPLIED);
  static const TdmParticipationState undecided[] = { TDM_PARTICIPATION_INVITED, TDM_PARTICIPATION_APPLIED,
                                                     TDM_PARTICIPATION_APPROACHED, TDM_PARTICIPATION_RECOMMENDED,
                                                     TDM_PARTICIPATION_WITHDRAWN };
  static const TdmParticipationState decided[] = { TDM_PARTICIPATION_ACCEPTED, TDM_PARTICIPATION_RESERVE,
                                                   TDM_PARTICIPATION_DECLINED, TDM_PARTICIPATION_MATCHED,
                                                   TDM_PARTICIPATION_ALUMNI };

  for (guint i = 0; i < G_N_ELEMENTS (undecided); i++)
    {
      g_autoptr (TdmEdit) none = NULL;

      edits_change (anna, TDM_PARTICIPATION_STATE, undecided[i]);
      assert_fails (save (anna, TDM_PARTICIPATION_TOLD_ON, "2026-07-14", TDM_CRITERION_UNKNOWN),
                    TDM_MODEL_ERROR_INVALID);
      none = save (anna, TDM_PARTICIPATION_TOLD_ON, "", TDM_CRITERION_UNKNOWN);
      g_assert_true (tdm_edit_check (none, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    {
      g_autoptr (TdmEdit) edit = NULL;

      edits_change (anna, TDM_PARTICIPATION_STATE, decided[i]);
      edit = save (anna, TDM_PARTICIPATION_TOLD_ON, "2026-07-14", TDM_CRITERION_UNKNOWN);
      g_assert_true (tdm_edit_check (edit, NULL));
    }
}

static void
test_a_criterion_from_a_form_was_checked_today (Fixture *self, gconstpointer data)
{
  TdmParticipation *bo = add_participation (self, self->bo, TDM_ROLE_MENTOR, TDM_PARTICIPATION_APPLIED);
  g_autoptr (TdmEdit) met = save (bo, TDM_PARTICIPATION_EXPECTATIONS, "New", TDM_CRITERION_MET);
  g_autoptr (TdmEdit) dated = save (bo, TDM_PARTICIPATION_CHECKED_ON, "2026-07-01", TDM_CRITERION_NOT_MET);
  g_autoptr (TdmEdit) unknown = NULL;

  g_assert_true (tdm_edit_check (met, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find (met, bo), TDM_PARTICIPATION_CHECKED_ON), ==, "2026-07-14");
  g_assert_cmpstr (tdm_record_get_text (edits_find (dated, bo), TDM_PARTICIPATION_CHECKED_ON), ==, "2026-07-01");
  assert_fails (save (bo, TDM_PARTICIPATION_CHECKED_ON, "2026-07-01", TDM_CRITERION_UNKNOWN), TDM_MODEL_ERROR_INVALID);
  edits_change (bo, TDM_PARTICIPATION_CRITERION, TDM_CRITERION_MET);
  edits_change_text (bo, TDM_PARTICIPATION_CHECKED_ON, "2026-07-01");
  unknown = save (bo, TDM_PARTICIPATION_EXPECTATIONS, "New", TDM_CRITERION_UNKNOWN);
  g_assert_cmpstr (tdm_record_get_text (edits_find (unknown, bo), TDM_PARTICIPATION_CHECKED_ON), ==, "");
}

#define ADD(name, func) g_test_add ("/participation-edits/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("several-people-are-added-at-once", test_several_people_are_added_at_once);
  ADD ("a-person-takes-part-once-in-a-role", test_a_person_takes_part_once_in_a_role);
  ADD ("a-role-that-is-changed-is-looked-at-too", test_a_role_that_is_changed_is_looked_at_too);
  ADD ("a-new-state-counts-from-today-and-is-to-be-told", test_a_new_state_counts_from_today_and_is_to_be_told);
  ADD ("who-steps-back-leaves-a-tandem-that-goes-on", test_who_steps_back_leaves_a_tandem_that_goes_on);
  ADD ("a-state-that-all-have", test_a_state_that_all_have);
  ADD ("a-state-from-a-form-counts-from-today", test_a_state_from_a_form_counts_from_today);
  ADD ("a-reason-is-that-of-its-state", test_a_reason_is_that_of_its_state);
  ADD ("only-decisions-are-told", test_only_decisions_are_told);
  ADD ("of-a-criterion-the-day-is-kept", test_of_a_criterion_the_day_is_kept);
  ADD ("what-is-not-decided-is-told-nobody", test_what_is_not_decided_is_told_nobody);
  ADD ("a-criterion-from-a-form-was-checked-today", test_a_criterion_from_a_form_was_checked_today);
  ADD ("people-are-taken-out-and-stay-in-the-programme", test_people_are_taken_out_and_stay_in_the_programme);
  return g_test_run ();
}
