/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     tdm_dialog_guard       (GtkWidget *content);
void     tdm_dialog_guard_below (GtkWidget *content);
void     tdm_dialog_discard     (GtkWindow *dialog);
gboolean tdm_dialog_guard_keeps (GtkWindow *window);

G_END_DECLS
