/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-round.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_OUTBOX_COUNT (tdm_outbox_count_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutboxCount, tdm_outbox_count, TDM, OUTBOX_COUNT, GObject)

TdmOutboxCount *tdm_outbox_count_new         (TdmWorkspace   *workspace,
                                              TdmRound       *round);
guint           tdm_outbox_count_get         (TdmOutboxCount *self);
gboolean        tdm_outbox_count_is_complete (TdmOutboxCount *self);

G_END_DECLS
