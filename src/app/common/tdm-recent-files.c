/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-recent-files.h"

/* GTK enters every file that is chosen into the recent files, where each program, and a person who looks over the
 * user's shoulder, sees it. It does so a little later, and cannot be told not to. */

static GHashTable *forgotten; /* uris, as long as the program runs */

static void
recent_files_changed_cb (GtkRecentManager *manager)
{
  GHashTableIter iter;
  gpointer uri;

  g_hash_table_iter_init (&iter, forgotten);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    gtk_recent_manager_remove_item (manager, uri, NULL);
}

/* Keeps a file that is private out of the recent files. */
void
tdm_recent_files_forget (GFile *file)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  if (!forgotten)
    {
      forgotten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_signal_connect (manager, "changed", G_CALLBACK (recent_files_changed_cb), NULL);
    }
  g_hash_table_add (forgotten, g_file_get_uri (file));
  recent_files_changed_cb (manager);
}
