/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-programme.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_ROUND_NUMBER,
  TDM_ROUND_TITLE,
  TDM_ROUND_TYPE,
  TDM_ROUND_STATE,
  TDM_ROUND_KICKOFF,
  TDM_ROUND_END_DATE,
  TDM_ROUND_MINUTES,
  TDM_ROUND_QUESTION,
  TDM_ROUND_NOTE,
  TDM_ROUND_CALL_ON,
  TDM_ROUND_SELECTION_ON,
  TDM_ROUND_MATCHING_ON,
  TDM_ROUND_CLOSING_ON,
  TDM_ROUND_FOLLOWUP_ON,
  TDM_ROUND_ARCHIVED_ON,
  TDM_ROUND_MANAGER_RULE,
  TDM_ROUND_EARLIER_RULE,
  TDM_ROUND_DEPARTMENT_RULE,
  TDM_ROUND_CRITERION,
  TDM_ROUND_JUSTIFICATION,
} TdmRoundField;

#define TDM_TYPE_ROUND (tdm_round_get_type ())
G_DECLARE_FINAL_TYPE (TdmRound, tdm_round, TDM, ROUND, TdmRecord)

const char   *tdm_round_get_title   (TdmRound *self);
TdmRoundState tdm_round_get_state   (TdmRound *self);
TdmProgramme *tdm_round_get_programme (TdmRound     *self);
void          tdm_round_set_programme (TdmRound     *self,
                                       TdmProgramme *programme);

int tdm_round_state_get_date (TdmRoundState state);

G_END_DECLS
