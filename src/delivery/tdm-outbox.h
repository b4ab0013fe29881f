/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-changes.h"
#include "model/tdm-pair.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_OUTBOX (tdm_outbox_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutbox, tdm_outbox, TDM, OUTBOX, GObject)

TdmOutbox *tdm_outbox_new_for_pair  (TdmWorkspace *workspace,
                                     TdmPair      *pair);
TdmOutbox *tdm_outbox_new_for_round (TdmWorkspace *workspace,
                                     TdmRound     *round);
gboolean   tdm_outbox_is_complete   (TdmOutbox    *self);
char      *tdm_outbox_describe      (TdmOutbox    *self);

GPtrArray *tdm_outbox_collect       (TdmWorkspace *workspace,
                                     TdmPair      *pair);
TdmPair   *tdm_outbox_find_pair     (TdmRecord    *record);
gboolean   tdm_outbox_is_touched    (const TdmChange *change);

gboolean    tdm_outbox_pair_is_expected (TdmPair       *pair);

G_END_DECLS
