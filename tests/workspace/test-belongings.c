/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "support/tdm-test.h"

#include "edits/tdm-pair-edits.h"
#include "edits/tdm-person-edits.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-participation.h"
#include "model/tdm-programme.h"

/* What belongs to several records: who takes part belongs to a round and a person, what is needed to a person and a
 * topic. It stands in the lists of all of them, whichever of these was loaded. */

typedef TdmTestProgramme Fixture;

static guint
count (gpointer record, GType type)
{
  return g_list_model_get_n_items (tdm_record_get_children (record, type));
}

static void
commit (Fixture *self, TdmEdit *edit)
{
  g_autofree char *label = g_strdup (tdm_edit_get_label (edit));

  tdm_workspace_commit_async (self->workspace, edit, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, label);
}

static gpointer
add_topic (Fixture *self, const char *title)
{
  GListModel *topics = tdm_workspace_get_topics (self->workspace);
  g_autoptr (TdmRecord) draft = tdm_record_new (TDM_TYPE_TOPIC);
  g_autoptr (TdmRecord) topic = NULL;

  tdm_record_set_text (draft, TDM_TOPIC_TITLE, title);
  commit (self, tdm_edit_new_save (draft));
  topic = g_list_model_get_item (topics, g_list_model_get_n_items (topics) - 1);
  return topic;
}

static TdmEdit *
make_participation (Fixture *self)
{
  TdmEdit *edit = tdm_edit_new ("Anna takes part");
  TdmRecord *draft = tdm_edit_insert (edit, TDM_TYPE_PARTICIPATION);

  tdm_record_set_link (draft, TDM_PARTICIPATION_ROUND, tdm_pair_get_round (self->pair));
  tdm_record_set_link (draft, TDM_PARTICIPATION_PERSON, tdm_pair_get_mentee (self->pair));
  tdm_record_set_integer (draft, TDM_PARTICIPATION_CAPACITY, 1);
  return edit;
}

static TdmEdit *
make_need (Fixture *self, gpointer topic)
{
  TdmEdit *edit = tdm_edit_new ("Anna needs it");
  TdmRecord *draft = tdm_edit_insert (edit, TDM_TYPE_NEED);

  tdm_record_set_link (draft, TDM_NEED_PERSON, tdm_pair_get_mentee (self->pair));
  tdm_record_set_link (draft, TDM_NEED_TOPIC, topic);
  tdm_record_set_integer (draft, TDM_NEED_STRENGTH, 2);
  return edit;
}

static void
test_who_takes_part_is_in_both_lists (Fixture *self, gconstpointer data)
{
  gpointer round = tdm_pair_get_round (self->pair), person = tdm_pair_get_mentee (self->pair);

  commit (self, make_participation (self));
  g_assert_cmpuint (count (round, TDM_TYPE_PARTICIPATION), ==, 0);
  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_PEOPLE, round);
  g_assert_cmpuint (count (round, TDM_TYPE_PARTICIPATION), ==, 1);
  g_assert_cmpuint (count (person, TDM_TYPE_PARTICIPATION), ==, 1);
  tdm_test_load (self->workspace, TDM_SCOPE_PERSON, person);
  g_assert_cmpuint (count (person, TDM_TYPE_PARTICIPATION), ==, 1);
  tdm_test_programme_undo (self, "Anna takes part");
  g_assert_cmpuint (count (round, TDM_TYPE_PARTICIPATION), ==, 0);
  g_assert_cmpuint (count (person, TDM_TYPE_PARTICIPATION), ==, 0);
  tdm_test_programme_redo (self, "Anna takes part");
  g_assert_cmpuint (count (round, TDM_TYPE_PARTICIPATION), ==, 1);
  g_assert_cmpuint (count (person, TDM_TYPE_PARTICIPATION), ==, 1);
}

/* Where one of its parents was opened, that is enough. */
static void
test_who_takes_part_comes_with_the_person_alone (Fixture *self, gconstpointer data)
{
  tdm_test_load (self->workspace, TDM_SCOPE_PERSON, tdm_pair_get_mentee (self->pair));
  commit (self, make_participation (self));
  g_assert_cmpuint (count (tdm_pair_get_mentee (self->pair), TDM_TYPE_PARTICIPATION), ==, 1);
}

static void
test_profiles_of_all (Fixture *self, gconstpointer data)
{
  gpointer person = tdm_pair_get_mentee (self->pair), topic = add_topic (self, "AI prompts");
  gpointer other = add_topic (self, "Podcasts");
  g_autoptr (TdmRecord) need = NULL;
  TdmEdit *edit;

  commit (self, make_need (self, topic));
  g_assert_cmpuint (count (topic, TDM_TYPE_NEED), ==, 0);
  tdm_test_load (self->workspace, TDM_SCOPE_PROFILES, tdm_workspace_get_programme (self->workspace));
  g_assert_cmpuint (count (topic, TDM_TYPE_NEED), ==, 1);
  g_assert_cmpuint (count (person, TDM_TYPE_NEED), ==, 1);

  need = g_list_model_get_item (tdm_record_get_children (topic, TDM_TYPE_NEED), 0);
  edit = tdm_edit_new ("Another topic");
  tdm_record_set_link (tdm_edit_update (edit, need), TDM_NEED_TOPIC, other);
  commit (self, edit);
  g_assert_cmpuint (count (topic, TDM_TYPE_NEED), ==, 0);
  g_assert_cmpuint (count (other, TDM_TYPE_NEED), ==, 1);
  g_assert_cmpuint (count (person, TDM_TYPE_NEED), ==, 1);
  tdm_test_programme_undo (self, "Another topic");
  g_assert_cmpuint (count (topic, TDM_TYPE_NEED), ==, 1);
  g_assert_cmpuint (count (other, TDM_TYPE_NEED), ==, 0);

  /* The need goes with its topic, and comes back with it. */
  commit (self, tdm_edit_new_remove (topic));
  g_assert_cmpuint (count (person, TDM_TYPE_NEED), ==, 0);
  tdm_test_programme_undo (self, "Topic removed");
  g_assert_cmpuint (count (person, TDM_TYPE_NEED), ==, 1);
}

/* Nothing but the need leads to the topic, when it goes and the need finds another one. */
static void
test_what_leaves_the_last_place (Fixture *self, gconstpointer data)
{
  gpointer topic = add_topic (self, "AI prompts"), other = add_topic (self, "Podcasts");
  g_autoptr (TdmRecord) need = NULL;
  TdmEdit *edit = tdm_edit_new ("Topics merged");

  commit (self, make_need (self, topic));
  tdm_test_load (self->workspace, TDM_SCOPE_PROFILES, tdm_workspace_get_programme (self->workspace));
  need = g_list_model_get_item (tdm_record_get_children (topic, TDM_TYPE_NEED), 0);
  tdm_record_set_link (tdm_edit_update (edit, need), TDM_NEED_TOPIC, other);
  tdm_edit_remove (edit, topic);
  commit (self, edit);
  tdm_test_programme_undo (self, "Topics merged");
  g_assert_cmpuint (count (other, TDM_TYPE_NEED), ==, 0);
  tdm_test_programme_redo (self, "Topics merged");
  g_assert_cmpuint (count (other, TDM_TYPE_NEED), ==, 1);
}

/* It keeps the words of it, and gets the person back with an undo. */
static void
test_what_was_left_outlives_who_left (Fixture *self, gconstpointer data)
{
  TdmPerson *cem = tdm_test_add_person (self->workspace, "Cem Demir", "");
  g_autoptr (TdmPerson) anna = g_object_ref (tdm_pair_get_mentee (self->pair));
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  TdmRecord *event;

  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, self->pair);
  tdm_test_load (self->workspace, TDM_SCOPE_PERSON, anna);
  commit (self, tdm_pair_edits_change_people (self->pair, cem, tdm_pair_get_mentor (self->pair)));
  g_assert_cmpuint (count (anna, TDM_TYPE_PAIR_EVENT), ==, 1);
  event = g_list_model_get_item (tdm_record_get_children (anna, TDM_TYPE_PAIR_EVENT), 0);
  g_object_unref (event);
  g_assert_true (tdm_record_get_link (event, TDM_PAIR_EVENT_SUCCESSOR) == cem);
  commit (self, tdm_person_edits_remove (anna, nothing));
  g_assert_null (tdm_record_get_link (event, TDM_PAIR_EVENT_REPLACED));
  g_assert_cmpstr (tdm_record_get_text (event, TDM_PAIR_EVENT_NOTE), ==, "Cem Demir takes the place of Anna Beck");
  tdm_test_programme_undo (self, "Person removed");
  g_assert_nonnull (tdm_record_get_link (event, TDM_PAIR_EVENT_REPLACED));
  g_assert_cmpuint (count (tdm_record_get_link (event, TDM_PAIR_EVENT_REPLACED), TDM_TYPE_PAIR_EVENT), ==, 1);
}

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, tdm_test_programme_set_up, func, tdm_test_programme_tear_down)
  ADD ("/belongings/who-takes-part-is-in-both-lists", test_who_takes_part_is_in_both_lists);
  ADD ("/belongings/who-takes-part-comes-with-the-person-alone", test_who_takes_part_comes_with_the_person_alone);
  ADD ("/belongings/profiles-of-all", test_profiles_of_all);
  ADD ("/belongings/what-leaves-the-last-place", test_what_leaves_the_last_place);
  ADD ("/belongings/what-was-left-outlives-who-left", test_what_was_left_outlives_who_left);
  return g_test_run ();
}
