/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_HEADED_LIST (tdm_headed_list_get_type ())
G_DECLARE_FINAL_TYPE (TdmHeadedList, tdm_headed_list, TDM, HEADED_LIST, GtkWidget)

void tdm_headed_list_set_header   (TdmHeadedList *self,
                                   GtkWidget     *header);
void tdm_headed_list_set_is_empty (TdmHeadedList *self,
                                   gboolean       is_empty);

G_END_DECLS
