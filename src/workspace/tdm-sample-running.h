/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-block.h"

G_BEGIN_DECLS

void tdm_sample_running_add (TdmSample            *sample,
                             const TdmSampleBlock *block);

G_END_DECLS
