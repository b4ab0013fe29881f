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
