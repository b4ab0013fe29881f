/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_GOAL_SHARING_DIALOG (tdm_goal_sharing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmGoalSharingDialog, tdm_goal_sharing_dialog, TDM, GOAL_SHARING_DIALOG, AdwWindow)

void tdm_goal_sharing_dialog_present (GtkWidget    *over,
                                      TdmWorkspace *workspace,
                                      TdmPair      *pair);

G_END_DECLS
