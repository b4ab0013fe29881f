/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-workspace.h"

G_BEGIN_DECLS

void   tdm_workspace_follow_clock   (TdmWorkspace *self);
gint64 tdm_workspace_find_next_turn (TdmWorkspace *self);

G_END_DECLS
