/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_DEMAND_BARS (tdm_demand_bars_get_type ())
G_DECLARE_FINAL_TYPE (TdmDemandBars, tdm_demand_bars, TDM, DEMAND_BARS, GtkWidget)

char *tdm_demand_bars_describe (TdmDemandBars *self);

G_END_DECLS
