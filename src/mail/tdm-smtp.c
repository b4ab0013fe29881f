/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-smtp.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-mail-error.h"
#include "tdm-smtp-connection.h"

/**
 * TdmSmtp:
 *
 * A mail server that takes letters (RFC 6409), one at a time and all over one connection, which is made for the first
 * letter and ends with this object. The main loop never waits for the network.
 */

struct _TdmSmtp
{
  GObject parent_instance;

  TdmSmtpConnection *connection;
};

G_DEFINE_FINAL_TYPE (TdmSmtp, tdm_smtp, G_TYPE_OBJECT)

/* What a thread works on. The connection lives as long as the task, which holds the server. */
typedef struct
{
  TdmSmtpConnection *connection;
  char *from;
  char *to;
  GBytes *letter;
} TdmSmtpJob;

static void
job_free (gpointer data)
{
  TdmSmtpJob *job = data;

  g_free (job->from);
  g_free (job->to);
  g_clear_pointer (&job->letter, g_bytes_unref);
  g_free (job);
}

static gpointer
connection_say_goodbye (gpointer taken_connection)
{
  tdm_smtp_connection_free (taken_connection);
  return NULL;
}

/* Ending a connection means to wait for the server's goodbye, and that is for a thread as well. */
static void
tdm_smtp_finalize (GObject *object)
{
  TdmSmtp *self = TDM_SMTP (object);

  if (self->connection)
    g_thread_unref (g_thread_new ("mail goodbye", connection_say_goodbye, self->connection));
  G_OBJECT_CLASS (tdm_smtp_parent_class)->finalize (object);
}

static void
tdm_smtp_class_init (TdmSmtpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_smtp_finalize;
}

static void
tdm_smtp_init (TdmSmtp *self)
{
}

/**
 * tdm_smtp_new:
 * @account: where to send letters; later changes of it do not matter
 * @password: (nullable): the password, if the account has a user
 *
 * Returns: (transfer full): something that connects when it is needed
 */
TdmSmtp *
tdm_smtp_new (TdmMailAccount *account, const char *password)
{
  TdmSmtp *self;

  g_return_val_if_fail (TDM_IS_MAIL_ACCOUNT (account), NULL);

  self = g_object_new (TDM_TYPE_SMTP, NULL);
  self->connection = tdm_smtp_connection_new (account, password);
  return self;
}

static void
smtp_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmSmtpJob *job = data;
  GError *error = NULL;
  gboolean done = job->letter
                    ? tdm_smtp_connection_send (job->connection, &(TdmSmtpLetter) { job->from, job->to, job->letter },
                                                cancellable, &error)
                    : tdm_smtp_connection_test (job->connection, cancellable, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
smtp_start (GTask *task, TdmSmtpJob *taken_job)
{
  g_task_set_task_data (task, taken_job, job_free);
  /* What became of a letter matters even to who wanted to stop. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, smtp_work);
}

/**
 * tdm_smtp_test_async:
 *
 * Connects and logs in, and sends nothing. The connection stays for letters.
 */
void
tdm_smtp_test_async (TdmSmtp *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  TdmSmtpJob *job;

  g_return_if_fail (TDM_IS_SMTP (self));

  task = g_task_new (self, cancellable, callback, data);
  job = g_new0 (TdmSmtpJob, 1);
  job->connection = self->connection;
  smtp_start (task, job);
}

/**
 * tdm_smtp_test_finish:
 * @error: a #TdmMailError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether letters can be sent
 */
gboolean
tdm_smtp_test_finish (TdmSmtp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tdm_smtp_send_async:
 *
 * Sends a letter. Please store what became of it before the next one is sent: then nobody gets one twice, whatever
 * happens to this computer.
 */
void
tdm_smtp_send_async (TdmSmtp *self, const TdmSmtpLetter *letter, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *shown = NULL;
  TdmSmtpJob *job;

  g_return_if_fail (TDM_IS_SMTP (self));
  g_return_if_fail (letter != NULL);

  task = g_task_new (self, cancellable, callback, data);
  if (!tdm_text_is_email (letter->from) || !tdm_text_is_email (letter->to))
    {
      shown = tdm_text_clean_line (tdm_text_is_email (letter->from) ? letter->to : letter->from);
      g_task_return_new_error (task, TDM_MAIL_ERROR, TDM_MAIL_ERROR_ADDRESS, _ ("“%s” is not a valid e-mail address."),
                               shown);
      return;
    }
  job = g_new0 (TdmSmtpJob, 1);
  job->connection = self->connection;
  job->from = g_strdup (letter->from);
  job->to = g_strdup (letter->to);
  job->letter = g_bytes_ref (letter->bytes);
  smtp_start (task, job);
}

/**
 * tdm_smtp_send_finish:
 * @error: a #TdmMailError, or %G_IO_ERROR_CANCELLED if nothing was sent because of it
 *
 * %TDM_MAIL_ERROR_UNKNOWN is the only error after which the letter may have arrived.
 *
 * Returns: whether the server took the letter
 */
gboolean
tdm_smtp_send_finish (TdmSmtp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
