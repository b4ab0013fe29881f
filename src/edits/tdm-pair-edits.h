/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-pair.h"

G_BEGIN_DECLS

TdmRecord *tdm_pair_edits_insert      (TdmEdit      *edit,
                                       gpointer      round,
                                       gpointer      mentee,
                                       gpointer      mentor);
TdmEdit *tdm_pair_edits_add           (TdmRound     *round,
                                       TdmPerson    *mentee,
                                       TdmPerson    *mentor,
                                       TdmTopic     *topic);
TdmEdit *tdm_pair_edits_set_state     (GPtrArray    *pairs,
                                       TdmPairState  state,
                                       TdmEndReason  reason,
                                       const char   *note);
TdmEdit *tdm_pair_edits_change_people (TdmPair      *pair,
                                       TdmPerson    *mentee,
                                       TdmPerson    *mentor);
TdmEdit *tdm_pair_edits_remove        (TdmPair      *pair,
                                       gboolean      is_expected);

G_END_DECLS
