/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-block-row.h"

/* A text of several lines below its title. Tab goes on to the next row, and Ctrl+Enter does what Enter does
 * elsewhere. */

struct _TdmBlockRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkScrolledWindow *around;
  GtkEventController *wheel; /* of what is around the text */

  guint fitting;
};

G_DEFINE_FINAL_TYPE (TdmBlockRow, tdm_block_row, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  PROP_TEXT = 1,
  N_PROPS
} TdmBlockRowProperty;

static GParamSpec *specs[N_PROPS];

/* Pixels: what is longer scrolls. */
#define HEIGHT_LEAST 42
#define HEIGHT_MOST 180

/* A list gives its rows no more than they need at least. GTK 4.8 keeps the wheel to a scrolled window that has nothing
 * to scroll, though it is in another one that has. */
static gboolean
block_row_fit (gpointer data)
{
  TdmBlockRow *self = data;
  int height, width = gtk_widget_get_width (GTK_WIDGET (self->view));

  self->fitting = 0;
  /* Once it has a width, its length changes with that. */
  if (width == 0)
    return G_SOURCE_REMOVE;
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (self->around, CLAMP (height, HEIGHT_LEAST, HEIGHT_MOST));
  gtk_event_controller_set_propagation_phase (self->wheel, height > HEIGHT_MOST ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  return G_SOURCE_REMOVE;
}

/* How long the text is comes out in the middle of an allocation, which must end first. */
static void
length_changed_cb (TdmBlockRow *self)
{
  if (self->fitting == 0)
    self->fitting = g_idle_add (block_row_fit, self);
}

static void
changed_cb (TdmBlockRow *self)
{
  length_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_TEXT]);
}

static void
title_changed_cb (TdmBlockRow *self)
{
  gtk_label_set_text (self->label, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

static gboolean
tdm_block_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TDM_BLOCK_ROW (widget)->view));
}

static void
tdm_block_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  GtkTextBuffer *buffer = TDM_BLOCK_ROW (object)->buffer;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_value_take_string (value, gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
tdm_block_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  const char *text = g_value_get_string (value);

  gtk_text_buffer_set_text (TDM_BLOCK_ROW (object)->buffer, text ? text : "", -1);
}

static void
tdm_block_row_dispose (GObject *object)
{
  g_clear_handle_id (&TDM_BLOCK_ROW (object)->fitting, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_BLOCK_ROW);
  G_OBJECT_CLASS (tdm_block_row_parent_class)->dispose (object);
}

static void
tdm_block_row_class_init (TdmBlockRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tdm_block_row_get_property;
  object_class->set_property = tdm_block_row_set_property;
  object_class->dispose = tdm_block_row_dispose;
  widget_class->grab_focus = tdm_block_row_grab_focus;

  specs[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/block-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmBlockRow, label);
  gtk_widget_class_bind_template_child (widget_class, TdmBlockRow, view);
  gtk_widget_class_bind_template_child (widget_class, TdmBlockRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, TdmBlockRow, around);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

/* Another one comes before the text, and stops what still moves. */
static GtkEventController *
scrolled_window_find_wheel (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        return controller;
    }
  g_assert_not_reached ();
}

static void
tdm_block_row_init (TdmBlockRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wheel = scrolled_window_find_wheel (GTK_WIDGET (self->around));
}
