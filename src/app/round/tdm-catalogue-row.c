/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-catalogue-row.h"

#include "app/common/tdm-draw.h"
#include "app/common/tdm-record-tick.h"
#include "app/round/tdm-demand-bars.h"
#include "base/tdm-i18n.h"

/* A topic of the catalogue with its two bars, in two columns or, where it is narrow, in one. Where the list is in
 * parts, the first row of an area has its name above. It draws itself, as a card of a tandem does: a list makes two
 * hundred rows, most of them out of sight. The dots of its menu are drawn too: whoever shows the row listens for it. */

struct _TdmCatalogueRow
{
  GtkWidget parent_instance;

  TdmCatalogueItem *item;
  TdmTopic *topic;
  gboolean narrow;
  gboolean read_only;
  GtkWidget *tick; /* while rows are selected */
};

G_DEFINE_FINAL_TYPE (TdmCatalogueRow, tdm_catalogue_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_NARROW = 1,
  PROP_READ_ONLY,
  PROP_SELECTING,
  N_PROPS
} TdmCatalogueRowProperty;

static GParamSpec *specs[N_PROPS];

#define GAP 12
#define SMALL_GAP 3
#define MENU 34
#define DOTS 16

/* Where everything is, from the side on which reading begins */
typedef struct
{
  float heading_y;
  float left;
  float title_y;
  guint title_lines;
  float area_y;
  float text_width;
  float chip_x;
  float chip_width;
  float bars_x;
  float bars_y;
  float bars_width;
  float middle;
  int height;
} Places;

static const char *
catalogue_row_get_area (TdmCatalogueRow *self)
{
  return tdm_record_get_text (TDM_RECORD (self->topic), TDM_TOPIC_AREA);
}

static char *
catalogue_row_describe_gap (TdmCatalogueRow *self)
{
  int gap = tdm_catalogue_item_get_gap (self->item);

  /* Translators: so many more people want to learn a topic than can pass it on */
  return gap > 0 ? g_strdup_printf (ngettext ("%u missing", "%u missing", gap), gap) : NULL;
}

static float
widget_guess_width (GtkWidget *widget, const char *text)
{
  return g_utf8_strlen (text, -1) * tdm_get_letter_width (widget);
}

/* Nothing is laid out for it: of most rows only the height is asked. */
static void
catalogue_row_place (TdmCatalogueRow *self, int width, Places *places)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int line = tdm_get_line_height (widget, FALSE), small = tdm_get_line_height (widget, TRUE);
  const char *heading = tdm_catalogue_item_get_heading (self->item);
  gboolean has_area = !heading && *catalogue_row_get_area (self);
  g_autofree char *gap = catalogue_row_describe_gap (self);
  float whole = width - (self->read_only ? 0 : MENU), column, text_height, top, bars_height;

  *places = (Places) { 0 };
  if (self->tick)
    {
      gtk_widget_measure (self->tick, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &places->height, NULL, NULL);
      places->left = places->height + GAP;
    }
  places->heading_y = heading && *heading ? GAP : -1;
  top = places->heading_y < 0 ? 0 : 2 * GAP + line;
  column = self->narrow ? whole - places->left : (whole - places->left - GAP) / 2;
  places->chip_width = gap ? widget_guess_width (widget, gap) * tdm_get_small_scale () + 2 * GAP : 0;
  places->chip_x = places->left + column - places->chip_width;
  places->text_width = column - (gap ? places->chip_width + GAP / 2 : 0);
  places->title_lines = self->narrow &&
                        widget_guess_width (widget, tdm_topic_get_title (self->topic)) > places->text_width ? 2 : 1;
  text_height = places->title_lines * line + (has_area ? small : 0);
  places->bars_width = column;
  bars_height = tdm_demand_bars_measure (widget, places->bars_width);
  places->height = top + (self->narrow ? text_height + SMALL_GAP + bars_height : MAX (text_height, bars_height));
  places->title_y = self->narrow ? top : top + (places->height - top - text_height) / 2;
  places->area_y = places->title_y + places->title_lines * line;
  places->bars_x = self->narrow ? places->left : places->left + column + GAP;
  places->bars_y = self->narrow ? top + text_height + SMALL_GAP : top + (places->height - top - bars_height) / 2;
  places->middle = (top + places->height) / 2;
}

static void
tdm_catalogue_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  TdmCatalogueRow *self = TDM_CATALOGUE_ROW (widget);
  Places places;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || !self->item)
    {
      *minimum = 200;
      *natural = 600;
      return;
    }
  catalogue_row_place (self, for_size >= 0 ? for_size : 600, &places);
  *minimum = *natural = places.height;
}

static GtkSizeRequestMode
tdm_catalogue_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tdm_catalogue_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdmCatalogueRow *self = TDM_CATALOGUE_ROW (widget);
  GtkRequisition size;
  Places places;

  if (!self->tick || !self->item)
    return;
  catalogue_row_place (self, width, &places);
  gtk_widget_get_preferred_size (self->tick, NULL, &size);
  gtk_widget_size_allocate (self->tick,
                            &(GtkAllocation) { tdm_mirror (widget, 0, size.width), places.middle - size.height / 2.0,
                                               size.width, size.height }, -1);
}

static void
catalogue_row_draw_chip (TdmCatalogueRow *self, GtkSnapshot *snapshot, const Places *places, const char *text)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int line = tdm_get_line_height (widget, TRUE);
  float y = self->narrow ? places->title_y : places->middle - line / 2.0;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (tdm_mirror (widget, places->chip_x, places->chip_width), y - 1,
                                               places->chip_width, line + 2);
  GskRoundedRect outline;
  GdkRGBA colour, ground;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "warning_color", &colour))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  ground = colour;
  ground.alpha *= 0.1;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, bounds.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_pop (snapshot);
  tdm_draw_text (widget, snapshot, &(TdmDrawnText) { text, places->chip_x, y, places->chip_width, &colour,
                                                     .is_small = TRUE, .is_centred = TRUE });
}

static void
catalogue_row_draw_menu (TdmCatalogueRow *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t place;

  tdm_catalogue_row_place_menu (self, &place);
  for (int i = -1; i <= 1; i++)
    tdm_draw_disc (snapshot,
                   &GRAPHENE_RECT_INIT (tdm_mirror (widget, gtk_widget_get_width (widget) - MENU / 2 - 1.5, 3),
                                        place.origin.y + place.size.height / 2 - 1.5 + i * DOTS / 3.0, 3, 3), colour);
}

static void
tdm_catalogue_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdmCatalogueRow *self = TDM_CATALOGUE_ROW (widget);
  g_autofree char *gap = NULL;
  const char *heading;
  GdkRGBA colour, dim;
  Places places;
  TdmDemandBars bars;

  if (!self->item)
    return;
  catalogue_row_place (self, gtk_widget_get_width (widget), &places);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  dim = colour;
  dim.alpha *= 0.7;
  heading = tdm_catalogue_item_get_heading (self->item);
  gap = catalogue_row_describe_gap (self);
  if (places.heading_y >= 0)
    tdm_draw_text (widget, snapshot, &(TdmDrawnText) { heading, 0, places.heading_y, gtk_widget_get_width (widget),
                                                       &colour, .is_bold = TRUE });
  tdm_draw_text (widget, snapshot, &(TdmDrawnText) { tdm_topic_get_title (self->topic), places.left, places.title_y,
                                                     places.text_width, &colour, .lines = places.title_lines });
  if (!heading)
    tdm_draw_text (widget, snapshot, &(TdmDrawnText) { catalogue_row_get_area (self), places.left, places.area_y,
                                                       places.text_width, &dim, .is_small = TRUE });
  if (gap)
    catalogue_row_draw_chip (self, snapshot, &places, gap);
  bars = tdm_catalogue_item_get_bars (self->item);
  tdm_demand_bars_draw (&bars, widget, snapshot, places.bars_x, places.bars_y, places.bars_width);
  if (!self->read_only)
    catalogue_row_draw_menu (self, snapshot, &colour);
  if (self->tick)
    gtk_widget_snapshot_child (widget, self->tick, snapshot);
}

static void
catalogue_row_changed_cb (TdmCatalogueRow *self)
{
  g_autofree char *gap = catalogue_row_describe_gap (self), *bars_said = NULL;
  const TdmDemandBars bars = tdm_catalogue_item_get_bars (self->item);
  g_autoptr (GString) said = g_string_new (tdm_topic_get_title (self->topic));

  if (*catalogue_row_get_area (self))
    g_string_append_printf (said, ", %s", catalogue_row_get_area (self));
  bars_said = tdm_demand_bars_describe (&bars);
  g_string_append_printf (said, ": %s", bars_said);
  if (gap)
    g_string_append_printf (said, ", %s", gap);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
  if (self->tick)
    g_object_set (self->tick, "label", tdm_topic_get_title (self->topic), NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
catalogue_row_set_selecting (TdmCatalogueRow *self, gboolean is_selecting)
{
  if (is_selecting == (self->tick != NULL))
    return;
  if (is_selecting)
    {
      self->tick = g_object_new (TDM_TYPE_RECORD_TICK, "item", self->item, "label",
                                 self->topic ? tdm_topic_get_title (self->topic) : "", NULL);
      gtk_widget_set_parent (self->tick, GTK_WIDGET (self));
    }
  else
    g_clear_pointer (&self->tick, gtk_widget_unparent);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tdm_catalogue_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmCatalogueRow *self = TDM_CATALOGUE_ROW (object);

  switch ((TdmCatalogueRowProperty) id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_READ_ONLY:
      self->read_only = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_SELECTING:
      catalogue_row_set_selecting (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_catalogue_row_dispose (GObject *object)
{
  TdmCatalogueRow *self = TDM_CATALOGUE_ROW (object);

  tdm_catalogue_row_set_item (self, NULL);
  g_clear_pointer (&self->tick, gtk_widget_unparent);
  G_OBJECT_CLASS (tdm_catalogue_row_parent_class)->dispose (object);
}

static void
tdm_catalogue_row_class_init (TdmCatalogueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_catalogue_row_set_property;
  object_class->dispose = tdm_catalogue_row_dispose;
  widget_class->get_request_mode = tdm_catalogue_row_get_request_mode;
  widget_class->measure = tdm_catalogue_row_measure;
  widget_class->size_allocate = tdm_catalogue_row_size_allocate;
  widget_class->snapshot = tdm_catalogue_row_snapshot;

  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  specs[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  specs[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_css_name (widget_class, "cataloguerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tdm_catalogue_row_init (TdmCatalogueRow *self)
{
}

static void
menu_add (GMenu *menu, const char *label, const char *action, TdmTopic *topic)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", tdm_record_get_uid (TDM_RECORD (topic)));
  g_menu_append_item (menu, item);
}

/* NULL for none */
void
tdm_catalogue_row_set_item (TdmCatalogueRow *self, TdmCatalogueItem *item)
{
  TdmTopic *topic = item ? tdm_catalogue_item_get_topic (item) : NULL;

  if (self->item)
    {
      g_signal_handlers_disconnect_by_data (self->item, self);
      g_signal_handlers_disconnect_by_data (self->topic, self);
    }
  g_set_object (&self->item, item);
  g_set_object (&self->topic, topic);
  if (self->tick)
    g_object_set (self->tick, "item", item, NULL);
  if (!item)
    return;
  g_signal_connect_swapped (item, "notify", G_CALLBACK (catalogue_row_changed_cb), self);
  g_signal_connect_swapped (self->topic, "notify", G_CALLBACK (catalogue_row_changed_cb), self);
  catalogue_row_changed_cb (self);
}

TdmCatalogueItem *
tdm_catalogue_row_get_item (TdmCatalogueRow *self)
{
  return self->item;
}

/* Where the dots of its menu are, and a click on them */
void
tdm_catalogue_row_place_menu (TdmCatalogueRow *self, graphene_rect_t *place)
{
  Places places;

  catalogue_row_place (self, gtk_widget_get_width (GTK_WIDGET (self)), &places);
  *place = GRAPHENE_RECT_INIT (tdm_mirror (GTK_WIDGET (self), gtk_widget_get_width (GTK_WIDGET (self)) - MENU, MENU),
                               places.middle - MENU / 2, MENU, MENU);
}

/* Returns: (transfer full): what can be done with its topic, by actions of whoever shows the row */
GMenuModel *
tdm_catalogue_row_make_menu (TdmCatalogueRow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();

  menu_add (menu, _ ("_Edit…"), "topics.edit", self->topic);
  menu_add (menu, _ ("_Move to Area…"), "topics.move", self->topic);
  menu_add (menu, _ ("Mer_ge With…"), "topics.merge", self->topic);
  menu_add (removal, _ ("_Remove"), "topics.remove", self->topic);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  return G_MENU_MODEL (menu);
}
