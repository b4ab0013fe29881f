/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/common/tdm-file-chooser.h"
#include "app/shell/tdm-programme-copy-dialog.h"
#include "app/shell/tdm-programme-dialog.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-programme-edits.h"
#include "sample/tdm-sample.h"
#include "workspace/tdm-workspace-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* The ways in: a new programme, the sample, a file; and the way out, a backup. */

static char *
window_make_data_path (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "tandem", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, name, NULL);
}

static void
window_edit_programme_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_programme_dialog_present (widget, TDM_WINDOW (widget)->workspace);
}

static void
window_filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (tdm_workspace_import_finish (TDM_WORKSPACE (source), result, &error))
    tdm_window_set_workspace (self, TDM_WORKSPACE (source));
  else
    tdm_window_show_error (self, NULL, error);
}

static void
window_sample_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_workspace_open_finish (result, &error);
  g_autofree char *today = tdm_clock_today ();
  g_autoptr (TdmEdit) edit = NULL;

  if (workspace && (tdm_workspace_get_programme (workspace) || tdm_workspace_is_read_only (workspace)))
    {
      tdm_window_set_workspace (self, workspace);
      return;
    }
  if (workspace)
    /* Translators: the language of the sample programme, "en" or "de" */
    edit = tdm_sample_build (today, 1, C_ ("sample language", "en"), &error);
  if (edit)
    tdm_workspace_import_async (workspace, g_steal_pointer (&edit), window_filled_cb, g_object_ref (self));
  else
    tdm_window_show_error (self, NULL, error);
}

/* A sample that was made before is opened again, with whatever was tried in it. */
static void
window_show_sample_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  g_autofree char *path = window_make_data_path ("sample.tandem");

  gtk_stack_set_visible_child_name (self->stack, "loading");
  tdm_workspace_open_async (path, TDM_OPEN_CREATE, window_sample_opened_cb, g_object_ref (self));
}

/* A programme on its way: its file is there while people say what it is called and what it is for, and comes into a
 * window when they have saved that. */
typedef struct
{
  TdmWindow *window; /* that asks */
  char *title;
  char *path;
  gboolean is_new; /* there was no such file */
  TdmEdit *edit; /* NULL for a programme that begins empty */
  TdmWorkspace *workspace;
  GtkWindow *dialog; /* weak */
  gboolean is_cancelled;
} TdmNewProgramme;

static void
new_programme_free (gpointer data)
{
  TdmNewProgramme *self = data;

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->edit);
  if (self->workspace)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  g_object_unref (self->window);
  g_free (self->title);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmNewProgramme, new_programme_free)

/* The page that was there before */
static void
window_show_what_there_was (TdmWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->workspace ? "main" : self->failed_path ? "error" : "welcome");
}

/* In a window of its own, if there is a programme in the one that asked. The dialog goes along: what it has to say
 * concerns this programme. */
static void
new_programme_show (TdmNewProgramme *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  g_autoptr (TdmWorkspace) workspace = g_steal_pointer (&self->workspace);
  TdmWindow *window = self->window;

  if (!workspace)
    return;
  g_signal_handlers_disconnect_by_data (workspace, self);
  if (window->workspace && application)
    {
      window = tdm_window_new (ADW_APPLICATION (application));
      gtk_window_present (GTK_WINDOW (window));
    }
  tdm_window_set_workspace (window, workspace);
  if (self->dialog)
    gtk_window_set_transient_for (self->dialog, GTK_WINDOW (window));
}

static gboolean
new_programme_cancelled_cb (TdmNewProgramme *self)
{
  self->is_cancelled = self->workspace != NULL;
  return FALSE;
}

/* Nothing is left of what was not wanted. */
static void
new_programme_answered_cb (TdmNewProgramme *self)
{
  g_clear_weak_pointer (&self->dialog);
  if (!self->is_cancelled)
    {
      new_programme_show (self);
      return;
    }
  tdm_workspace_close (self->workspace);
  if (self->is_new)
    g_unlink (self->path);
}

static void
new_programme_forget_cb (gpointer data, GClosure *closure)
{
  new_programme_free (data);
}

static void
window_started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmNewProgramme) new = data;
  g_autoptr (GError) error = NULL;
  TdmWindow *self = new->window;
  GtkWindow *dialog;

  if (!tdm_workspace_import_finish (TDM_WORKSPACE (source), result, &error))
    {
      tdm_workspace_close (TDM_WORKSPACE (source));
      if (new->is_new)
        g_unlink (new->path);
      tdm_window_show_error (self, new->path, error);
      return;
    }
  window_show_what_there_was (self);
  /* Nobody is left who could answer. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    {
      tdm_workspace_close (TDM_WORKSPACE (source));
      return;
    }
  new->workspace = g_object_ref (TDM_WORKSPACE (source));
  dialog = tdm_programme_dialog_present (GTK_WIDGET (self), new->workspace);
  g_set_weak_pointer (&new->dialog, dialog);
  /* Before the dialog offers to undo what was saved */
  g_signal_connect_swapped (new->workspace, "notify::undo-label", G_CALLBACK (new_programme_show), new);
  /* After the dialog itself, which may ask first and stay */
  g_signal_connect_data (dialog, "close-request", G_CALLBACK (new_programme_cancelled_cb), new, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (dialog, "destroy", G_CALLBACK (new_programme_answered_cb), g_steal_pointer (&new),
                         new_programme_forget_cb, G_CONNECT_SWAPPED);
}

static void
window_new_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmNewProgramme) new = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_workspace_open_finish (result, &error);
  TdmEdit *edit;

  if (!workspace)
    tdm_window_show_error (new->window, new->path, error);
  else if (!tdm_workspace_get_programme (workspace))
    {
      edit = new->edit ? g_steal_pointer (&new->edit) : tdm_programme_edits_start (new->title);
      tdm_workspace_import_async (workspace, edit, window_started_cb, g_steal_pointer (&new));
    }
  else if (!new->edit)
    {
      window_show_what_there_was (new->window);
      new->workspace = g_steal_pointer (&workspace);
      new_programme_show (new);
    }
  else
    {
      tdm_workspace_close (workspace);
      window_show_what_there_was (new->window);
      tdm_window_show_toast (new->window, _ ("There is a programme in that file already. Please choose another name."));
    }
}

static TdmNewProgramme *
window_prepare_new (TdmWindow *self, GFile *file)
{
  TdmNewProgramme *new = g_new0 (TdmNewProgramme, 1);
  g_autofree char *name = g_file_get_basename (file);

  new->window = g_object_ref (self);
  new->title = g_str_has_suffix (name, ".tandem") ? g_strndup (name, strlen (name) - 7) : g_strdup (name);
  new->path = g_file_get_path (file);
  new->is_new = !g_file_query_exists (file, NULL);
  return new;
}

static void
window_create_new (TdmNewProgramme *taken_new)
{
  if (!taken_new->window->workspace)
    gtk_stack_set_visible_child_name (taken_new->window->stack, "loading");
  tdm_workspace_open_async (taken_new->path, TDM_OPEN_CREATE, window_new_opened_cb, taken_new);
}

static void
window_file_named_cb (gpointer data, GFile *file)
{
  TdmWindow *self = data;

  if (tdm_window_shows (self, file))
    tdm_window_open_file (self, file);
  else if (!g_file_peek_path (file))
    tdm_window_show_toast (self, _ ("Only folders on this computer can be used for this."));
  else
    window_create_new (window_prepare_new (self, file));
}

/* The file that is shown stays as it is. */
static void
window_copy_named_cb (gpointer data, GFile *file)
{
  TdmNewProgramme *waiting = data, *new;
  TdmWindow *self = waiting->window;
  TdmEditAction action;

  if (tdm_window_shows (self, file))
    tdm_window_show_toast (self, _ ("There is a programme in that file already. Please choose another name."));
  else if (!g_file_peek_path (file))
    tdm_window_show_toast (self, _ ("Only folders on this computer can be used for this."));
  else
    {
      new = window_prepare_new (self, file);
      new->edit = g_steal_pointer (&waiting->edit);
      tdm_record_set_text (tdm_edit_get_step (new->edit, 0, &action), TDM_PROGRAMME_TITLE, new->title);
      window_create_new (new);
    }
}

/* Beside the programme that is open; the first one goes to the documents, where people look for it. */
static char *
window_suggest_folder (TdmWindow *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *folder = self->workspace ? g_path_get_dirname (tdm_workspace_get_path (self->workspace)) : NULL;

  if (folder && !g_str_has_prefix (folder, g_get_user_data_dir ()))
    return g_steal_pointer (&folder);
  return g_strdup (documents && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ());
}

static void
window_name_new (GtkWidget *widget,
                 const char *title,
                 TdmFileChosen named,
                 gpointer taken_data,
                 GDestroyNotify free_data)
{
  GtkFileChooser *chooser = tdm_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_SAVE, title, _ ("_Create"));
  /* Translators: the name of a new file, before its extension */
  g_autofree char *name = g_strconcat (_ ("Our Programme"), ".tandem", NULL);
  g_autofree char *folder_path = window_suggest_folder (TDM_WINDOW (gtk_widget_get_root (widget)));
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  gtk_file_chooser_set_current_name (chooser, name);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  tdm_file_chooser_ask (chooser, named, taken_data, free_data);
}

static void
window_start_programme_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  window_name_new (widget, _ ("New Programme"), window_file_named_cb, g_object_ref (widget), g_object_unref);
}

static void
window_copy_chosen_cb (GtkWidget *over, TdmEdit *taken_edit)
{
  TdmNewProgramme *waiting = g_new0 (TdmNewProgramme, 1);

  waiting->window = g_object_ref (TDM_WINDOW (over));
  waiting->edit = taken_edit;
  window_name_new (over, _ ("New Programme From This One"), window_copy_named_cb, waiting,
                   (GDestroyNotify) new_programme_free);
}

static void
window_copy_programme_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_programme_copy_dialog_present (widget, TDM_WINDOW (widget)->workspace, window_copy_chosen_cb);
}

static void
window_open_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooser *chooser = tdm_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open Programme"),
                                                  _ ("_Open"));

  tdm_file_chooser_add_filter (chooser, _ ("Programme files"), (const char *[]) { "tandem", NULL });
  tdm_file_chooser_ask (chooser, (TdmFileChosen) tdm_window_open_beside, g_object_ref (widget), g_object_unref);
}

static void
window_backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (tdm_workspace_back_up_finish (TDM_WORKSPACE (source), result, &error))
    tdm_window_show_toast (self, _ ("Backed up and checked"));
  else
    tdm_window_show_toast (self, error->message);
}

static void
window_backup_named_cb (gpointer data, GFile *file)
{
  TdmWindow *self = data;

  if (g_file_peek_path (file))
    tdm_workspace_back_up_async (self->workspace, g_file_peek_path (file), window_backed_up_cb, g_object_ref (self));
  else
    tdm_window_show_toast (self, _ ("Only folders on this computer can be used for this."));
}

static void
window_back_up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  GtkFileChooser *chooser = tdm_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Back Up Programme"),
                                                  _ ("_Back Up"));
  g_autofree char *name = g_path_get_basename (tdm_workspace_get_path (self->workspace));
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *suggested = g_strdup_printf ("%s-%s", moment, name);

  gtk_file_chooser_set_current_name (chooser, suggested);
  tdm_file_chooser_ask (chooser, window_backup_named_cb, g_object_ref (self), g_object_unref);
}

void
tdm_window_install_start (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-sample", NULL, window_show_sample_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-programme", NULL, window_edit_programme_cb);
  gtk_widget_class_install_action (widget_class, "win.new-programme", NULL, window_start_programme_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-programme", NULL, window_copy_programme_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, window_open_file_cb);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, window_back_up_cb);
}
