/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-pair.h"

G_BEGIN_DECLS

gint64   tdm_goal_edits_next_position (TdmPair    *pair,
                                       TdmSide     side);
gint64   tdm_goal_edits_next_step_position (TdmGoal *goal);
TdmEdit *tdm_goal_edits_add         (TdmPair      *pair,
                                     TdmSide       side,
                                     const char   *title);
TdmEdit *tdm_goal_edits_change      (TdmGoal      *goal,
                                     const char   *title,
                                     const char   *due);
TdmEdit *tdm_goal_edits_save        (TdmGoal      *goal,
                                     TdmRecord    *draft);
TdmEdit *tdm_goal_edits_set_state   (TdmGoal      *goal,
                                     TdmGoalState  state);
TdmEdit *tdm_goal_edits_move        (TdmGoal      *goal,
                                     guint         place);
TdmEdit *tdm_goal_edits_add_step    (TdmGoal      *goal,
                                     const char   *title);
TdmEdit *tdm_goal_edits_change_step (TdmGoalStep  *step,
                                     const char   *title,
                                     const char   *due);
void     tdm_goal_edits_follow_step (TdmEdit      *edit,
                                     TdmGoalStep  *step);
TdmEdit *tdm_goal_edits_tick_step   (TdmGoalStep  *step,
                                     gboolean      done);
TdmEdit *tdm_goal_edits_move_step   (TdmGoalStep  *step,
                                     guint         place);

G_END_DECLS
