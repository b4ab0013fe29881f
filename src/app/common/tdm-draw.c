/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-draw.h"

#include "base/tdm-name.h"

/* Backgrounds for initials, all dark enough for white text (contrast 4.5 : 1 at least), from GNOME's palette. */
static const char *const colours[] = {
  "#1a5fb4", "#26845a", "#9a5b00", "#c01c28", "#813d9c", "#63452c", "#1b6f80", "#8a2c6b", "#4a5a8c", "#5e6b1f",
};

/**
 * tdm_get_accent:
 * @widget: any widget
 * @accent: (out): the colour for things that stand out
 */
void
tdm_get_accent (GtkWidget *widget, GdkRGBA *accent)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", accent))
    gdk_rgba_parse (accent, "#1c71d8");
}

void
tdm_draw_disc (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *colour)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, bounds, bounds->size.width / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, colour, bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * tdm_mirror:
 * @x: where something begins in a widget that is read from left to right
 * @width: how wide it is
 *
 * Returns: where its left side is in the direction of @widget
 */
float
tdm_mirror (GtkWidget *widget, float x, float width)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - x - width : x;
}

/**
 * tdm_draw_text:
 * @widget: whose font and direction it has
 * @snapshot: where to
 * @text: what, and where from that side on which reading begins
 */
void
tdm_draw_text (GtkWidget *widget, GtkSnapshot *snapshot, const TdmDrawnText *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text->text);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (text->is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (text->is_small)
    pango_attr_list_insert (attributes, pango_attr_scale_new (tdm_get_small_scale ()));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, MAX (text->width, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (text->lines > 1)
    pango_layout_set_height (layout, -(int) text->lines);
  else
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  if (text->is_centred)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (tdm_mirror (widget, text->x, text->width), text->y));
  gtk_snapshot_append_layout (snapshot, layout, text->colour);
  gtk_snapshot_restore (snapshot);
}

/**
 * tdm_draw_ring:
 * @snapshot: where to
 * @bounds: a square
 * @progress: how much of it is done, 0 to 1
 * @foreground: the colour of the text around; the rest of the ring is a tint of it
 * @accent: the colour of what is done
 */
void
tdm_draw_ring (GtkSnapshot *snapshot, const graphene_rect_t *bounds, double progress, const GdkRGBA *foreground,
               const GdkRGBA *accent)
{
  double size = bounds->size.width, width = MAX (3, size / 10), radius = (size - width) / 2;
  GdkRGBA track = *foreground;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  track.alpha *= 0.15;
  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  gdk_cairo_set_source_rgba (cr, &track);
  cairo_arc (cr, size / 2, size / 2, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (progress > 0)
    {
      gdk_cairo_set_source_rgba (cr, accent);
      cairo_arc (cr, size / 2, size / 2, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * MIN (progress, 1));
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

/**
 * tdm_draw_avatar:
 * @snapshot: where to
 * @context: the text context of the widget
 * @bounds: a square
 * @name: whose
 *
 * A disc with initials, in a colour that a name always has.
 */
void
tdm_draw_avatar (GtkSnapshot *snapshot, PangoContext *context, const graphene_rect_t *bounds, const char *name)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  g_autofree char *initials = tdm_name_make_initials (name);
  GdkRGBA colour, white = { 1, 1, 1, 1 };
  int width, height;

  gdk_rgba_parse (&colour, colours[g_str_hash (name) % G_N_ELEMENTS (colours)]);
  tdm_draw_disc (snapshot, bounds, &colour);

  pango_font_description_set_absolute_size (font, bounds->size.width * 0.38 * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, initials, -1);
  pango_layout_get_pixel_size (layout, &width, &height);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (bounds->origin.x + (bounds->size.width - width) / 2,
                                                bounds->origin.y + (bounds->size.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
}

/* In pixels, of the font of the widget */
int
tdm_get_letter_width (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

/* In pixels, of the font of the widget, or of small print in it */
int
tdm_get_line_height (GtkWidget *widget, gboolean is_small)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL ((int) (is_small ? height * tdm_get_small_scale () : height));
}

/* Of small print, as the theme has it for captions */
double
tdm_get_small_scale (void)
{
  return 0.82;
}
