/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-in-view.h"

/* What belongs to the widget with the keyboard stays in view when a row appears there: once that is laid out, it may
 * stand below what is to be seen. */

/* By then it is laid out. */
#define FRAMES_OF_LAYOUT 20

typedef struct
{
  gconstpointer focus; /* at first; it may be gone since */
  guint n_frames;
} Keeping;

static gboolean
in_view_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  Keeping *keeping = data;
  graphene_rect_t place;

  if (!viewport || gtk_root_get_focus (gtk_widget_get_root (widget)) != keeping->focus ||
      !gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &place))
    return G_SOURCE_REMOVE;
  gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), place.origin.y,
                             place.origin.y + place.size.height);
  return keeping->n_frames++ < FRAMES_OF_LAYOUT ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Brings @widget into view if the keyboard is in @focused, and until it goes on. */
void
tdm_in_view_keep (GtkWidget *widget, GtkWidget *focused)
{
  GtkRoot *root = gtk_widget_get_root (focused);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  Keeping *keeping;

  if (!focus || !(focus == focused || gtk_widget_is_ancestor (focus, focused)))
    return;
  keeping = g_new (Keeping, 1);
  *keeping = (Keeping) { focus, 0 };
  gtk_widget_add_tick_callback (widget, in_view_frame_cb, keeping, g_free);
}
