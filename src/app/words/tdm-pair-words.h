/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

G_BEGIN_DECLS

/* What the window says of a tandem. */

char       *tdm_pair_words_title    (TdmPair *pair);
char       *tdm_pair_words_round    (TdmPair *pair);
char       *tdm_pair_words_outlook  (TdmPair *pair);
char       *tdm_pair_words_describe (TdmPair *pair);
const char *tdm_pair_words_state    (TdmPair *pair);
char       *tdm_pair_words_standing (TdmPair *pair);
char       *tdm_pair_words_period   (TdmPair *pair);
gboolean    tdm_pair_words_is_one_sided (TdmPair *pair);
char       *tdm_pair_words_constellation (TdmPair *pair);
char       *tdm_pair_words_event    (TdmRecord *event);
char       *tdm_pair_words_event_detail (TdmRecord *event);

G_END_DECLS
