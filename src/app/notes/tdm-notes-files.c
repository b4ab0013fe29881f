/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-files.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-file-chooser.h"
#include "app/common/tdm-recent-files.h"
#include "app/notes/tdm-notes-export.h"
#include "app/notes/tdm-notes-guard.h"
#include "app/notes/tdm-restore-dialog.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"
#include "workspace/tdm-workspace.h"

/* The notes as a file: backing it up, getting it back, exporting, destroying. */

/* --- out ---------------------------------------------------------------- */

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  tdm_feedback_show_message (widget, tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error)
                                       ? _ ("The notes were backed up. The copy opens with your passphrase.")
                                       : error->message);
}

static void
backup_chosen_cb (gpointer widget, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  tdm_recent_files_forget (file);
  if (path)
    tdm_notebook_back_up_async (tdm_notebook_get_default (), path, backed_up_cb, g_object_ref (widget));
  else
    tdm_feedback_show_message (widget, _ ("Only folders on this computer can be used for this."));
}

static void
back_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooser *chooser = tdm_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Back Up the Notes"), NULL);
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autofree char *name = g_date_time_format (now, "%Y-%m-%d-%H%M%S-notes.vault");

  tdm_notes_page_save (TDM_NOTES_PAGE (widget));
  gtk_file_chooser_set_current_name (chooser, name);
  tdm_file_chooser_ask (chooser, backup_chosen_cb, g_object_ref (widget), g_object_unref);
}

static void
export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (TdmWorkspace) workspace = NULL;

  g_object_get (widget, "workspace", &workspace, NULL);
  tdm_notes_page_save (TDM_NOTES_PAGE (widget));
  tdm_notes_export_present (widget, workspace, NULL);
}

/* --- back --------------------------------------------------------------- */

static void
restore_chosen_cb (gpointer widget, GFile *file)
{
  tdm_recent_files_forget (file);
  if (g_file_peek_path (file))
    tdm_restore_dialog_present (widget, file);
  else
    tdm_feedback_show_message (widget, _ ("Only folders on this computer can be used for this."));
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooser *chooser = tdm_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Restore a Backup"), NULL);

  tdm_notes_page_save (TDM_NOTES_PAGE (widget));
  tdm_file_chooser_add_filter (chooser, _ ("Backups of notes"), (const char *[]) { "vault", NULL });
  tdm_file_chooser_ask (chooser, restore_chosen_cb, g_object_ref (widget), g_object_unref);
}

/* --- the end ------------------------------------------------------------ */

static void
destroyed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  tdm_feedback_show_message (widget, tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error)
                                       ? _ ("All notes are destroyed.")
                                       : error->message);
}

static void
destroy_response_cb (GtkWidget *widget, const char *response, GtkWidget *dialog)
{
  if (g_str_equal (response, "destroy"))
    tdm_notebook_destroy_async (tdm_notebook_get_default (), destroyed_cb, g_object_ref (widget));
}

static void
word_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (entry))), *folded = g_utf8_casefold (typed, -1);
  /* Translators: the word that somebody types to destroy all notes; the sentence beside it has it as %s */
  g_autofree char *word = g_utf8_casefold (C_ ("to be typed", "destroy"), -1);

  adw_message_dialog_set_response_enabled (dialog, "destroy", g_str_equal (folded, word));
}

static void
destroy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
    parent, _ ("Destroy All Notes?"),
    _ ("This cannot be undone: the keys are overwritten, and nobody can ever read these notes again. Backups elsewhere "
       "still open with the passphrase of their time.")));
  g_autofree char *label = g_strdup_printf (_ ("Type “%s” to go on"), C_ ("to be typed", "destroy"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (entry, "changed", G_CALLBACK (word_changed_cb), dialog);
  tdm_dialog_add_extra (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "destroy", _ ("_Destroy"), NULL);
  adw_message_dialog_set_response_enabled (dialog, "destroy", FALSE);
  adw_message_dialog_set_response_appearance (dialog, "destroy", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "destroy");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (destroy_response_cb), widget, G_CONNECT_SWAPPED);
  tdm_notes_guard_watch_dialog (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
tdm_notes_page_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "notes.back-up", NULL, back_up);
  gtk_widget_class_install_action (widget_class, "notes.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "notes.restore", NULL, restore);
  gtk_widget_class_install_action (widget_class, "notes.destroy", NULL, destroy);
}

/* What there is nothing for is not offered. */
void
tdm_notes_page_enable_actions (TdmNotesPage *self)
{
  TdmNotebook *notebook = tdm_notebook_get_default ();
  TdmNotebookState state = tdm_notebook_get_state (notebook);
  /* Another program has the file, which is known once it is open here. */
  gboolean is_taken = state == TDM_NOTEBOOK_UNLOCKED && tdm_notebook_get_facts (notebook)->why_read_only;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.new", tdm_notebook_get_facts (notebook)->is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.restore", !is_taken);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.destroy",
                                 !is_taken && (state == TDM_NOTEBOOK_LOCKED || state == TDM_NOTEBOOK_UNLOCKED));
}
