/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/pairs/tdm-pair-verbs.h"

G_BEGIN_DECLS

#define TDM_TYPE_PAIR_CHANGE (tdm_pair_change_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairChange, tdm_pair_change, TDM, PAIR_CHANGE, AdwPreferencesGroup)

void tdm_pair_change_present (GtkWidget    *over,
                              TdmWorkspace *workspace,
                              GPtrArray    *pairs,
                              TdmPairVerb   verb,
                              TdmFeedbackDone done);

G_END_DECLS
