/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_STRENGTH_MOST 3

#define TDM_TYPE_STRENGTH (tdm_strength_get_type ())
G_DECLARE_FINAL_TYPE (TdmStrength, tdm_strength, TDM, STRENGTH, AdwBin)

char *tdm_strength_describe (int strength);

G_END_DECLS
