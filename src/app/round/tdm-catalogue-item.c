/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-catalogue-item.h"

#include "base/tdm-compat.h"

/* A topic in the catalogue: how many people need it and how many offer it, of those who count just now. */

struct _TdmCatalogueItem
{
  GObject parent_instance;

  TdmTopic *topic;
  TdmDemandBars bars;
  char *heading;
};

G_DEFINE_FINAL_TYPE (TdmCatalogueItem, tdm_catalogue_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TOPIC = 1,
  PROP_NEEDS,
  PROP_OFFERS,
  PROP_MOST,
  PROP_GAP,
  PROP_HEADING,
  N_PROPS
} TdmCatalogueItemProperty;

static GParamSpec *specs[N_PROPS];

static void
tdm_catalogue_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmCatalogueItem *self = TDM_CATALOGUE_ITEM (object);

  switch ((TdmCatalogueItemProperty) id)
    {
    case PROP_TOPIC:
      g_value_set_object (value, self->topic);
      break;
    case PROP_NEEDS:
      g_value_set_uint (value, self->bars.n_needs);
      break;
    case PROP_OFFERS:
      g_value_set_uint (value, self->bars.n_offers);
      break;
    case PROP_MOST:
      g_value_set_uint (value, self->bars.most);
      break;
    case PROP_GAP:
      g_value_set_int (value, tdm_catalogue_item_get_gap (self));
      break;
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_catalogue_item_finalize (GObject *object)
{
  TdmCatalogueItem *self = TDM_CATALOGUE_ITEM (object);

  g_object_unref (self->topic);
  g_free (self->heading);
  G_OBJECT_CLASS (tdm_catalogue_item_parent_class)->finalize (object);
}

static void
tdm_catalogue_item_class_init (TdmCatalogueItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_catalogue_item_get_property;
  object_class->finalize = tdm_catalogue_item_finalize;

  specs[PROP_TOPIC] = g_param_spec_object ("topic", NULL, NULL, TDM_TYPE_TOPIC, flags);
  specs[PROP_NEEDS] = g_param_spec_uint ("needs", NULL, NULL, 0, G_MAXUINT, 0, flags);
  specs[PROP_OFFERS] = g_param_spec_uint ("offers", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /* The greatest number of all items, the length of a whole bar */
  specs[PROP_MOST] = g_param_spec_uint ("most", NULL, NULL, 0, G_MAXUINT, 0, flags);
  specs[PROP_GAP] = g_param_spec_int ("gap", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  /* While the list is in parts: the area where one begins with this item, else ""; NULL where there are no parts */
  specs[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_catalogue_item_init (TdmCatalogueItem *self)
{
}

TdmCatalogueItem *
tdm_catalogue_item_new (TdmTopic *topic)
{
  TdmCatalogueItem *self = g_object_new (TDM_TYPE_CATALOGUE_ITEM, NULL);

  self->topic = g_object_ref (topic);
  return self;
}

TdmTopic *
tdm_catalogue_item_get_topic (TdmCatalogueItem *self)
{
  return self->topic;
}

TdmDemandBars
tdm_catalogue_item_get_bars (TdmCatalogueItem *self)
{
  return self->bars;
}

/* Of the part that begins with it, see the property */
const char *
tdm_catalogue_item_get_heading (TdmCatalogueItem *self)
{
  return self->heading;
}

/* How many more need it than can pass it on; below 0 where there are more of these */
int
tdm_catalogue_item_get_gap (TdmCatalogueItem *self)
{
  return (int) self->bars.n_needs - (int) self->bars.n_offers;
}

void
tdm_catalogue_item_set_counts (TdmCatalogueItem *self, guint n_needs, guint n_offers, guint most)
{
  struct
  {
    guint *place;
    guint value;
    guint property;
  } counts[] = {
    { &self->bars.n_needs, n_needs, PROP_NEEDS },
    { &self->bars.n_offers, n_offers, PROP_OFFERS },
    { &self->bars.most, most, PROP_MOST },
  };
  int gap = tdm_catalogue_item_get_gap (self);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (*counts[i].place != counts[i].value)
      {
        *counts[i].place = counts[i].value;
        g_object_notify_by_pspec (G_OBJECT (self), specs[counts[i].property]);
      }
  if (tdm_catalogue_item_get_gap (self) != gap)
    g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_GAP]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
tdm_catalogue_item_set_heading (TdmCatalogueItem *self, const char *heading)
{
  if (tdm_set_str (&self->heading, heading))
    g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_HEADING]);
}
