/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal-ring.h"

#include "base/tdm-i18n.h"
#include "tdm-draw.h"

/* How much of the goals is done, as a ring with the figure in it. */

struct _TdmGoalRing
{
  GtkWidget parent_instance;

  guint done;
  guint total;
  int size;
};

G_DEFINE_FINAL_TYPE (TdmGoalRing, tdm_goal_ring, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DONE = 1,
  PROP_TOTAL,
  PROP_SIZE,
  N_PROPS
} TdmGoalRingProperty;

static GParamSpec *specs[N_PROPS];

static void
goal_ring_update_accessible (TdmGoalRing *self)
{
  g_autofree char *label = NULL;

  if (self->total == 0)
    label = g_strdup (_ ("No goals yet"));
  else
    label = g_strdup_printf (ngettext ("%u of %u step done", "%u of %u steps done", self->total), self->done,
                             self->total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
}

static void
tdm_goal_ring_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmGoalRing *self = TDM_GOAL_RING (object);

  switch ((TdmGoalRingProperty) id)
    {
    case PROP_DONE:
      self->done = g_value_get_uint (value);
      break;
    case PROP_TOTAL:
      self->total = g_value_get_uint (value);
      break;
    case PROP_SIZE:
      self->size = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case N_PROPS:
      break;
    }
  goal_ring_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tdm_goal_ring_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = TDM_GOAL_RING (widget)->size;
}

static void
tdm_goal_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdmGoalRing *self = TDM_GOAL_RING (widget);
  float size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  g_autofree char *figure = g_strdup_printf ("%u/%u", self->done, self->total);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, figure);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  GdkRGBA foreground, accent;
  int width, height;

  /* An empty ring without a figure would be taken for a box to tick. */
  if (self->total == 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &foreground);
  tdm_get_accent (widget, &accent);
  tdm_draw_ring (snapshot, &GRAPHENE_RECT_INIT (0, 0, size, size), (double) self->done / self->total, &foreground,
                 &accent);
  pango_font_description_set_absolute_size (font, size * 0.26 * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((size - width) / 2, (size - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &foreground);
}

static void
tdm_goal_ring_class_init (TdmGoalRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_goal_ring_set_property;
  widget_class->measure = tdm_goal_ring_measure;
  widget_class->snapshot = tdm_goal_ring_snapshot;

  specs[PROP_DONE] = g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  specs[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  specs[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 12, 400, 56, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_css_name (widget_class, "goalring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tdm_goal_ring_init (TdmGoalRing *self)
{
}
