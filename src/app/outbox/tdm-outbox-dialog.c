/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-dialog-private.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-space-ticks.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/outbox/tdm-organizer-dialog.h"
#include "app/outbox/tdm-outbox-item.h"
#include "app/outbox/tdm-outbox-row.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-hand-over.h"
#include "delivery/tdm-mail-settings.h"
#include "messages/tdm-outbox-message.h"

/* The messages that wait, to be read and left out singly. */

G_DEFINE_FINAL_TYPE (TdmOutboxDialog, tdm_outbox_dialog, ADW_TYPE_WINDOW)

GPtrArray *
tdm_outbox_dialog_list_saved (TdmOutboxDialog *self)
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

gboolean
tdm_outbox_dialog_lacks_organizer (TdmOutboxDialog *self)
{
  return outbox_dialog_count_without_organizer (self) > 0;
}

/* Without messages the list is not to be seen, and would keep the keyboard to itself, Tab and Escape with it. */
void
tdm_outbox_dialog_focus_list (TdmOutboxDialog *self)
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
    tdm_outbox_dialog_focus_list (self);
  gtk_widget_set_visible (self->organizer_bar, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outbox.organizer", !tdm_workspace_is_read_only (self->workspace));
}

/* Files are the usual way until a mail account is set up; once all are written, they have to be passed on. */
void
tdm_outbox_dialog_update (TdmOutboxDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self), *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->outbox));
  g_autoptr (GPtrArray) chosen = tdm_outbox_choice_list (self->choice);
  g_autoptr (GPtrArray) saved = tdm_outbox_dialog_list_saved (self);
  gboolean is_all_saved = saved->len > 0 && saved->len == chosen->len;
  gboolean is_complete = tdm_outbox_is_complete (self->outbox);
  gboolean can_go = is_complete && !self->going && !tdm_workspace_is_read_only (self->workspace);
  gboolean can_hand_over = can_go && (chosen->len > 0 || tdm_outbox_dialog_lacks_organizer (self));
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
  tdm_outbox_dialog_focus_list (self);
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
  tdm_outbox_dialog_update (self);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->pages), "reader"))
    return;
  message = tdm_outbox_choice_find (self->choice, tdm_outbox_item_get_message (read));
  item = message ? outbox_dialog_make_item (self, message) : NULL;
  if (item)
    tdm_outbox_reader_show (self->reader, self->workspace, item);
  else
    outbox_dialog_back_cb (GTK_WIDGET (self), NULL, NULL);
}

/* --- who invites --------------------------------------------------------------- */

static void
outbox_dialog_ask_organizer_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_organizer_dialog_present (widget, TDM_OUTBOX_DIALOG (widget)->workspace, NULL, NULL);
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
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, organizer_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, organizer_label);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, passed_on_child);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, passed_on_button);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxDialog, send_button);
  gtk_widget_class_install_action (widget_class, "outbox.organizer", NULL, outbox_dialog_ask_organizer_cb);
  gtk_widget_class_install_action (widget_class, "outbox.choose-all", "b", outbox_dialog_choose_all_cb);
  gtk_widget_class_install_action (widget_class, "outbox.back", NULL, outbox_dialog_back_cb);
  gtk_widget_class_install_action (widget_class, "outbox.leave", NULL, outbox_dialog_leave_cb);
  tdm_outbox_dialog_install_ways (widget_class);
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
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (tdm_outbox_dialog_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (outbox, "items-changed", G_CALLBACK (outbox_dialog_messages_changed_cb), self);
  g_signal_connect_swapped (outbox, "notify::complete", G_CALLBACK (tdm_outbox_dialog_update), self);
  tdm_outbox_dialog_update (self);
  tdm_dialog_open (self, over);
  tdm_outbox_dialog_focus_list (self);
}
