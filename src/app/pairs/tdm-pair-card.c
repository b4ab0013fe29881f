/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-card.h"

#include "app/common/tdm-draw.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-i18n.h"

/* A tandem as a card. It draws itself: a list binds some hundred cards at every keystroke of a search, and labels would
 * measure their text even out of sight. Text is laid out when the card is drawn. */

struct _TdmPairCard
{
  GtkWidget parent_instance;

  TdmPair *pair;
  GSignalGroup *names[3];
  guint position;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (TdmPairCard, tdm_pair_card, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PAIR = 1,
  PROP_POSITION,
  PROP_SELECTED,
  N_PROPS
} TdmPairCardProperty;

static GParamSpec *specs[N_PROPS];

#define AVATAR 38
#define RING 44
#define GAP 12
#define WIDTH_LEAST 250
#define LETTERS_BESIDE 15

/* The two people and the topic are called by other names now and then, of which the tandem itself does not tell. */
static void
pair_card_follow_names (TdmPairCard *self)
{
  gpointer named[] = { self->pair ? tdm_pair_get_mentee (self->pair) : NULL,
                       self->pair ? tdm_pair_get_mentor (self->pair) : NULL,
                       self->pair ? tdm_pair_get_topic (self->pair) : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    g_signal_group_set_target (self->names[i], named[i]);
}

static void
pair_card_name_changed_cb (TdmPairCard *self)
{
  g_autofree char *label = self->pair ? tdm_pair_words_describe (self->pair) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pair_card_pair_changed_cb (TdmPairCard *self)
{
  pair_card_follow_names (self);
  pair_card_name_changed_cb (self);
}

static void
pair_card_set_pair (TdmPairCard *self, TdmPair *pair)
{
  if (self->pair == pair)
    return;

  if (self->pair)
    g_signal_handlers_disconnect_by_data (self->pair, self);
  g_set_object (&self->pair, pair);
  if (pair)
    g_signal_connect_swapped (pair, "notify", G_CALLBACK (pair_card_pair_changed_cb), self);
  pair_card_pair_changed_cb (self);
}

static void
tdm_pair_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmPairCard *self = TDM_PAIR_CARD (object);

  switch ((TdmPairCardProperty) id)
    {
    case PROP_PAIR:
      pair_card_set_pair (self, g_value_get_object (value));
      break;
    case PROP_POSITION:
      self->position = g_value_get_uint (value);
      break;
    case PROP_SELECTED:
      self->selected = g_value_get_boolean (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    case N_PROPS:
      break;
    }
}

/* Where the names stand: beside the pictures, or below them where large text leaves no room for a name there. */
typedef struct
{
  float x, y, width;
  guint lines; /* of the mentor */
  float height; /* of all this */
} TdmCardNames;

static TdmCardNames
card_place_names (GtkWidget *widget, float width)
{
  float line = tdm_get_line_height (widget, FALSE);
  float x = AVATAR * 1.85 + GAP, beside = width - x - RING - GAP;

  if (beside >= LETTERS_BESIDE * tdm_get_letter_width (widget))
    return (TdmCardNames) { x, MAX (0, AVATAR - 2 * line) / 2, beside, 1, MAX (AVATAR, 2 * line) };
  return (TdmCardNames) { 0, RING + GAP / 2, width, 2, RING + GAP / 2 + 3 * line };
}

static GtkSizeRequestMode
tdm_pair_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tdm_pair_card_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = WIDTH_LEAST;
      *natural = 320;
    }
  else
    *minimum = *natural = (int) card_place_names (widget, for_size < 0 ? WIDTH_LEAST : for_size).height +
                          2 * tdm_get_line_height (widget, FALSE) + GAP;
}

static void
pair_card_draw_people (TdmPairCard *self, GtkSnapshot *snapshot, const GdkRGBA *colour, const GdkRGBA *dim)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const char *mentee = tdm_person_get_name (tdm_pair_get_mentee (self->pair));
  const char *mentor = tdm_person_get_name (tdm_pair_get_mentor (self->pair));
  g_autofree char *learns = g_strdup_printf (_ ("learns from %s"), mentor);
  TdmCardNames names = card_place_names (widget, gtk_widget_get_width (widget));
  float line = tdm_get_line_height (widget, FALSE);

  tdm_draw_avatar (snapshot, context,
                   &GRAPHENE_RECT_INIT (tdm_mirror (widget, AVATAR * 0.85, AVATAR), 0, AVATAR, AVATAR), mentor);
  tdm_draw_avatar (snapshot, context, &GRAPHENE_RECT_INIT (tdm_mirror (widget, 0, AVATAR), 0, AVATAR, AVATAR),
                   mentee);
  tdm_draw_text (widget, snapshot,
                 &(TdmDrawnText) { mentee, names.x, names.y, names.width, colour, .is_bold = TRUE });
  tdm_draw_text (widget, snapshot, &(TdmDrawnText) { learns, names.x, names.y + line, names.width, dim,
                                                     .lines = names.lines });
}

static void
card_draw_check (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *accent)
{
  cairo_t *cr;
  GdkRGBA white = { 1, 1, 1, 1 };
  double x = bounds->origin.x, y = bounds->origin.y, size = bounds->size.width;

  tdm_draw_disc (snapshot, bounds, accent);
  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  gdk_cairo_set_source_rgba (cr, &white);
  cairo_set_line_width (cr, size / 10);
  cairo_move_to (cr, x + size * 0.3, y + size * 0.52);
  cairo_line_to (cr, x + size * 0.45, y + size * 0.67);
  cairo_line_to (cr, x + size * 0.72, y + size * 0.36);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
pair_card_draw_progress (TdmPairCard *self, GtkSnapshot *snapshot, const GdkRGBA *colour, const GdkRGBA *accent)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float x = gtk_widget_get_width (widget) - RING;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (tdm_mirror (widget, x, RING), 0, RING, RING);
  guint total = tdm_pair_get_steps_total (self->pair);
  g_autofree char *figure = g_strdup_printf ("%u/%u", tdm_pair_get_steps_done (self->pair), total);
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  int width, height;

  if (self->selected)
    {
      card_draw_check (snapshot, &bounds, accent);
      return;
    }

  /* An empty ring without a figure would be taken for a box to tick. */
  if (total == 0)
    return;
  tdm_draw_ring (snapshot, &bounds, tdm_pair_get_progress (self->pair), colour, accent);
  layout = gtk_widget_create_pango_layout (widget, figure);
  font = pango_font_description_new ();
  pango_font_description_set_absolute_size (font, RING * 0.25 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x + (RING - width) / 2.0,
                                                          (RING - height) / 2.0));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
tdm_pair_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdmPairCard *self = TDM_PAIR_CARD (widget);
  float width = gtk_widget_get_width (widget), line = tdm_get_line_height (widget, FALSE);
  float y = card_place_names (widget, width).height + GAP;
  g_autofree char *outlook = NULL;
  GdkRGBA colour, dim, accent;
  TdmTopic *topic;
  const char *title;

  if (!self->pair || !tdm_pair_get_mentee (self->pair) || !tdm_pair_get_mentor (self->pair))
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  dim = colour;
  dim.alpha *= 0.7;
  tdm_get_accent (widget, &accent);
  pair_card_draw_people (self, snapshot, &colour, &dim);
  pair_card_draw_progress (self, snapshot, &colour, &accent);

  topic = tdm_pair_get_topic (self->pair);
  title = topic ? tdm_topic_get_title (topic) : _ ("No topic yet");
  outlook = tdm_pair_words_outlook (self->pair);
  tdm_draw_text (widget, snapshot, &(TdmDrawnText) { title, 0, y, width, topic ? &colour : &dim });
  tdm_draw_text (widget, snapshot, &(TdmDrawnText) { outlook, 0, y + line, width, &dim });
}

static void
tdm_pair_card_dispose (GObject *object)
{
  pair_card_set_pair (TDM_PAIR_CARD (object), NULL);
  G_OBJECT_CLASS (tdm_pair_card_parent_class)->dispose (object);
}

static void
tdm_pair_card_finalize (GObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (TDM_PAIR_CARD (object)->names); i++)
    g_object_unref (TDM_PAIR_CARD (object)->names[i]);
  G_OBJECT_CLASS (tdm_pair_card_parent_class)->finalize (object);
}

static void
tdm_pair_card_class_init (TdmPairCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tdm_pair_card_dispose;
  object_class->finalize = tdm_pair_card_finalize;
  object_class->set_property = tdm_pair_card_set_property;
  widget_class->get_request_mode = tdm_pair_card_get_request_mode;
  widget_class->measure = tdm_pair_card_measure;
  widget_class->snapshot = tdm_pair_card_snapshot;

  specs[PROP_PAIR] = g_param_spec_object ("pair", NULL, NULL, TDM_TYPE_PAIR, flags);
  specs[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  specs[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_css_name (widget_class, "paircard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* While tandems are being selected, a click anywhere on a card adds it or takes it out. */
static void
pair_card_pressed_cb (GtkGestureClick *gesture, int n_presses, double x, double y, TdmPairCard *self)
{
  GtkWidget *grid = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_GRID_VIEW);

  if (!grid || gtk_grid_view_get_single_click_activate (GTK_GRID_VIEW (grid)))
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "list.select-item", "(ubb)", self->position, TRUE, FALSE);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
tdm_pair_card_init (TdmPairCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pair_card_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    {
      self->names[i] = g_signal_group_new (TDM_TYPE_RECORD);
      g_signal_group_connect_swapped (self->names[i], "notify", G_CALLBACK (pair_card_name_changed_cb), self);
    }
}
