/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/round/tdm-catalogue-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_CATALOGUE_ROW (tdm_catalogue_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmCatalogueRow, tdm_catalogue_row, TDM, CATALOGUE_ROW, AdwBin)

void              tdm_catalogue_row_set_item  (TdmCatalogueRow  *self,
                                               TdmCatalogueItem *item);
TdmCatalogueItem *tdm_catalogue_row_get_item  (TdmCatalogueRow  *self);
void              tdm_catalogue_row_open_menu (TdmCatalogueRow  *self);

G_END_DECLS
