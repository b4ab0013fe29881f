/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-round.h"

G_BEGIN_DECLS

/* What the window says of a round. */

const char *tdm_round_words_state (TdmRound      *round);
const char *tdm_round_words_begin (TdmRoundState  state);
char       *tdm_round_words_step  (TdmRound      *round,
                                   TdmRoundState  state);
char       *tdm_round_words_facts (TdmRound      *round);
char       *tdm_round_words_rules (TdmRound      *round);

G_END_DECLS
