/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_PAIR_MATCH (tdm_pair_match_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairMatch, tdm_pair_match, TDM, PAIR_MATCH, AdwBin)

void tdm_pair_match_set_pair (TdmPairMatch *self,
                              TdmWorkspace *workspace,
                              TdmPair      *pair);
void tdm_pair_match_show     (TdmPairMatch *self);

G_END_DECLS
