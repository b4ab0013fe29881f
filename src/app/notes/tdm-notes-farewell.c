/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-farewell.h"

#include "app/common/tdm-feedback.h"
#include "app/notes/tdm-notes-export.h"
#include "app/notes/tdm-notes-guard.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

#include <adwaita.h>

/* A tandem has ended: what becomes of the notes about it? Asked only if there are any, and only while they are
 * unlocked: to anybody else it looks as if there were none. */

typedef struct
{
  GtkWidget *over;
  TdmWorkspace *workspace;
  char **pairs;
} Farewell;

static void
farewell_free (gpointer data, GClosure *closure)
{
  Farewell *self = data;

  g_object_unref (self->over);
  g_object_unref (self->workspace);
  g_strfreev (self->pairs);
  g_free (self);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) over = data;
  g_autoptr (GError) error = NULL;

  tdm_feedback_show_message (over, tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error)
                                     ? _ ("The notes are destroyed.")
                                     : error->message);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Farewell *self)
{
  const char *const *pairs = (const char *const *) self->pairs;

  if (g_str_equal (response, "export"))
    tdm_notes_export_present (self->over, self->workspace, pairs);
  else if (g_str_equal (response, "destroy"))
    tdm_notebook_delete_about_async (tdm_notebook_get_default (), pairs, deleted_cb, g_object_ref (self->over));
}

static guint
count_about (const char *const *pairs)
{
  GListModel *notes = tdm_notebook_get_notes (tdm_notebook_get_default ());
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TdmNote) note = g_list_model_get_item (notes, i);

      n +=
        !tdm_note_is_removed (note) && *tdm_note_get_pair (note) && g_strv_contains (pairs, tdm_note_get_pair (note));
    }
  return n;
}

/* @pairs: uids of tandems that have ended */
void
tdm_notes_farewell_ask (GtkWidget *over, TdmWorkspace *workspace, const char *const *pairs)
{
  guint n = count_about (pairs);
  AdwMessageDialog *dialog;
  Farewell *self;

  if (n == 0)
    return;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (over)), NULL, NULL));
  self = g_new0 (Farewell, 1);
  *self = (Farewell) { g_object_ref (over), g_object_ref (workspace), g_strdupv ((char **) pairs) };

  adw_message_dialog_format_heading (dialog,
                                     ngettext ("What About Your Private Note?", "What About Your %u Private Notes?", n),
                                     n);
  adw_message_dialog_set_body (
    dialog, _ ("The tandem has ended. Your notes about it can stay as they are, only for you. What is "
               "destroyed can never be read again."));
  adw_message_dialog_add_responses (dialog, "destroy", _ ("_Destroy"), "export", _ ("_Export…"), "keep", _ ("_Keep"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "destroy", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, farewell_free, 0);
  tdm_notes_guard_watch_dialog (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
