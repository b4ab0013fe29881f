/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-spot.h"

/* Where the user is on a page that scrolls: how far down, and on which widget. One page shows many tandems or people,
 * one after the other, and has other rows for each: the widget is found again by the way to it. */

struct _TdmSpot
{
  double scrolled;
  GArray *way; /* positions among siblings, from the widget up to the page; NULL without a focus */
  guint n_frames;
};

/* Menus scroll, too. */
static GtkScrolledWindow *
page_find_scroller (GtkWidget *page)
{
  GtkScrolledWindow *found = GTK_IS_SCROLLED_WINDOW (page) ? GTK_SCROLLED_WINDOW (page) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (page); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = GTK_IS_NATIVE (child) ? NULL : page_find_scroller (child);
  return found;
}

static GtkAdjustment *
page_get_adjustment (GtkWidget *page)
{
  return gtk_scrolled_window_get_vadjustment (page_find_scroller (page));
}

static GArray *
page_find_way_to_focus (GtkWidget *page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));
  GArray *way;

  if (!focus || !gtk_widget_is_ancestor (focus, page))
    return NULL;
  way = g_array_new (FALSE, FALSE, sizeof (guint));
  for (GtkWidget *widget = focus; widget != page; widget = gtk_widget_get_parent (widget))
    {
      guint position = 0;

      for (GtkWidget *before = widget; (before = gtk_widget_get_prev_sibling (before)); position++)
        ;
      g_array_append_val (way, position);
    }
  return way;
}

/* @page: one with a scrolled part, such as that of a tandem */
TdmSpot *
tdm_spot_take (GtkWidget *page)
{
  TdmSpot *self = g_new0 (TdmSpot, 1);

  self->scrolled = gtk_adjustment_get_value (page_get_adjustment (page));
  self->way = page_find_way_to_focus (page);
  return self;
}

void
tdm_spot_free (TdmSpot *self)
{
  g_clear_pointer (&self->way, g_array_unref);
  g_free (self);
}

/* %NULL if there is no such widget any more */
static GtkWidget *
spot_find_widget (TdmSpot *self, GtkWidget *page)
{
  GtkWidget *widget = self->way ? page : NULL;

  for (guint i = self->way ? self->way->len : 0; i > 0 && widget; i--)
    {
      widget = gtk_widget_get_first_child (widget);
      for (guint j = g_array_index (self->way, guint, i - 1); j > 0 && widget; j--)
        widget = gtk_widget_get_next_sibling (widget);
    }
  return widget;
}

/* So long is waited for what is read from the file */
#define MOST_FRAMES 60

/* What has changed a moment ago is laid out at the end of the frame. */
#define FRAMES_OF_LAYOUT 2

static gboolean
spot_go_back_cb (GtkWidget *page, GdkFrameClock *clock, gpointer data)
{
  TdmSpot *self = data;
  GtkAdjustment *adjustment = page_get_adjustment (page);
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  GtkWidget *widget;

  /* Another page may be on show by now. */
  if (!gtk_widget_get_mapped (page))
    return G_SOURCE_REMOVE;
  self->n_frames++;
  if (self->n_frames <= FRAMES_OF_LAYOUT || (most < self->scrolled && self->n_frames < MOST_FRAMES))
    return G_SOURCE_CONTINUE;

  widget = spot_find_widget (self, page);
  if (!widget || !gtk_widget_grab_focus (widget))
    tdm_spot_begin (page);
  /* The focus has scrolled, too. */
  gtk_adjustment_set_value (adjustment, self->scrolled);
  return G_SOURCE_REMOVE;
}

/* @page may show something else first, which is being read from the file. */
void
tdm_spot_go_back (TdmSpot *taken_spot, GtkWidget *page)
{
  gtk_adjustment_set_value (page_get_adjustment (page), taken_spot->scrolled);
  gtk_widget_add_tick_callback (page, spot_go_back_cb, taken_spot, (GDestroyNotify) tdm_spot_free);
}

static void
page_focus_first (GtkWidget *page)
{
  GtkWidget *child;

  for (GtkWidget *widget = page; widget; widget = child)
    {
      child = gtk_widget_get_focus_child (widget);
      gtk_widget_set_focus_child (widget, NULL);
    }
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static gboolean
page_begin_cb (GtkWidget *page, GdkFrameClock *clock, gpointer focus)
{
  if (gtk_widget_get_mapped (page) && gtk_widget_get_width (page) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_get_mapped (page) && gtk_root_get_focus (gtk_widget_get_root (page)) == focus)
    page_focus_first (page);
  return G_SOURCE_REMOVE;
}

/* At the top, with the keyboard on the first widget, wherever it was on the page before. Which one is the first is
 * known once the page has been laid out. */
void
tdm_spot_begin (GtkWidget *page)
{
  page_focus_first (page);
  gtk_adjustment_set_value (page_get_adjustment (page), 0);
  if (gtk_widget_get_width (page) == 0)
    gtk_widget_add_tick_callback (page, page_begin_cb, gtk_root_get_focus (gtk_widget_get_root (page)), NULL);
}
