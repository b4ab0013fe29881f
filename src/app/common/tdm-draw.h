/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What several widgets draw alike. */

void tdm_draw_ring   (GtkSnapshot           *snapshot,
                      const graphene_rect_t *bounds,
                      double                 progress,
                      const GdkRGBA         *foreground,
                      const GdkRGBA         *accent);
void tdm_draw_avatar (GtkSnapshot           *snapshot,
                      PangoContext          *context,
                      const graphene_rect_t *bounds,
                      const char            *name);
void tdm_draw_disc   (GtkSnapshot           *snapshot,
                      const graphene_rect_t *bounds,
                      const GdkRGBA         *colour);

int   tdm_get_letter_width (GtkWidget  *widget);
void  tdm_get_accent       (GtkWidget  *widget,
                            GdkRGBA    *accent);

G_END_DECLS
