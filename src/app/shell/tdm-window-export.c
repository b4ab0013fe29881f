/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-file-chooser.h"
#include "app/outbox/tdm-organizer-dialog.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-export.h"

/* Exporting invitations from the window: of a selection or of a whole round, into a folder. */

typedef struct
{
  TdmWindow *window;
  TdmWorkspace *workspace;
  GPtrArray *pairs;
} TdmFolderExport;

static void
folder_export_free (gpointer data)
{
  TdmFolderExport *export = data;

  g_object_unref (export->window);
  g_object_unref (export->workspace);
  g_ptr_array_unref (export->pairs);
  g_free (export);
}

static void
window_show_progress (guint n_done, guint n_total, gpointer data)
{
  TdmWindow *self = data;
  g_autofree char *text = g_strdup_printf (_ ("%u of %u invitations"), n_done, n_total);

  gtk_progress_bar_set_fraction (self->export_progress, (double) n_done / n_total);
  gtk_progress_bar_set_text (self->export_progress, text);
}

static void
window_show_left_out (TdmWindow *self, GPtrArray *left_out)
{
  guint n = left_out->len;
  g_autofree char *heading = g_strdup_printf (ngettext ("%u Invitation Left Out", "%u Invitations Left Out", n), n);
  g_autofree char *lines = NULL;

  if (n > 8)
    g_ptr_array_set_size (left_out, 8);
  g_ptr_array_add (left_out, NULL);
  lines = g_strjoinv ("\n", (char **) left_out->pdata);
  tdm_dialog_tell (GTK_WINDOW (self), heading, lines, _ ("_Close"));
}

static void
window_exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left_out = NULL;
  int n_written = tdm_export_finish (TDM_WORKSPACE (source), result, &left_out, &error);
  g_autofree char *text = NULL;

  gtk_revealer_set_reveal_child (self->export_bar, FALSE);
  g_clear_object (&self->exporting);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup (_ ("Export stopped. What was written stays."));
  else if (error)
    text = g_strdup (error->message);
  else
    text = g_strdup_printf (ngettext ("%d invitation exported", "%d invitations exported", n_written), n_written);
  tdm_window_show_toast (self, text);
  if (!error && left_out->len > 0)
    window_show_left_out (self, left_out);
}

static void
window_folder_chosen_cb (gpointer data, GFile *folder)
{
  TdmFolderExport *export = data;
  TdmWindow *self = export->window;
  g_autofree char *uri = g_file_get_uri (folder);
  g_autoptr (GPtrArray) series = NULL;

  /* Another file may have been opened while the folder was chosen. */
  if (!tdm_window_still_shows (self, export->workspace))
    return;
  series = tdm_export_collect (self->workspace, export->pairs);
  g_settings_set_string (self->settings, "last-export-folder", uri);
  if (series->len == 0)
    {
      tdm_window_show_toast (self, _ ("No meetings are planned there yet."));
      return;
    }

  self->exporting = g_cancellable_new ();
  window_show_progress (0, series->len, self);
  gtk_revealer_set_reveal_child (self->export_bar, TRUE);
  tdm_export_folder_async (self->workspace, series, folder, window_show_progress, self, self->exporting,
                           window_exported_cb, g_object_ref (self));
}

/* Returns: whether nobody invites yet; who does is asked for then, and the export begins anew */
static gboolean
folder_export_ask_organizer (TdmFolderExport *self)
{
  g_autoptr (GPtrArray) series = tdm_export_collect (self->workspace, self->pairs);
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  gboolean is_needed = FALSE;

  for (guint i = 0; i < series->len && !is_needed; i++)
    is_needed = tdm_organizer_dialog_is_needed (series->pdata[i]);
  if (!is_needed || tdm_workspace_is_read_only (self->workspace))
    return FALSE;
  for (guint i = 0; i < self->pairs->len; i++)
    g_strv_builder_add (uids, tdm_record_get_uid (self->pairs->pdata[i]));
  names = g_strv_builder_end (uids);
  tdm_organizer_dialog_present (GTK_WIDGET (self->window), self->workspace, "win.export-pairs",
                                g_variant_new_strv ((const char *const *) names, -1));
  return TRUE;
}

static void
window_meetings_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmFolderExport *export = data;
  g_autoptr (GError) error = NULL;
  GtkFileChooser *chooser;
  g_autofree char *last = g_settings_get_string (export->window->settings, "last-export-folder");
  g_autoptr (GFile) folder = *last ? g_file_new_for_uri (last) : NULL;

  if (!tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error) ||
      !tdm_window_still_shows (export->window, source))
    {
      if (error)
        tdm_window_show_toast (export->window, error->message);
      folder_export_free (export);
      return;
    }

  if (folder_export_ask_organizer (export))
    {
      folder_export_free (export);
      return;
    }
  chooser = tdm_file_chooser_new (export->window, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                  _ ("Folder for the Invitations"), _ ("_Export"));
  if (folder && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  tdm_file_chooser_ask (chooser, window_folder_chosen_cb, export, folder_export_free);
}

/* Of the tandems that the parameter names, or of all in the round that go on */
static void
window_export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  TdmRound *round = tdm_window_get_round (self);
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);
  g_autofree const char **names = parameter ? g_variant_get_strv (parameter, NULL) : NULL;
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  TdmFolderExport *export;

  if (self->exporting || !round)
    return;

  for (const char **name = names; name && *name; name++)
    g_hash_table_add (uids, (gpointer) *name);
  export = g_new0 (TdmFolderExport, 1);
  export->window = g_object_ref (self);
  export->workspace = g_object_ref (self->workspace);
  export->pairs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);
      gboolean is_wanted = names ? g_hash_table_contains (uids, tdm_record_get_uid (TDM_RECORD (pair)))
                                 : tdm_pair_get_round (pair) == round && !tdm_pair_is_over (pair);

      if (is_wanted)
        g_ptr_array_add (export->pairs, g_steal_pointer (&pair));
    }
  tdm_workspace_load_async (self->workspace, TDM_SCOPE_ROUND_MEETINGS, round, window_meetings_loaded_cb, export);
}

static void
window_stop_export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (TDM_WINDOW (widget)->exporting)
    g_cancellable_cancel (TDM_WINDOW (widget)->exporting);
}

void
tdm_window_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-round", NULL, window_export_cb);
  gtk_widget_class_install_action (widget_class, "win.export-pairs", "as", window_export_cb);
  gtk_widget_class_install_action (widget_class, "win.stop-export", NULL, window_stop_export_cb);
}
