/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-round.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_ROUND_STEPS (tdm_round_steps_get_type ())
G_DECLARE_FINAL_TYPE (TdmRoundSteps, tdm_round_steps, TDM, ROUND_STEPS, GtkWidget)

void tdm_round_steps_show (TdmRoundSteps *self,
                           TdmRound      *round);

G_END_DECLS
