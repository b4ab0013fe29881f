/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-opening-row.h"

/* What rows do that open choices, when they are activated: at once. GTK shows a button pressed for a quarter of a
 * second first, and what people type in that time would be lost. */
void
tdm_opening_row_activate (AdwActionRow *row)
{
  GtkWidget *button = adw_action_row_get_activatable_widget (row);

  if (gtk_widget_is_sensitive (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}
