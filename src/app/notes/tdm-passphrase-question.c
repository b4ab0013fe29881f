/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-passphrase-question.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-secret-buffer.h"
#include "app/notes/tdm-notes-guard.h"
#include "app/notes/tdm-patience.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

#include <adwaita.h>

/* Open notes may be in front of anybody: for some things the passphrase is asked once more. */

typedef struct
{
  GtkWidget *over;
  TdmPassphraseWords words;
  GtkEditable *entry;
  guint patience;
  TdmPassphraseAnswered answered;
  gpointer data;
} Question;

static void ask (Question   *taken_question,
                 const char *problem);

static void
end (Question *taken_question, gboolean is_owner)
{
  taken_question->answered (is_owner, taken_question->data);
  g_object_unref (taken_question->over);
  g_clear_object (&taken_question->entry);
  g_free (taken_question);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_owner = tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error);

  g_clear_handle_id (&self->patience, g_source_remove);
  /* Trying a passphrase takes a while, in which the window may be closed and the notes be locked. */
  if (!gtk_widget_get_realized (self->over) || !tdm_notebook_is_unlocked (tdm_notebook_get_default ()))
    end (self, FALSE);
  else if (tdm_notebook_classify (error) == TDM_NOTEBOOK_FAILURE_WRONG_SECRET)
    ask (self, error->message);
  else
    {
      if (error)
        tdm_feedback_show_message (self->over, error->message);
      end (self, is_owner);
    }
}

/* The dialog is gone: what it stood over says that something goes on. */
static gboolean
wait_cb (gpointer data)
{
  Question *self = data;

  self->patience = 0;
  tdm_feedback_show_message (self->over, tdm_patience_get_text ());
  return G_SOURCE_REMOVE;
}

static void
give_up (gpointer taken_question)
{
  end (taken_question, FALSE);
}

/* The end comes later: the dialog still needs the window below it, and the key that closed it the entry. */
static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question *self = data;

  if (g_str_equal (response, "go-on"))
    {
      self->patience = g_timeout_add_seconds (TDM_PATIENCE_SECONDS, wait_cb, self);
      tdm_notebook_check_passphrase_async (tdm_notebook_get_default (), tdm_secret_buffer_get_text (self->entry),
                                           checked_cb, self);
    }
  else
    g_idle_add_once (give_up, self);
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "go-on", *gtk_editable_get_text (entry) != '\0');
}

static GtkWidget *
make_entry (Question *self, const char *problem)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "placeholder-text", _ ("Passphrase"), "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Passphrase"), -1);
  tdm_secret_buffer_attach (GTK_EDITABLE (entry));
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
ask (Question *taken_question, const char *problem)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (taken_question->over));
  const TdmPassphraseWords *words = &taken_question->words;
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, words->heading, words->body));

  tdm_dialog_add_extra (dialog, make_entry (taken_question, problem));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "go-on", words->button, NULL);
  adw_message_dialog_set_response_enabled (dialog, "go-on", FALSE);
  adw_message_dialog_set_response_appearance (dialog, "go-on", words->is_destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                                                      : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go-on");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (taken_question->entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), taken_question);
  tdm_notes_guard_watch_dialog (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Asks until the passphrase is right or the question is given up; @answered is called once. */
void
tdm_passphrase_question_ask (GtkWidget *over, const TdmPassphraseWords *words, TdmPassphraseAnswered answered,
                             gpointer data)
{
  Question *self = g_new0 (Question, 1);

  self->over = g_object_ref (over);
  self->words = *words;
  self->answered = answered;
  self->data = data;
  ask (self, NULL);
}
