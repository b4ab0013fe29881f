/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* So long nobody wonders. */
#define TDM_PATIENCE_SECONDS 2

const char *tdm_patience_get_text (void);
void        tdm_patience_set_busy (GtkLabel *label,
                                   gboolean  is_busy);

G_END_DECLS
