/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What several widgets draw alike. */

/**
 * TdmDrawnText:
 * @lines: how many it may take, 0 for one
 *
 * A text for tdm_draw_text(), with an ellipsis where it is too long.
 */
typedef struct
{
  const char *text;
  float x;
  float y;
  float width;
  const GdkRGBA *colour;
  gboolean is_bold;
  gboolean is_small;
  gboolean is_centred;
  guint lines;
} TdmDrawnText;

void tdm_draw_text   (GtkWidget             *widget,
                      GtkSnapshot           *snapshot,
                      const TdmDrawnText    *text);
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

float tdm_mirror           (GtkWidget  *widget,
                            float       x,
                            float       width);
int   tdm_get_letter_width (GtkWidget  *widget);
int   tdm_get_line_height  (GtkWidget  *widget,
                            gboolean    is_small);
double tdm_get_small_scale (void);
void  tdm_get_accent       (GtkWidget  *widget,
                            GdkRGBA    *accent);

G_END_DECLS
