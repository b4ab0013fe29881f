/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-menu-room.h"

/* Menus that are no wider than their window. GTK gives each item one line, however long: on a narrow screen the end of
 * it, and the keys, would be out of sight. There the items take more lines, and the keys are left out. */

static void
menu_collect (GtkWidget *widget, const char *css_name, GPtrArray *labels)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_widget_get_css_name (widget), css_name))
    g_ptr_array_add (labels, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    menu_collect (child, css_name, labels);
}

static int
menu_measure (GtkWidget *menu)
{
  int natural;

  gtk_widget_measure (gtk_widget_get_first_child (menu), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What GTK takes for the width of a character when it is told a width in characters */
static int
label_get_character_width (GtkWidget *label)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (label), NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

#define IS_LEFT_OUT "tdm-menu-room-is-left-out"

/* GTK shows them again as soon as it is told of their action. */
static void
key_shown_cb (GtkWidget *key)
{
  if (g_object_get_data (G_OBJECT (key), IS_LEFT_OUT))
    gtk_widget_set_visible (key, FALSE);
}

static void
key_leave_out (GtkWidget *key, gboolean is_left_out)
{
  g_signal_handlers_disconnect_by_func (key, key_shown_cb, NULL);
  g_object_set_data (G_OBJECT (key), IS_LEFT_OUT, GINT_TO_POINTER (is_left_out));
  gtk_widget_set_visible (key, !is_left_out);
  if (is_left_out)
    g_signal_connect (key, "notify::visible", G_CALLBACK (key_shown_cb), NULL);
}

static void
menu_fit (GtkWidget *menu)
{
  int room = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (menu)));
  g_autoptr (GPtrArray) labels = g_ptr_array_new (), keys = g_ptr_array_new ();
  int excess, widest = 0;

  menu_collect (menu, "label", labels);
  menu_collect (menu, "accelerator", keys);
  for (guint i = 0; i < labels->len; i++)
    gtk_label_set_max_width_chars (labels->pdata[i], -1);
  for (guint i = 0; i < keys->len; i++)
    key_leave_out (keys->pdata[i], FALSE);
  if (menu_measure (menu) <= room)
    return;

  for (guint i = 0; i < keys->len; i++)
    key_leave_out (keys->pdata[i], TRUE);
  excess = menu_measure (menu) - room;
  for (guint i = 0; i < labels->len; i++)
    {
      int natural;

      gtk_widget_measure (labels->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      widest = MAX (widest, natural);
    }
  for (guint i = 0; i < labels->len && excess > 0; i++)
    {
      gtk_label_set_wrap (labels->pdata[i], TRUE);
      gtk_label_set_wrap_mode (labels->pdata[i], PANGO_WRAP_WORD_CHAR);
      gtk_label_set_max_width_chars (labels->pdata[i],
                                     (widest - excess) / label_get_character_width (labels->pdata[i]));
    }
}

/* Some keys come to their items only now. */
static gboolean
menu_drawn_cb (GtkWidget *menu, GdkFrameClock *clock, gpointer data)
{
  menu_fit (menu);
  return G_SOURCE_REMOVE;
}

static void (*popover_menu_map) (GtkWidget *menu);

static void
menu_map (GtkWidget *menu)
{
  popover_menu_map (menu);
  menu_fit (menu);
  gtk_widget_add_tick_callback (menu, menu_drawn_cb, NULL, NULL);
}

/* For all menus of the program, and for all times. There is no place where all of them are made: menu buttons and text
 * fields do it by themselves, and GTK lets nobody derive from these or from their menus. */
void
tdm_menu_room_keep (void)
{
  GtkWidgetClass *menus = g_type_class_ref (GTK_TYPE_POPOVER_MENU);

  if (menus->map == menu_map)
    return;
  popover_menu_map = menus->map;
  menus->map = menu_map;
}
