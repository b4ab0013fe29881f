/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-role-words.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PAIR_TABLE (tdm_pair_table_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairTable, tdm_pair_table, TDM, PAIR_TABLE, AdwBin)

GtkSorter *tdm_pair_table_get_sorter (TdmPairTable      *self);
void       tdm_pair_table_show       (TdmPairTable      *self,
                                      GtkSelectionModel *pairs,
                                      gboolean           click_opens);
void       tdm_pair_table_say_roles  (TdmPairTable      *self,
                                      TdmProgramme      *programme);

G_END_DECLS
