/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_ZONE_ROW (tdm_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmZoneRow, tdm_zone_row, TDM, ZONE_ROW, AdwActionRow)

const char *tdm_zone_row_get_zone (TdmZoneRow *self);
char       *tdm_zone_item_title   (gpointer    item,
                                   const char *name);

G_END_DECLS
