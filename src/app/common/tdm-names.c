/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-names.h"

#include "base/tdm-i18n.h"

/* The focus is not on a drop-down, but on a button in it. */
static void
drop_down_name_button_cb (GtkDropDown *drop_down, GParamSpec *property, const char *name)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);
  /* Translators: what is chosen, and which of several */
  g_autofree char *text =
    item ? g_strdup_printf (_ ("%s: %s"), name, gtk_string_object_get_string (item)) : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (drop_down))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* @name: what is chosen with it; a screen reader says the choice, too. The items must be GtkStringObjects. */
void
tdm_names_drop_down (GtkDropDown *drop_down, const char *name)
{
  g_signal_connect_data (drop_down, "notify::selected-item", G_CALLBACK (drop_down_name_button_cb), g_strdup (name),
                         (GClosureNotify) (void *) g_free, 0);
  drop_down_name_button_cb (drop_down, NULL, name);
}

/* The same for some that are built from XML, with the label that each has there: the identifiers of both */
void
tdm_names_drop_downs (GtkBuilder *builder, const char *const names[][2], guint n)
{
  for (guint i = 0; i < n; i++)
    tdm_names_drop_down (GTK_DROP_DOWN (gtk_builder_get_object (builder, names[i][0])),
                         gtk_label_get_text (GTK_LABEL (gtk_builder_get_object (builder, names[i][1]))));
}

/* Its four arrows, in the order in which they stand */
void
tdm_names_calendar (GtkCalendar *calendar)
{
  const char *const names[] = { _ ("Previous Month"), _ ("Next Month"), _ ("Previous Year"), _ ("Next Year") };
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (calendar));
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (header); child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && n < G_N_ELEMENTS (names))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, names[n++], -1);
}
