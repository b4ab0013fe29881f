/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Dialogs that ask for a file or a folder. */

/* Called with what the user has chosen, and not at all for a user who thinks better of it. */
typedef void (*TdmFileChosen) (gpointer data,
                               GFile   *file);

GtkFileChooser *tdm_file_chooser_new        (gpointer              over,
                                             GtkFileChooserAction  action,
                                             const char           *title,
                                             const char           *accept);
void            tdm_file_chooser_add_filter (GtkFileChooser       *chooser,
                                             const char           *name,
                                             const char *const    *suffixes);
void            tdm_file_chooser_ask        (GtkFileChooser       *chooser,
                                             TdmFileChosen         chosen,
                                             gpointer              taken_data,
                                             GDestroyNotify        free_data);

G_END_DECLS
