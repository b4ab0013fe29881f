/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-topic.h"

G_BEGIN_DECLS

/**
 * TdmTopicDemand:
 * @topic: a topic
 * @n_needs: how many people want to learn it
 * @n_offers: how many can pass it on
 *
 * Demand for a topic and the supply of it. Who needs or offers a topic in two entries counts once.
 */
typedef struct
{
  TdmTopic *topic;
  guint n_needs;
  guint n_offers;
} TdmTopicDemand;

GArray     *tdm_topic_demand_count       (GListModel *topics,
                                          GHashTable *people);
GHashTable *tdm_topic_demand_find_people (GListModel *participations);

G_END_DECLS
