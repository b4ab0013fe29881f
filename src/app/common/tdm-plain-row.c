/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-plain-row.h"

/* A row whose texts are no markup, which it must know before it has them; it is as high as they need. */
AdwActionRow *
tdm_plain_row_new (const char *title, const char *subtitle)
{
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  return row;
}

/* GTK takes a choice without others for a box, of which a click takes the tick away. */
static void
choice_add_unseen (GtkCheckButton *first)
{
  GtkWidget *unseen = g_object_ref_sink (gtk_check_button_new ());

  gtk_check_button_set_group (first, GTK_CHECK_BUTTON (unseen));
  g_object_set_data_full (G_OBJECT (first), "unseen", unseen, g_object_unref);
}

/* One of several that exclude each other, with the button that chooses it.
 * @with: the button of another of them, NULL for the first */
GtkCheckButton *
tdm_plain_row_add_choice (AdwPreferencesGroup *group, const char *title, const char *subtitle, GtkCheckButton *with)
{
  AdwActionRow *row = tdm_plain_row_new (title, subtitle);
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (with)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), with);
  else
    choice_add_unseen (GTK_CHECK_BUTTON (button));
  adw_action_row_add_prefix (row, button);
  adw_action_row_set_activatable_widget (row, button);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return GTK_CHECK_BUTTON (button);
}
