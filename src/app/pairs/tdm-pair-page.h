/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PAIR_PAGE (tdm_pair_page_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairPage, tdm_pair_page, TDM, PAIR_PAGE, AdwBin)

void     tdm_pair_page_set_pair (TdmPairPage *self,
                                 TdmPair     *pair);
TdmPair *tdm_pair_page_get_pair (TdmPairPage *self);
void     tdm_pair_page_show_meeting (TdmPairPage *self,
                                     gint64       id);

G_END_DECLS
