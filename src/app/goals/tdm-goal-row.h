/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-goal.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_GOAL_ROW (tdm_goal_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmGoalRow, tdm_goal_row, TDM, GOAL_ROW, GtkListBoxRow)

GtkWidget *tdm_goal_row_new (TdmWorkspace *workspace,
                             TdmGoal      *goal);

G_END_DECLS
