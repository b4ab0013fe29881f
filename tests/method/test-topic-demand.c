/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits/edits-fixture.h"
#include "method/tdm-topic-demand.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-participation.h"

/* How many need a topic and how many can pass it on, of those who take part in a round */

typedef struct
{
  EditsFixture base;
  GListStore *topics;
  GPtrArray *people;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  edits_set_up (&self->base, data);
  self->topics = g_list_store_new (TDM_TYPE_TOPIC);
  self->people = g_ptr_array_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->topics);
  g_ptr_array_unref (self->people);
  edits_tear_down (&self->base, data);
}

static void
add_many (Fixture *self, guint n_topics, guint n_people)
{
  for (guint i = 0; i < n_topics + n_people; i++)
    {
      gboolean is_topic = i < n_topics;
      TdmRecord *record = edits_add (&self->base, is_topic ? TDM_TYPE_TOPIC : TDM_TYPE_PERSON);
      g_autofree char *name = g_strdup_printf ("Number %u", i);

      tdm_record_set_text (record, is_topic ? (guint) TDM_TOPIC_TITLE : TDM_PERSON_NAME, name);
      edits_make_live (record);
      if (is_topic)
        g_list_store_append (self->topics, record);
      else
        g_ptr_array_add (self->people, record);
    }
}

/* A need, or an offer */
static void
add_entry (Fixture *self, gboolean is_need, TdmPerson *person, TdmTopic *topic)
{
  TdmRecord *entry = edits_add (&self->base, is_need ? TDM_TYPE_NEED : TDM_TYPE_OFFER);

  tdm_record_set_link (entry, is_need ? (guint) TDM_NEED_PERSON : TDM_OFFER_PERSON, person);
  tdm_record_set_link (entry, is_need ? (guint) TDM_NEED_TOPIC : TDM_OFFER_TOPIC, topic);
  tdm_record_set_integer (entry, is_need ? (guint) TDM_NEED_STRENGTH : TDM_OFFER_STRENGTH, 1);
  edits_make_live (entry);
}

static void
take_part (Fixture *self, TdmPerson *person, TdmParticipationState state)
{
  TdmRecord *participation = edits_add (&self->base, TDM_TYPE_PARTICIPATION);

  tdm_record_set_link (participation, TDM_PARTICIPATION_ROUND, self->base.round);
  tdm_record_set_link (participation, TDM_PARTICIPATION_PERSON, person);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_STATE, state);
  edits_make_live (participation);
}

static GHashTable *
find_people (Fixture *self)
{
  return tdm_topic_demand_find_people (tdm_record_get_children (self->base.round, TDM_TYPE_PARTICIPATION));
}

/* Looks at every person, topic and entry. */
static void
assert_as_counted_one_by_one (Fixture *self, GPtrArray *entries, GHashTable *people)
{
  g_autoptr (GArray) demands = tdm_topic_demand_count (G_LIST_MODEL (self->topics), people);

  g_assert_cmpuint (demands->len, ==, g_list_model_get_n_items (G_LIST_MODEL (self->topics)));
  for (guint i = 0; i < demands->len; i++)
    {
      const TdmTopicDemand *demand = &g_array_index (demands, TdmTopicDemand, i);
      g_autoptr (TdmTopic) topic = g_list_model_get_item (G_LIST_MODEL (self->topics), i);
      guint n[2] = { 0 };

      for (guint j = 0; j < self->people->len; j++)
        for (guint is_need = 0; is_need < 2; is_need++)
          {
            gboolean has = FALSE;

            for (guint k = 0; k < entries->len; k++)
              has = has || (TDM_IS_NEED (entries->pdata[k]) == (gboolean) is_need &&
                            tdm_record_get_link (entries->pdata[k], 0) == self->people->pdata[j] &&
                            tdm_record_get_link (entries->pdata[k], 1) == topic);
            n[is_need] += has && (!people || g_hash_table_contains (people, self->people->pdata[j]));
          }
      g_assert_true (demand->topic == topic);
      g_assert_cmpuint (demand->n_needs, ==, n[1]);
      g_assert_cmpuint (demand->n_offers, ==, n[0]);
    }
}

static void
test_made_up_programmes_are_counted_right (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GHashTable) people = NULL;

  G_STATIC_ASSERT (TDM_NEED_PERSON == 0 && TDM_OFFER_PERSON == 0 && TDM_NEED_TOPIC == 1 && TDM_OFFER_TOPIC == 1);
  add_many (self, 12, 30);
  for (guint i = 0; i < 150; i++)
    {
      guint position = g_rand_int_range (chance, 0, 12);
      g_autoptr (TdmTopic) topic = g_list_model_get_item (G_LIST_MODEL (self->topics), position);

      add_entry (self, g_rand_boolean (chance), self->people->pdata[g_rand_int_range (chance, 0, 30)], topic);
      g_ptr_array_add (entries, self->base.records->pdata[self->base.records->len - 1]);
    }
  for (guint i = 0; i < 30; i += 2)
    take_part (self, self->people->pdata[i], TDM_PARTICIPATION_INVITED + g_rand_int_range (chance, 0, 10));
  people = find_people (self);
  g_assert_cmpuint (g_hash_table_size (people), >, 5);
  assert_as_counted_one_by_one (self, entries, NULL);
  assert_as_counted_one_by_one (self, entries, people);
}

static void
test_whoever_does_not_take_part_is_not_reckoned_with (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) people = NULL;

  add_many (self, 0, 4);
  take_part (self, self->people->pdata[0], TDM_PARTICIPATION_DECLINED);
  take_part (self, self->people->pdata[1], TDM_PARTICIPATION_WITHDRAWN);
  take_part (self, self->people->pdata[2], TDM_PARTICIPATION_RESERVE);
  people = find_people (self);
  g_assert_cmpuint (g_hash_table_size (people), ==, 1);
  g_assert_true (g_hash_table_contains (people, self->people->pdata[2]));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/topic-demand/made-up-programmes", test_made_up_programmes_are_counted_right);
  ADD ("/topic-demand/whoever-does-not-take-part", test_whoever_does_not_take_part_is_not_reckoned_with);
  return g_test_run ();
}
