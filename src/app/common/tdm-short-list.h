/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_SHORT_LIST (tdm_short_list_get_type ())
G_DECLARE_FINAL_TYPE (TdmShortList, tdm_short_list, TDM, SHORT_LIST, AdwBin)

void tdm_short_list_bind     (TdmShortList                *self,
                              GListModel                  *model,
                              GtkListBoxCreateWidgetFunc   make_row,
                              gpointer                     data);
void tdm_short_list_show_all (TdmShortList                *self);

G_END_DECLS
