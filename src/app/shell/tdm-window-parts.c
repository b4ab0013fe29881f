/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/common/tdm-tab-stop.h"

/* F6 leads from part to part of the window, where Tab would take a long way: the lists of the sidebar, the header of a
 * page, and its sections, which a screen reader calls regions; a page without any is one part below its header. A
 * message that has just come is reached in no other way. */

static gboolean
is_message (GtkWidget *widget)
{
  return g_strcmp0 (gtk_widget_get_css_name (widget), "toast") == 0;
}

static gboolean
is_part (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_REGION ||
         ADW_IS_HEADER_BAR (widget) || TDM_IS_TAB_STOP (widget) || is_message (widget);
}

static void
collect_parts (GtkWidget *widget, GPtrArray *parts)
{
  guint n_before = parts->len;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return;
  if (is_part (widget))
    {
      g_ptr_array_add (parts, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_parts (child, parts);
  if (GTK_IS_SCROLLED_WINDOW (widget) && parts->len == n_before)
    g_ptr_array_add (parts, widget);
}

/* The part with the focus; the end of the list if it is in none */
static guint
find_part (GPtrArray *parts, GtkWidget *focus)
{
  guint i = 0;

  while (i < parts->len && !(focus && (focus == parts->pdata[i] || gtk_widget_is_ancestor (focus, parts->pdata[i]))))
    i++;
  return i;
}

static gboolean
part_take_focus (GtkWidget *part)
{
  return gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

static void
window_go_to_part_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  guint step, place;

  collect_parts (widget, parts);
  place = find_part (parts, focus);
  /* What has just been said does not stay for long. */
  for (guint i = 0; i < parts->len; i++)
    if (i != place && is_message (parts->pdata[i]) && part_take_focus (parts->pdata[i]))
      return;
  step = g_str_equal (action, "win.next-part") ? 1 : parts->len - 1;
  if (place == parts->len)
    place = parts->len - step;
  for (guint i = 0; i < parts->len; i++)
    {
      place = (place + step) % parts->len;
      if (part_take_focus (parts->pdata[place]))
        return;
    }
}

void
tdm_window_install_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.next-part", NULL, window_go_to_part_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-part", NULL, window_go_to_part_cb);
}
