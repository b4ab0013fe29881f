/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/common/tdm-file-names.h"
#include "app/common/tdm-recent-files.h"
#include "app/common/tdm-show-file.h"
#include "app/shell/tdm-backups-dialog.h"
#include "base/tdm-backups.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace-backup.h"

/* The file that the window shows, or cannot show: where it is, what else can be opened, and how it comes back. */

static gboolean
window_is_changeable (TdmWindow *self)
{
  return self->workspace && !tdm_workspace_is_read_only (self->workspace);
}

/* What was altered by another program, or cannot be opened, is put aside. */
static gboolean
window_can_put_back (TdmWindow *self)
{
  return self->workspace ? tdm_workspace_get_read_only_reason (self->workspace) == TDM_READ_ONLY_ALTERED
                         : self->failed_path != NULL;
}

void
tdm_window_update_file_actions (TdmWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.show-in-files", self->workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.try-again",
                                 self->workspace && tdm_workspace_is_read_only (self->workspace));
  gtk_widget_action_set_enabled (widget, "win.restore-backup",
                                 window_is_changeable (self) || window_can_put_back (self));
}

static void
window_backup_failed_cb (TdmWindow *self, const char *text)
{
  tdm_window_show_toast (self, text);
}

/* For a programme that has come into the window */
void
tdm_window_follow_file (TdmWindow *self)
{
  const char *path = tdm_workspace_get_path (self->workspace);

  g_clear_pointer (&self->failed_path, g_free);
  tdm_recent_files_add (path);
  g_signal_connect_object (self->workspace, "backup-failed", G_CALLBACK (window_backup_failed_cb), self,
                           G_CONNECT_SWAPPED);
  tdm_workspace_keep_backups (self->workspace, TRUE);
}

/* The page says which file that is, and offers its backups. */
static void
window_show_failure (TdmWindow *self, const char *path, const GError *error)
{
  g_autofree char *name = path ? tdm_file_names_name (path) : NULL, *place = path ? tdm_file_names_place (path) : NULL;
  /* Translators: %s is the name of a file */
  g_autofree char *title = name ? g_strdup_printf (_ ("“%s” Could Not Be Opened"), name)
                                : g_strdup (_ ("The File Could Not Be Opened"));
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  g_autoptr (GPtrArray) backups = path ? tdm_backups_list (path) : NULL;

  tdm_set_str (&self->failed_path, path);
  adw_status_page_set_title (self->error_page, escaped_title);
  adw_status_page_set_description (self->error_page, escaped);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->error_page), place);
  gtk_widget_set_visible (self->restore_button, backups && backups->len > 0);
  tdm_window_update_file_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* What was to be opened could not be, or not be made. A programme that is open stays before the user's eyes.
 * @path: NULL if that was no file of this computer, or the sample */
void
tdm_window_show_error (TdmWindow *self, const char *path, const GError *error)
{
  if (self->workspace)
    {
      gtk_stack_set_visible_child_name (self->stack, "main");
      tdm_window_show_toast (self, error->message);
    }
  else
    window_show_failure (self, path, error);
}

static void
window_put_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL, *name = NULL, *text = NULL, *path = NULL;

  if (!tdm_workspace_put_back_finish (result, &aside, &error))
    {
      tdm_window_show_error (self, self->failed_path, error);
      return;
    }
  path = g_strdup (self->workspace ? tdm_workspace_get_path (self->workspace) : self->failed_path);
  name = aside ? tdm_file_names_name (aside) : NULL;
  if (name)
    {
      /* Translators: %s is the name of a file */
      text = g_strdup_printf (_ ("This is the backup. The file of before is kept as “%s”."), name);
      tdm_window_show_toast (self, text);
    }
  tdm_window_load (self, path, TDM_OPEN_EXISTING);
}

static void
window_backup_chosen_cb (GtkWidget *over, const char *backup)
{
  TdmWindow *self = TDM_WINDOW (over);
  const char *path = self->workspace ? tdm_workspace_get_path (self->workspace) : self->failed_path;

  if (!self->workspace)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  tdm_workspace_put_back_async (path, backup, window_put_back_cb, g_object_ref (self));
}

static void
window_restore_backup_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  const char *path = self->workspace ? tdm_workspace_get_path (self->workspace) : self->failed_path;

  tdm_backups_dialog_present (widget, window_is_changeable (self) ? self->workspace : NULL, path,
                              window_backup_chosen_cb);
}

static void
window_show_in_files_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (tdm_workspace_get_path (TDM_WINDOW (widget)->workspace));

  tdm_show_file (GTK_WINDOW (widget), file);
}

static void
window_tried_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_workspace_open_finish (result, &error);

  if (!workspace)
    {
      tdm_window_show_error (self, NULL, error);
      return;
    }
  tdm_window_set_workspace (self, workspace);
  tdm_window_show_toast (self, tdm_workspace_is_read_only (workspace) ? _ ("The file still can only be read.")
                                                                      : _ ("The file can be changed now."));
}

/* What is shown stays until the file is open once more, which is read anew in any case. */
static void
window_try_again_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);

  tdm_workspace_open_async (tdm_workspace_get_path (self->workspace), TDM_OPEN_EXISTING, window_tried_again_cb,
                            g_object_ref (self));
}

/* The window that shows a file, if there is one */
TdmWindow *
tdm_window_find (GtkApplication *application, GFile *file)
{
  for (GList *l = gtk_application_get_windows (application); l; l = l->next)
    if (TDM_IS_WINDOW (l->data) && tdm_window_shows (l->data, file))
      return l->data;
  return NULL;
}

/* In the window that has the file, or in one that shows no programme; else in a new one. */
void
tdm_window_open_beside (TdmWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  TdmWindow *window = tdm_window_find (application, file);

  if (!window)
    {
      window = self->workspace ? tdm_window_new (ADW_APPLICATION (application)) : self;
      tdm_window_open_file (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
window_open_recent_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  tdm_window_open_beside (TDM_WINDOW (widget), file);
}

void
tdm_window_install_file (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-in-files", NULL, window_show_in_files_cb);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", window_open_recent_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, window_restore_backup_cb);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, window_try_again_cb);
}
