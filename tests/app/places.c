/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include <glib/gstdio.h>

/* Ways that several places have in common */

gpointer
place_find_question (void)
{
  return eye_find (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL);
}

/* The dialog that is over the window */
static gboolean
is_over (gpointer data)
{
  g_autoptr (GPtrArray) windows = eye_windows ();
  GtkWidget **found = data;

  for (guint i = 0; i < windows->len; i++)
    if (gtk_window_get_transient_for (windows->pdata[i]))
      *found = windows->pdata[i];
  return *found != NULL;
}

gpointer
place_find_dialog (void)
{
  GtkWidget *found = NULL;

  eye_wait (is_over, &found, "a dialog");
  return found;
}

/* A dialog, by an action of a widget or of what is around it */
gpointer
place_open (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  eye_settle ();
  return place_find_dialog ();
}

gpointer
place_find_popover (gpointer root)
{
  return eye_find (root, GTK_TYPE_POPOVER, NULL);
}

/* The popover of the only, or first, widget of a type */
gpointer
place_open_popover_of (gpointer root, GType type)
{
  GtkWidget *widget = eye_find (root, type, NULL);
  GtkWidget *button = GTK_IS_MENU_BUTTON (widget) ? widget : eye_find (widget, GTK_TYPE_MENU_BUTTON, NULL);

  return hand_open_menu (button);
}

const Place *const place_tables[] = { places_pages, places_round, places_tandems, places_messages, places_notes, NULL };

const Place *
place_find (const char *name)
{
  for (const Place *const *table = place_tables; *table; table++)
    for (const Place *place = *table; place->name; place++)
      if (g_str_equal (place->name, name))
        return place;
  g_error ("there is no place “%s”", name);
}

/* Returns the window or popover. */
gpointer
place_go (const Place *place, WindowFixture *self)
{
  GtkWidget *shown = place->go ? place->go (self) : NULL;

  if (!shown)
    shown = GTK_WIDGET (self->window);
  if (place->action)
    shown = place_open (shown, place->action);
  return gtk_widget_get_native (shown);
}

void
place_set_up (WindowFixture *self, gconstpointer place, const WindowLook *look)
{
  const Place *wanted = place;

  if (wanted->start == PLACE_FIRST)
    window_set_up_without (self, look);
  else if (wanted->start == PLACE_NOTES)
    notes_set_up (self, look);
  else
    window_set_up (self, look);
}

/* An entry in a popover has the focus even when the popover is closed, where no window manager gives it to the
 * window. */
void
place_tear_down (WindowFixture *self, gconstpointer place)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "tandem", "my-tandem.tandem", NULL);
  g_autoptr (GPtrArray) windows = eye_windows ();

  for (guint i = 0; i < windows->len; i++)
    gtk_window_set_focus (windows->pdata[i], NULL);
  notes_tear_down (self, NULL);
  g_unlink (own);
}
