/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-export.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-recent-files.h"
#include "app/notes/tdm-passphrase-question.h"
#include "app/words/tdm-note-words.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* Notes out of their protection, by who knows the passphrase and has been told what it means. */

typedef struct
{
  GtkWidget *over;
  TdmWorkspace *workspace;
  char **pairs;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->over);
  g_clear_object (&self->workspace);
  g_strfreev (self->pairs);
  g_free (self);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *damaged = NULL;
  guint n_damaged = 0;

  if (!tdm_notebook_export_finish (TDM_NOTEBOOK (source), result, &n_damaged, &error))
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
  GListModel *notes = tdm_notebook_get_notes (tdm_notebook_get_default ());

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

  if (file)
    tdm_recent_files_forget (file);
  g_object_unref (dialog);
  if (response != GTK_RESPONSE_ACCEPT)
    export_free (self);
  else if (path)
    tdm_notebook_export_async (tdm_notebook_get_default (), path, (const char *const *) self->pairs, titles,
                               exported_cb, self);
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
answered_cb (gboolean is_owner, gpointer data)
{
  if (is_owner)
    choose_file (data);
  else
    export_free (data);
}

/* All notes, or those about some tandems */
void
tdm_notes_export_present (GtkWidget *over, TdmWorkspace *workspace, const char *const *pairs)
{
  const TdmPassphraseWords words = {
    .heading = _ ("Export the Notes?"),
    .body = _ ("The file is not encrypted: whoever gets it can read everything, and so can programs and backups of this "
               "computer. What you promised about confidentiality is up to you then."),
    .button = _ ("_Export…"),
    .is_destructive = TRUE,
  };
  Export *self = g_new0 (Export, 1);

  self->over = g_object_ref (over);
  self->workspace = workspace ? g_object_ref (workspace) : NULL;
  self->pairs = g_strdupv ((char **) pairs);
  tdm_passphrase_question_ask (over, &words, answered_cb, self);
}
