/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-file-filters.h"

#include "base/tdm-i18n.h"

/* Which files an open dialog shows first; all of them can be shown, as a file may bear any name. */
void
tdm_file_filters_add (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) wanted = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (wanted, name);
  for (guint i = 0; suffixes[i]; i++)
    gtk_file_filter_add_suffix (wanted, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, wanted);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}
