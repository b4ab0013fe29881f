/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-context.h"

G_BEGIN_DECLS

void tdm_sample_rounds_add (TdmSample *sample);

G_END_DECLS
