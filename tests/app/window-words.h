/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* eye.h and hand.h in the language of the run: widgets are named by the English words, as the sources have them. */

/* An item of a menu */
#define WINDOW_TYPE_ITEM g_type_from_name ("GtkModelButton")

gboolean   window_is_german   (void);
const char *window_say        (const char     *english,
                               const char     *german);
char      *window_word        (const char     *english);
GtkWidget *window_find        (gpointer        root,
                               GType           type,
                               const char     *english);
gboolean   window_shows       (gpointer        root,
                               GType           type,
                               const char     *english);
void       window_wait_gone   (gpointer        root,
                               GType           type,
                               const char     *english);
void       window_click_on    (gpointer        root,
                               const char     *english);
void       window_fill        (gpointer        root,
                               const char     *english,
                               const char     *text);
GtkWindow *window_find_window (const char     *english);
GtkWidget *window_open_menu   (gpointer        root,
                               const char     *english);
void       window_choose      (gpointer        root,
                               const char     *menu,
                               const char     *item);
void       window_choose_in_row (gpointer      dialog,
                               const char     *row,
                               const char     *typed);
void       window_choose_partner (gpointer     dialog,
                               TdmRole         role,
                               const char     *typed);

G_END_DECLS
