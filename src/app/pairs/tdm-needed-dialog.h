/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tdm_needed_dialog_present (GtkWidget    *over,
                                const GError *why,
                                GPtrArray    *pairs);

G_END_DECLS
