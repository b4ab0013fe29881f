/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_PAIR_HISTORY (tdm_pair_history_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairHistory, tdm_pair_history, TDM, PAIR_HISTORY, AdwBin)

void tdm_pair_history_set_pair (TdmPairHistory *self,
                                TdmWorkspace   *workspace,
                                TdmPair        *pair);

G_END_DECLS
