/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "store/tdm-store.h"
#include "tdm-workspace.h"

G_BEGIN_DECLS

TdmStore *tdm_workspace_get_store (TdmWorkspace *self);

G_END_DECLS
