/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tdm_css_set_class (gpointer    widget,
                        const char *name,
                        gboolean    is_set);

G_END_DECLS
