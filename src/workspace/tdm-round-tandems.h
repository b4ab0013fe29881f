/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-workspace.h"

G_BEGIN_DECLS

#define TDM_TYPE_ROUND_TANDEMS (tdm_round_tandems_get_type ())
G_DECLARE_FINAL_TYPE (TdmRoundTandems, tdm_round_tandems, TDM, ROUND_TANDEMS, GObject)

TdmRoundTandems *tdm_round_tandems_new           (void);
void             tdm_round_tandems_set_workspace (TdmRoundTandems *self,
                                                  TdmWorkspace    *workspace);
void             tdm_round_tandems_set_round     (TdmRoundTandems *self,
                                                  TdmRound        *round);
GPtrArray       *tdm_round_tandems_find          (TdmRoundTandems *self,
                                                  TdmPerson       *person);

G_END_DECLS
