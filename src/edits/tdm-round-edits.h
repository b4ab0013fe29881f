/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-round.h"

G_BEGIN_DECLS

TdmRecord *tdm_round_edits_new_draft     (GListModel    *rounds);
TdmEdit   *tdm_round_edits_save          (TdmRecord     *draft,
                                          GListModel    *rounds);
TdmEdit   *tdm_round_edits_set_state     (TdmRound      *round,
                                          TdmRoundState  state);
TdmRoundState tdm_round_edits_find_state_before (TdmRound *round);
char      *tdm_round_edits_suggest_title (TdmRound      *round,
                                          GListModel    *rounds,
                                          const char    *kickoff);
TdmEdit   *tdm_round_edits_copy          (TdmRound      *round,
                                          GListModel    *rounds,
                                          GPtrArray     *participations,
                                          const char    *kickoff);
TdmEdit   *tdm_round_edits_remove        (TdmRound      *round,
                                          gboolean       is_expected);

G_END_DECLS
