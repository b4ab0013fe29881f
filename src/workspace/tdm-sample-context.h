/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-person.h"
#include "model/tdm-round.h"
#include "tdm-sample-catalogue.h"
#include "tdm-sample-dates.h"
#include "tdm-sample-deck.h"
#include "tdm-sample-names.h"

G_BEGIN_DECLS

#define TDM_SAMPLE_N_ROUNDS 4
/* Indexes of the rounds */
#define TDM_SAMPLE_PILOT_ROUND 0
#define TDM_SAMPLE_PAST_ROUND 1
#define TDM_SAMPLE_RUNNING_ROUND 2
#define TDM_SAMPLE_NEXT_ROUND 3

#define TDM_SAMPLE_MOST_NEEDS 4
#define TDM_SAMPLE_MOST_OFFERS 5

/**
 * TdmSampleTopics:
 * @topics: indexes into the catalogue
 * @n: how many there are
 *
 * What somebody needs or offers.
 */
typedef struct
{
  guint topics[TDM_SAMPLE_MOST_OFFERS];
  guint n;
} TdmSampleTopics;

/**
 * TdmSamplePerson:
 * @record: the draft
 * @department: the index of the department
 * @site: the index of the site
 * @level: 1 for the board to 7 for apprentices
 * @needs: what they want to learn
 * @offers: what they can pass on
 * @interests: one bit each
 * @is_erased: whether nothing about them may be kept
 */
typedef struct
{
  TdmPerson *record;
  guint department;
  guint site;
  guint level;
  TdmSampleTopics needs;
  TdmSampleTopics offers;
  guint interests;
  gboolean is_erased;
} TdmSamplePerson;

/**
 * TdmSampleRound:
 * @record: the draft
 * @start: the kick-off
 * @end: the last day
 */
typedef struct
{
  TdmRound *record;
  GDate start;
  GDate end;
} TdmSampleRound;

/**
 * TdmSampleGoalDeck:
 * @TDM_SAMPLE_GOALS_CURRENT: what a tandem works on
 * @TDM_SAMPLE_GOALS_OTHER: its other goals
 * @TDM_SAMPLE_GOALS_CLOSED: the goals of a tandem that has ended
 *
 * Where the states of goals are dealt from.
 */
typedef enum
{
  TDM_SAMPLE_GOALS_CURRENT,
  TDM_SAMPLE_GOALS_OTHER,
  TDM_SAMPLE_GOALS_CLOSED,
  TDM_SAMPLE_N_GOAL_DECKS,
} TdmSampleGoalDeck;

/**
 * TdmSample:
 * @edit: where the drafts go
 * @words: all texts
 * @catalogue: areas, topics, questions and goals
 * @names: who may still come
 * @random: what decides
 * @uids: what makes uids
 * @people: (element-type TdmSamplePerson): everybody
 * @rounds: the four rounds
 * @meeting_deck: how meetings went
 * @goal_decks: how far goals are
 * @today: the day on which everything stands as it does
 * @n_pairs: how many tandems there are so far
 *
 * What all parts of the generator share.
 */
typedef struct
{
  TdmEdit *edit;
  TdmSampleWords *words;
  TdmSampleCatalogue *catalogue;
  TdmSampleNames *names;
  TdmSampleRandom random;
  TdmSampleRandom uids;
  GPtrArray *people;
  TdmSampleRound rounds[TDM_SAMPLE_N_ROUNDS];
  TdmSampleDeck meeting_deck;
  TdmSampleDeck goal_decks[TDM_SAMPLE_N_GOAL_DECKS];
  GDate today;
  guint n_pairs;
} TdmSample;

gpointer    tdm_sample_insert       (TdmSample  *self,
                                     GType       type);
void        tdm_sample_set_day      (gpointer    record,
                                     guint       field,
                                     GDate       day);
const char *tdm_sample_pick_note    (TdmSample  *self,
                                     const char *group,
                                     const char *key);
GDate       tdm_sample_pick_day     (TdmSample  *self,
                                     GDate       from,
                                     guint       days);
const char *tdm_sample_get_owner    (TdmSample  *self,
                                     guint       round);
const char *tdm_sample_get_address  (TdmSample  *self);

G_END_DECLS
