/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-status-icons.h"

#include <adwaita.h>

static void
status_icons_map_cb (AdwStatusPage *page, const char *icon)
{
  if (!adw_status_page_get_icon_name (page))
    adw_status_page_set_icon_name (page, icon);
  g_signal_handlers_disconnect_by_func (page, status_icons_map_cb, (gpointer) icon);
}

static void
status_icons_free_cb (gpointer icon, GClosure *closure)
{
  g_free (icon);
}

/* An image reads its icon even while it is hidden, and those of status pages are large drawings: they wait until their
 * page is shown first. To be called before the widget is. */
void
tdm_status_icons_wait (GtkWidget *within)
{
  if (ADW_IS_STATUS_PAGE (within))
    {
      AdwStatusPage *page = ADW_STATUS_PAGE (within);

      g_signal_connect_data (page, "map", G_CALLBACK (status_icons_map_cb),
                             g_strdup (adw_status_page_get_icon_name (page)), status_icons_free_cb, 0);
      adw_status_page_set_icon_name (page, NULL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child; child = gtk_widget_get_next_sibling (child))
    tdm_status_icons_wait (child);
}
