/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-main-menu.h"

/* The part of the main menu that is the same on all pages, made once. */
GMenuModel *
tdm_main_menu_get (void)
{
  static GMenuModel *menu;

  if (!menu)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/tandemapp/Tandem/ui/common/main-menu.ui");

      menu = g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
    }
  return menu;
}

/* Behind what the page has of its own: group by group, for GTK draws no lines inside a group. */
void
tdm_main_menu_append (GMenu *menu)
{
  GMenuModel *groups = tdm_main_menu_get ();

  for (int i = 0; i < g_menu_model_get_n_items (groups); i++)
    {
      g_autoptr (GMenuItem) group = g_menu_item_new_from_model (groups, i);

      g_menu_append_item (menu, group);
    }
}

static void
main_menu_popup_cb (GtkMenuButton *button, gpointer menu)
{
  if (!gtk_menu_button_get_menu_model (button))
    gtk_menu_button_set_menu_model (button, menu);
}

/* The widgets of a menu are made when it is opened first: there are many of them. */
void
tdm_main_menu_offer (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (button, main_menu_popup_cb, g_object_ref (menu), g_object_unref);
}
