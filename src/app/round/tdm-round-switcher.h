/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-round.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_ROUND_SWITCHER (tdm_round_switcher_get_type ())
G_DECLARE_FINAL_TYPE (TdmRoundSwitcher, tdm_round_switcher, TDM, ROUND_SWITCHER, AdwBin)

void      tdm_round_switcher_set_rounds (TdmRoundSwitcher *self,
                                         GListModel       *rounds);
TdmRound *tdm_round_switcher_get_round  (TdmRoundSwitcher *self);

G_END_DECLS
