/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-pair.h"

G_BEGIN_DECLS

gboolean tdm_pair_state_edits_can_ask_mentor (TdmPair *pair);
gboolean tdm_pair_state_edits_can_extend     (TdmPair *pair);

TdmEdit *tdm_pair_state_edits_ask_mentee (GPtrArray    *pairs);
TdmEdit *tdm_pair_state_edits_ask_mentor (GPtrArray    *pairs);
TdmEdit *tdm_pair_state_edits_confirm    (GPtrArray    *pairs);
TdmEdit *tdm_pair_state_edits_decline    (GPtrArray    *pairs,
                                          const char   *note);
TdmEdit *tdm_pair_state_edits_activate   (GPtrArray    *pairs,
                                          const char   *day);
TdmEdit *tdm_pair_state_edits_pause      (GPtrArray    *pairs,
                                          const char   *until,
                                          const char   *note);
TdmEdit *tdm_pair_state_edits_resume     (GPtrArray    *pairs);
TdmEdit *tdm_pair_state_edits_extend     (GPtrArray    *pairs,
                                          const char   *until);
TdmPairState tdm_pair_state_edits_find_end (TdmEndReason reason);
TdmEdit *tdm_pair_state_edits_end        (GPtrArray    *pairs,
                                          TdmEndReason  reason,
                                          const char   *note);
TdmEdit *tdm_pair_state_edits_reopen     (GPtrArray    *pairs);
void     tdm_pair_state_edits_set_day    (TdmEdit      *edit,
                                          const char   *day);

G_END_DECLS
