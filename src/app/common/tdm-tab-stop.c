/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-tab-stop.h"

/* A list that is one stop on the way of Tab: arrow keys go from row to row in it, and Tab goes on to what comes after
 * it. By itself GtkListBox goes through all rows with Tab, and selects each. */

struct _TdmTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmTabStop, tdm_tab_stop, ADW_TYPE_BIN)

static gboolean
tdm_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget))
    return FALSE;
  return GTK_WIDGET_CLASS (tdm_tab_stop_parent_class)->focus (widget, direction);
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
