/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_PAIR_TERMS (tdm_pair_terms_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairTerms, tdm_pair_terms, TDM, PAIR_TERMS, AdwPreferencesGroup)

void tdm_pair_terms_set_pair (TdmPairTerms *self,
                              TdmWorkspace *workspace,
                              TdmPair      *pair);
void tdm_pair_terms_refresh  (TdmPairTerms *self);

G_END_DECLS
