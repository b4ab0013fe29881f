/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_REPLY_BAR (tdm_reply_bar_get_type ())
G_DECLARE_FINAL_TYPE (TdmReplyBar, tdm_reply_bar, TDM, REPLY_BAR, AdwBin)

void tdm_reply_bar_set_pair (TdmReplyBar  *self,
                             TdmWorkspace *workspace,
                             TdmPair      *pair);

G_END_DECLS
