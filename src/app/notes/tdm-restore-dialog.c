/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-restore-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-file-names.h"
#include "app/common/tdm-secret-buffer.h"
#include "app/notes/tdm-notes-guard.h"
#include "app/notes/tdm-patience.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* A backup of notes comes back: beside what is here, or in its place. */

struct _TdmRestoreDialog
{
  AdwWindow parent_instance;

  GFile *file;

  GtkLabel *name;
  GtkEditable *secret;
  GtkWidget *ways;
  GtkWidget *aside_label;
  GtkCheckButton *merge_check;
  GtkWidget *default_button;
  GtkSpinner *spinner;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkLabel *patience;
};

G_DEFINE_FINAL_TYPE (TdmRestoreDialog, tdm_restore_dialog, ADW_TYPE_WINDOW)

static void
update (TdmRestoreDialog *self)
{
  gtk_revealer_set_reveal_child (self->notice, FALSE);
  gtk_widget_set_sensitive (self->default_button, *tdm_secret_buffer_get_text (self->secret) != '\0' &&
                                                    !gtk_spinner_get_spinning (self->spinner));
}

static void
restore_dialog_set_busy (TdmRestoreDialog *self, gboolean is_busy)
{
  gtk_spinner_set_spinning (self->spinner, is_busy);
  tdm_patience_set_busy (self->patience, is_busy);
  update (self);
}

/* Says it below and goes, or says it here. */
static void
restore_dialog_end (TdmRestoreDialog *self, const char *text, const GError *error)
{
  if (!self->notice)
    return;
  restore_dialog_set_busy (self, FALSE);
  if (error)
    {
      gtk_label_set_text (self->notice_label, error->message);
      gtk_revealer_set_reveal_child (self->notice, TRUE);
      return;
    }
  tdm_feedback_close_and_show (GTK_WINDOW (self), text);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmRestoreDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  TdmNotebookMerge done = { 0 };

  tdm_notebook_merge_finish (TDM_NOTEBOOK (source), result, &done, &error);
  g_string_append_printf (text, ngettext ("%u note was added", "%u notes were added", done.n_added), done.n_added);
  if (done.n_updated > 0)
    /* Translators: added to "3 notes were added" */
    g_string_append_printf (text, ngettext (", %u was newer", ", %u were newer", done.n_updated), done.n_updated);
  if (done.n_apart > 0)
    /* Translators: added to "3 notes were added": notes that were written differently here and in the backup */
    g_string_append_printf (text,
                            ngettext (", %u is there twice now, for both were changed",
                                      ", %u are there twice now, for both were changed", done.n_apart),
                            done.n_apart);
  if (done.n_damaged > 0)
    /* Translators: added to "3 notes were added" */
    g_string_append_printf (text, ngettext (", %u could not be read", ", %u could not be read", done.n_damaged),
                            done.n_damaged);
  restore_dialog_end (self, text->str, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmRestoreDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL, *name = NULL, *text = NULL;

  tdm_notebook_restore_finish (TDM_NOTEBOOK (source), result, &aside, &error);
  name = aside ? tdm_file_names_place (aside) : NULL;
  text = name ? g_strdup_printf (_ ("These are the notes of the backup. Those of before are kept as %s."), name)
              : g_strdup (_ ("These are the notes of the backup."));
  restore_dialog_end (self, text, error);
}

static void
restore_cb (TdmRestoreDialog *self)
{
  TdmNotebook *notebook = tdm_notebook_get_default ();
  const char *path = g_file_peek_path (self->file), *secret = tdm_secret_buffer_get_text (self->secret);

  restore_dialog_set_busy (self, TRUE);
  if (gtk_widget_get_visible (self->ways) && gtk_check_button_get_active (self->merge_check))
    tdm_notebook_merge_async (notebook, path, secret, merged_cb, g_object_ref (self));
  else
    tdm_notebook_restore_async (notebook, path, secret, restored_cb, g_object_ref (self));
}

/* What is under way ends here, or nobody would hear what became of it. */
static gboolean
tdm_restore_dialog_close_request (GtkWindow *window)
{
  return gtk_spinner_get_spinning (TDM_RESTORE_DIALOG (window)->spinner) ||
         GTK_WINDOW_CLASS (tdm_restore_dialog_parent_class)->close_request (window);
}

static void
tdm_restore_dialog_dispose (GObject *object)
{
  TdmRestoreDialog *self = TDM_RESTORE_DIALOG (object);

  if (self->secret)
    gtk_editable_set_text (self->secret, "");
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_RESTORE_DIALOG);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (tdm_restore_dialog_parent_class)->dispose (object);
}

static void
tdm_restore_dialog_class_init (TdmRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_restore_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tdm_restore_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, secret);
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, ways);
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, aside_label);
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, merge_check);
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, default_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmRestoreDialog, patience);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
tdm_restore_dialog_init (TdmRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_secret_buffer_attach (self->secret);
  gtk_widget_set_visible (self->ways, tdm_notebook_is_unlocked (tdm_notebook_get_default ()));
  gtk_widget_set_visible (self->aside_label,
                          tdm_notebook_get_state (tdm_notebook_get_default ()) == TDM_NOTEBOOK_LOCKED);
  tdm_notes_guard_watch_dialog (self);
  update (self);
}

void
tdm_restore_dialog_present (GtkWidget *over, GFile *file)
{
  TdmRestoreDialog *self = g_object_new (TDM_TYPE_RESTORE_DIALOG, NULL);
  g_autofree char *name = g_file_get_basename (file), *shown = g_filename_display_name (name);

  self->file = g_object_ref (file);
  gtk_label_set_text (self->name, shown);
  tdm_dialog_open (self, over);
  gtk_widget_grab_focus (GTK_WIDGET (self->secret));
}
