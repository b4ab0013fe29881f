/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_BLOCK_ROW (tdm_block_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmBlockRow, tdm_block_row, TDM, BLOCK_ROW, AdwPreferencesRow)

G_END_DECLS
