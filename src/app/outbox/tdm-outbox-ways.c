/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-dialog-private.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-file-chooser.h"
#include "app/outbox/tdm-mail-dialog.h"
#include "app/outbox/tdm-organizer-dialog.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-export.h"
#include "delivery/tdm-hand-over.h"
#include "delivery/tdm-mail-settings.h"
#include "delivery/tdm-sending.h"
#include "messages/tdm-outbox-message.h"

/* The ways to hand over the messages that were not left out: as files, by mail, through the mail program. */

/* --- what is under way ------------------------------------------------------------ */

static void
outbox_dialog_show_notice (TdmOutboxDialog *self, const char *text)
{
  gtk_label_set_text (self->notice_label, text ? text : "");
  gtk_revealer_set_reveal_child (self->notice, text != NULL);
}

static void
outbox_dialog_show_progress (guint n_done, guint n_total, gpointer data)
{
  TdmOutboxDialog *self = data;
  g_autofree char *text = NULL;

  if (!self->outbox)
    return;
  /* Translators: how many messages of how many have gone */
  text = g_strdup_printf (_ ("%u of %u messages"), n_done, n_total);
  gtk_progress_bar_set_fraction (self->progress, n_total > 0 ? (double) n_done / n_total : 0);
  gtk_progress_bar_set_text (self->progress, text);
}

static void
outbox_dialog_begin (TdmOutboxDialog *self, guint n_total)
{
  self->going = g_cancellable_new ();
  outbox_dialog_show_notice (self, NULL);
  outbox_dialog_show_progress (0, n_total, self);
  tdm_outbox_dialog_update (self);
}

/* The button that was pressed could not be used meanwhile, and has lost the keyboard by that. It goes to the list, and
 * not to the button that says that all was handed over, where the next key would say so. */
static void
outbox_dialog_keep_focus (TdmOutboxDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!focus || !gtk_widget_get_mapped (focus) || !gtk_widget_is_sensitive (focus))
    tdm_outbox_dialog_focus_list (self);
}

static void
outbox_dialog_end (TdmOutboxDialog *self, const char *text)
{
  g_clear_object (&self->going);
  /* Gone with its window in the meantime */
  if (!self->outbox)
    return;
  if (self->closes_afterwards)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  outbox_dialog_show_notice (self, text);
  tdm_outbox_dialog_update (self);
  outbox_dialog_keep_focus (self);
}

/* --- as files ------------------------------------------------------------------ */

static void
outbox_dialog_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmOutboxDialog) self = data;
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GError) error = NULL;
  int n_files = tdm_export_finish (TDM_WORKSPACE (source), result, &left_out, &error);
  g_autofree char *saved = g_strdup_printf (ngettext ("%d file written. Please hand it over, and say so here.",
                                                      "%d files written. Please hand them over, and say so here.",
                                                      n_files), n_files);
  /* The first reason says enough: what was left out waits below. */
  g_autofree char *text = left_out && left_out->len > 0 ? g_strconcat (saved, " ", left_out->pdata[0], NULL) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    outbox_dialog_end (self, _ ("Stopped. What was written stays."));
  else if (error)
    outbox_dialog_end (self, error->message);
  else
    outbox_dialog_end (self, text ? text : saved);
}

typedef struct
{
  TdmOutboxDialog *dialog;
  TdmExportForm form;
} TdmSaving;

static void
saving_free (gpointer data)
{
  TdmSaving *saving = data;

  g_object_unref (saving->dialog);
  g_free (saving);
}

static void
outbox_dialog_folder_chosen_cb (gpointer data, GFile *folder)
{
  TdmSaving *saving = data;
  TdmOutboxDialog *self = saving->dialog;
  g_autoptr (GPtrArray) ready = NULL;

  if (!self->outbox || !tdm_outbox_is_complete (self->outbox) || self->going)
    return;
  ready = tdm_outbox_choice_list (self->choice);
  if (ready->len == 0)
    return;
  outbox_dialog_begin (self, ready->len);
  tdm_export_messages_async (self->workspace, ready, folder, saving->form, outbox_dialog_show_progress, self,
                             self->going, outbox_dialog_saved_cb, g_object_ref (self));
}

static void
outbox_dialog_save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooser *chooser;
  TdmSaving *saving;

  if (tdm_outbox_dialog_lacks_organizer (TDM_OUTBOX_DIALOG (widget)))
    {
      tdm_organizer_dialog_present (widget, TDM_OUTBOX_DIALOG (widget)->workspace, action, NULL);
      return;
    }
  chooser = tdm_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Folder for the Messages"),
                                  _ ("_Save"));
  saving = g_new (TdmSaving, 1);
  saving->dialog = TDM_OUTBOX_DIALOG (g_object_ref (widget));
  saving->form = g_str_equal (action, "outbox.save-mails") ? TDM_EXPORT_MAILS : TDM_EXPORT_CALENDARS;
  tdm_file_chooser_ask (chooser, outbox_dialog_folder_chosen_cb, saving, saving_free);
}

/* --- by mail ------------------------------------------------------------------- */

static void
outbox_dialog_sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmOutboxDialog) self = data;
  g_autoptr (GError) error = NULL;
  guint n_failed = 0;
  int n_sent = tdm_sending_finish (TDM_WORKSPACE (source), result, &n_failed, &error);
  g_autofree char *sent = g_strdup_printf (ngettext ("%d message sent.", "%d messages sent.", n_sent), n_sent);
  g_autofree char *failed = g_strdup_printf (ngettext ("%u was not sent, see below.", "%u were not sent, see below.",
                                                       n_failed), n_failed);
  g_autofree char *text = n_failed > 0 ? g_strconcat (sent, " ", failed, NULL) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    outbox_dialog_end (self, _ ("Stopped. What was sent counts, the rest waits here."));
  else if (error)
    outbox_dialog_end (self, error->message);
  else
    outbox_dialog_end (self, text ? text : sent);
}

static void
outbox_dialog_account_saved_cb (gpointer data)
{
  TdmOutboxDialog *self = data;

  self->has_account = tdm_mail_settings_has_account ();
  if (self->outbox)
    tdm_outbox_dialog_update (self);
}

static void
outbox_dialog_set_up_account_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_mail_dialog_present (widget, outbox_dialog_account_saved_cb, widget);
}

static void
outbox_dialog_send_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmOutboxDialog *self = TDM_OUTBOX_DIALOG (widget);
  g_autoptr (GPtrArray) ready = tdm_outbox_choice_list (self->choice);

  if (tdm_outbox_dialog_lacks_organizer (self))
    tdm_organizer_dialog_present (widget, self->workspace, action, NULL);
  else if (!self->has_account)
    outbox_dialog_set_up_account_cb (widget, NULL, NULL);
  else if (ready->len > 0 && !self->going)
    {
      outbox_dialog_begin (self, ready->len);
      tdm_sending_start_async (self->workspace, NULL, NULL, ready, outbox_dialog_show_progress, self, self->going,
                               outbox_dialog_sent_cb, g_object_ref (self));
    }
}

/* --- through the mail program ---------------------------------------------------- */

static TdmOutboxMessage *
outbox_dialog_find_message (TdmOutboxDialog *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->outbox)); i++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (G_LIST_MODEL (self->outbox), i);

      if (g_str_equal (tdm_outbox_message_get_id (message), id))
        return message;
    }
  return NULL;
}

static void
outbox_dialog_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmOutboxDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL, *notice = NULL;
  g_autofree char *text = tdm_sending_open_finish (TDM_WORKSPACE (source), result, &address, &error);

  if (!self->outbox)
    return;
  if (text)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
      /* Translators: %s is an address */
      notice =
        g_strdup_printf (_ ("The e-mail program has the calendar file now, and the text is copied: please paste it "
                            "into the e-mail to %s, and say here when it was sent. Whoever gets it this way may "
                            "see no Accept and Decline: opening the attachment helps."),
                         address);
    }
  outbox_dialog_show_notice (self, text ? notice : error->message);
}

static void
outbox_dialog_open_message_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmOutboxDialog *self = TDM_OUTBOX_DIALOG (widget);
  TdmOutboxMessage *message = outbox_dialog_find_message (self, g_variant_get_string (parameter, NULL));

  if (message)
    tdm_sending_open_async (self->workspace, message, outbox_dialog_opened_cb, g_object_ref (self));
}

/* --- passed on ------------------------------------------------------------------------- */

/* The message that the parameter names, or all that were saved and are not left out */
static void
outbox_dialog_pass_on_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmOutboxDialog *self = TDM_OUTBOX_DIALOG (widget);
  g_autoptr (GPtrArray) messages = parameter ? g_ptr_array_new () : tdm_outbox_dialog_list_saved (self);
  TdmOutboxMessage *message =
    parameter ? outbox_dialog_find_message (self, g_variant_get_string (parameter, NULL)) : NULL;

  if (message)
    g_ptr_array_add (messages, message);
  if (messages->len == 0)
    return;
  outbox_dialog_show_notice (self, NULL);
  tdm_workspace_commit_async (self->workspace, tdm_hand_over_pass_on (messages), tdm_feedback_undo_cb,
                              tdm_feedback_target (self));
}

static void
outbox_dialog_stop_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (TDM_OUTBOX_DIALOG (widget)->going)
    g_cancellable_cancel (TDM_OUTBOX_DIALOG (widget)->going);
}

void
tdm_outbox_dialog_install_ways (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, progress);
  gtk_widget_class_install_action (widget_class, "outbox.save", NULL, outbox_dialog_save_cb);
  gtk_widget_class_install_action (widget_class, "outbox.save-mails", NULL, outbox_dialog_save_cb);
  gtk_widget_class_install_action (widget_class, "outbox.send", NULL, outbox_dialog_send_cb);
  gtk_widget_class_install_action (widget_class, "outbox.account", NULL, outbox_dialog_set_up_account_cb);
  gtk_widget_class_install_action (widget_class, "outbox.open", "s", outbox_dialog_open_message_cb);
  gtk_widget_class_install_action (widget_class, "outbox.pass-on", "s", outbox_dialog_pass_on_cb);
  gtk_widget_class_install_action (widget_class, "outbox.pass-on-all", NULL, outbox_dialog_pass_on_cb);
  gtk_widget_class_install_action (widget_class, "outbox.stop", NULL, outbox_dialog_stop_cb);
}
