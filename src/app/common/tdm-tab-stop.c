/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-tab-stop.h"

/* A list that is one stop on the way of Tab: arrow keys go from row to row in it, and Tab goes through what is in the
 * row and on to what comes after the list. By itself GTK goes through all rows with Tab, and in a GtkListBox selects
 * each. */

struct _TdmTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmTabStop, tdm_tab_stop, ADW_TYPE_BIN)

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget);
}

/* The row that the focus is on, or in */
static GtkWidget *
tab_stop_find_row (TdmTabStop *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root ? gtk_root_get_focus (root) : NULL;

  if (!widget || !gtk_widget_is_ancestor (widget, GTK_WIDGET (self)))
    return NULL;
  while (widget != GTK_WIDGET (self) && !is_list (gtk_widget_get_parent (widget)))
    widget = gtk_widget_get_parent (widget);
  return widget != GTK_WIDGET (self) ? widget : NULL;
}

/* Forwards, from the row to what is in it; backwards, the other way */
static gboolean
row_move_focus (GtkWidget *row, GtkDirectionType direction)
{
  GtkWidget *content = gtk_widget_get_first_child (row);
  gboolean was_on_row = gtk_widget_is_focus (row);

  if (content && !(was_on_row && direction == GTK_DIR_TAB_BACKWARD) && gtk_widget_child_focus (content, direction))
    return TRUE;
  return direction == GTK_DIR_TAB_BACKWARD && !was_on_row && gtk_widget_grab_focus (row);
}

static gboolean
tdm_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *row = is_tab ? tab_stop_find_row (TDM_TAB_STOP (widget)) : NULL;

  if (row)
    return row_move_focus (row, direction);
  if (!GTK_WIDGET_CLASS (tdm_tab_stop_parent_class)->focus (widget, direction))
    return FALSE;
  /* Of a row with buttons, GTK begins with these. */
  row = direction == GTK_DIR_TAB_FORWARD ? tab_stop_find_row (TDM_TAB_STOP (widget)) : NULL;
  return !row || gtk_widget_is_focus (row) || gtk_widget_grab_focus (row);
}

static void
tdm_tab_stop_class_init (TdmTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = tdm_tab_stop_focus;
}

static void
tdm_tab_stop_init (TdmTabStop *self)
{
}
