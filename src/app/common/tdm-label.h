/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     tdm_label_show_text  (GtkLabel   *label,
                               const char *text);
gboolean tdm_label_has_text   (gpointer    item,
                               const char *text);
void     tdm_label_no_hyphens (GtkWidget  *widget);

G_END_DECLS
