/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tdm_meeting_menu_offer  (GtkMenuButton *button,
                              GtkWidget     *shown);
void tdm_meeting_menu_attach (GtkWidget *area);

G_END_DECLS
