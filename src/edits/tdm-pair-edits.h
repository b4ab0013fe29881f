/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-pair.h"

G_BEGIN_DECLS

/**
 * TdmPairBeginning:
 * @state: proposed, asked, confirmed or active
 * @topics: (nullable) (element-type TdmTopic): all topics of the programme
 * @topic: (nullable): what about, as a person types it
 * @start: (nullable): the day on which it comes to that state, `YYYY-MM-DD`; %NULL for today. That of an active one may
 *   lie ahead.
 * @planned_end: (nullable): when it is to end, empty for no such day; %NULL for the end of the round
 *
 * How a tandem begins.
 */
typedef struct
{
  TdmPairState state;
  GListModel *topics;
  const char *topic;
  const char *start;
  const char *planned_end;
} TdmPairBeginning;

TdmPairState tdm_pair_edits_get_first_state (TdmRound *round);

TdmRecord *tdm_pair_edits_insert         (TdmEdit                *edit,
                                          gpointer                round,
                                          gpointer                mentee,
                                          gpointer                mentor);
TdmEdit *tdm_pair_edits_add              (TdmRound               *round,
                                          TdmPerson              *mentee,
                                          TdmPerson              *mentor,
                                          const TdmPairBeginning *beginning);
TdmEdit *tdm_pair_edits_set_topic        (TdmPair                *pair,
                                          GListModel             *topics,
                                          const char             *text);
TdmEdit *tdm_pair_edits_set_constellation (TdmPair               *pair,
                                          TdmConstellation        constellation,
                                          const char             *day);
TdmEdit *tdm_pair_edits_set_days         (TdmPair                *pair,
                                          const char             *start,
                                          const char             *planned_end);
TdmEdit *tdm_pair_edits_change_people    (TdmPair                *pair,
                                          TdmPerson              *mentee,
                                          TdmPerson              *mentor);
TdmEdit *tdm_pair_edits_remove           (TdmPair                *pair,
                                          gboolean                is_expected);

G_END_DECLS
