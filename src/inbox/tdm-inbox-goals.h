/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "tdm-inbox-item.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

void tdm_inbox_goals_match    (TdmWorkspace *workspace,
                               GHashTable   *known,
                               TdmInboxItem *item);
void tdm_inbox_goals_set_pair (TdmWorkspace *workspace,
                               TdmInboxItem *item,
                               TdmPair      *pair);
void tdm_inbox_goals_add      (TdmEdit      *edit,
                               TdmWorkspace *workspace,
                               TdmInboxItem *item);

G_END_DECLS
