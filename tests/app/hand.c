/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "hand.h"

#include "eye.h"

/* Where a widget is in what a scrolled window scrolls */
static gboolean
scrolled_window_find_place (GtkWidget *scrolled, GtkWidget *widget, graphene_rect_t *place)
{
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled));
  double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));

  if (GTK_IS_VIEWPORT (content))
    return gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (content)), place);
  if (!gtk_widget_compute_bounds (widget, content, place))
    return FALSE;
  place->origin.y += value;
  return TRUE;
}

/* Brings a widget into view, in all the scrolled parts around it. A list has to place its rows before it is scrolled
 * again. */
void
hand_scroll_to (GtkWidget *widget)
{
  static const char *const when = "hand-scrolled-in-frame";
  gint64 frame = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (widget));
  GtkWidget *inner = widget;
  GtkWidget *around;

  while ((around = gtk_widget_get_ancestor (inner, GTK_TYPE_SCROLLED_WINDOW)))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (around));
      double value = gtk_adjustment_get_value (adjustment);
      double page = gtk_adjustment_get_page_size (adjustment);
      graphene_rect_t place;

      if (scrolled_window_find_place (around, widget, &place)
          && (place.origin.y < value || place.origin.y + place.size.height > value + page)
          && (gsize) g_object_get_data (G_OBJECT (adjustment), when) != (gsize) frame + 1)
        {
          gtk_adjustment_set_value (adjustment, place.origin.y + place.size.height / 2 - page / 2);
          g_object_set_data (G_OBJECT (adjustment), when, GSIZE_TO_POINTER (frame + 1));
        }
      inner = gtk_widget_get_parent (around);
    }
}

static gboolean
is_reached (gpointer data)
{
  GtkWidget *widget = data;

  if (gtk_widget_get_mapped (widget))
    hand_scroll_to (widget);
  return eye_is_shown (widget);
}

/* Scrolls until it is to be seen. */
void
hand_reach (GtkWidget *widget)
{
  g_autofree char *name = eye_name (widget);
  g_autofree char *what = g_strdup_printf ("“%s” to scroll into view", name);

  eye_wait (is_reached, widget, what);
}

static gboolean
can_be_clicked (gpointer data)
{
  return gtk_widget_is_sensitive (data) && is_reached (data);
}

/* For what has no other way to be clicked than the pointer */
static gboolean
emit_click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller))
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
      g_signal_emit_by_name (controller, "released", 1, x, y);
      return TRUE;
    }
  return FALSE;
}

/* Once it is shown, sensitive and uncovered. */
void
hand_click (GtkWidget *widget)
{
  g_autofree char *name = eye_name (widget);
  g_autofree char *what = g_strdup_printf ("“%s” to be clickable: shown, sensitive and uncovered", name);

  eye_wait (can_be_clicked, widget, what);
  if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else if (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget))
    gtk_widget_grab_focus (widget);
  else
    g_assert_true (gtk_widget_activate (widget) || emit_click (widget));
  eye_settle ();
}

void
hand_click_on (gpointer root, GType type, const char *name)
{
  hand_click (eye_find (root, type, name));
}

/* As quick fingers do: the second click comes before the answer to the first. */
void
hand_click_twice (GtkWidget *button)
{
  hand_reach (button);
  for (int i = 0; i < 2; i++)
    if (gtk_widget_is_sensitive (button))
      g_signal_emit_by_name (button, "clicked");
}

/* In place of what it contains. */
void
hand_fill (GtkWidget *entry, const char *text)
{
  hand_click (entry);
  if (GTK_IS_TEXT_VIEW (entry))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry));
      GtkTextIter start, end;

      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_delete_interactive (buffer, &start, &end, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
      gtk_text_buffer_end_user_action (buffer);
    }
  else
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  if (GTK_IS_SPIN_BUTTON (entry))
    gtk_spin_button_update (GTK_SPIN_BUTTON (entry)); /* as when somebody goes on to the next field */
  eye_settle ();
}

static gboolean
trigger_has (GtkShortcutTrigger *trigger, GtkShortcutTrigger *wanted)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return trigger_has (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), wanted)
           || trigger_has (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), wanted);
  return gtk_shortcut_trigger_equal (trigger, wanted);
}

/* Windows and popovers repeat there what the widgets in them have, for mnemonics. */
static gboolean
is_repeating (GtkEventController *controller)
{
  const char *name = gtk_event_controller_get_name (controller);

  return name && g_str_has_prefix (name, "gtk-shortcut-manager-");
}

/* What this widget alone does with a key, in one phase of its way. */
static gboolean
widget_takes_key (GtkWidget *widget, GtkShortcutTrigger *wanted, GtkPropagationPhase phase)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || is_repeating (controller)
          || gtk_event_controller_get_propagation_phase (controller) != phase)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (trigger_has (gtk_shortcut_get_trigger (shortcut), wanted) &&
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                            gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }
  return FALSE;
}

/* As GTK does it: from the window to what has the focus, and back. Returns whether anything took it; that may have
 * closed the window. */
gboolean
hand_try_key (GtkWindow *window, const char *key)
{
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (key);
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  gboolean is_taken = FALSE;

  g_assert_nonnull (wanted);
  for (GtkWidget *widget = focus ? focus : GTK_WIDGET (window); widget; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (way, widget);
  for (guint i = way->len; i > 0 && !is_taken; i--)
    is_taken = widget_takes_key (way->pdata[i - 1], wanted, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < way->len && !is_taken; i++)
    is_taken = widget_takes_key (way->pdata[i], wanted, GTK_PHASE_BUBBLE);
  eye_settle ();
  return is_taken;
}

typedef struct
{
  GtkWindow *window;
  const char *key;
} Press;

static gboolean
press_is_taken (gpointer data)
{
  const Press *self = data;

  return hand_try_key (self->window, self->key);
}

/* A person presses again what has just not been ready. */
void
hand_press (GtkWindow *window, const char *key)
{
  Press press = { window, key };
  g_autofree char *what = g_strdup_printf ("%s to do anything", key);

  eye_wait (press_is_taken, &press, what);
}

/* The popover of a menu button, once it is there. */
GtkWidget *
hand_open_menu (GtkWidget *button)
{
  hand_click (button);
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

/* As the space bar does in a list: in addition to what is selected already, where that is possible. */
void
hand_select (GtkWidget *row)
{
  hand_reach (row);
  g_assert_true (gtk_widget_activate_action (row, "listitem.select", "(bb)", TRUE, FALSE));
  eye_settle ();
}

/* Picks an item of a drop-down or a combo row. */
void
hand_choose (GtkWidget *choices, const char *item)
{
  GtkWidget *label, *row;

  hand_click (choices);
  label = eye_find (eye_find (choices, GTK_TYPE_POPOVER, NULL), GTK_TYPE_LABEL, item);
  row = gtk_widget_get_ancestor (label, g_type_from_name ("GtkListItemWidget"));
  hand_select (row);
  hand_click (row);
}

typedef struct
{
  GtkFileChooser *chooser;
  GFile *file;
} Choice;

/* The last part of the path above the files, or the one of a folder that is wanted */
static gboolean
choice_shows_folder (Choice *self, const char *wanted)
{
  GtkWidget *path = eye_look (self->chooser, g_type_from_name ("GtkPathBar"), NULL);
  g_autoptr (GPtrArray) parts = path ? eye_look_all (path, GTK_TYPE_TOGGLE_BUTTON, NULL) : NULL;

  for (guint i = 0; parts && i < parts->len; i++)
    if (gtk_toggle_button_get_active (parts->pdata[i]))
      return !wanted || eye_look (parts->pdata[i], GTK_TYPE_LABEL, wanted);
  return !path;
}

/* GTK 4.18 goes on with a path whose folder it was still reading when the window closed, and which is gone by then. */
static gboolean
choice_is_made (gpointer data)
{
  Choice *self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (self->chooser);
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *name = g_file_get_basename (folder);
  gboolean is_saved = gtk_file_chooser_get_action (self->chooser) == GTK_FILE_CHOOSER_ACTION_SAVE;

  return file && g_file_equal (file, self->file) && choice_shows_folder (self, is_saved ? NULL : name);
}

static gboolean
choice_is_done (gpointer data)
{
  Choice *self = data;

  return !self->chooser || !gtk_widget_get_mapped (GTK_WIDGET (self->chooser));
}

/* Chooses a file in a file chooser, and confirms. */
void
hand_choose_file (GtkWindow *chooser, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Choice choice = { NULL, file };

  g_set_weak_pointer (&choice.chooser, GTK_FILE_CHOOSER (chooser));
  if (gtk_file_chooser_get_action (choice.chooser) == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_editable_set_text (GTK_EDITABLE (eye_find (chooser, GTK_TYPE_ENTRY, NULL)), path);
  else
    gtk_file_chooser_set_file (choice.chooser, file, NULL);
  eye_wait (choice_is_made, &choice, path);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  eye_wait (choice_is_done, &choice, "the file chooser to close");
  g_clear_weak_pointer (&choice.chooser);
  eye_settle ();
}
