/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-person.h"
#include "tdm-round.h"
#include "tdm-topic.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_PAIR_ROUND,
  TDM_PAIR_MENTEE,
  TDM_PAIR_MENTOR,
  TDM_PAIR_STATE,
  TDM_PAIR_TOPIC,
  TDM_PAIR_CONSTELLATION,
  TDM_PAIR_CONSTELLATION_SINCE,
  TDM_PAIR_STARTED_ON,
  TDM_PAIR_PLANNED_END,
  TDM_PAIR_ENDED_ON,
  TDM_PAIR_END_REASON,
  TDM_PAIR_MENTEE_ASKED_ON,
  TDM_PAIR_MENTEE_AGREED_ON,
  TDM_PAIR_MENTOR_ASKED_ON,
  TDM_PAIR_MENTOR_AGREED_ON,
} TdmPairField;

/**
 * TdmSummary:
 * @pair: the row id of a tandem
 * @steps_done: how many of its goal steps are done; a goal without steps counts as one
 * @steps_total: of how many
 * @next_start: when its next meeting starts, seconds since 1970-01-01 UTC, 0 for none
 * @next_end: when that one is over
 * @next_zone: in which time zone it was planned, an interned string; empty for none
 *
 * What lists show of a tandem.
 */
typedef struct
{
  gint64 pair;
  guint steps_done;
  guint steps_total;
  gint64 next_start;
  gint64 next_end;
  const char *next_zone;
} TdmSummary;

#define TDM_TYPE_PAIR (tdm_pair_get_type ())
G_DECLARE_FINAL_TYPE (TdmPair, tdm_pair, TDM, PAIR, TdmRecord)

TdmRound    *tdm_pair_get_round  (TdmPair *self);
TdmPerson   *tdm_pair_get_mentee (TdmPair *self);
TdmPerson   *tdm_pair_get_mentor (TdmPair *self);
TdmPerson   *tdm_pair_get_member (TdmPair *self,
                                  TdmRole  role);
TdmPairState tdm_pair_get_state  (TdmPair *self);
TdmTopic    *tdm_pair_get_topic  (TdmPair *self);
TdmPerson   *tdm_pair_get_person_of (gpointer     record,
                                     guint        own,
                                     TdmPairField field);

GListModel   *tdm_pair_get_goals         (TdmPair    *self);
GListModel   *tdm_pair_get_series        (TdmPair    *self);
GListModel   *tdm_pair_get_meetings      (TdmPair    *self);
GListModel   *tdm_pair_get_events        (TdmPair    *self);

guint         tdm_pair_get_steps_done    (TdmPair    *self);
guint         tdm_pair_get_steps_total   (TdmPair    *self);
double        tdm_pair_get_progress      (TdmPair    *self);
gint64        tdm_pair_get_next_start    (TdmPair    *self);
gint64        tdm_pair_get_next_end      (TdmPair    *self);
const char   *tdm_pair_get_next_zone     (TdmPair    *self);
void          tdm_pair_set_summary       (TdmPair    *self,
                                          const TdmSummary *summary);
gboolean      tdm_pair_can_become        (TdmPair    *self,
                                          TdmPairState state);
gboolean      tdm_pair_state_is_over     (TdmPairState state);
gboolean      tdm_pair_is_over           (TdmPair    *self);
const char   *tdm_pair_get_paused_on     (TdmPair    *self);
const char   *tdm_pair_get_search_text   (TdmPair    *self);

G_END_DECLS
