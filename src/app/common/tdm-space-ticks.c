/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-space-ticks.h"

/* In a list view without a selection the space bar does nothing. Where its rows have ticks, it ticks the row that has
 * the focus. */

static GtkWidget *
find_tick (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_is_drawable (widget) || !gtk_widget_is_sensitive (widget))
    return NULL;
  if (GTK_IS_CHECK_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_tick (child);
  return found;
}

static gboolean
list_tick_cb (GtkWidget *list, GVariant *arguments, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkWidget *tick;

  /* Rows of all kinds of list views are of the same type, which has no header. */
  if (!focus || !g_str_equal (G_OBJECT_TYPE_NAME (focus), "GtkListItemWidget"))
    return FALSE;
  tick = find_tick (focus);
  return tick && gtk_widget_activate (tick);
}

void
tdm_space_ticks_add (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                             gtk_keyval_trigger_new (GDK_KEY_KP_Space, 0));

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (list_tick_cb, NULL, NULL)));
  gtk_widget_add_controller (list, controller);
}
