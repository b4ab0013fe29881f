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

struct _TdmDemandBars
{
  GtkWidget parent_instance;

  guint needs;
  guint offers;
  guint most;
  PangoLayout *layouts[2];
};

G_DEFINE_FINAL_TYPE (TdmDemandBars, tdm_demand_bars, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_NEEDS = 1,
  PROP_OFFERS,
  PROP_MOST,
  N_PROPS
} TdmDemandBarsProperty;

static GParamSpec *specs[N_PROPS];

static char *
demand_bars_describe_line (TdmDemandBars *self, guint line)
{
  if (line == 0)
    return self->needs == 0 ? g_strdup (_ ("Nobody wants to learn"))
                            : g_strdup_printf (ngettext ("%u wants to learn", "%u want to learn", self->needs),
                                               self->needs);
  return self->offers == 0 ? g_strdup (_ ("Nobody can pass on"))
                           : g_strdup_printf (ngettext ("%u can pass on", "%u can pass on", self->offers),
                                              self->offers);
}

static void
demand_bars_forget_layouts (TdmDemandBars *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->layouts); i++)
    g_clear_object (&self->layouts[i]);
}

static PangoLayout *
demand_bars_get_layout (TdmDemandBars *self, guint line)
{
  g_autofree char *text = NULL;

  if (!self->layouts[line])
    {
      text = demand_bars_describe_line (self, line);
      self->layouts[line] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_layout_set_ellipsize (self->layouts[line], PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layouts[line], TRUE);
    }
  return self->layouts[line];
}

/* In letters rather than as wide as these words are: the bars of all rows begin at one place. */
static int
demand_bars_get_words_width (TdmDemandBars *self)
{
  return 25 * tdm_get_letter_width (GTK_WIDGET (self));
}

static gboolean
demand_bars_is_stacked (TdmDemandBars *self, int width)
{
  return demand_bars_get_words_width (self) > width * WORDS_SHARE;
}

static int
demand_bars_get_line_height (TdmDemandBars *self)
{
  int height;

  pango_layout_get_pixel_size (demand_bars_get_layout (self, 0), NULL, &height);
  return height;
}

static GtkSizeRequestMode
tdm_demand_bars_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tdm_demand_bars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  TdmDemandBars *self = TDM_DEMAND_BARS (widget);
  int line = demand_bars_get_line_height (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 320;
    }
  else if (for_size >= 0 && demand_bars_is_stacked (self, for_size))
    *minimum = *natural = 2 * (line + BAR_HEIGHT + LINE_SPACE) + LINE_SPACE;
  else
    *minimum = *natural = 2 * line + LINE_SPACE;
}

static void
demand_bars_draw_bar (TdmDemandBars *self, GtkSnapshot *snapshot, guint line, const graphene_rect_t *space)
{
  guint n = line == 0 ? self->needs : self->offers;
  graphene_rect_t bar = *space;
  GskRoundedRect outline;
  GdkRGBA colour, clear;

  if (n == 0 || self->most == 0)
    return;
  if (line == 0)
    tdm_get_accent (GTK_WIDGET (self), &colour);
  else
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  clear = colour;
  clear.alpha = 0;
  bar.size.width = MAX (BAR_HEIGHT / 2, space->size.width * n / self->most);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    bar.origin.x += space->size.width - bar.size.width;
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

static void
tdm_demand_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdmDemandBars *self = TDM_DEMAND_BARS (widget);
  int width = gtk_widget_get_width (widget), line = demand_bars_get_line_height (self);
  gboolean is_stacked = demand_bars_is_stacked (self, width);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int words = is_stacked ? width : demand_bars_get_words_width (self);
  float y = 0;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < G_N_ELEMENTS (self->layouts); i++)
    {
      PangoLayout *layout = demand_bars_get_layout (self, i);
      graphene_rect_t bar = GRAPHENE_RECT_INIT (words + SPACE, y + (line - BAR_HEIGHT) / 2, width - words - SPACE,
                                                BAR_HEIGHT);

      if (is_stacked)
        bar = GRAPHENE_RECT_INIT (0, y + line, width, BAR_HEIGHT);
      else if (is_rtl)
        bar.origin.x = 0;
      pango_layout_set_width (layout, words * PANGO_SCALE);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (is_rtl ? width - words : 0, y));
      gtk_snapshot_append_layout (snapshot, layout, &colour);
      gtk_snapshot_restore (snapshot);
      demand_bars_draw_bar (self, snapshot, i, &bar);
      y += line + LINE_SPACE + (is_stacked ? BAR_HEIGHT + LINE_SPACE : 0);
    }
}

static void
tdm_demand_bars_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmDemandBars *self = TDM_DEMAND_BARS (object);
  guint *places[] = { [PROP_NEEDS] = &self->needs, [PROP_OFFERS] = &self->offers, [PROP_MOST] = &self->most };
  g_autofree char *said = NULL;

  if (*places[id] == g_value_get_uint (value))
    return;
  *places[id] = g_value_get_uint (value);
  demand_bars_forget_layouts (self);
  said = tdm_demand_bars_describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tdm_demand_bars_dispose (GObject *object)
{
  demand_bars_forget_layouts (TDM_DEMAND_BARS (object));
  G_OBJECT_CLASS (tdm_demand_bars_parent_class)->dispose (object);
}

static void
tdm_demand_bars_class_init (TdmDemandBarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_demand_bars_set_property;
  object_class->dispose = tdm_demand_bars_dispose;
  widget_class->get_request_mode = tdm_demand_bars_get_request_mode;
  widget_class->measure = tdm_demand_bars_measure;
  widget_class->snapshot = tdm_demand_bars_snapshot;

  specs[PROP_NEEDS] = g_param_spec_uint ("needs", NULL, NULL, 0, G_MAXUINT, 0, flags);
  specs[PROP_OFFERS] = g_param_spec_uint ("offers", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /* What a whole bar stands for */
  specs[PROP_MOST] = g_param_spec_uint ("most", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_css_name (widget_class, "demandbars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tdm_demand_bars_init (TdmDemandBars *self)
{
}

/* Returns: (transfer full): what they say, in words */
char *
tdm_demand_bars_describe (TdmDemandBars *self)
{
  g_autofree char *needs = demand_bars_describe_line (self, 0), *offers = demand_bars_describe_line (self, 1);

  return g_strdup_printf ("%s, %s", needs, offers);
}
