/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-menu-names.h"

/* What a screen reader calls a menu button that shows no text of its own. The keyboard goes to the button inside of it,
 * and newer versions of GTK do not pass the name on that the menu button was given. */

static void (*menu_button_map) (GtkWidget *button);

static void
menu_button_named_map (GtkWidget *button)
{
  if (!gtk_menu_button_get_label (GTK_MENU_BUTTON (button)))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, button, NULL, -1);
  menu_button_map (button);
}

/* For all menu buttons of the program, and for all times: GTK lets nobody derive from them. */
void
tdm_menu_names_keep (void)
{
  GtkWidgetClass *buttons = g_type_class_ref (GTK_TYPE_MENU_BUTTON);

  if (buttons->map == menu_button_named_map)
    return;
  menu_button_map = buttons->map;
  buttons->map = menu_button_named_map;
}
