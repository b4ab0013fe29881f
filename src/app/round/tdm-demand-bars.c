/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-demand-bars.h"

#include "app/common/tdm-draw.h"
#include "base/tdm-i18n.h"

/* How many people want to learn a topic and how many can pass it on: two bars on one scale with their numbers in words.
 * The upper one is full, the lower one striped in a frame, so that no colour is needed to tell them apart. The words
 * stand before the bars, or above them where that is too narrow. */

#define BAR_HEIGHT 10
#define SPACE 9
#define LINE_SPACE 3
#define STRIPE 3

/* Of the width, what the words may take beside the bars */
#define WORDS_SHARE 0.55

static char *
demand_bars_describe_line (const TdmDemandBars *self, guint line)
{
  guint n = line == 0 ? self->n_needs : self->n_offers;

  if (line == 0)
    return n == 0 ? g_strdup (_ ("Nobody wants to learn"))
                  : g_strdup_printf (ngettext ("%u wants to learn", "%u want to learn", n), n);
  return n == 0 ? g_strdup (_ ("Nobody can pass on"))
                : g_strdup_printf (ngettext ("%u can pass on", "%u can pass on", n), n);
}

/* In letters rather than as wide as the words are: the bars of all rows begin at one place. The longest are "Niemand
 * kann weitergeben". */
static int
widget_get_words_width (GtkWidget *widget)
{
  return 30 * tdm_get_small_scale () * tdm_get_letter_width (widget);
}

static gboolean
widget_is_stacked (GtkWidget *widget, int width)
{
  return widget_get_words_width (widget) > width * WORDS_SHARE;
}

static void
demand_bars_draw_bar (const TdmDemandBars *self, GtkWidget *widget, GtkSnapshot *snapshot, guint line,
                      const graphene_rect_t *space)
{
  guint n = line == 0 ? self->n_needs : self->n_offers;
  graphene_rect_t bar = *space;
  GskRoundedRect outline;
  GdkRGBA colour, clear;

  if (n == 0 || self->most == 0)
    return;
  if (line == 0)
    tdm_get_accent (widget, &colour);
  else
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  clear = colour;
  clear.alpha = 0;
  bar.size.width = MAX (BAR_HEIGHT / 2, space->size.width * n / self->most);
  bar.origin.x = tdm_mirror (widget, space->origin.x, bar.size.width);
  gsk_rounded_rect_init_from_rect (&outline, &bar, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (line == 0)
    gtk_snapshot_append_color (snapshot, &colour, &bar);
  else
    gtk_snapshot_append_repeating_linear_gradient (
      snapshot, &bar, &bar.origin, &GRAPHENE_POINT_INIT (bar.origin.x + STRIPE, bar.origin.y + STRIPE),
      (GskColorStop[]) { { 0, clear }, { 0.5, clear }, { 0.5, colour }, { 1, colour } }, 4);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 1, 1, 1, 1 },
                              (GdkRGBA[]) { colour, colour, colour, colour });
}

/* Returns: (transfer full): what they say, in words */
char *
tdm_demand_bars_describe (const TdmDemandBars *self)
{
  g_autofree char *needs = demand_bars_describe_line (self, 0), *offers = demand_bars_describe_line (self, 1);

  return g_strdup_printf ("%s, %s", needs, offers);
}

/* How high they are in @width */
int
tdm_demand_bars_measure (GtkWidget *widget, int width)
{
  int line = tdm_get_line_height (widget, TRUE);

  return 2 * (line + LINE_SPACE) + (widget_is_stacked (widget, width) ? 2 * (BAR_HEIGHT + LINE_SPACE) : 0) - LINE_SPACE;
}

/* @x: from that side on which reading begins */
void
tdm_demand_bars_draw (const TdmDemandBars *self, GtkWidget *widget, GtkSnapshot *snapshot, float x, float y,
                      float width)
{
  int line = tdm_get_line_height (widget, TRUE);
  gboolean is_stacked = widget_is_stacked (widget, width);
  float words = is_stacked ? width : widget_get_words_width (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = demand_bars_describe_line (self, i);
      graphene_rect_t bar = GRAPHENE_RECT_INIT (x + words + SPACE, y + (line - BAR_HEIGHT) / 2, width - words - SPACE,
                                                BAR_HEIGHT);

      if (is_stacked)
        bar = GRAPHENE_RECT_INIT (x, y + line, width, BAR_HEIGHT);
      tdm_draw_text (widget, snapshot, &(TdmDrawnText) { text, x, y, words, &colour, .is_small = TRUE });
      demand_bars_draw_bar (self, widget, snapshot, i, &bar);
      y += line + LINE_SPACE + (is_stacked ? BAR_HEIGHT + LINE_SPACE : 0);
    }
}
