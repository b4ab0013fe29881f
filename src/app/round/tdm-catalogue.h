/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-person.h"
#include "model/tdm-round.h"
#include "model/tdm-topic.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_CATALOGUE (tdm_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (TdmCatalogue, tdm_catalogue, TDM, CATALOGUE, GObject)

TdmCatalogue *tdm_catalogue_new          (void);
void          tdm_catalogue_set_file     (TdmCatalogue *self,
                                          TdmWorkspace *workspace,
                                          TdmRound     *round);
void          tdm_catalogue_set_shown    (TdmCatalogue *self,
                                          gboolean      is_shown);
GListModel   *tdm_catalogue_get_items    (TdmCatalogue *self);
gboolean      tdm_catalogue_is_counted   (TdmCatalogue *self);
gboolean      tdm_catalogue_counts       (TdmCatalogue *self,
                                          TdmPerson    *person);

G_END_DECLS
