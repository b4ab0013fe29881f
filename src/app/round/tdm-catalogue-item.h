/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/round/tdm-demand-bars.h"
#include "model/tdm-topic.h"

G_BEGIN_DECLS

#define TDM_TYPE_CATALOGUE_ITEM (tdm_catalogue_item_get_type ())
G_DECLARE_FINAL_TYPE (TdmCatalogueItem, tdm_catalogue_item, TDM, CATALOGUE_ITEM, GObject)

TdmCatalogueItem *tdm_catalogue_item_new         (TdmTopic         *topic);
TdmTopic         *tdm_catalogue_item_get_topic   (TdmCatalogueItem *self);
TdmDemandBars     tdm_catalogue_item_get_bars    (TdmCatalogueItem *self);
const char       *tdm_catalogue_item_get_heading (TdmCatalogueItem *self);
int               tdm_catalogue_item_get_gap     (TdmCatalogueItem *self);
void              tdm_catalogue_item_set_counts  (TdmCatalogueItem *self,
                                                  guint             n_needs,
                                                  guint             n_offers,
                                                  guint             most);
void              tdm_catalogue_item_set_heading (TdmCatalogueItem *self,
                                                  const char       *heading);

G_END_DECLS
