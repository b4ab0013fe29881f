/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/round/tdm-catalogue-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_CATALOGUE_ROW (tdm_catalogue_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmCatalogueRow, tdm_catalogue_row, TDM, CATALOGUE_ROW, GtkWidget)

void              tdm_catalogue_row_set_item   (TdmCatalogueRow  *self,
                                                TdmCatalogueItem *item);
TdmCatalogueItem *tdm_catalogue_row_get_item   (TdmCatalogueRow  *self);
void              tdm_catalogue_row_place_menu (TdmCatalogueRow  *self,
                                                graphene_rect_t  *place);
GMenuModel       *tdm_catalogue_row_make_menu  (TdmCatalogueRow  *self);

G_END_DECLS
