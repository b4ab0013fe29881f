/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        tdm_template_dispose (GObject         *object);
GtkBuilder *tdm_template_build   (gpointer         owner,
                                  const char      *resource,
                                  GtkBuilderScope *taken_scope);

G_END_DECLS
