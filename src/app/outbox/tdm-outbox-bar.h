/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_OUTBOX_BAR (tdm_outbox_bar_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutboxBar, tdm_outbox_bar, TDM, OUTBOX_BAR, AdwBin)

void tdm_outbox_bar_set_pair (TdmOutboxBar *self,
                              TdmWorkspace *workspace,
                              TdmPair      *pair);

G_END_DECLS
