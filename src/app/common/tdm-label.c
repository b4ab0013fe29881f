/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-label.h"

/* Without text there is no label. */
void
tdm_label_show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

/* For lists in XML: the same of a label that is bound to a text */
gboolean
tdm_label_has_text (gpointer item, const char *text)
{
  return text && *text;
}

/* For rows with addresses: where one has to go on in the next line, Pango would put a hyphen there, and that is another
 * address. */
void
tdm_label_no_hyphens (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
      gtk_label_set_attributes (GTK_LABEL (widget), attributes);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    tdm_label_no_hyphens (child);
}
