/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-pair.h"

G_BEGIN_DECLS

void tdm_pair_participations_follow (TdmEdit   *edit,
                                     TdmRound  *round,
                                     TdmPerson *person,
                                     TdmRole    role);

G_END_DECLS
