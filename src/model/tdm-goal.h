/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-pair.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_GOAL_PAIR,
  TDM_GOAL_SIDE,
  TDM_GOAL_TITLE,
  TDM_GOAL_OUTPUT,
  TDM_GOAL_STATE,
  TDM_GOAL_DUE,
  TDM_GOAL_POSITION,
} TdmGoalField;

#define TDM_TYPE_GOAL (tdm_goal_get_type ())
G_DECLARE_FINAL_TYPE (TdmGoal, tdm_goal, TDM, GOAL, TdmRecord)

TdmPair     *tdm_goal_get_pair     (TdmGoal *self);
TdmSide      tdm_goal_get_side     (TdmGoal *self);
const char  *tdm_goal_get_title    (TdmGoal *self);
TdmGoalState tdm_goal_get_state    (TdmGoal *self);
GListModel  *tdm_goal_get_steps    (TdmGoal *self);
gboolean     tdm_goal_has_missed   (TdmGoal    *self,
                                    const char *day,
                                    const char *today);
gboolean     tdm_goal_is_overdue   (TdmGoal    *self,
                                    const char *today);

G_END_DECLS
