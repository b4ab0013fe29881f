/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sending.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "mail/tdm-mail-error.h"
#include "mail/tdm-mail-password.h"
#include "mail/tdm-smtp.h"
#include "messages/tdm-message-text.h"
#include "workspace/tdm-workspace.h"
#include "tdm-hand-over.h"
#include "tdm-mail-settings.h"
#include "tdm-message-letter.h"

/* Sends messages by mail, one after the other over one connection. Before the first one leaves, all are in the
 * programme file with their ids; what became of each is there before the next one leaves. So whatever happens in
 * between, nothing is sent twice as another message, and nothing is forgotten. */

typedef struct
{
  TdmWorkspace *workspace;
  GPtrArray *messages;
  TdmExportProgress progress;
  gpointer progress_data;

  TdmMailAccount *account;
  TdmSmtp *smtp;
  GHashTable *held_back;
  guint position;
  gboolean is_second_try;
  guint n_sent;
  guint n_failed;
  GError *stopped;
} TdmSending;

static void
sending_free (gpointer data)
{
  TdmSending *self = data;

  g_object_unref (self->workspace);
  g_ptr_array_unref (self->messages);
  g_clear_object (&self->account);
  g_clear_object (&self->smtp);
  g_hash_table_unref (self->held_back);
  g_clear_error (&self->stopped);
  g_free (self);
}

static void sending_send_next (GTask *taken_task);

static TdmOutboxMessage *
sending_get_current (TdmSending *self)
{
  return self->messages->pdata[self->position];
}

static void
sending_end (GTask *taken_task)
{
  g_autoptr (GTask) task = taken_task;
  TdmSending *self = g_task_get_task_data (task);

  tdm_hand_over_end (self->workspace);
  if (self->stopped)
    g_task_return_error (task, g_steal_pointer (&self->stopped));
  else
    g_task_return_int (task, self->n_sent);
}

static void
sending_withdrawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, NULL);

  sending_end (data);
}

/* What never left waits as before. */
static void
sending_stop (GTask *taken_task, GError *taken_error)
{
  TdmSending *self = g_task_get_task_data (taken_task);
  g_autoptr (TdmEdit) edit = tdm_hand_over_edit_new ();

  self->stopped = taken_error;
  for (guint i = self->position; i < self->messages->len; i++)
    if (tdm_hand_over_is_live (self->messages->pdata[i]))
      tdm_hand_over_withdraw (edit, self->messages->pdata[i]);
  if (tdm_edit_get_size (edit) > 0)
    tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), sending_withdrawn_cb, taken_task);
  else
    sending_end (taken_task);
}

static void
sending_remembered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  TdmSending *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);

  self->position++;
  if (self->progress)
    self->progress (self->position, self->messages->len, self->progress_data);
  /* A file that cannot be written any more must not let more mail out. */
  if (error)
    sending_stop (task, error);
  else if (self->stopped)
    sending_stop (task, g_steal_pointer (&self->stopped));
  else
    sending_send_next (task);
}

static void
sending_remember_failure (GTask *taken_task, TdmDelivery delivery, const char *problem)
{
  TdmSending *self = g_task_get_task_data (taken_task);
  TdmEdit *edit = tdm_hand_over_edit_new ();

  self->n_failed++;
  g_hash_table_add (self->held_back, tdm_outbox_message_make_way (sending_get_current (self)));
  if (tdm_hand_over_is_live (sending_get_current (self)))
    tdm_hand_over_fail (edit, sending_get_current (self), delivery, problem);
  tdm_workspace_commit_async (self->workspace, edit, sending_remembered_cb, taken_task);
}

/* Whether the others would fail in the same way. */
static gboolean
error_concerns_all (const GError *error)
{
  return !g_error_matches (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_REFUSED) &&
         !g_error_matches (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_TEMPORARY) &&
         !g_error_matches (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_ADDRESS) &&
         !g_error_matches (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_UNKNOWN);
}

static void
sending_sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  TdmSending *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (tdm_smtp_send_finish (TDM_SMTP (source), result, &error))
    {
      g_autoptr (TdmEdit) edit = tdm_hand_over_edit_new ();

      self->is_second_try = FALSE;
      self->n_sent++;
      if (tdm_hand_over_is_live (sending_get_current (self)))
        {
          tdm_hand_over_succeed (edit, sending_get_current (self), TDM_CHANNEL_MAIL, NULL, tdm_clock_now ());
          tdm_hand_over_forget_attempts (edit, sending_get_current (self));
        }
      tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), sending_remembered_cb, task);
    }
  else if (!self->is_second_try && self->n_sent > 0 &&
           g_error_matches (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_CONNECT))
    {
      /* The connection was lost before anything of this message had gone. */
      self->is_second_try = TRUE;
      sending_send_next (task);
    }
  else if (error_concerns_all (error))
    sending_stop (task, g_steal_pointer (&error));
  else
    sending_remember_failure (task,
                              g_error_matches (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_UNKNOWN) ? TDM_DELIVERY_UNKNOWN
                                                                                              : TDM_DELIVERY_REFUSED,
                              error->message);
}

static void
sending_send_next (GTask *taken_task)
{
  TdmSending *self = g_task_get_task_data (taken_task);
  GCancellable *cancellable = g_task_get_cancellable (taken_task);
  TdmOutboxMessage *message;
  g_autofree char *way = NULL;
  g_autoptr (GBytes) letter = NULL;
  g_autoptr (GError) error = NULL;

  if (self->position == self->messages->len)
    {
      sending_end (taken_task);
      return;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      sending_stop (taken_task, g_steal_pointer (&error));
      return;
    }

  message = sending_get_current (self);
  way = tdm_outbox_message_make_way (message);
  letter = tdm_message_letter_write (self->workspace, message, &error);
  if (g_hash_table_contains (self->held_back, way))
    sending_remember_failure (taken_task, TDM_DELIVERY_REFUSED,
                              _ ("This waits until the message before it is sent."));
  else if (!letter)
    sending_remember_failure (taken_task, TDM_DELIVERY_REFUSED, error->message);
  else
    {
      const TdmSmtpLetter mail = { tdm_outbox_message_get_from_email (message), tdm_outbox_message_get_email (message),
                                   letter };

      tdm_smtp_send_async (self->smtp, &mail, cancellable, sending_sent_cb, taken_task);
    }
}

static void
sending_prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  TdmSending *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);

  if (error)
    {
      self->stopped = error;
      sending_end (task);
    }
  else
    sending_send_next (task);
}

static void
sending_prepare (GTask *taken_task, const char *password)
{
  TdmSending *self = g_task_get_task_data (taken_task);
  g_autoptr (TdmEdit) edit = tdm_hand_over_edit_new ();

  self->smtp = tdm_smtp_new (self->account, password);
  for (guint i = 0; i < self->messages->len; i++)
    tdm_hand_over_prepare (edit, self->messages->pdata[i], TDM_CHANNEL_MAIL);
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), sending_prepared_cb, taken_task);
}

static void
sending_password_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  TdmSending *self = g_task_get_task_data (task);
  char *password = tdm_mail_password_look_up_finish (result, &self->stopped);

  if (password)
    sending_prepare (task, password);
  else
    sending_end (task);
  tdm_mail_password_free (password);
}

/**
 * tdm_sending_start_async:
 * @workspace: a workspace that can be written
 * @account: (nullable): over which account, %NULL for that of tdm_mail_settings_get_account()
 * @password: (nullable): its password, %NULL for that in the keyring
 * @messages: (element-type TdmOutboxMessage): messages that can go, those to one person in order
 * @progress: (nullable): called after each
 * @cancellable: (nullable): to stop; what was sent by then counts
 *
 * Finish with tdm_sending_finish().
 */
void
tdm_sending_start_async (TdmWorkspace *workspace, TdmMailAccount *account, const char *password, GPtrArray *messages,
                         TdmExportProgress progress, gpointer progress_data, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GCancellable) stopper = cancellable ? g_object_ref (cancellable) : g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (workspace, stopper, callback, data);
  TdmSending *self = g_new0 (TdmSending, 1);
  GError *error = NULL;

  self->workspace = g_object_ref (workspace);
  self->messages = g_ptr_array_copy (messages, (GCopyFunc) (GCallback) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->messages, g_object_unref);
  self->progress = progress;
  self->progress_data = progress_data;
  self->held_back = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->account = account ? g_object_ref (account) : tdm_mail_settings_get_account ();
  g_task_set_task_data (task, self, sending_free);

  if (!tdm_mail_account_check (self->account, &error) || !tdm_hand_over_begin (workspace, stopper, &error))
    g_task_return_error (task, error);
  else if (password || *tdm_mail_account_get_user (self->account) == '\0')
    sending_prepare (g_steal_pointer (&task), password);
  else
    tdm_mail_password_look_up_async (self->account, stopper, sending_password_found_cb, g_steal_pointer (&task));
}

/**
 * tdm_sending_finish:
 * @n_failed: (out) (optional): how many were not sent; their messages say why
 * @error: why none of the others could be sent
 *
 * Returns: how many were sent, -1 on an error
 */
int
tdm_sending_finish (TdmWorkspace *workspace, GAsyncResult *result, guint *n_failed, GError **error)
{
  TdmSending *self;

  g_return_val_if_fail (g_task_is_valid (result, workspace), -1);

  self = g_task_get_task_data (G_TASK (result));
  if (n_failed)
    *n_failed = self->n_failed;
  return g_task_propagate_int (G_TASK (result), error);
}

/* Seconds */
#define ATTACHMENT_STAYS (24 * 60 * 60)

typedef struct
{
  TdmOutboxMessage *message;
  char *name;
  char *text;
} TdmOpening;

static void
opening_free (gpointer data)
{
  TdmOpening *self = data;

  g_object_unref (self->message);
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static void
opening_remembered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);

  tdm_hand_over_end (TDM_WORKSPACE (source));
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
opening_launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmOpening *self = g_task_get_task_data (task);
  TdmWorkspace *workspace = g_task_get_source_object (task);
  g_autoptr (TdmEdit) edit = NULL;

  if (!g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL))
    {
      tdm_hand_over_end (workspace);
      g_task_return_new_error (task, TDM_MAIL_ERROR, TDM_MAIL_ERROR_FAILED, "%s",
                               _ (
                                 "The e-mail program could not be opened. Please save the message as a file instead."));
      return;
    }

  edit = tdm_hand_over_edit_new ();
  if (tdm_hand_over_is_live (self->message))
    tdm_hand_over_save (edit, self->message, TDM_CHANNEL_PROGRAM, self->name);
  tdm_workspace_commit_async (workspace, g_steal_pointer (&edit), opening_remembered_cb, g_steal_pointer (&task));
}

static void
folder_clear_old_attachments (const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME
                                                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  gint64 oldest = g_get_real_time () / G_USEC_PER_SEC - ATTACHMENT_STAYS;
  GFileInfo *info;
  GFile *file;

  while (files && g_file_enumerator_iterate (files, &info, &file, NULL, NULL) && info)
    {
      g_autoptr (GDateTime) modified = g_file_info_get_modification_date_time (info);

      if (modified && g_date_time_to_unix (modified) < oldest)
        g_file_delete (file, NULL, NULL);
    }
}

/* The mail program reads the file when it likes, so it stays for a while, where only this user can read. Its name says
 * nothing: all users of this computer can see what a program is started with. */
static char *
message_write_attachment (TdmOutboxMessage *message, GError **error)
{
  g_autoptr (GBytes) bytes = tdm_outbox_message_write (message, error);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf ("invite-%.8s.ics", uuid);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "tandem", "outgoing", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!bytes)
    return NULL;
  folder_clear_old_attachments (folder);
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    {
      g_set_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_FAILED, _ ("“%s” could not be written."), path);
      return NULL;
    }
  return g_steal_pointer (&path);
}

/* Nothing but the attachment: address and text would stand in the list of processes for all to read, and an address may
 * look like an option. */
static GSubprocess *
mail_program_launch (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GSubprocess *process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &reason, "xdg-email",
                      "--utf8", "--subject", "Tandem", "--attach", path, NULL);

  if (!process)
    g_set_error_literal (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_FAILED,
                         _ ("The e-mail program could not be opened. Please save the message as a file instead."));
  return process;
}

/**
 * tdm_sending_open_async:
 * @workspace: a workspace that can be written
 * @message: a message that can go
 * @callback: called when the mail program has it; whether it goes from there is not known
 *
 * Opens a new mail with the calendar file attached in the mail program of the desktop. To whom it goes and what else it
 * says is up to people, see tdm_sending_open_finish(). Some recipients must open the attachment there to answer.
 */
void
tdm_sending_open_async (TdmWorkspace *workspace, TdmOutboxMessage *message, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GCancellable) stopper = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, data);
  TdmOpening *self = g_new0 (TdmOpening, 1);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *path = NULL;
  GError *error = NULL;

  self->message = g_object_ref (message);
  self->name = tdm_outbox_message_file_name (message, TRUE, "ics");
  g_task_set_task_data (task, self, opening_free);
  if (!tdm_hand_over_begin (workspace, stopper, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  self->text = tdm_message_text_make (message, tdm_message_letter_get_language (workspace, message));
  path = message_write_attachment (message, &error);
  process = path ? mail_program_launch (path, &error) : NULL;
  if (process)
    g_subprocess_wait_check_async (process, NULL, opening_launched_cb, g_steal_pointer (&task));
  else
    {
      tdm_hand_over_end (workspace);
      g_task_return_error (task, error);
    }
}

/**
 * tdm_sending_open_finish:
 * @address: (out) (transfer full): to whom the mail has to go
 *
 * Returns: (transfer full) (nullable): what else has to stand in the mail; %NULL if it could not be opened
 */
char *
tdm_sending_open_finish (TdmWorkspace *workspace, GAsyncResult *result, char **address, GError **error)
{
  TdmOpening *self;

  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  self = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *address = g_strdup (tdm_outbox_message_get_email (self->message));
  return g_strdup (self->text);
}
