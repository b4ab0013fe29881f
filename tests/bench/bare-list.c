/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include <adwaita.h>

/* The plainest list with a search: every line of a file is an object with one string, shown by a label and filtered by
 * the stock GtkStringFilter, which follows the entry.
 *
 *   bare-list FILE */

static GListModel *
read_lines (const char *path)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (char **line = lines; *line; line++)
    {
      g_autoptr (GtkStringObject) item = gtk_string_object_new (*line);

      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *object = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (object));
}

static GtkWidget *
make_list (GListModel *taken_model)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (taken_model));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), gtk_list_view_new (selection, factory));
  return scroller;
}

static GtkWidget *
make_content (const char *path, GtkWidget *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkStringFilter *filter = gtk_string_filter_new (string);
  GtkFilterListModel *filtered = gtk_filter_list_model_new (read_lines (path), GTK_FILTER (filter));

  g_object_bind_property (entry, "text", filter, "search", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), make_list (G_LIST_MODEL (filtered)));
  return box;
}

static void
open_cb (GtkApplication *application, GFile **files, int n_files)
{
  GtkWidget *window = adw_application_window_new (application), *entry = gtk_search_entry_new ();
  GtkWidget *content = make_content (g_file_peek_path (files[0]), entry);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), content);
  gtk_window_set_focus (GTK_WINDOW (window), entry);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.tandemapp.BareList", G_APPLICATION_HANDLES_OPEN);

  g_signal_connect (application, "open", G_CALLBACK (open_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
