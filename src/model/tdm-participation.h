/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-person.h"
#include "tdm-round.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_PARTICIPATION_ROUND,
  TDM_PARTICIPATION_PERSON,
  TDM_PARTICIPATION_ROLE,
  TDM_PARTICIPATION_SOURCE,
  TDM_PARTICIPATION_STATE,
  TDM_PARTICIPATION_CAPACITY,
  TDM_PARTICIPATION_MOTIVES,
  TDM_PARTICIPATION_EXPECTATIONS,
  TDM_PARTICIPATION_CONSENT,
  TDM_PARTICIPATION_REASON,
  TDM_PARTICIPATION_SINCE,
  TDM_PARTICIPATION_TOLD_ON,
  TDM_PARTICIPATION_CRITERION,
  TDM_PARTICIPATION_CHECKED_ON,
  TDM_PARTICIPATION_STATE_BEFORE,
} TdmParticipationField;

#define TDM_TYPE_PARTICIPATION (tdm_participation_get_type ())
G_DECLARE_FINAL_TYPE (TdmParticipation, tdm_participation, TDM, PARTICIPATION, TdmRecord)

TdmParticipation     *tdm_participation_find       (TdmRound         *round,
                                                    TdmPerson        *person,
                                                    TdmRole           role);
TdmPerson            *tdm_participation_get_person (TdmParticipation *self);
TdmRole               tdm_participation_get_role   (TdmParticipation *self);
TdmParticipationState tdm_participation_get_state  (TdmParticipation *self);

gboolean tdm_participation_state_is_decision (TdmParticipationState state);

G_END_DECLS
