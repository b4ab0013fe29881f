/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-goal.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_GOAL_STEP_GOAL,
  TDM_GOAL_STEP_TITLE,
  TDM_GOAL_STEP_DONE,
  TDM_GOAL_STEP_DUE,
  TDM_GOAL_STEP_POSITION,
} TdmGoalStepField;

#define TDM_TYPE_GOAL_STEP (tdm_goal_step_get_type ())
G_DECLARE_FINAL_TYPE (TdmGoalStep, tdm_goal_step, TDM, GOAL_STEP, TdmRecord)

TdmGoal    *tdm_goal_step_get_goal     (TdmGoalStep *self);
const char *tdm_goal_step_get_title    (TdmGoalStep *self);
gboolean    tdm_goal_step_get_done     (TdmGoalStep *self);

gboolean    tdm_goal_step_is_overdue (TdmGoalStep *self,
                                      const char  *today);

G_END_DECLS
