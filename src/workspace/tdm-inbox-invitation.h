/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-inbox-item.h"
#include "tdm-workspace.h"

G_BEGIN_DECLS

gboolean tdm_inbox_invitation_add (TdmEdit       *edit,
                                   TdmWorkspace  *workspace,
                                   TdmInboxItem  *item,
                                   TdmRound      *round,
                                   GError       **error);

G_END_DECLS
