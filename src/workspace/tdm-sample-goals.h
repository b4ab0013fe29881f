/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-pairs.h"

G_BEGIN_DECLS

void tdm_sample_goals_fill_decks (TdmSample     *sample);
void tdm_sample_goals_add        (TdmSample     *sample,
                                  TdmSamplePair *pair);

G_END_DECLS
