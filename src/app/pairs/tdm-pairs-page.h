/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PAIRS_PAGE (tdm_pairs_page_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairsPage, tdm_pairs_page, TDM, PAIRS_PAGE, AdwBin)

void tdm_pairs_page_start_search (TdmPairsPage *self);

G_END_DECLS
