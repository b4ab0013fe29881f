/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_MOTIVES_ROW (tdm_motives_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmMotivesRow, tdm_motives_row, TDM, MOTIVES_ROW, AdwPreferencesRow)

G_END_DECLS
