/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tdm_in_view_keep (GtkWidget *widget,
                       GtkWidget *focused);

G_END_DECLS
