/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-opening-row.h"

/* Rows that open choices with a menu button, which is what they activate. */

/* At once: GTK shows a button pressed for a quarter of a second first, and what people type in that time would be
 * lost. */
static void
opening_row_activate (AdwActionRow *row)
{
  GtkWidget *button = adw_action_row_get_activatable_widget (row);

  if (gtk_widget_is_sensitive (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

void
tdm_opening_row_install (AdwActionRowClass *klass)
{
  klass->activate = opening_row_activate;
}

/* Once it has its template. The row has the focus: the button in it need not be a second stop. */
void
tdm_opening_row_set_up (AdwActionRow *row)
{
  GtkWidget *button = adw_action_row_get_activatable_widget (row);

  gtk_widget_set_focusable (gtk_widget_get_first_child (button), FALSE);
}
