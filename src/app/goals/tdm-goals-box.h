/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_GOALS_BOX (tdm_goals_box_get_type ())
G_DECLARE_FINAL_TYPE (TdmGoalsBox, tdm_goals_box, TDM, GOALS_BOX, AdwBin)

void tdm_goals_box_set_pair     (TdmGoalsBox  *self,
                                 TdmWorkspace *workspace,
                                 TdmPair      *pair);
void tdm_goals_box_show_heading (TdmGoalsBox  *self);
void tdm_goals_box_clear        (TdmGoalsBox  *self);

G_END_DECLS
