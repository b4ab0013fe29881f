/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called on the row that @record was dropped on. */
typedef void (*TdmReorderFunc) (GtkWidget *row,
                                gpointer   record);

void  tdm_reorder_enable   (GtkWidget      *row,
                            GtkWidget      *handle,
                            gpointer        record,
                            TdmReorderFunc  func);
void  tdm_reorder_offer    (GtkWidget      *row,
                            gboolean        is_open,
                            guint           place,
                            guint           n_places);
guint tdm_reorder_find     (GListModel     *list,
                            gpointer        record);

G_END_DECLS
