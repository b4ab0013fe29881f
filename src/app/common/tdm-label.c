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
