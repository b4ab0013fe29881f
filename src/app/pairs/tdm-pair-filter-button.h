/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PAIR_FILTER_BUTTON (tdm_pair_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairFilterButton, tdm_pair_filter_button, TDM, PAIR_FILTER_BUTTON, AdwBin)

void tdm_pair_filter_button_clear (TdmPairFilterButton *self);

G_END_DECLS
