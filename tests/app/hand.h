/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What somebody does in the windows of this process. GTK has no made-up events: a click is what the widget does on one,
 * and only where a pointer could reach it; a key is the shortcut that the focused widget, those around it, or the
 * window have. */

void     hand_scroll_to  (GtkWidget  *widget);
void     hand_reach      (GtkWidget  *widget);
void     hand_click      (GtkWidget  *widget);
void     hand_select     (GtkWidget  *row);
void     hand_click_on   (gpointer    root,
                          GType       type,
                          const char *name);
void     hand_click_twice (GtkWidget *button);
void     hand_fill       (GtkWidget  *entry,
                          const char *text);
gboolean hand_try_key    (GtkWindow  *window,
                          const char *key);
void     hand_press      (GtkWindow  *window,
                          const char *key);
GtkWidget *hand_open_menu (GtkWidget *button);
void     hand_choose     (GtkWidget  *choices,
                          const char *item);
void     hand_choose_file (GtkWindow *chooser,
                           const char *path);

G_END_DECLS
