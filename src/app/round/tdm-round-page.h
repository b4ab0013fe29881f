/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_ROUND_PAGE (tdm_round_page_get_type ())
G_DECLARE_FINAL_TYPE (TdmRoundPage, tdm_round_page, TDM, ROUND_PAGE, AdwBin)

void tdm_round_page_start_search (TdmRoundPage *self);

G_END_DECLS
