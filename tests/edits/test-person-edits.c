/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"

#include "edits/tdm-person-edits.h"
#include "model/tdm-interest.h"
#include "model/tdm-model-error.h"
#include "model/tdm-motives.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"

#include <string.h>

/* What changes when people are described */

typedef EditsFixture Fixture;

static TdmTopic *
add_topic (Fixture *self, GListStore *topics, const char *title)
{
  TdmRecord *topic = edits_add (self, TDM_TYPE_TOPIC);

  tdm_record_set_text (topic, TDM_TOPIC_TITLE, title);
  edits_make_live (topic);
  g_list_store_append (topics, topic);
  return TDM_TOPIC (topic);
}

static void
add_need (Fixture *self, TdmPerson *person, TdmTopic *topic)
{
  TdmRecord *need = edits_add (self, TDM_TYPE_NEED);

  tdm_record_set_link (need, TDM_NEED_PERSON, person);
  tdm_record_set_link (need, TDM_NEED_TOPIC, topic);
  tdm_record_set_integer (need, TDM_NEED_STRENGTH, 1);
  edits_make_live (need);
}

static TdmInterest *
add_interest (Fixture *self, TdmPerson *person, const char *title)
{
  TdmRecord *interest = edits_add (self, TDM_TYPE_INTEREST);

  tdm_record_set_link (interest, TDM_INTEREST_PERSON, person);
  tdm_record_set_text (interest, TDM_INTEREST_TITLE, title);
  edits_make_live (interest);
  return TDM_INTEREST (interest);
}

static void
expect_refusal (TdmEdit *edit, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, words);
}

/* --- topics ----------------------------------------------------------------- */

static void
test_a_topic_that_is_known_is_taken (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) topics = g_list_store_new (TDM_TYPE_TOPIC);
  TdmTopic *topic = add_topic (self, topics, "Straße und Ö");
  g_autoptr (TdmEdit) edit = tdm_person_edits_add_topic (self->anna, TDM_TYPE_NEED, G_LIST_MODEL (topics),
                                                         "  STRASSE  und O\xcc\x88");
  TdmRecord *need;

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Need added");
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1);
  need = edits_find_new (edit, TDM_TYPE_NEED, 0);
  g_assert_true (tdm_record_get_link (need, TDM_NEED_TOPIC) == topic);
  g_assert_true (tdm_record_get_link (need, TDM_NEED_PERSON) == self->anna);
  g_assert_cmpint (tdm_record_get_integer (need, TDM_NEED_STRENGTH), ==, 2);
  g_assert_cmpint (tdm_record_get_integer (need, TDM_NEED_SOURCE), ==, TDM_NEED_SOURCE_SELF);
  g_assert_cmpstr (tdm_record_get_text (need, TDM_NEED_NOTED_ON), ==, "2026-07-14");
}

static void
test_a_new_topic_comes_with_the_offer (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) topics = g_list_store_new (TDM_TYPE_TOPIC);
  g_autoptr (TdmEdit) edit = tdm_person_edits_add_topic (self->bo, TDM_TYPE_OFFER, G_LIST_MODEL (topics), "Podcasts");
  TdmRecord *topic = edits_find_new (edit, TDM_TYPE_TOPIC, 0), *offer = edits_find_new (edit, TDM_TYPE_OFFER, 0);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Offer added");
  g_assert_cmpstr (tdm_record_get_text (topic, TDM_TOPIC_TITLE), ==, "Podcasts");
  g_assert_true (tdm_record_get_link (offer, TDM_OFFER_TOPIC) == topic);
  g_assert_cmpstr (tdm_record_get_text (offer, TDM_OFFER_NOTED_ON), ==, "2026-07-14");
}

static void
test_a_topic_stands_once_on_a_side (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) topics = g_list_store_new (TDM_TYPE_TOPIC);
  g_autoptr (TdmEdit) again = NULL, other_side = NULL, other_person = NULL;

  add_need (self, self->anna, add_topic (self, topics, "Podcasts"));
  again = tdm_person_edits_add_topic (self->anna, TDM_TYPE_NEED, G_LIST_MODEL (topics), "podcasts");
  other_side = tdm_person_edits_add_topic (self->anna, TDM_TYPE_OFFER, G_LIST_MODEL (topics), "podcasts");
  other_person = tdm_person_edits_add_topic (self->bo, TDM_TYPE_NEED, G_LIST_MODEL (topics), "podcasts");
  expect_refusal (again, "“Podcasts” is in the list already.");
  g_assert_true (tdm_edit_check (other_side, NULL));
  g_assert_true (tdm_edit_check (other_person, NULL));
}

static void
test_a_need_that_gets_another_topic (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) topics = g_list_store_new (TDM_TYPE_TOPIC);
  TdmTopic *chat = add_topic (self, topics, "Chat");
  g_autoptr (TdmEdit) again = NULL, same = NULL, other = NULL;
  g_autoptr (TdmRecord) need = NULL;

  add_need (self, self->anna, add_topic (self, topics, "Podcasts"));
  add_need (self, self->anna, chat);
  need = g_list_model_get_item (tdm_record_get_children (self->anna, TDM_TYPE_NEED), 1);
  again = tdm_person_edits_set_topic (need, G_LIST_MODEL (topics), "PODCASTS");
  expect_refusal (again, "“Podcasts” is in the list already.");
  same = tdm_person_edits_set_topic (need, G_LIST_MODEL (topics), "chat");
  g_assert_true (tdm_edit_check (same, NULL));
  g_assert_true (tdm_record_get_link (edits_find (same, need), TDM_NEED_TOPIC) == chat);
  other = tdm_person_edits_set_topic (need, G_LIST_MODEL (topics), "AI prompts");
  g_assert_true (tdm_edit_check (other, NULL));
  g_assert_true (tdm_record_get_link (edits_find (other, need), TDM_NEED_TOPIC) ==
                 edits_find_new (other, TDM_TYPE_TOPIC, 0));
}

static void
test_a_topic_without_words_is_none (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) topics = g_list_store_new (TDM_TYPE_TOPIC);
  g_autoptr (TdmEdit) edit = tdm_person_edits_add_topic (self->anna, TDM_TYPE_NEED, G_LIST_MODEL (topics), "  ");
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_EMPTY);
}

static void
test_another_strength_keeps_the_day (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) topics = g_list_store_new (TDM_TYPE_TOPIC);
  g_autoptr (TdmRecord) need = NULL;
  g_autoptr (TdmEdit) edit = NULL;

  add_need (self, self->anna, add_topic (self, topics, "Podcasts"));
  need = g_list_model_get_item (tdm_person_get_needs (self->anna), 0);
  edit = tdm_person_edits_set_strength (need, 3);
  g_assert_cmpuint (tdm_record_get_changed (edits_find (edit, need)), ==, 1 << TDM_NEED_STRENGTH);
  g_assert_cmpint (tdm_record_get_integer (edits_find (edit, need), TDM_NEED_STRENGTH), ==, 3);
}

/* --- interests -------------------------------------------------------------- */

static void
test_an_interest_stands_once (Fixture *self, gconstpointer data)
{
  TdmInterest *sailing = add_interest (self, self->anna, "Sailing");
  TdmInterest *chess = add_interest (self, self->anna, "Chess");
  g_autoptr (TdmEdit) again = tdm_person_edits_add_interest (self->anna, " SAILING");
  g_autoptr (TdmEdit) other = tdm_person_edits_add_interest (self->anna, "Gardens");
  g_autoptr (TdmEdit) taken = tdm_person_edits_rename_interest (chess, "sailing");
  g_autoptr (TdmEdit) spelled = tdm_person_edits_rename_interest (sailing, "sailing");

  expect_refusal (again, "“Sailing” is in the list already.");
  expect_refusal (taken, "“Sailing” is in the list already.");
  g_assert_true (tdm_edit_check (other, NULL));
  g_assert_true (tdm_edit_check (spelled, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find_new (other, TDM_TYPE_INTEREST, 0), TDM_INTEREST_TITLE), ==,
                   "Gardens");
  g_assert_cmpstr (tdm_record_get_text (edits_find (spelled, sailing), TDM_INTEREST_TITLE), ==, "sailing");
}

/* --- who reports to whom ------------------------------------------------------ */

static TdmPerson *
add_person_under (Fixture *self, const char *name, TdmPerson *manager)
{
  TdmRecord *person = edits_add (self, TDM_TYPE_PERSON);

  tdm_record_set_text (person, TDM_PERSON_NAME, name);
  tdm_record_set_link (person, TDM_PERSON_REPORTS_TO, manager);
  edits_make_live (person);
  return TDM_PERSON (person);
}

static TdmEdit *
link_person (TdmPerson *person, TdmPersonField field, TdmPerson *target)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (person));

  tdm_record_set_link (draft, field, target);
  return tdm_person_edits_save (draft);
}

static void
test_nobody_is_their_own_manager (Fixture *self, gconstpointer data)
{
  TdmPerson *below = add_person_under (self, "Carla Ünal", self->anna);
  TdmPerson *far_below = add_person_under (self, "Dora Esch", below);
  g_autoptr (TdmEdit) own = link_person (self->anna, TDM_PERSON_REPORTS_TO, self->anna);
  g_autoptr (TdmEdit) circle = link_person (self->anna, TDM_PERSON_REPORTS_TO, far_below);
  g_autoptr (TdmEdit) other = link_person (far_below, TDM_PERSON_REPORTS_TO, self->anna);

  expect_refusal (own, "Anna Beck cannot report to themselves.");
  expect_refusal (circle, "Dora Esch reports to Anna Beck already, directly or through others.");
  g_assert_true (tdm_edit_check (other, NULL));
}

/* Another program may have written it. */
static void
test_a_circle_of_others_stops_nobody (Fixture *self, gconstpointer data)
{
  TdmPerson *carla = add_person_under (self, "Carla Ünal", NULL), *dora = add_person_under (self, "Dora Esch", carla);
  g_autoptr (TdmEdit) edit = NULL;

  tdm_record_resolve_link (TDM_RECORD (carla), TDM_PERSON_REPORTS_TO, dora);
  g_assert_true (tdm_record_get_link (TDM_RECORD (carla), TDM_PERSON_REPORTS_TO) == dora);
  edit = link_person (self->anna, TDM_PERSON_REPORTS_TO, dora);
  g_assert_true (tdm_edit_check (edit, NULL));
  tdm_record_resolve_link (TDM_RECORD (carla), TDM_PERSON_REPORTS_TO, NULL);
}

static void
test_nobody_is_their_own_assistant (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) own = link_person (self->anna, TDM_PERSON_ASSISTANT, self->anna);
  g_autoptr (TdmEdit) other = link_person (self->anna, TDM_PERSON_ASSISTANT, self->bo);

  expect_refusal (own, "Anna Beck cannot be their own assistant.");
  g_assert_true (tdm_edit_check (other, NULL));
  g_assert_cmpstr (tdm_edit_get_label (other), ==, "Person changed");
}

static void
test_a_new_person_is_added (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) draft = tdm_record_new (TDM_TYPE_PERSON);
  g_autoptr (TdmEdit) edit = NULL;

  tdm_record_set_text (draft, TDM_PERSON_NAME, "Carla Ünal");
  tdm_record_set_link (draft, TDM_PERSON_REPORTS_TO, self->anna);
  edit = tdm_person_edits_save (draft);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_PERSON), ==, 1);
}

/* --- participations ----------------------------------------------------------- */

/* It is said where somebody is still needed, whoever is in those tandems now. */
static void
test_who_is_needed_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new (), pairs = g_ptr_array_new ();
  g_autoptr (TdmEdit) removed = tdm_person_edits_remove (self->anna, none), kept = NULL, later = NULL;
  TdmRecord *carla = edits_add (self, TDM_TYPE_PERSON);
  g_autoptr (GError) error = NULL;

  tdm_record_set_text (carla, TDM_PERSON_NAME, "Carla Dorn");
  edits_make_live (carla);
  g_assert_true (tdm_edit_check (removed, NULL));
  g_assert_cmpuint (edits_count (removed, TDM_EDIT_REMOVE, TDM_TYPE_PERSON), ==, 1);

  g_ptr_array_add (pairs, self->pair);
  kept = tdm_person_edits_remove (self->anna, pairs);
  g_assert_false (tdm_edit_check (kept, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE);
  g_assert_cmpstr (
    error->message, ==,
    "Anna Beck belongs to a tandem and its history: Bo Chen. As long as there is this tandem, the person "
    "stays in the programme.");
  g_clear_error (&error);
  later = tdm_person_edits_remove (TDM_PERSON (carla), pairs);
  g_assert_false (tdm_edit_check (later, &error));
  g_assert_nonnull (strstr (error->message, "Carla Dorn belongs to a tandem and its history: Anna Beck – Bo Chen."));
}

static void
test_motives_come_and_go (Fixture *self, gconstpointer data)
{
  TdmRecord *participation = edits_add (self, TDM_TYPE_PARTICIPATION);
  g_autofree char *more = tdm_motives_set ("giveback, curiosity", TDM_MOTIVE_LEADERSHIP, TRUE);
  g_autofree char *less = tdm_motives_set ("giveback, curiosity", TDM_MOTIVE_GIVEBACK, FALSE);
  g_autoptr (TdmEdit) edit = NULL;

  tdm_record_set_link (participation, TDM_PARTICIPATION_ROUND, self->round);
  tdm_record_set_link (participation, TDM_PARTICIPATION_PERSON, self->anna);
  tdm_record_set_text (participation, TDM_PARTICIPATION_MOTIVES, "giveback, curiosity");
  edits_make_live (participation);
  edit = tdm_person_edits_set_motives (TDM_PARTICIPATION (participation), more);
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, participation), TDM_PARTICIPATION_MOTIVES), ==,
                   "leadership, giveback, curiosity");
  g_assert_cmpstr (less, ==, "curiosity");
  g_assert_true (tdm_motives_have ("leadership, giveback", TDM_MOTIVE_GIVEBACK));
  g_assert_false (tdm_motives_have ("leadership, giveback", TDM_MOTIVE_INSPIRATION));
  g_assert_false (tdm_motives_have ("", TDM_MOTIVE_LEADERSHIP));
}

#define ADD(name, func) g_test_add ("/person-edits/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-topic-that-is-known-is-taken", test_a_topic_that_is_known_is_taken);
  ADD ("a-new-topic-comes-with-the-offer", test_a_new_topic_comes_with_the_offer);
  ADD ("a-topic-stands-once-on-a-side", test_a_topic_stands_once_on_a_side);
  ADD ("a-need-that-gets-another-topic", test_a_need_that_gets_another_topic);
  ADD ("a-topic-without-words-is-none", test_a_topic_without_words_is_none);
  ADD ("another-strength-keeps-the-day", test_another_strength_keeps_the_day);
  ADD ("an-interest-stands-once", test_an_interest_stands_once);
  ADD ("nobody-is-their-own-manager", test_nobody_is_their_own_manager);
  ADD ("a-circle-of-others-stops-nobody", test_a_circle_of_others_stops_nobody);
  ADD ("nobody-is-their-own-assistant", test_nobody_is_their_own_assistant);
  ADD ("a-new-person-is-added", test_a_new_person_is_added);
  ADD ("who-is-needed-stays", test_who_is_needed_stays);
  ADD ("motives-come-and-go", test_motives_come_and_go);
  return g_test_run ();
}
