/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "model/tdm-edit.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-meeting.h"
#include "model/tdm-model-error.h"
#include "model/tdm-need.h"
#include "model/tdm-pair.h"
#include "model/tdm-record-list.h"
#include "model/tdm-programme.h"
#include "model/tdm-record-types.h"

#include <string.h>

static void
test_new_records_have_a_uuid (void)
{
  g_autoptr (TdmRecord) record = tdm_record_new (TDM_TYPE_PERSON);

  g_assert_true (g_uuid_string_is_valid (tdm_record_get_uid (record)));
  g_assert_cmpint (tdm_record_get_id (record), ==, 0);
}

static void
count_cb (GObject *object, GParamSpec *spec, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_fields_are_properties (void)
{
  g_autoptr (TdmPerson) person = tdm_record_new (TDM_TYPE_PERSON);
  g_autofree char *name = NULL;
  guint n_notified = 0;

  g_signal_connect (person, "notify::name", G_CALLBACK (count_cb), &n_notified);
  g_object_set (person, "name", "Anna\nBeck", "level", (gint64) 3, "external", TRUE, NULL);
  g_object_set (person, "name", "Anna Beck", NULL);
  g_object_get (person, "name", &name, NULL);

  g_assert_cmpstr (name, ==, "Anna Beck");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (person), TDM_PERSON_LEVEL), ==, 3);
  g_assert_finalize_object (g_steal_pointer (&person));
}

static void
assert_refused (TdmRecord *record, TdmModelError code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_record_check (record, &error));
  g_assert_error (error, TDM_MODEL_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_a_person_needs_a_name (void)
{
  g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);

  tdm_record_set_text (person, TDM_PERSON_NAME, " \t ");
  assert_refused (person, TDM_MODEL_ERROR_EMPTY, "Name");
}

static void
test_a_person_needs_no_email (void)
{
  g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);
  g_autoptr (GError) error = NULL;

  tdm_record_set_text (person, TDM_PERSON_NAME, "Anna");
  g_assert_true (tdm_record_check (person, &error));
  g_assert_no_error (error);
}

static void
test_a_broken_email_is_refused (void)
{
  g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);

  tdm_record_set_text (person, TDM_PERSON_NAME, "Anna");
  tdm_record_set_text (person, TDM_PERSON_EMAIL, "anna@");
  assert_refused (person, TDM_MODEL_ERROR_INVALID, "“anna@” is not an e-mail address");
}

static void
test_a_name_of_500_characters_is_refused (void)
{
  g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);
  g_autofree char *name = g_strnfill (500, 'x');

  tdm_record_set_text (person, TDM_PERSON_NAME, name);
  assert_refused (person, TDM_MODEL_ERROR_TOO_LONG, "Name");
}

static void
test_a_level_has_bounds (void)
{
  g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);

  tdm_record_set_text (person, TDM_PERSON_NAME, "Anna");
  tdm_record_set_integer (person, TDM_PERSON_LEVEL, 8);
  assert_refused (person, TDM_MODEL_ERROR_INVALID, "“Level” cannot be 8, only 0 to 7.");
}

/* Forms and the command line ask the same table. */
static void
test_what_the_program_keeps_is_not_set_by_hand (void)
{
  g_autoptr (TdmRecord) meeting = tdm_record_new (TDM_TYPE_MEETING);
  g_autoptr (GError) follows = NULL, kept = NULL, once = NULL;
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (meeting, &n_fields);

  g_assert_true (tdm_field_check_hand (&fields[TDM_MEETING_TOPIC], FALSE, NULL));
  g_assert_true (tdm_field_check_hand (&fields[TDM_MEETING_PAIR], TRUE, NULL));
  g_assert_false (tdm_field_check_hand (&fields[TDM_MEETING_PAIR], FALSE, &once));
  g_assert_false (tdm_field_check_hand (&fields[TDM_MEETING_START], TRUE, &follows));
  g_assert_false (tdm_field_check_hand (&fields[TDM_MEETING_SEQUENCE], TRUE, &kept));
  g_assert_nonnull (strstr (once->message, "once"));
  g_assert_nonnull (strstr (follows->message, "follows"));
  g_assert_nonnull (strstr (kept->message, "Tandem keeps"));
}

static void
test_codes_round_trip (void)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);
  guint n_codes = 0;

  for (guint t = 0; t < n_types; t++)
    {
      g_autoptr (TdmRecord) record = tdm_record_new (types[t]);
      guint n_fields;
      const TdmField *fields = tdm_record_get_fields (record, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        if (fields[i].kind == TDM_FIELD_CODE)
          {
            g_autoptr (GEnumClass) codes = g_type_class_ref (fields[i].type ());

            for (guint c = 0; c < codes->n_values; c++, n_codes++)
              {
                g_assert_true (tdm_record_set_code (record, i, codes->values[c].value_nick));
                g_assert_cmpstr (tdm_record_get_code (record, i), ==, codes->values[c].value_nick);
                g_assert_cmpstr (tdm_code_get_title (fields[i].type (), codes->values[c].value), !=, "");
              }
            g_assert_false (tdm_record_set_code (record, i, "no such code"));
          }
    }
  g_assert_cmpuint (n_codes, >, 80);
}

static void
test_a_draft_knows_what_changed (void)
{
  g_autoptr (TdmRecord) live = tdm_record_new_stored (TDM_TYPE_GOAL_STEP, 7, "00000000-0000-4000-8000-000000000007");
  g_autoptr (TdmRecord) draft = NULL;

  tdm_record_set_text (live, TDM_GOAL_STEP_TITLE, "Call Bo");
  tdm_record_make_live (live);
  draft = tdm_record_new_draft (live);
  g_assert_cmpuint (tdm_record_get_changed (draft), ==, 0);
  tdm_record_set_text (draft, TDM_GOAL_STEP_TITLE, "Call Bo ");
  g_assert_cmpuint (tdm_record_get_changed (draft), ==, 0);
  tdm_record_set_integer (draft, TDM_GOAL_STEP_DONE, 1);
  g_assert_cmpuint (tdm_record_get_changed (draft), ==, 1 << TDM_GOAL_STEP_DONE);
  g_assert_cmpint (tdm_record_get_integer (live, TDM_GOAL_STEP_DONE), ==, 0);
}

static void
test_an_edit_has_one_draft_of_a_record (void)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Test");
  g_autoptr (TdmRecord) live = tdm_record_new_stored (TDM_TYPE_GOAL, 7, "00000000-0000-4000-8000-000000000007");

  tdm_record_make_live (live);
  g_assert_true (tdm_edit_update (edit, live) == tdm_edit_update (edit, live));
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1);
}

static void
test_an_edit_that_could_not_be_made (void)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Test");
  g_autoptr (GError) error = NULL;

  g_assert_true (tdm_edit_check (edit, NULL));
  tdm_edit_fail (edit, g_error_new_literal (TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE, "Not now"));
  tdm_edit_fail (edit, g_error_new_literal (TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID, "Not so"));
  g_assert_false (tdm_edit_check (edit, NULL));
  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE);
  g_assert_cmpstr (error->message, ==, "Not now");
}

static TdmPair *
new_pair (TdmPairState state)
{
  TdmPair *pair = tdm_record_new (TDM_TYPE_PAIR);

  tdm_record_set_integer (TDM_RECORD (pair), TDM_PAIR_STATE, state);
  return pair;
}

static void
test_states_of_a_pair (void)
{
  static const struct { TdmPairState from, to; gboolean possible; } cases[] = {
    { TDM_PAIR_PROPOSED, TDM_PAIR_ASKED, TRUE }, { TDM_PAIR_ASKED, TDM_PAIR_DECLINED, TRUE },
    { TDM_PAIR_CONFIRMED, TDM_PAIR_ACTIVE, TRUE }, { TDM_PAIR_ACTIVE, TDM_PAIR_PAUSED, TRUE },
    { TDM_PAIR_PAUSED, TDM_PAIR_ACTIVE, TRUE }, { TDM_PAIR_COMPLETED, TDM_PAIR_ACTIVE, TRUE },
    { TDM_PAIR_DISSOLVED, TDM_PAIR_ACTIVE, TRUE }, { TDM_PAIR_ACTIVE, TDM_PAIR_PROPOSED, FALSE },
    { TDM_PAIR_DECLINED, TDM_PAIR_ACTIVE, FALSE }, { TDM_PAIR_COMPLETED, TDM_PAIR_DISSOLVED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdmPair) pair = new_pair (cases[i].from);

      g_assert_cmpint (tdm_pair_can_become (pair, cases[i].to), ==, cases[i].possible);
    }
}

static void
test_progress_of_a_pair (void)
{
  const TdmSummary summary = { .steps_done = 3, .steps_total = 4, .next_zone = "" };
  g_autoptr (TdmPair) pair = new_pair (TDM_PAIR_ACTIVE);
  guint n_notified = 0;

  g_assert_cmpfloat (tdm_pair_get_progress (pair), ==, 0);
  g_signal_connect (pair, "notify::progress", G_CALLBACK (count_cb), &n_notified);
  tdm_pair_set_summary (pair, &summary);
  tdm_pair_set_summary (pair, &summary);
  g_assert_cmpfloat (tdm_pair_get_progress (pair), ==, 0.75);
  g_assert_cmpuint (n_notified, ==, 1);
}

/* Until it is reached, or the tandem is over */
static void
test_what_is_overdue (void)
{
  static const struct { TdmPairState pair; TdmGoalState goal; const char *due; gboolean is_overdue; } cases[] = {
    { TDM_PAIR_ACTIVE, TDM_GOAL_OPEN, "2026-07-13", TRUE },
    { TDM_PAIR_ACTIVE, TDM_GOAL_OPEN, "2026-07-14", FALSE },
    { TDM_PAIR_ACTIVE, TDM_GOAL_OPEN, "", FALSE },
    { TDM_PAIR_PAUSED, TDM_GOAL_IN_PROGRESS, "2026-07-13", TRUE },
    { TDM_PAIR_ACTIVE, TDM_GOAL_ACHIEVED, "2026-07-13", FALSE },
    { TDM_PAIR_ACTIVE, TDM_GOAL_PARTLY, "2026-07-13", FALSE },
    { TDM_PAIR_ACTIVE, TDM_GOAL_DROPPED, "2026-07-13", FALSE },
    { TDM_PAIR_COMPLETED, TDM_GOAL_OPEN, "2026-07-13", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdmPair) pair = new_pair (cases[i].pair);
      g_autoptr (TdmGoal) goal = tdm_record_new (TDM_TYPE_GOAL);
      g_autoptr (TdmGoalStep) step = tdm_record_new (TDM_TYPE_GOAL_STEP);

      tdm_record_set_link (TDM_RECORD (goal), TDM_GOAL_PAIR, pair);
      tdm_record_set_integer (TDM_RECORD (goal), TDM_GOAL_STATE, cases[i].goal);
      tdm_record_set_text (TDM_RECORD (goal), TDM_GOAL_DUE, cases[i].due);
      tdm_record_set_link (TDM_RECORD (step), TDM_GOAL_STEP_GOAL, goal);
      tdm_record_set_text (TDM_RECORD (step), TDM_GOAL_STEP_DUE, cases[i].due);
      g_assert_cmpint (tdm_goal_is_overdue (goal, "2026-07-14"), ==, cases[i].is_overdue);
      g_assert_cmpint (tdm_goal_step_is_overdue (step, "2026-07-14"), ==, cases[i].is_overdue);
      tdm_record_set_integer (TDM_RECORD (step), TDM_GOAL_STEP_DONE, TRUE);
      g_assert_false (tdm_goal_step_is_overdue (step, "2026-07-14"));
    }
}

/* --- how records belong together ----------------------------------------- */

static gboolean
leads_to (GType type, GType anchor)
{
  TdmRecordClass *klass = g_type_class_peek (type);
  gboolean does = type == anchor;

  for (guint i = 0; !does && i < klass->n_parents; i++)
    does = leads_to (klass->fields[klass->parents[i]].type (), anchor);
  return does;
}

static void
test_every_type_is_read_with_a_scope (void)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TdmRecordClass *klass = g_type_class_peek (types[i]);

      g_assert_cmpuint (klass->scopes, !=, 0);
      for (guint scope = TDM_SCOPE_PAIR; scope <= klass->scopes; scope <<= 1)
        if ((klass->scopes & scope) && tdm_scope_get_anchor (scope) != TDM_TYPE_PROGRAMME &&
            !leads_to (types[i], tdm_scope_get_anchor (scope)))
          g_error ("%s does not belong to what scope %u is about", klass->table, scope);
    }
}

static void
test_siblings_stand_in_their_order (void)
{
  static const int strengths[] = { 1, 3, 2, 3 };
  g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);
  GListModel *needs = tdm_record_get_children (person, TDM_TYPE_NEED);
  g_autofree char *ids = g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      g_autoptr (TdmRecord) need = tdm_record_new_stored (TDM_TYPE_NEED, i + 1, "");

      tdm_record_set_integer (need, TDM_NEED_STRENGTH, strengths[i]);
      tdm_record_list_settle (TDM_RECORD_LIST (needs), need, G_MAXUINT);
    }
  for (guint i = 0; i < g_list_model_get_n_items (needs); i++)
    {
      g_autoptr (TdmRecord) need = g_list_model_get_item (needs, i);
      g_autofree char *before = g_steal_pointer (&ids);

      ids = g_strdup_printf ("%s%d", before, (int) tdm_record_get_id (need));
    }
  g_assert_cmpstr (ids, ==, "2431");
}

static void
count_places_cb (GListModel *list, guint place, guint n_removed, guint n_added, gpointer data)
{
  *(guint *) data += n_removed + n_added;
}

/* What shows it would lose its focus. */
static void
test_a_record_that_stands_right_is_not_touched (void)
{
  g_autoptr (TdmRecordList) list = tdm_record_list_new (TDM_TYPE_GOAL);
  g_autoptr (TdmRecord) first = tdm_record_new_stored (TDM_TYPE_GOAL, 1, "");
  g_autoptr (TdmRecord) second = tdm_record_new_stored (TDM_TYPE_GOAL, 2, "");
  guint n_changes = 0;

  tdm_record_list_settle (list, first, G_MAXUINT);
  tdm_record_list_settle (list, second, G_MAXUINT);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_places_cb), &n_changes);
  tdm_record_set_integer (second, TDM_GOAL_POSITION, 7);
  tdm_record_list_settle (list, second, 1);
  g_assert_cmpuint (n_changes, ==, 0);
  tdm_record_set_integer (first, TDM_GOAL_POSITION, 8);
  tdm_record_list_settle (list, first, 0);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpuint (tdm_record_list_find (list, first), ==, 1);
}

static void
test_an_edit_is_called_after_its_first_step (void)
{
  g_autoptr (TdmRecord) goal = tdm_record_new_stored (TDM_TYPE_GOAL, 7, "");
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (goal), new_one = tdm_record_new (TDM_TYPE_GOAL);
  g_autoptr (TdmEdit) added = tdm_edit_new_save (new_one), changed = tdm_edit_new_save (draft);
  g_autoptr (TdmEdit) removed = tdm_edit_new_remove (goal), own = tdm_edit_new ("Goal moved");

  tdm_edit_remove (own, goal);
  g_assert_cmpstr (tdm_edit_get_label (added), ==, "Goal added");
  g_assert_cmpstr (tdm_edit_get_label (changed), ==, "Goal changed");
  g_assert_cmpstr (tdm_edit_get_label (removed), ==, "Goal removed");
  g_assert_cmpstr (tdm_edit_get_label (own), ==, "Goal moved");
}

static void
test_what_others_link_to_comes_first (void)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL), alone = tdm_edit_new (NULL);
  TdmRecord *need = tdm_edit_insert (edit, TDM_TYPE_NEED), *topic = tdm_edit_insert_first (edit, TDM_TYPE_TOPIC);
  TdmEditAction action;

  tdm_edit_insert_first (alone, TDM_TYPE_TOPIC);
  g_assert_true (tdm_edit_get_step (edit, 0, &action) == topic);
  g_assert_cmpint (action, ==, TDM_EDIT_INSERT);
  g_assert_true (tdm_edit_get_step (edit, 1, &action) == need);
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Need added");
  g_assert_cmpstr (tdm_edit_get_label (alone), ==, "Topic added");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/new-records-have-a-uuid", test_new_records_have_a_uuid);
  g_test_add_func ("/model/fields-are-properties", test_fields_are_properties);
  g_test_add_func ("/model/a-person-needs-a-name", test_a_person_needs_a_name);
  g_test_add_func ("/model/a-person-needs-no-email", test_a_person_needs_no_email);
  g_test_add_func ("/model/a-broken-email-is-refused", test_a_broken_email_is_refused);
  g_test_add_func ("/model/a-name-of-500-characters-is-refused", test_a_name_of_500_characters_is_refused);
  g_test_add_func ("/model/a-level-has-bounds", test_a_level_has_bounds);
  g_test_add_func ("/model/what-the-program-keeps", test_what_the_program_keeps_is_not_set_by_hand);
  g_test_add_func ("/model/codes-round-trip", test_codes_round_trip);
  g_test_add_func ("/model/a-draft-knows-what-changed", test_a_draft_knows_what_changed);
  g_test_add_func ("/model/an-edit-has-one-draft-of-a-record", test_an_edit_has_one_draft_of_a_record);
  g_test_add_func ("/model/an-edit-that-could-not-be-made", test_an_edit_that_could_not_be_made);
  g_test_add_func ("/model/states-of-a-pair", test_states_of_a_pair);
  g_test_add_func ("/model/progress-of-a-pair", test_progress_of_a_pair);
  g_test_add_func ("/model/what-is-overdue", test_what_is_overdue);
  g_test_add_func ("/model/every-type-is-read-with-a-scope", test_every_type_is_read_with_a_scope);
  g_test_add_func ("/model/siblings-stand-in-their-order", test_siblings_stand_in_their_order);
  g_test_add_func ("/model/a-record-that-stands-right-is-not-touched", test_a_record_that_stands_right_is_not_touched);
  g_test_add_func ("/model/an-edit-is-called-after-its-first-step", test_an_edit_is_called_after_its_first_step);
  g_test_add_func ("/model/what-others-link-to-comes-first", test_what_others_link_to_comes_first);
  return g_test_run ();
}
