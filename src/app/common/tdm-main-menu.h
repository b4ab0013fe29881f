/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *tdm_main_menu_get   (void);
void        tdm_main_menu_append (GMenu        *menu);
void        tdm_main_menu_offer (GtkMenuButton *button,
                                 GMenuModel    *menu);

G_END_DECLS
