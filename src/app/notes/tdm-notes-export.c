/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-export.h"

#include "app/common/tdm-feedback.h"
#include "app/notes/tdm-note-words.h"
#include "app/pairs/tdm-pair-words.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-notebook.h"

#include <adwaita.h>

/* Notes out of their protection, by who knows the passphrase and has been told what it means. */

typedef struct
{
  GtkWidget *over;
  TdmWorkspace *workspace;
  char **pairs;
  GtkEditable *entry; /* held: GTK looks at it once more after Return has closed the dialog */
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->over);
  g_clear_object (&self->workspace);
  g_clear_object (&self->entry);
  g_strfreev (self->pairs);
  g_free (self);
}

static void ask (Export     *taken_export,
                 const char *problem);

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *damaged = NULL;
  guint n_damaged = 0;

  if (!tdm_vault_export_finish (TDM_VAULT (source), result, &n_damaged, &error))
    tdm_feedback_show_message (self->over, error->message);
  else if (n_damaged > 0)
    {
      damaged = g_strdup_printf (ngettext ("The notes were exported, but for %u that cannot be read.",
                                           "The notes were exported, but for %u that cannot be read.", n_damaged), n_damaged);
      tdm_feedback_show_message (self->over, damaged);
    }
  else
    tdm_feedback_show_message (self->over, _ ("The notes were exported. Whoever gets the file can read them."));
  export_free (self);
}

/* What the notes say of their tandems is known to this programme only. */
static GHashTable *
list_titles (Export *self)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GListModel *notes = tdm_vault_get_notes (tdm_notebook_get ());

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TdmNote) note = g_list_model_get_item (notes, i);
      TdmPair *pair = tdm_note_words_find_pair (note, self->workspace);

      if (pair)
        g_hash_table_insert (titles, g_strdup (tdm_note_get_pair (note)), tdm_pair_words_title (pair));
    }
  return titles;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Export *self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autoptr (GHashTable) titles = list_titles (self);

  g_object_unref (dialog);
  if (response != GTK_RESPONSE_ACCEPT)
    export_free (self);
  else if (path)
    tdm_vault_export_async (tdm_notebook_get (), path, (const char *const *) self->pairs, titles, exported_cb, self);
  else
    {
      tdm_feedback_show_message (self->over, _ ("Only folders on this computer can be used for this."));
      export_free (self);
    }
}

static void
choose_file (Export *self)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Export the Notes"), GTK_WINDOW (gtk_widget_get_root (self->over)),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  /* Translators: the name of a file with exported notes, before its extension */
  g_autofree char *name = g_strconcat (_ ("My Notes"), ".md", NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;

  if (tdm_vault_finish (TDM_VAULT (source), result, &error) && gtk_widget_get_root (self->over))
    choose_file (self);
  else if (g_error_matches (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET))
    ask (self, error->message);
  else
    {
      if (error)
        tdm_feedback_show_message (self->over, error->message);
      export_free (self);
    }
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Export *self = data;

  if (g_str_equal (response, "export"))
    tdm_vault_check_passphrase_async (tdm_notebook_get (), gtk_editable_get_text (self->entry), checked_cb, self);
  else
    export_free (self);
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "export", *gtk_editable_get_text (entry) != '\0');
}

static GtkWidget *
make_question (Export *self, const char *problem)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "placeholder-text", _ ("Passphrase"), "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Passphrase"), -1);
  gtk_box_append (GTK_BOX (box), entry);
  if (problem)
    {
      GtkWidget *label = gtk_label_new (problem);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "error");
      gtk_box_append (GTK_BOX (box), label);
    }
  g_set_object (&self->entry, GTK_EDITABLE (entry));
  return box;
}

static void
ask (Export *taken_export, const char *problem)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (taken_export->over));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
    parent, _ ("Export the Notes?"),
    _ ("The file is not encrypted: whoever gets it can read everything, and so can programs and backups of this "
       "computer. What you promised about confidentiality is up to you then.")));

  adw_message_dialog_set_extra_child (dialog, make_question (taken_export, problem));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "export", _ ("_Export…"), NULL);
  adw_message_dialog_set_response_enabled (dialog, "export", FALSE);
  adw_message_dialog_set_response_appearance (dialog, "export", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "export");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (taken_export->entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), taken_export);
  g_signal_connect_object (tdm_notebook_get (), "locking", G_CALLBACK (gtk_window_close), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* All notes, or those about some tandems */
void
tdm_notes_export_present (GtkWidget *over, TdmWorkspace *workspace, const char *const *pairs)
{
  Export *self = g_new0 (Export, 1);

  self->over = g_object_ref (over);
  self->workspace = workspace ? g_object_ref (workspace) : NULL;
  self->pairs = g_strdupv ((char **) pairs);
  ask (self, NULL);
}
