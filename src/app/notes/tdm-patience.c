/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-patience.h"

#include "base/tdm-i18n.h"

/* A passphrase is tried in half a second, but a file may ask for a minute of it: then it is said what is going on. */

#define TIMER "tdm-patience"

const char *
tdm_patience_get_text (void)
{
  return _ (
    "The passphrase is being tried. That takes a lot of work, so that nobody can guess it: with these notes, "
    "or while the "
    "computer is busy, a minute or more.");
}

static gboolean
show_cb (gpointer data)
{
  GtkLabel *label = data;

  g_object_steal_data (G_OBJECT (label), TIMER);
  gtk_label_set_text (label, tdm_patience_get_text ());
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
  return G_SOURCE_REMOVE;
}

static void
remove_timer (gpointer timer)
{
  g_source_remove (GPOINTER_TO_UINT (timer));
}

/* While a passphrase is being tried: if it takes long, @label says so. */
void
tdm_patience_set_busy (GtkLabel *label, gboolean is_busy)
{
  guint timer = is_busy ? g_timeout_add_seconds (TDM_PATIENCE_SECONDS, show_cb, label) : 0;

  g_object_set_data_full (G_OBJECT (label), TIMER, GUINT_TO_POINTER (timer), timer > 0 ? remove_timer : NULL);
  if (!is_busy)
    gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
}
