/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_SELECTION_BAR (tdm_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (TdmSelectionBar, tdm_selection_bar, TDM, SELECTION_BAR, AdwBin)

void tdm_selection_bar_count (TdmSelectionBar *self, guint n_selected);

G_END_DECLS
