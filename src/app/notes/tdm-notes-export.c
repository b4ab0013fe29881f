/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-export.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-file-chooser.h"
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
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->over);
  g_clear_object (&self->workspace);
  g_strfreev (self->pairs);
  g_free (self);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) over = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *damaged = NULL;
  guint n_damaged = 0;

  if (!tdm_notebook_export_finish (TDM_NOTEBOOK (source), result, &n_damaged, &error))
    tdm_feedback_show_message (over, error->message);
  else if (n_damaged > 0)
    {
      damaged = g_strdup_printf (ngettext ("The notes were exported, but for %u that cannot be read.",
                                           "The notes were exported, but for %u that cannot be read.", n_damaged),
                                 n_damaged);
      tdm_feedback_show_message (over, damaged);
    }
  else
    tdm_feedback_show_message (over, _ ("The notes were exported. Whoever gets the file can read them."));
}

static void
chosen_cb (gpointer data, GFile *file)
{
  Export *self = data;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GListModel *notes = tdm_notebook_get_notes (tdm_notebook_get_default ());

  tdm_recent_files_forget (file);
  if (!path)
    {
      tdm_feedback_show_message (self->over, _ ("Only folders on this computer can be used for this."));
      return;
    }

  /* What the notes say of their tandems is known to this programme only. */
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TdmNote) note = g_list_model_get_item (notes, i);
      TdmPair *pair = tdm_note_words_find_pair (note, self->workspace);

      if (pair)
        g_hash_table_insert (titles, g_strdup (tdm_note_get_pair (note)), tdm_pair_words_title (pair));
    }
  tdm_notebook_export_async (tdm_notebook_get_default (), path, (const char *const *) self->pairs, titles, exported_cb,
                             g_object_ref (self->over));
}

static void
answered_cb (gboolean is_owner, gpointer data)
{
  Export *self = data;
  /* Translators: the name of a file with exported notes, before its extension */
  g_autofree char *name = g_strconcat (_ ("My Notes"), ".md", NULL);
  GtkFileChooser *chooser;

  if (!is_owner)
    {
      export_free (self);
      return;
    }
  chooser = tdm_file_chooser_new (self->over, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export the Notes"), NULL);
  gtk_file_chooser_set_current_name (chooser, name);
  tdm_file_chooser_ask (chooser, chosen_cb, self, export_free);
}

/* All notes, or those about some tandems */
void
tdm_notes_export_present (GtkWidget *over, TdmWorkspace *workspace, const char *const *pairs)
{
  const TdmPassphraseWords words = {
    .heading = _ ("Export the Notes?"),
    .body =
      _ ("The file is not encrypted: whoever gets it can read everything, and so can programs and backups of this "
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
