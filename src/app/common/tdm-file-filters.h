/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tdm_file_filters_add (GtkFileChooser     *chooser,
                           const char         *name,
                           const char *const  *suffixes);

G_END_DECLS
