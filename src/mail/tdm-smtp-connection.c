/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-smtp-connection.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "keyring/tdm-keyring.h"
#include "tdm-curl.h"
#include "tdm-mail-error.h"
#include "tdm-smtp-failure.h"

#include <string.h>

/* Sends letters over one connection with libcurl, and waits for it: this is for threads. libcurl keeps the connection
 * open between letters and makes a new one when it was lost. */

#define CONNECT_SECONDS 60L
#define REPLY_SECONDS 120L
#define LETTER_SECONDS 900L
#define MOST_REPLY 300

struct _TdmSmtpConnection
{
  TdmMailAccount *account;
  char *password;
  GMutex mutex;
  const TdmCurl *curl;
  CURLM *multi;
  CURL *easy;

  /* The letter that is on its way */
  const char *to;
  const char *rest;
  gsize rest_size;
  gboolean handed_over;
  GString *reply;
  gboolean reply_is_complete;
  gboolean reply_is_failure;
  GCancellable *cancellable;
};

/**
 * tdm_smtp_connection_new:
 * @account: where to send letters; later changes of it do not matter
 * @password: (nullable): the password, if the account has a user
 *
 * Returns: (transfer full): something that connects when it is needed
 */
TdmSmtpConnection *
tdm_smtp_connection_new (TdmMailAccount *account, const char *password)
{
  TdmSmtpConnection *self = g_new0 (TdmSmtpConnection, 1);

  /* The account belongs to another thread, which may change it. */
  self->account =
    g_object_new (TDM_TYPE_MAIL_ACCOUNT, "server", tdm_mail_account_get_server (account), "port",
                  tdm_mail_account_get_port (account), "security", tdm_mail_account_get_security (account), "user",
                  tdm_mail_account_get_user (account), "authority", tdm_mail_account_get_authority (account), NULL);
  self->password = g_strdup (password);
  g_mutex_init (&self->mutex);
  self->curl = tdm_curl_get (NULL);
  if (self->curl)
    {
      self->multi = self->curl->multi_init ();
      self->easy = self->curl->easy_init ();
    }
  self->reply = g_string_new (NULL);
  return self;
}

/**
 * tdm_smtp_connection_free:
 *
 * Says goodbye to the server, and may have to wait for it.
 */
void
tdm_smtp_connection_free (TdmSmtpConnection *self)
{
  if (self->curl)
    {
      self->curl->easy_cleanup (self->easy);
      self->curl->multi_cleanup (self->multi);
    }
  g_object_unref (self->account);
  tdm_keyring_free (self->password);
  g_string_free (self->reply, TRUE);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* The answer of the server that something failed, else its last. It may have several lines: "550-No such" and "550
 * person". After a failure there is still the goodbye, and nobody wants to read that. */
static size_t
header_cb (char *data, size_t one, size_t size, void *connection)
{
  TdmSmtpConnection *self = connection;
  g_autofree char *line = g_strndup (data, size);
  g_autofree char *text = tdm_text_clean_line (strlen (line) > 4 ? line + 4 : "");

  if (self->reply_is_complete && self->reply_is_failure)
    return size;
  if (self->reply_is_complete)
    g_string_truncate (self->reply, 0);
  self->reply_is_complete = strlen (line) < 4 || line[3] != '-';
  self->reply_is_failure = *line == '4' || *line == '5';
  if (self->reply->len > 0 && *text)
    g_string_append_c (self->reply, ' ');
  if (self->reply->len < MOST_REPLY)
    g_string_append (self->reply, text);
  return size;
}

static size_t
write_cb (char *data, size_t one, size_t size, void *connection)
{
  return size;
}

/* Asked once more after the last byte, libcurl sends the dot: from then on the letter may have arrived. */
static size_t
read_cb (char *buffer, size_t one, size_t most, void *connection)
{
  TdmSmtpConnection *self = connection;
  gsize size = MIN (most, self->rest_size);

  if (g_cancellable_is_cancelled (self->cancellable))
    return CURL_READFUNC_ABORT;
  if (size > 0)
    memcpy (buffer, self->rest, size);
  self->rest += size;
  self->rest_size -= size;
  if (size == 0)
    self->handed_over = TRUE;
  return size;
}

static int
progress_cb (void *connection, curl_off_t down_total, curl_off_t down, curl_off_t up_total, curl_off_t up)
{
  TdmSmtpConnection *self = connection;

  return g_cancellable_is_cancelled (self->cancellable);
}

static void
wake_cb (GCancellable *cancellable, gpointer multi)
{
  tdm_curl_get (NULL)->multi_wakeup (multi);
}

static char *
account_get_url (TdmMailAccount *account)
{
  const char *server = tdm_mail_account_get_server (account);
  const char *scheme = tdm_mail_account_get_security (account) == TDM_MAIL_SECURITY_TLS ? "smtps" : "smtp";
  g_autofree char *ascii = g_hostname_is_ip_address (server) ? g_strdup (server) : g_hostname_to_ascii (server);
  gboolean is_ipv6 = strchr (server, ':') != NULL;

  /* What comes after the slash is how this computer calls itself (RFC 5321, 4.1.3): its name is nobody's business. */
  return g_strdup_printf ("%s://%s%s%s:%u/%%5B127.0.0.1%%5D", scheme, is_ipv6 ? "[" : "", ascii, is_ipv6 ? "]" : "",
                          tdm_mail_account_get_port (account));
}

static void
connection_set_security (TdmSmtpConnection *self)
{
  TdmMailSecurity security = tdm_mail_account_get_security (self->account);
  const char *authority = tdm_mail_account_get_authority (self->account);

  /* "All" means that there is no connection without encryption. */
  self->curl->easy_setopt (self->easy, CURLOPT_USE_SSL,
                    (long) (security == TDM_MAIL_SECURITY_NONE ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  self->curl->easy_setopt (self->easy, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  self->curl->easy_setopt (self->easy, CURLOPT_SSL_VERIFYPEER, 1L);
  self->curl->easy_setopt (self->easy, CURLOPT_SSL_VERIFYHOST, 2L);
  if (authority && *authority)
    {
      self->curl->easy_setopt (self->easy, CURLOPT_CAINFO, authority);
      self->curl->easy_setopt (self->easy, CURLOPT_CAPATH, NULL);
    }
}

static void
connection_set_callbacks (TdmSmtpConnection *self)
{
  self->curl->easy_setopt (self->easy, CURLOPT_HEADERFUNCTION, header_cb);
  self->curl->easy_setopt (self->easy, CURLOPT_HEADERDATA, self);
  self->curl->easy_setopt (self->easy, CURLOPT_WRITEFUNCTION, write_cb);
  self->curl->easy_setopt (self->easy, CURLOPT_READFUNCTION, read_cb);
  self->curl->easy_setopt (self->easy, CURLOPT_READDATA, self);
  self->curl->easy_setopt (self->easy, CURLOPT_XFERINFOFUNCTION, progress_cb);
  self->curl->easy_setopt (self->easy, CURLOPT_XFERINFODATA, self);
  self->curl->easy_setopt (self->easy, CURLOPT_NOPROGRESS, 0L);
}

static gboolean
connection_prepare (TdmSmtpConnection *self, GCancellable *cancellable, GError **error)
{
  const char *user = tdm_mail_account_get_user (self->account);
  g_autofree char *url = NULL;

  if (!tdm_mail_account_check (self->account, error))
    return FALSE;
  if (user && *user && !self->password)
    {
      g_set_error_literal (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NO_PASSWORD,
                           _ ("The password of the e-mail server is missing."));
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  url = account_get_url (self->account);
  self->curl->easy_reset (self->easy);
  self->curl->easy_setopt (self->easy, CURLOPT_URL, url);
  self->curl->easy_setopt (self->easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  self->curl->easy_setopt (self->easy, CURLOPT_NOSIGNAL, 1L);
  self->curl->easy_setopt (self->easy, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
  self->curl->easy_setopt (self->easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, REPLY_SECONDS);
  self->curl->easy_setopt (self->easy, CURLOPT_TIMEOUT, LETTER_SECONDS);
  if (user && *user)
    {
      self->curl->easy_setopt (self->easy, CURLOPT_USERNAME, user);
      self->curl->easy_setopt (self->easy, CURLOPT_PASSWORD, self->password);
      self->curl->easy_setopt (self->easy, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
    }
  connection_set_security (self);
  connection_set_callbacks (self);

  self->cancellable = cancellable;
  self->to = NULL;
  self->rest_size = 0;
  self->handed_over = FALSE;
  self->reply_is_complete = TRUE;
  self->reply_is_failure = FALSE;
  g_string_truncate (self->reply, 0);
  return TRUE;
}

/* Ends early only through the callbacks: a transfer that is taken out of libcurl's hands may be ended with a dot, and
 * half a letter would arrive. */
static CURLcode
connection_run (TdmSmtpConnection *self)
{
  gulong handler = 0;
  CURLcode result = CURLE_FAILED_INIT;
  CURLMsg *message;
  int n_running = 0;
  int n_messages;

  if (self->cancellable)
    handler = g_cancellable_connect (self->cancellable, G_CALLBACK (wake_cb), self->multi, NULL);
  self->curl->multi_add_handle (self->multi, self->easy);
  while (self->curl->multi_perform (self->multi, &n_running) == CURLM_OK && n_running > 0)
    self->curl->multi_poll (self->multi, NULL, 0, 1000, NULL);
  while ((message = self->curl->multi_info_read (self->multi, &n_messages)))
    if (message->msg == CURLMSG_DONE)
      result = message->data.result;
  self->curl->multi_remove_handle (self->multi, self->easy);
  g_cancellable_disconnect (self->cancellable, handler);
  return result;
}

static gpointer
multi_forget (gpointer taken_multi)
{
  tdm_curl_get (NULL)->multi_cleanup (taken_multi);
  return NULL;
}

static gboolean
connection_perform (TdmSmtpConnection *self, GError **error)
{
  TdmSmtpFailure failure = {
    .result = connection_run (self),
    .server = tdm_mail_account_get_server (self->account),
    .port = tdm_mail_account_get_port (self->account),
    .to = self->to,
    .handed_over = self->handed_over,
    .reply = self->reply->str,
    .cancelled = g_cancellable_is_cancelled (self->cancellable),
  };

  self->cancellable = NULL;
  if (failure.result == CURLE_OK)
    return TRUE;
  self->curl->easy_getinfo (self->easy, CURLINFO_RESPONSE_CODE, &failure.code);
  tdm_smtp_failure_set_error (error, &failure);
  /* libcurl 7.88 would use a connection again that broke while it waited for the receipt. It wants to say goodbye there
   * as well, to a server that may be gone: nothing waits for that. */
  if (failure.code < 400)
    {
      g_thread_unref (g_thread_new ("mail goodbye", multi_forget, self->multi));
      self->multi = self->curl->multi_init ();
    }
  return FALSE;
}

/**
 * tdm_smtp_connection_test:
 * @error: as tdm_smtp_test_finish()
 *
 * Connects and logs in. Waits.
 *
 * Returns: whether letters can be sent
 */
gboolean
tdm_smtp_connection_test (TdmSmtpConnection *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!tdm_curl_get (error) || !connection_prepare (self, cancellable, error))
    return FALSE;
  self->curl->easy_setopt (self->easy, CURLOPT_NOBODY, 1L);
  self->curl->easy_setopt (self->easy, CURLOPT_CUSTOMREQUEST, "NOOP");
  return connection_perform (self, error);
}

/**
 * tdm_smtp_connection_send:
 * @letter: with valid addresses
 * @error: as tdm_smtp_send_finish()
 *
 * Sends a letter. Waits.
 *
 * Returns: whether the server took it
 */
gboolean
tdm_smtp_connection_send (TdmSmtpConnection *self,
                          const TdmSmtpLetter *letter,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  struct curl_slist *recipients;
  gboolean is_sent;

  if (!tdm_curl_get (error) || !connection_prepare (self, cancellable, error))
    return FALSE;
  recipients = self->curl->slist_append (NULL, letter->to);
  self->to = letter->to;
  self->rest = g_bytes_get_data (letter->bytes, &self->rest_size);
  self->curl->easy_setopt (self->easy, CURLOPT_UPLOAD, 1L);
  self->curl->easy_setopt (self->easy, CURLOPT_MAIL_FROM, letter->from);
  self->curl->easy_setopt (self->easy, CURLOPT_MAIL_RCPT, recipients);
  is_sent = connection_perform (self, error);
  self->curl->easy_setopt (self->easy, CURLOPT_MAIL_RCPT, NULL);
  self->curl->slist_free_all (recipients);
  return is_sent;
}
