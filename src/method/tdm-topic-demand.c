/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-topic-demand.h"

#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-participation.h"

/* @seen: an empty set, which is empty again then */
static guint
topic_count_people (TdmTopic *topic, GType type, guint person_field, GHashTable *people, GHashTable *seen)
{
  GListModel *records = tdm_record_get_children (topic, type);
  guint n;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (records, i);
      gpointer person = tdm_record_get_link (record, person_field);

      if (person && (!people || g_hash_table_contains (people, person)))
        g_hash_table_add (seen, person);
    }
  n = g_hash_table_size (seen);
  g_hash_table_remove_all (seen);
  return n;
}

/**
 * tdm_topic_demand_count:
 * @topics: (element-type TdmTopic): live topics; what people need and offer of them is loaded
 * @people: (nullable): a set of #TdmPerson who count; %NULL for everybody
 *
 * Returns: (transfer full) (element-type TdmTopicDemand): one for each topic, in the order of @topics, which must
 *   outlive it
 */
GArray *
tdm_topic_demand_count (GListModel *topics, GHashTable *people)
{
  guint n_topics;
  GArray *demands;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (topics), NULL);

  n_topics = g_list_model_get_n_items (topics);
  demands = g_array_sized_new (FALSE, FALSE, sizeof (TdmTopicDemand), n_topics);
  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (TdmTopic) topic = g_list_model_get_item (topics, i);
      TdmTopicDemand demand = { topic, topic_count_people (topic, TDM_TYPE_NEED, TDM_NEED_PERSON, people, seen),
                                topic_count_people (topic, TDM_TYPE_OFFER, TDM_OFFER_PERSON, people, seen) };

      g_array_append_val (demands, demand);
    }
  return demands;
}

/**
 * tdm_topic_demand_find_people:
 * @participations: (element-type TdmParticipation): those of a round
 *
 * Whoever was declined or has withdrawn neither learns nor teaches in that round.
 *
 * Returns: (transfer full): the set of people with whom the round can reckon; it holds no references
 */
GHashTable *
tdm_topic_demand_find_people (GListModel *participations)
{
  GHashTable *people = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (participations), people);

  for (guint i = 0; i < g_list_model_get_n_items (participations); i++)
    {
      g_autoptr (TdmParticipation) participation = g_list_model_get_item (participations, i);
      TdmParticipationState state = tdm_participation_get_state (participation);
      TdmPerson *person = tdm_participation_get_person (participation);

      if (person && state != TDM_PARTICIPATION_DECLINED && state != TDM_PARTICIPATION_WITHDRAWN)
        g_hash_table_add (people, person);
    }
  return people;
}
