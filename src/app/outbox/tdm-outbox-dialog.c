/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-dialog.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-file-chooser.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-space-ticks.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/outbox/tdm-mail-dialog.h"
#include "app/outbox/tdm-organizer-dialog.h"
#include "app/outbox/tdm-outbox-item.h"
#include "app/outbox/tdm-outbox-reader.h"
#include "app/outbox/tdm-outbox-row.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-export.h"
#include "delivery/tdm-hand-over.h"
#include "delivery/tdm-mail-settings.h"
#include "delivery/tdm-outbox-choice.h"
#include "delivery/tdm-outbox.h"
#include "delivery/tdm-sending.h"
#include "messages/tdm-outbox-message.h"
#include "workspace/tdm-workspace.h"

/* The messages that wait, to be read and left out singly, and the ways to hand the others over: as files, by mail,
 * through the mail program. */

struct _TdmOutboxDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmOutbox *outbox;
  TdmOutboxChoice *choice;
  GListStore *items; /* GtkMapListModel of GTK 4.8 shows a wrong item where others come before one that is shown */
  GCancellable *going;
  gboolean closes_afterwards;
  gboolean has_account;

  GtkStack *pages;
  TdmOutboxReader *reader;
  GtkWidget *list;
  TdmHeaderTitle *title;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkWidget *organizer_bar;
  GtkLabel *organizer_label;
  GtkStack *stack;
  GtkNoSelection *selection;
  GtkRevealer *progress_bar;
  GtkProgressBar *progress;
  GtkWidget *passed_on_child;
  GtkWidget *passed_on_button;
  GtkWidget *save_button;
  GtkWidget *send_button;
};

G_DEFINE_FINAL_TYPE (TdmOutboxDialog, tdm_outbox_dialog, ADW_TYPE_WINDOW)

static GPtrArray *
outbox_dialog_list_saved (TdmOutboxDialog *self)
{
  g_autoptr (GPtrArray) ready = tdm_outbox_choice_list (self->choice);
  GPtrArray *saved = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ready->len; i++)
    if (tdm_hand_over_is_saved (ready->pdata[i]))
      g_ptr_array_add (saved, g_object_ref (ready->pdata[i]));
  return saved;
}

static guint
outbox_dialog_count_ready (TdmOutboxDialog *self)
{
  guint n_ready = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->outbox)); i++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (G_LIST_MODEL (self->outbox), i);

      n_ready += tdm_outbox_message_can_go (message);
    }
  return n_ready;
}

/* How many messages wait for an address to which answers can go; it is asked for when they are to go, too. */
static guint
outbox_dialog_count_without_organizer (TdmOutboxDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->outbox)); i++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (G_LIST_MODEL (self->outbox), i);

      n += tdm_outbox_message_waits_for_organizer (message);
    }
  return n;
}

static gboolean
outbox_dialog_lacks_organizer (TdmOutboxDialog *self)
{
  return outbox_dialog_count_without_organizer (self) > 0;
}

/* Without messages the list is not to be seen, and would keep the keyboard to itself, Tab and Escape with it. */
static void
outbox_dialog_focus_list (TdmOutboxDialog *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->outbox)) > 0)
    gtk_widget_grab_focus (self->list);
}

/* Once it is known, the button that asked for it goes, but not the keyboard with it. */
static void
outbox_dialog_update_organizer (TdmOutboxDialog *self)
{
  guint n = outbox_dialog_count_without_organizer (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const char *format = ngettext ("There is no address for the answers yet. %u message waits for it.",
                                 "There is no address for the answers yet. %u messages wait for it.", n);
  g_autofree char *text = g_strdup_printf (format, n);

  gtk_label_set_text (self->organizer_label, text);
  if (n == 0 && focus && gtk_widget_is_ancestor (focus, self->organizer_bar))
    outbox_dialog_focus_list (self);
  gtk_widget_set_visible (self->organizer_bar, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outbox.organizer", !tdm_workspace_is_read_only (self->workspace));
}

/* Files are the usual way until a mail account is set up; once all are written, they have to be passed on. */
static void
outbox_dialog_update (TdmOutboxDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self), *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->outbox));
  g_autoptr (GPtrArray) chosen = tdm_outbox_choice_list (self->choice);
  g_autoptr (GPtrArray) saved = outbox_dialog_list_saved (self);
  gboolean is_all_saved = saved->len > 0 && saved->len == chosen->len;
  gboolean is_complete = tdm_outbox_is_complete (self->outbox);
  gboolean can_go = is_complete && !self->going && !tdm_workspace_is_read_only (self->workspace);
  gboolean can_hand_over = can_go && (chosen->len > 0 || outbox_dialog_lacks_organizer (self));
  gboolean is_some_left_out = chosen->len < outbox_dialog_count_ready (self);
  g_autofree char *all = g_strdup_printf (ngettext ("%u message", "%u messages", n), n);
  g_autofree char *some = g_strdup_printf (_ ("%u of %u messages"), chosen->len, n);

  tdm_header_title_set_subtitle (self->title, n == 0 ? "" : is_some_left_out ? some : all);
  /* A row that has gone would keep the keyboard to itself. */
  if (focus && n == 0 && !gtk_widget_get_root (focus))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "messages" : is_complete ? "empty" : "looking");
  gtk_widget_action_set_enabled (widget, "outbox.save", can_hand_over);
  gtk_widget_action_set_enabled (widget, "outbox.save-mails", can_hand_over);
  gtk_widget_action_set_enabled (widget, "outbox.send", can_hand_over);
  gtk_widget_action_set_enabled (widget, "outbox.pass-on-all", can_go && chosen->len > 0);
  gtk_widget_action_set_enabled (widget, "outbox.open", can_go);
  gtk_widget_action_set_enabled (widget, "outbox.pass-on", can_go);
  gtk_widget_action_set_enabled (widget, "outbox.choose-all", can_go);
  outbox_dialog_update_organizer (self);
  gtk_widget_set_visible (self->passed_on_child, saved->len > 0);
  gtk_button_set_label (GTK_BUTTON (self->passed_on_button),
                        is_some_left_out ? _ ("_Chosen Handed Over") : _ ("_All Handed Over"));
  gtk_revealer_set_reveal_child (self->progress_bar, self->going != NULL);
  tdm_css_set_class (self->passed_on_button, "suggested-action", is_all_saved);
  tdm_css_set_class (self->save_button, "suggested-action", !is_all_saved && !self->has_account);
  tdm_css_set_class (self->send_button, "suggested-action", !is_all_saved && self->has_account);
}

/* --- what goes ------------------------------------------------------------------- */

static void
outbox_dialog_choose_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_outbox_choice_set_all (TDM_OUTBOX_DIALOG (widget)->choice, g_variant_get_boolean (parameter));
}

static void
outbox_dialog_read_cb (TdmOutboxDialog *self, guint position, GtkListView *list)
{
  g_autoptr (TdmOutboxItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  /* Why it cannot go is all that there is to be read of it. */
  if (!tdm_outbox_message_can_go (tdm_outbox_item_get_message (item)))
    return;
  tdm_outbox_reader_show (self->reader, self->workspace, item);
  gtk_stack_set_visible_child_name (self->pages, "reader");
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
}

static void
outbox_dialog_back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmOutboxDialog *self = TDM_OUTBOX_DIALOG (widget);

  gtk_stack_set_visible_child_name (self->pages, "list");
  outbox_dialog_focus_list (self);
}

/* Escape leads from a message to the list first. */
static void
outbox_dialog_leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (TDM_OUTBOX_DIALOG (widget)->pages), "reader"))
    outbox_dialog_back_cb (widget, NULL, NULL);
  else
    gtk_window_close (GTK_WINDOW (widget));
}

static TdmOutboxItem *
outbox_dialog_make_item (TdmOutboxDialog *self, TdmOutboxMessage *message)
{
  return tdm_outbox_item_new (message, self->choice, tdm_workspace_is_read_only (self->workspace));
}

static void
outbox_dialog_splice (TdmOutboxDialog *self, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (G_LIST_MODEL (self->outbox), i);

      g_ptr_array_add (items, outbox_dialog_make_item (self, message));
    }
  g_list_store_splice (self->items, position, removed, items->pdata, items->len);
}

/* A message that is read may be worked out anew meanwhile, or wait no longer. */
static void
outbox_dialog_messages_changed_cb (TdmOutboxDialog *self, guint position, guint removed, guint added)
{
  TdmOutboxItem *read = tdm_outbox_reader_get_item (self->reader);
  g_autoptr (TdmOutboxMessage) message = NULL;
  g_autoptr (TdmOutboxItem) item = NULL;

  outbox_dialog_splice (self, position, removed, added);
  outbox_dialog_update (self);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->pages), "reader"))
    return;
  message = tdm_outbox_choice_find (self->choice, tdm_outbox_item_get_message (read));
  item = message ? outbox_dialog_make_item (self, message) : NULL;
  if (item)
    tdm_outbox_reader_show (self->reader, self->workspace, item);
  else
    outbox_dialog_back_cb (GTK_WIDGET (self), NULL, NULL);
}

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
  outbox_dialog_update (self);
}

/* The button that was pressed could not be used meanwhile, and has lost the keyboard by that. It goes to the list, and
 * not to the button that says that all was handed over, where the next key would say so. */
static void
outbox_dialog_keep_focus (TdmOutboxDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!focus || !gtk_widget_get_mapped (focus) || !gtk_widget_is_sensitive (focus))
    outbox_dialog_focus_list (self);
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
  outbox_dialog_update (self);
  outbox_dialog_keep_focus (self);
}

/* --- who invites --------------------------------------------------------------- */

static void
outbox_dialog_ask_organizer_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_organizer_dialog_present (widget, TDM_OUTBOX_DIALOG (widget)->workspace, NULL, NULL);
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

  if (outbox_dialog_lacks_organizer (TDM_OUTBOX_DIALOG (widget)))
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
    outbox_dialog_update (self);
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

  if (outbox_dialog_lacks_organizer (self))
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
  g_autoptr (GPtrArray) messages = parameter ? g_ptr_array_new () : outbox_dialog_list_saved (self);
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

/* What is on its way stops first, and the rest cannot be sent meanwhile. */
static gboolean
tdm_outbox_dialog_close_request (GtkWindow *window)
{
  TdmOutboxDialog *self = TDM_OUTBOX_DIALOG (window);

  if (!self->going)
    return GDK_EVENT_PROPAGATE;
  self->closes_afterwards = TRUE;
  g_cancellable_cancel (self->going);
  return GDK_EVENT_STOP;
}

static void
tdm_outbox_dialog_dispose (GObject *object)
{
  TdmOutboxDialog *self = TDM_OUTBOX_DIALOG (object);

  if (self->outbox)
    g_signal_handlers_disconnect_by_data (self->outbox, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_OUTBOX_DIALOG);
  g_clear_object (&self->items);
  g_clear_object (&self->choice);
  g_clear_object (&self->outbox);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_outbox_dialog_parent_class)->dispose (object);
}

static void
tdm_outbox_dialog_class_init (TdmOutboxDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_outbox_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tdm_outbox_dialog_close_request;
  g_type_ensure (TDM_TYPE_OUTBOX_READER);
  g_type_ensure (TDM_TYPE_OUTBOX_ROW);
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/outbox/outbox-dialog.ui");
  gtk_widget_class_bind_template_callback_full (widget_class, "read_cb", G_CALLBACK (outbox_dialog_read_cb));
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, reader);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, organizer_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, organizer_label);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, passed_on_child);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, passed_on_button);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, send_button);
  gtk_widget_class_install_action (widget_class, "outbox.save", NULL, outbox_dialog_save_cb);
  gtk_widget_class_install_action (widget_class, "outbox.save-mails", NULL, outbox_dialog_save_cb);
  gtk_widget_class_install_action (widget_class, "outbox.send", NULL, outbox_dialog_send_cb);
  gtk_widget_class_install_action (widget_class, "outbox.account", NULL, outbox_dialog_set_up_account_cb);
  gtk_widget_class_install_action (widget_class, "outbox.organizer", NULL, outbox_dialog_ask_organizer_cb);
  gtk_widget_class_install_action (widget_class, "outbox.open", "s", outbox_dialog_open_message_cb);
  gtk_widget_class_install_action (widget_class, "outbox.pass-on", "s", outbox_dialog_pass_on_cb);
  gtk_widget_class_install_action (widget_class, "outbox.pass-on-all", NULL, outbox_dialog_pass_on_cb);
  gtk_widget_class_install_action (widget_class, "outbox.choose-all", "b", outbox_dialog_choose_all_cb);
  gtk_widget_class_install_action (widget_class, "outbox.back", NULL, outbox_dialog_back_cb);
  gtk_widget_class_install_action (widget_class, "outbox.leave", NULL, outbox_dialog_leave_cb);
  gtk_widget_class_install_action (widget_class, "outbox.stop", NULL, outbox_dialog_stop_cb);
}

static void
tdm_outbox_dialog_init (TdmOutboxDialog *self)
{
  self->items = g_list_store_new (TDM_TYPE_OUTBOX_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_space_ticks_add (GTK_WIDGET (self->list));
}

void
tdm_outbox_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmOutbox *outbox)
{
  TdmOutboxDialog *self = g_object_new (TDM_TYPE_OUTBOX_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->outbox = g_object_ref (outbox);
  self->has_account = tdm_mail_settings_has_account ();
  self->choice = tdm_outbox_choice_new (G_LIST_MODEL (outbox));
  outbox_dialog_splice (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (outbox)));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (outbox_dialog_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (outbox, "items-changed", G_CALLBACK (outbox_dialog_messages_changed_cb), self);
  g_signal_connect_swapped (outbox, "notify::complete", G_CALLBACK (outbox_dialog_update), self);
  outbox_dialog_update (self);
  tdm_dialog_open (self, over);
  outbox_dialog_focus_list (self);
}
