/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-pair-event.h"

G_BEGIN_DECLS

TdmEdit *tdm_pair_event_edits_save (TdmPairEvent *event,
                                    TdmRecord    *draft);

G_END_DECLS
