/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-log.h"

#include <gtk/gtk.h>

static gboolean
fields_say (const GLogField *fields, gsize n_fields, const char *key, const char *start)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, key))
      return g_str_has_prefix (fields[i].value, start);
  return FALSE;
}

static gboolean
is_choosing_a_file (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (window))
        return TRUE;
    }
  return FALSE;
}

/* GTK 4.8 hides and shows buttons of the path above its file chooser while it lays them out; where a folder is read
 * slowly, it complains about that itself. GTK 4.18 asks the dialog of libadwaita's questions how wide it is at a height
 * that the dialog has named, and complains when the dialog thinks better of it. */
static gboolean
is_about_itself (const GLogField *fields, gsize n_fields)
{
  if (!fields_say (fields, n_fields, "GLIB_DOMAIN", "Gtk"))
    return FALSE;
  return (fields_say (fields, n_fields, "MESSAGE", "Trying to snapshot GtkButton ") && is_choosing_a_file ()) ||
         fields_say (fields, n_fields, "MESSAGE", "Trying to measure AdwMessageDialog ");
}

/* Every other warning ends the test. */
static GLogWriterOutput
write_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  if (level & G_LOG_LEVEL_WARNING && is_about_itself (fields, n_fields))
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/* To be called once, before the first message */
void
window_log_init (void)
{
  g_log_set_writer_func (write_cb, NULL, NULL);
}
