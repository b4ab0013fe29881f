/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tdm_order_set_model (GtkSortListModel *list,
                          GListModel       *model);
void tdm_order_refresh   (GtkSortListModel *list);

G_END_DECLS
