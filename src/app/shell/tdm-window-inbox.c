/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/common/tdm-file-chooser.h"
#include "app/outbox/tdm-inbox-dialog.h"
#include "app/outbox/tdm-outbox-dialog.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-outbox.h"
#include "inbox/tdm-inbox.h"

/* Messages out of the window and into it: those that people need, and what is dropped, pasted or opened. */

/* --- out ------------------------------------------------------------------------ */

static void
window_outbox_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (TdmOutbox) outbox = NULL;
  g_autoptr (GError) error = NULL;

  if (!tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error))
    {
      tdm_window_show_toast (self, error->message);
      return;
    }
  if (!tdm_window_still_shows (self, source) || !tdm_window_get_round (self))
    return;
  outbox = tdm_outbox_new_for_round (self->workspace, tdm_window_get_round (self));
  tdm_outbox_dialog_present (GTK_WIDGET (self), self->workspace, outbox);
}

static void
window_show_outbox_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  TdmRound *round = tdm_window_get_round (self);

  if (round)
    tdm_workspace_load_async (self->workspace, TDM_SCOPE_ROUND_MEETINGS, round, window_outbox_loaded_cb,
                              g_object_ref (self));
}

/* --- in -------------------------------------------------------------------------- */

typedef struct
{
  TdmWindow *window;
  GPtrArray *items;
} TdmTaking;

static void
window_taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmTaking *taking = data;
  TdmWindow *self = taking->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);

  if (error)
    tdm_window_show_toast (self, error->message);
  else if (label && tdm_window_still_shows (self, source))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", label);
  /* Of several, the message says only how many: the list says whose they are, and what. */
  if (!error && tdm_window_still_shows (self, source) && taking->items->len > 1)
    tdm_inbox_dialog_present (GTK_WIDGET (self), self->workspace, tdm_window_get_round (self), taking->items);
  g_ptr_array_unref (taking->items);
  g_object_unref (self);
  g_free (taking);
}

static void
window_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = tdm_inbox_read_finish (TDM_WORKSPACE (source), result, &error);
  TdmTaking *taking;

  if (error)
    {
      tdm_window_show_toast (self, error->message);
      return;
    }
  if (!tdm_window_still_shows (self, source) || tdm_window_join_read (self, items))
    return;
  if (tdm_inbox_count_sure (items) == 0)
    {
      tdm_inbox_dialog_present (GTK_WIDGET (self), self->workspace, tdm_window_get_round (self), items);
      return;
    }
  taking = g_new (TdmTaking, 1);
  *taking = (TdmTaking) { g_object_ref (self), g_ptr_array_ref (items) };
  tdm_workspace_commit_async (self->workspace, tdm_inbox_apply (self->workspace, items), window_taken_cb, taking);
}

/* A programme that is still opening gets them when it is there. Where there is none, they may be the way to one. */
void
tdm_window_take_files (TdmWindow *self, GPtrArray *files)
{
  if (self->workspace)
    {
      tdm_inbox_read_async (self->workspace, files, NULL, window_read_cb, g_object_ref (self));
      return;
    }
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "welcome") == 0)
    {
      tdm_window_join_files (self, files);
      return;
    }
  g_clear_pointer (&self->waiting_files, g_ptr_array_unref);
  self->waiting_files = g_ptr_array_ref (files);
}

void
tdm_window_take_waiting_files (TdmWindow *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->waiting_files);

  if (files)
    tdm_window_take_files (self, files);
}

static void
window_answers_chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GListModel) model = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    model = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  for (guint i = 0; model && i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (files, g_list_model_get_item (model, i));
  if (model)
    tdm_window_take_files (self, files);
  g_object_unref (chooser);
}

void
tdm_window_add_message_filter (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "eml", "ics", "mbox", "ical", "ifb", NULL };

  tdm_file_chooser_add_filter (chooser, _ ("E-mails and calendar files"), suffixes);
}

static void
window_open_answers_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooser *chooser = tdm_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open Received Messages"),
                                                  _ ("_Open"));

  tdm_window_add_message_filter (chooser);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (window_answers_chosen_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
window_pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (!text || *text == '\0')
    tdm_window_show_toast (self, _ ("There is nothing to paste."));
  else if (self->workspace)
    tdm_inbox_read_text_async (self->workspace, text, window_read_cb, g_object_ref (self));
}

static void
window_files_pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *l = value ? g_value_get_boxed (value) : NULL; l; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  if (files->len > 0)
    tdm_window_take_files (self, files);
  else
    tdm_window_show_toast (self, _ ("There is nothing to paste."));
}

static void
window_paste_answers_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  /* Another program names formats, not types. */
  g_autoptr (GdkContentFormats) formats =
    gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, window_files_pasted_cb,
                                    g_object_ref (widget));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, window_pasted_cb, g_object_ref (widget));
}

static gboolean
window_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  TdmWindow *self = data;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (!self->workspace && G_VALUE_HOLDS (value, G_TYPE_STRING))
    return FALSE;
  if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    {
      tdm_inbox_read_text_async (self->workspace, g_value_get_string (value), window_read_cb, g_object_ref (self));
      return TRUE;
    }
  for (GSList *l = g_value_get_boxed (value); l; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  if (files->len > 0)
    tdm_window_take_files (self, files);
  return files->len > 0;
}

/* Anywhere in the window: what is dropped says what it is about. */
void
tdm_window_accept_drops (TdmWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (window_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (target));
}

void
tdm_window_install_inbox (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-outbox", NULL, window_show_outbox_cb);
  gtk_widget_class_install_action (widget_class, "win.open-answers", NULL, window_open_answers_cb);
  gtk_widget_class_install_action (widget_class, "win.paste-answers", NULL, window_paste_answers_cb);
}
