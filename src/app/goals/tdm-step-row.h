/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-goal-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_STEP_ROW (tdm_step_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmStepRow, tdm_step_row, TDM, STEP_ROW, GtkListBoxRow)

GtkWidget *tdm_step_row_new (TdmWorkspace *workspace,
                             TdmGoalStep  *step);

G_END_DECLS
