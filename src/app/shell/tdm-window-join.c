/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-file-chooser.h"
#include "app/shell/tdm-join-dialog.h"
#include "base/tdm-i18n.h"
#include "inbox/tdm-inbox.h"
#include "inbox/tdm-participant.h"

/* The way in for a user who is part of a tandem: an invitation that is opened becomes a programme of their own, or
 * goes into the one that is there. */

static char *
window_make_own_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "tandem", "my-tandem.tandem", NULL);
}

static void
window_explain (TdmWindow *self, const char *text)
{
  tdm_dialog_tell (GTK_WINDOW (self), _ ("No Tandem in This File"), text, _ ("_OK"));
}

static void
window_keep_files (TdmWindow *self, GPtrArray *files)
{
  g_clear_pointer (&self->waiting_files, g_ptr_array_unref);
  self->waiting_files = files ? g_ptr_array_ref (files) : NULL;
}

static void
window_joined_cb (GtkWidget *over, TdmWorkspace *workspace, TdmInboxItem *invitation)
{
  TdmWindow *self = TDM_WINDOW (over);
  gboolean is_new = self->workspace != workspace;
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->joining_files);
  TdmPair *pair;

  if (!invitation)
    {
      window_keep_files (self, files);
      tdm_window_set_workspace (self, workspace);
      return;
    }
  if (is_new)
    tdm_window_set_workspace (self, workspace);
  pair = tdm_participant_find_pair (workspace, invitation);
  if (pair)
    gtk_widget_activate_action (over, "win.show-pair", "s", tdm_record_get_uid (TDM_RECORD (pair)));
  if (!is_new)
    gtk_widget_activate_action (over, "win.offer-undo", "s", _ ("Tandem added"));
}

static void
window_ask (TdmWindow *self, TdmWorkspace *workspace, TdmInboxItem *invitation)
{
  g_autofree char *path = window_make_own_path ();

  tdm_join_dialog_present (GTK_WIDGET (self), workspace, path, invitation, window_joined_cb);
}

/* --- into a programme that is open ------------------------------------------------------ */

static GPtrArray *
items_take_invitations (GPtrArray *items)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len;)
    if (tdm_inbox_item_get_kind (items->pdata[i]) == TDM_INBOX_INVITATION && !tdm_inbox_item_get_pair (items->pdata[i]))
      g_ptr_array_add (taken, g_ptr_array_steal_index (items, i));
    else
      i++;
  return taken;
}

/* Tandems that are not in the participant's programme yet: who learns from whom is up to the participant. They leave
 * `items`; whether that was all. */
gboolean
tdm_window_join_read (TdmWindow *self, GPtrArray *items)
{
  TdmProgramme *programme = tdm_workspace_get_programme (self->workspace);
  gboolean is_mine = !programme || tdm_workspace_get_participant (self->workspace);
  g_autoptr (GPtrArray) invitations = NULL, people = NULL;
  g_autoptr (GError) error = NULL;
  TdmInboxItem *invitation;

  if (!is_mine || tdm_workspace_is_read_only (self->workspace))
    return FALSE;
  invitations = items_take_invitations (items);
  if (invitations->len == 0)
    return FALSE;
  invitation = tdm_participant_find_invitation (invitations, &error);
  people = invitation ? tdm_participant_list_people (invitation) : NULL;
  if (!invitation)
    window_explain (self, error->message);
  else if (programme && tdm_participant_find_self (self->workspace, people) < 0)
    window_explain (self, _ ("This invitation is for two other people."));
  else
    window_ask (self, self->workspace, invitation);
  return items->len == 0;
}

/* --- into a new one ------------------------------------------------------------------------ */

static void
window_invitation_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = tdm_inbox_read_finish (NULL, result, &error);
  TdmInboxItem *invitation = items ? tdm_participant_find_invitation (items, &error) : NULL;

  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  if (invitation)
    window_ask (self, NULL, invitation);
  else
    window_explain (self, error->message);
}

/* The file that is there already gets what was opened as any mail. */
void
tdm_window_join_files (TdmWindow *self, GPtrArray *files)
{
  g_autofree char *path = window_make_own_path ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_clear_pointer (&self->joining_files, g_ptr_array_unref);
      self->joining_files = g_ptr_array_ref (files);
      tdm_inbox_read_async (NULL, files, NULL, window_invitation_read_cb, g_object_ref (self));
      return;
    }
  window_keep_files (self, files);
  tdm_window_load (self, path, TDM_OPEN_EXISTING);
}

static void
window_invitation_chosen_cb (gpointer data, GFile *file)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_object_ref (file));
  tdm_window_join_files (data, files);
}

static void
window_choose_invitation_cb (GtkWidget *question, const char *response, gpointer widget)
{
  GtkFileChooser *chooser = tdm_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open Invitation"),
                                                  _ ("_Open"));

  tdm_window_add_message_filter (chooser);
  tdm_file_chooser_ask (chooser, window_invitation_chosen_cb, g_object_ref (widget), g_object_unref);
}

/* Whoever comes here for the first time does not know which file is asked for, nor where it is. */
static void
window_join_tandem_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *question = adw_message_dialog_new (
    GTK_WINDOW (widget), _ ("Part of a Tandem"),
    _ ("Whoever coordinates your tandem has sent you an invitation by e-mail. Please save its attachment, often "
       "“invite.ics”, or the whole e-mail, and choose that file next. Your own file with your tandem and your goals is "
       "then made from it; nobody is told."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Cancel"), "choose",
                                    _ ("Choose _Invitation…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "choose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "choose");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response::choose", G_CALLBACK (window_choose_invitation_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (question));
}

void
tdm_window_install_join (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.join-tandem", NULL, window_join_tandem_cb);
}
