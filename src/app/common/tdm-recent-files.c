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

#define MIME_TYPE "application/vnd.tandem.programme"
#define MOST_SHOWN 8

static gboolean
recent_files_add_cb (gpointer path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri,
                               &(GtkRecentData) {
                                 .mime_type = (char *) MIME_TYPE,
                                 .app_name = (char *) g_get_application_name (),
                                 .app_exec = (char *) "tandem %f",
                               });
  return G_SOURCE_REMOVE;
}

/* A programme file that is open: other programs of the desktop show it, too. The sample is nobody's file. The list of
 * all programs may be long, and is read when there is nothing else to do. */
void
tdm_recent_files_add (const char *path)
{
  g_autofree char *sample = g_build_filename (g_get_user_data_dir (), "tandem", "sample.tandem", NULL);

  if (!g_str_equal (path, sample))
    g_idle_add_full (G_PRIORITY_LOW, recent_files_add_cb, g_strdup (path), g_free);
}

static int
recent_compare (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified (*(GtkRecentInfo *const *) b),
                              gtk_recent_info_get_modified (*(GtkRecentInfo *const *) a));
}

/* Returns: (transfer full) (element-type GtkRecentInfo): programme files that are still there, the last one first
 * @without: (nullable): the path of one that is left out */
GPtrArray *
tdm_recent_files_list (const char *without)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  g_autoptr (GFile) left_out = without ? g_file_new_for_path (without) : NULL;
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = all; l; l = l->next)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (l->data));

      if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MIME_TYPE) == 0 && gtk_recent_info_exists (l->data) &&
          !(left_out && g_file_equal (file, left_out)))
        g_ptr_array_add (found, gtk_recent_info_ref (l->data));
    }
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (found, recent_compare);
  if (found->len > MOST_SHOWN)
    g_ptr_array_set_size (found, MOST_SHOWN);
  return found;
}
