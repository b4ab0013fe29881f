/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-pair.h"

G_BEGIN_DECLS

void tdm_series_people_replace (TdmEdit   *edit,
                                TdmPair   *pair,
                                TdmPerson *mentee,
                                TdmPerson *mentor);

G_END_DECLS
