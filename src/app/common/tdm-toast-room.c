/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-toast-room.h"

/* A message stands above what the page has at its bottom, rather than on the buttons there. Such a bar has the style
 * class "bottom-bar"; it may come and go while the message is shown. */

static gboolean
is_message (GtkWidget *widget)
{
  return g_strcmp0 (gtk_widget_get_css_name (widget), "toast") == 0;
}

/* From the bottom of @overlay to the top of the highest bar; 0 where there is none */
static int
measure_bars (GtkWidget *widget, GtkWidget *overlay)
{
  graphene_rect_t bounds;
  int most = 0;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return 0;
  if (gtk_widget_has_css_class (widget, "bottom-bar") && gtk_widget_get_height (widget) > 0 &&
      gtk_widget_compute_bounds (widget, overlay, &bounds))
    return MAX (0, gtk_widget_get_height (overlay) - (int) bounds.origin.y);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int height = measure_bars (child, overlay);

      most = MAX (most, height);
    }
  return most;
}

static void
overlay_laid_out_cb (GtkWidget *overlay)
{
  int height = -1;

  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child; child = gtk_widget_get_next_sibling (child))
    if (is_message (child))
      {
        if (height < 0)
          height = measure_bars (adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)), overlay);
        if (gtk_widget_get_margin_bottom (child) != height)
          gtk_widget_set_margin_bottom (child, height);
      }
}

static void
overlay_realized_cb (GtkWidget *overlay)
{
  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (overlay)), "layout",
                           G_CALLBACK (overlay_laid_out_cb), overlay, G_CONNECT_SWAPPED);
}

/* For all that @overlay will show */
void
tdm_toast_room_keep (AdwToastOverlay *overlay)
{
  g_signal_connect (overlay, "realize", G_CALLBACK (overlay_realized_cb), NULL);
}
