/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_MONTH (tdm_month_get_type ())
G_DECLARE_FINAL_TYPE (TdmMonth, tdm_month, TDM, MONTH, AdwBin)

void tdm_month_refresh (TdmMonth *self);

G_END_DECLS
