/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-goal-step.h"

/* The goals of a tandem, for the tests of files with tasks */

GPtrArray   *todo_array_new (void);
TdmGoal     *todo_goal_new  (TdmPair      *pair,
                             TdmSide       side,
                             TdmGoalState  state,
                             const char   *title,
                             const char   *due);
TdmGoalStep *todo_step_add  (TdmGoal      *goal,
                             const char   *title,
                             gboolean      done,
                             const char   *due);
GPtrArray   *todo_goals_new (TdmPair      *pair);
