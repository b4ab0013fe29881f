/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_CHOOSER_ROW (tdm_chooser_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmChooserRow, tdm_chooser_row, TDM, CHOOSER_ROW, AdwActionRow)

gpointer tdm_chooser_row_get_selected    (TdmChooserRow *self);
void     tdm_chooser_row_set_selected    (TdmChooserRow *self,
                                          gpointer       item);
void     tdm_chooser_row_set_model       (TdmChooserRow *self,
                                          GListModel    *model);
void     tdm_chooser_row_set_rank        (TdmChooserRow *self,
                                          GtkExpression *rank);
void     tdm_chooser_row_take_order      (TdmChooserRow *self,
                                          GtkSorter     *taken_sorter);
void     tdm_chooser_row_set_placeholder (TdmChooserRow *self,
                                          const char    *placeholder);

G_END_DECLS
