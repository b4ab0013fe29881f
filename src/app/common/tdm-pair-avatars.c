/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-avatars.h"

#include "tdm-draw.h"

/* One or two people as discs with initials; the second stands a little behind the first. */

struct _TdmPairAvatars
{
  GtkWidget parent_instance;

  char *first;
  char *second;
  int size;
};

G_DEFINE_FINAL_TYPE (TdmPairAvatars, tdm_pair_avatars, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FIRST = 1,
  PROP_SECOND,
  PROP_SIZE,
  N_PROPS
} TdmPairAvatarsProperty;

static GParamSpec *specs[N_PROPS];

#define OVERLAP 0.15

static void
tdm_pair_avatars_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmPairAvatars *self = TDM_PAIR_AVATARS (object);

  switch ((TdmPairAvatarsProperty) id)
    {
    case PROP_FIRST:
      g_free (self->first);
      self->first = g_value_dup_string (value);
      break;
    case PROP_SECOND:
      g_free (self->second);
      self->second = g_value_dup_string (value);
      break;
    case PROP_SIZE:
      self->size = g_value_get_int (value);
      break;
    case N_PROPS:
      break;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tdm_pair_avatars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  TdmPairAvatars *self = TDM_PAIR_AVATARS (widget);
  gboolean is_wide = orientation == GTK_ORIENTATION_HORIZONTAL && self->second;

  *minimum = *natural = is_wide ? self->size * (2 - OVERLAP) : self->size;
}

static void
tdm_pair_avatars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdmPairAvatars *self = TDM_PAIR_AVATARS (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, (gtk_widget_get_height (widget) - self->size) / 2, self->size,
                                               self->size);

  if (self->second)
    {
      bounds.origin.x = self->size * (1 - OVERLAP);
      tdm_draw_avatar (snapshot, context, &bounds, self->second);
      bounds.origin.x = 0;
    }
  if (self->first)
    tdm_draw_avatar (snapshot, context, &bounds, self->first);
}

static void
tdm_pair_avatars_finalize (GObject *object)
{
  g_free (TDM_PAIR_AVATARS (object)->first);
  g_free (TDM_PAIR_AVATARS (object)->second);
  G_OBJECT_CLASS (tdm_pair_avatars_parent_class)->finalize (object);
}

static void
tdm_pair_avatars_class_init (TdmPairAvatarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tdm_pair_avatars_finalize;
  object_class->set_property = tdm_pair_avatars_set_property;
  widget_class->measure = tdm_pair_avatars_measure;
  widget_class->snapshot = tdm_pair_avatars_snapshot;

  specs[PROP_FIRST] = g_param_spec_string ("first", NULL, NULL, NULL, flags);
  specs[PROP_SECOND] = g_param_spec_string ("second", NULL, NULL, NULL, flags);
  specs[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 12, 400, 40, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_css_name (widget_class, "avatars");
  /* The names stand beside it: a screen reader need not hear them twice. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tdm_pair_avatars_init (TdmPairAvatars *self)
{
}
