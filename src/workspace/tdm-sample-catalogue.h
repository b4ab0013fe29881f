/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"
#include "model/tdm-topic.h"
#include "tdm-sample-words.h"

G_BEGIN_DECLS

/**
 * TdmSampleArea:
 * @title: what it is called
 * @learner: which side usually learns it
 * @share: how often it is drawn, in per cent of the needs of that side
 * @first_topic: the index of its first topic; its others follow
 * @n_topics: how many topics it has
 */
typedef struct
{
  const char *title;
  TdmSide learner;
  guint share;
  guint first_topic;
  guint n_topics;
} TdmSampleArea;

typedef struct
{
  const char *code;
  const char *title;
  guint area;
  TdmTopic *record;
} TdmSampleTopic;

/**
 * TdmSampleSession:
 * @topic: the index of its topic
 * @question: the question of the meeting
 * @goal: (nullable): what shall be there at its end
 */
typedef struct
{
  guint topic;
  const char *question;
  const char *goal;
} TdmSampleSession;

typedef struct
{
  const char *code;
  TdmSide side;
  guint area;
  const char *title;
  const char *output;
  const char *const *steps;
} TdmSampleGoal;

typedef struct
{
  GArray *areas;
  GArray *topics;
  GArray *sessions;
  GArray *goals;
} TdmSampleCatalogue;

TdmSampleCatalogue     *tdm_sample_catalogue_new         (TdmSampleWords           *words);
void                    tdm_sample_catalogue_free        (TdmSampleCatalogue       *self);
const TdmSampleArea    *tdm_sample_catalogue_get_area    (const TdmSampleCatalogue *self,
                                                          guint                     index);
TdmSampleTopic         *tdm_sample_catalogue_get_topic   (const TdmSampleCatalogue *self,
                                                          guint                     index);
const TdmSampleSession *tdm_sample_catalogue_get_session (const TdmSampleCatalogue *self,
                                                          guint                     index);
const TdmSampleGoal    *tdm_sample_catalogue_get_goal    (const TdmSampleCatalogue *self,
                                                          guint                     index);

G_END_DECLS
