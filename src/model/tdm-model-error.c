/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-model-error.h"

G_DEFINE_QUARK (tdm-model-error-quark, tdm_model_error)
