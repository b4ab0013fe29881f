/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-edit.h"
#include "tdm-pair.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_PAIR_EVENT_PAIR,
  TDM_PAIR_EVENT_FROM_STATE,
  TDM_PAIR_EVENT_TO_STATE,
  TDM_PAIR_EVENT_HAPPENED_ON,
  TDM_PAIR_EVENT_REASON,
  TDM_PAIR_EVENT_NOTE,
  TDM_PAIR_EVENT_KIND,
  TDM_PAIR_EVENT_UNTIL,
  TDM_PAIR_EVENT_REPLACED,
  TDM_PAIR_EVENT_SUCCESSOR,
} TdmPairEventField;

#define TDM_TYPE_PAIR_EVENT (tdm_pair_event_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairEvent, tdm_pair_event, TDM, PAIR_EVENT, TdmRecord)

TdmRecord *tdm_pair_event_insert   (TdmEdit      *edit,
                                    gpointer      pair,
                                    TdmPairState  from,
                                    TdmPairState  to);
gboolean   tdm_pair_event_is_step  (TdmPairEvent *self);
gboolean   tdm_pair_event_is_start (TdmPairEvent *self);

G_END_DECLS
