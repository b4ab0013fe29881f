/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

#include "workspace/tdm-workspace.h"

G_BEGIN_DECLS

#define TDM_TYPE_GOAL_SHARING_DIALOG (tdm_goal_sharing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmGoalSharingDialog, tdm_goal_sharing_dialog, TDM, GOAL_SHARING_DIALOG, AdwWindow)

void tdm_goal_sharing_dialog_present (GtkWidget    *over,
                                      TdmWorkspace *workspace,
                                      TdmPair      *pair);

G_END_DECLS
