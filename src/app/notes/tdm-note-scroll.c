/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-scroll.h"

/* Keeps the cursor in view in a text that scrolls together with what is above it: GTK does so only where the text is
 * the only thing that scrolls. */

/* Pixels between the cursor and the edge */
#define MARGIN 12

static void
show_cursor (GtkTextView *view)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_VIEWPORT);
  GtkWidget *content = viewport ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkAdjustment *adjustment;
  GtkTextIter cursor;
  GdkRectangle place;
  double top;
  int y;

  if (!content || !gtk_widget_has_focus (GTK_WIDGET (view)))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &cursor, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, NULL, &y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (view), content, 0, y, NULL, &top))
    return;
  top += gtk_widget_get_margin_top (content);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, top - MARGIN, top + place.height + MARGIN);
}

/* A text that scrolls by itself was not asked meanwhile how much room it needs. */
static gboolean
show_cursor_cb (gpointer view)
{
  GtkAdjustment *own = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (own && gtk_adjustment_get_value (own) > 0)
    gtk_widget_queue_resize (GTK_WIDGET (view));
  show_cursor (view);
  return G_SOURCE_REMOVE;
}

/* What was typed makes the text longer a moment later, in the middle of an allocation, which must end first. */
static void
changed_cb (GtkTextView *view)
{
  if (gtk_widget_has_focus (GTK_WIDGET (view)))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_cursor_cb, g_object_ref (view), g_object_unref);
}

void
tdm_note_scroll_attach (GtkTextView *view, GtkScrolledWindow *around)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (around);

  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position", G_CALLBACK (show_cursor), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (changed_cb), view, G_CONNECT_SWAPPED);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  if (adjustment)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (changed_cb), view, G_CONNECT_SWAPPED);
}
