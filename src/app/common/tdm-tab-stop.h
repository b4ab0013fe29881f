/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_TAB_STOP (tdm_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (TdmTabStop, tdm_tab_stop, TDM, TAB_STOP, AdwBin)

G_END_DECLS
