/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-round.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_ROUND_SUMMARY (tdm_round_summary_get_type ())
G_DECLARE_FINAL_TYPE (TdmRoundSummary, tdm_round_summary, TDM, ROUND_SUMMARY, AdwBin)

void tdm_round_summary_set_round (TdmRoundSummary *self,
                                  TdmRound        *round);
void tdm_round_summary_refresh   (TdmRoundSummary *self);

G_END_DECLS
