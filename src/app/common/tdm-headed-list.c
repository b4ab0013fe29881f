/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-headed-list.h"

#include <math.h>

/* A list under what it is about, in one scrolled window. In a viewport a list would have to make all of its rows; here
 * it has the room that the header leaves, scrolls in its own adjustment, and so makes those that are to be seen. Where
 * the list is empty, something else stands in its place. */

struct _TdmHeadedList
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *list; /* scrollable */
  GtkWidget *placeholder;
  gboolean is_empty;

  GtkAdjustment *adjustments[2]; /* by orientation; of the scrolled window around it */
  GtkAdjustment *list_adjustment;
  GtkRoot *root;
  gboolean is_allocating;
};

typedef enum
{
  PROP_HEADER = 1,
  PROP_LIST,
  PROP_PLACEHOLDER,
  N_PROPS,
  /* Of GtkScrollable */
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} TdmHeadedListProperty;

#define LIST_HEIGHT_LEAST 200

static GParamSpec *specs[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TdmHeadedList, tdm_headed_list, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static int
headed_list_measure_height (GtkWidget *child, int width)
{
  int height = 0;

  if (child && gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
tdm_headed_list_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  TdmHeadedList *self = TDM_HEADED_LIST (widget);
  GtkWidget *children[] = { self->header, self->is_empty ? self->placeholder : self->list };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int least = 0, best = 0;

      if (!children[i] || !gtk_widget_should_layout (children[i]))
        continue;
      gtk_widget_measure (children[i], orientation, for_size, &least, &best, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *minimum = MAX (*minimum, least);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*natural, best) : *natural + best;
    }
}

/* The list has what is to be seen of it; returns its whole height. */
static double
headed_list_allocate_list (TdmHeadedList *self, int width, int height, double value, int header_height)
{
  int offset = (int) MIN (value, header_height);
  /* Below a header that fills the window the first rows are ready, for the keyboard and for a screen reader. */
  int rest = MAX (height - header_height + offset, MIN (height, LIST_HEIGHT_LEAST));
  GtkAllocation place = { 0, header_height - offset, width, rest };

  /* A list finds its place among rows that it has measured, so it comes first. One whose height changes keeps what is
   * in its middle where it is: it has to be told twice. */
  gtk_widget_size_allocate (self->list, &place, -1);
  for (guint i = 0; i < 2 && gtk_adjustment_get_value (self->list_adjustment) != value - offset; i++)
    {
      gtk_adjustment_set_value (self->list_adjustment, value - offset);
      gtk_widget_size_allocate (self->list, &place, -1);
    }
  return gtk_adjustment_get_upper (self->list_adjustment);
}

static double
headed_list_allocate_placeholder (TdmHeadedList *self, int width, int height, double value, int header_height)
{
  int needed = MAX (headed_list_measure_height (self->placeholder, width), height - header_height);
  GtkAllocation place = { 0, header_height - (int) value, width, needed };

  if (self->placeholder)
    gtk_widget_size_allocate (self->placeholder, &place, -1);
  return needed;
}

/* Returns the height of all there is, for what is to be seen @scrolled pixels below its top. Touchpads scroll by parts
 * of a pixel, but a list does not: told a part, it would ask again and again for another place. */
static double
headed_list_place_children (TdmHeadedList *self, int width, int height, double scrolled)
{
  int header_height = headed_list_measure_height (self->header, width);
  double value = floor (scrolled);

  if (self->header && gtk_widget_should_layout (self->header))
    {
      GtkAllocation place = { 0, -(int) MIN (value, header_height), width, header_height };

      gtk_widget_size_allocate (self->header, &place, -1);
    }
  return header_height + (self->is_empty ? headed_list_allocate_placeholder (self, width, height, value, header_height)
                                         : headed_list_allocate_list (self, width, height, value, header_height));
}

static void
tdm_headed_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdmHeadedList *self = TDM_HEADED_LIST (widget);
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value, whole;

  if (!horizontal || !vertical)
    return;
  self->is_allocating = TRUE;
  gtk_adjustment_configure (horizontal, 0, 0, width, width * 0.1, width * 0.9, width);
  value = gtk_adjustment_get_value (vertical);
  whole = headed_list_place_children (self, width, height, value);
  gtk_adjustment_configure (vertical, value, 0, MAX (whole, height), height * 0.1, height * 0.9, height);
  /* There is less than there was. */
  if (gtk_adjustment_get_value (vertical) != value)
    headed_list_place_children (self, width, height, gtk_adjustment_get_value (vertical));
  self->is_allocating = FALSE;
}

static void
headed_list_scrolled_cb (TdmHeadedList *self)
{
  if (!self->is_allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The list has found that it is longer or shorter than it was. */
static void
headed_list_resized_cb (TdmHeadedList *self)
{
  headed_list_scrolled_cb (self);
}

/* The list has scrolled by itself, as to a row that got the focus. */
static void
headed_list_list_scrolled_cb (TdmHeadedList *self)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value = gtk_adjustment_get_value (self->list_adjustment);
  int header_height = headed_list_measure_height (self->header, gtk_widget_get_width (GTK_WIDGET (self)));

  if (self->is_allocating || !vertical || self->is_empty)
    return;
  gtk_adjustment_set_value (vertical, header_height + value);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What got the focus comes into view, as in a viewport: in the header, and the first rows of a list that is below what
 * is to be seen. To others the list scrolls by itself. */
static void
headed_list_focus_moved_cb (TdmHeadedList *self)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkWidget *focus = gtk_root_get_focus (self->root);
  gboolean is_above = focus && self->header && gtk_widget_is_ancestor (focus, self->header);
  double value, start, end;
  graphene_rect_t place;

  if (!focus || !vertical || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      !gtk_widget_compute_bounds (focus, is_above ? self->header : GTK_WIDGET (self), &place))
    return;
  value = gtk_adjustment_get_value (vertical);
  start = place.origin.y + (is_above ? 0 : value);
  end = start + place.size.height;
  if (is_above && start < value)
    gtk_adjustment_set_value (vertical, start);
  else if (end > value + gtk_widget_get_height (GTK_WIDGET (self)))
    gtk_adjustment_set_value (vertical, end - gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
tdm_headed_list_root (GtkWidget *widget)
{
  TdmHeadedList *self = TDM_HEADED_LIST (widget);

  GTK_WIDGET_CLASS (tdm_headed_list_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (headed_list_focus_moved_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
tdm_headed_list_unroot (GtkWidget *widget)
{
  TdmHeadedList *self = TDM_HEADED_LIST (widget);

  g_signal_handlers_disconnect_by_data (self->root, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (tdm_headed_list_parent_class)->unroot (widget);
}

static void
headed_list_set_adjustment (TdmHeadedList *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation])
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
  if (!adjustment)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (headed_list_scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
headed_list_take_child (TdmHeadedList *self, GtkWidget **place, GtkWidget *child)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self));

  if (*place == child)
    return;
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child)
    /* The header comes first, for the keyboard too. */
    gtk_widget_insert_after (child, GTK_WIDGET (self), place == &self->header ? NULL : last);
}

static void
tdm_headed_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmHeadedList *self = TDM_HEADED_LIST (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL
                                                                        : GTK_ORIENTATION_VERTICAL]);
  else
    g_value_set_enum (value, GTK_SCROLL_MINIMUM);
}

static void
tdm_headed_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmHeadedList *self = TDM_HEADED_LIST (object);

  switch ((TdmHeadedListProperty) id)
    {
    case PROP_HEADER:
      tdm_headed_list_set_header (self, g_value_get_object (value));
      break;
    case PROP_LIST:
      headed_list_take_child (self, &self->list, g_value_get_object (value));
      g_object_set (self->list, "vadjustment", self->list_adjustment, NULL);
      break;
    case PROP_PLACEHOLDER:
      headed_list_take_child (self, &self->placeholder, g_value_get_object (value));
      gtk_widget_set_child_visible (self->placeholder, self->is_empty);
      break;
    case PROP_HADJUSTMENT:
      headed_list_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      headed_list_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    }
}

static void
tdm_headed_list_dispose (GObject *object)
{
  TdmHeadedList *self = TDM_HEADED_LIST (object);

  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->placeholder, gtk_widget_unparent);
  headed_list_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  headed_list_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->list_adjustment);
  G_OBJECT_CLASS (tdm_headed_list_parent_class)->dispose (object);
}

static void
tdm_headed_list_class_init (TdmHeadedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_headed_list_get_property;
  object_class->set_property = tdm_headed_list_set_property;
  object_class->dispose = tdm_headed_list_dispose;
  widget_class->measure = tdm_headed_list_measure;
  widget_class->size_allocate = tdm_headed_list_size_allocate;
  widget_class->root = tdm_headed_list_root;
  widget_class->unroot = tdm_headed_list_unroot;

  specs[PROP_HEADER] = g_param_spec_object ("header", NULL, NULL, GTK_TYPE_WIDGET, flags);
  specs[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, flags);
  specs[PROP_PLACEHOLDER] = g_param_spec_object ("placeholder", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
tdm_headed_list_init (TdmHeadedList *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->list_adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->list_adjustment, "value-changed", G_CALLBACK (headed_list_list_scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list_adjustment, "changed", G_CALLBACK (headed_list_resized_cb), self,
                           G_CONNECT_SWAPPED);
}

void
tdm_headed_list_set_header (TdmHeadedList *self, GtkWidget *header)
{
  headed_list_take_child (self, &self->header, header);
}

/* Whether the placeholder stands in the place of the list */
void
tdm_headed_list_set_is_empty (TdmHeadedList *self, gboolean is_empty)
{
  self->is_empty = is_empty;
  if (self->list)
    gtk_widget_set_child_visible (self->list, !is_empty);
  if (self->placeholder)
    gtk_widget_set_child_visible (self->placeholder, is_empty);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
