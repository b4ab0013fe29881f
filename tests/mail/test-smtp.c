/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "fixture.h"
#include "mail-server.h"

#include "mail/tdm-mail-error.h"
#include "mail/tdm-smtp.h"

#include <string.h>

#define N_LETTERS 40

typedef struct
{
  MailServer server;
  TdmSmtp *smtp;
} Fixture;

/* A server and an account that fit */
static void
start (Fixture *self, TdmMailSecurity security, const char *fault, const char *number)
{
  mail_server_start_good (&self->server, security, fault, number);
  self->smtp = tdm_smtp_new (self->server.account, MAIL_SERVER_PASSWORD);
}

/* Lets go of the connection and waits until the server has heard the goodbye. */
static void
hang_up (Fixture *self)
{
  g_clear_object (&self->smtp);
  mail_server_read_until (&self->server, "goodbye");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->smtp);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  mail_server_clear (&self->server);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (!*place)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

static GBytes *
make_letter (guint number)
{
  g_autofree char *id = g_strdup_printf ("letter-%u@tandem.example", number);
  g_autoptr (GBytes) calendar = g_bytes_new_static (FIXTURE_CALENDAR, strlen (FIXTURE_CALENDAR));
  TdmLetter letter = fixture_letter (calendar);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  letter.message_id = id;
  bytes = tdm_letter_write (&letter, &error);
  g_assert_no_error (error);
  return bytes;
}

static gboolean
send_bytes (Fixture *self, GBytes *letter, const char *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_smtp_send_async (self->smtp, &(TdmSmtpLetter) { "office@tandem.example", to, letter }, cancellable, result_cb,
                       &result);
  return tdm_smtp_send_finish (self->smtp, wait_for (&result), error);
}

static gboolean
send_letter (Fixture *self, guint number, GError **error)
{
  g_autoptr (GBytes) letter = make_letter (number);
  g_autofree char *to = g_strdup_printf ("person%u@example.org", number);

  return send_bytes (self, letter, to, NULL, error);
}

static gboolean
test_login (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_smtp_test_async (self->smtp, NULL, result_cb, &result);
  return tdm_smtp_test_finish (self->smtp, wait_for (&result), error);
}

/* Whether the letter came to the right person once, with all its bytes */
static guint
count_letter (Fixture *self, guint number)
{
  g_autofree char *line =
    g_strdup_printf ("letter letter-%u@tandem.example office@tandem.example person%u@example.org", number, number);
  g_autofree char *name = g_strdup_printf ("letter-%u@tandem.example.eml", number);
  g_autofree char *path = g_build_filename (self->server.folder, name, NULL);
  g_autoptr (GBytes) letter = make_letter (number);
  g_autofree char *text = NULL;
  guint count = 0;
  gsize size;

  for (guint i = 0; i < self->server.said->len; i++)
    count += g_str_equal (self->server.said->pdata[i], line);
  if (count > 0)
    {
      g_assert_true (g_file_get_contents (path, &text, &size, NULL));
      g_assert_cmpmem (text, size, g_bytes_get_data (letter, NULL), g_bytes_get_size (letter));
    }
  return count;
}

static void
expect_letters (Fixture *self, guint n_expected, guint but)
{
  for (guint i = 1; i <= n_expected; i++)
    g_assert_cmpuint (count_letter (self, i), ==, i == but ? 0 : 1);
  g_assert_cmpuint (mail_server_count_said (&self->server, "letter "), ==, but ? n_expected - 1 : n_expected);
}

static void
expect_error (GError *error, TdmMailError code, const char *word)
{
  g_assert_error (error, TDM_MAIL_ERROR, (int) code);
  g_test_message ("%s", error->message);
  if (!strstr (error->message, word))
    g_error ("“%s” is not in “%s”", word, error->message);
}

static void
test_all_over_one_connection (Fixture *self, gconstpointer security)
{
  g_autoptr (GError) error = NULL;

  start (self, GPOINTER_TO_INT (security), NULL, NULL);
  g_assert_true (test_login (self, &error));
  for (guint i = 1; i <= N_LETTERS; i++)
    {
      send_letter (self, i, &error);
      g_assert_no_error (error);
    }
  hang_up (self);
  mail_server_end (&self->server);
  expect_letters (self, N_LETTERS, 0);
  g_assert_cmpuint (mail_server_count_said (&self->server, "connected"), ==, 1);
  g_assert_cmpuint (mail_server_count_said (&self->server, "login "), ==, 1);
  g_assert_cmpuint (mail_server_count_said (&self->server, "goodbye"), ==, 1);
}

static void
test_test_sends_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (self, TDM_MAIL_SECURITY_TLS, NULL, NULL);
  g_assert_true (test_login (self, &error));
  g_assert_no_error (error);
  mail_server_end (&self->server);
  g_assert_cmpuint (mail_server_count_said (&self->server, "login PLAIN good"), ==, 1);
  g_assert_cmpuint (mail_server_count_said (&self->server, "letter"), ==, 0);
}

/* What one letter of many meets, what that is called, and whether it may have arrived */
typedef struct
{
  const char *fault;
  TdmMailError code;
  const char *word;
  gboolean again;
  gboolean arrived;
} Trouble;

static const Trouble troubles[] = {
  { "refuse", TDM_MAIL_ERROR_REFUSED, "5.1.1 nobody here 5.1.1 is called [1mperson17@example.org", FALSE, FALSE },
  { "refuse-sender", TDM_MAIL_ERROR_REFUSED, "5.1.8 we do not know you", FALSE, FALSE },
  { "refuse-content", TDM_MAIL_ERROR_REFUSED, "5.7.1 looks like spam", FALSE, FALSE },
  { "not-now", TDM_MAIL_ERROR_TEMPORARY, "4.3.0 come back later", TRUE, FALSE },
  { "not-now-content", TDM_MAIL_ERROR_TEMPORARY, "4.2.2 mailbox full", TRUE, FALSE },
  { "drop-before-data", TDM_MAIL_ERROR_CONNECT, "127.0.0.1", TRUE, FALSE },
  { "drop-and-keep", TDM_MAIL_ERROR_UNKNOWN, "person17@example.org", FALSE, TRUE },
  { "drop-and-lose", TDM_MAIL_ERROR_UNKNOWN, "person17@example.org", FALSE, FALSE },
};

/* The others go out, each once; the one is sent again where that cannot make two of it. */
static void
test_trouble_at_17 (Fixture *self, gconstpointer data)
{
  const Trouble *trouble = data;

  start (self, TDM_MAIL_SECURITY_TLS, trouble->fault, "17");
  for (guint i = 1; i <= N_LETTERS; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean sent = send_letter (self, i, &error);

      g_assert_cmpint (sent, ==, i != 17);
      if (!sent)
        expect_error (error, trouble->code, trouble->word);
      if (!sent && trouble->again)
        g_assert_true (send_letter (self, i, NULL));
    }
  hang_up (self);
  mail_server_end (&self->server);
  expect_letters (self, N_LETTERS, trouble->again || trouble->arrived ? 0 : 17);
  g_assert_cmpuint (mail_server_count_said (&self->server, "connected"), <=, 2);
}

/* A big letter is still on its way when the connection goes: it cannot have arrived. */
static void
test_drop_in_data (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_strnfill (998, 'x');
  g_autoptr (GString) text = g_string_new ("Message-ID: <letter-1@tandem.example>\r\n\r\n");
  g_autoptr (GBytes) letter = NULL;

  while (text->len < 20 * 1024 * 1024)
    g_string_append_printf (text, "%s\r\n", line);
  letter = g_bytes_new_static (text->str, text->len);
  start (self, TDM_MAIL_SECURITY_TLS, "drop-in-data", "1");
  g_assert_false (send_bytes (self, letter, "person1@example.org", NULL, &error));
  expect_error (error, TDM_MAIL_ERROR_CONNECT, "127.0.0.1");
  g_assert_true (send_letter (self, 1, NULL));
}

static void
test_wrong_password (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (self, TDM_MAIL_SECURITY_STARTTLS, NULL, NULL);
  g_object_unref (self->smtp);
  self->smtp = tdm_smtp_new (self->server.account, "guessed");
  g_assert_false (test_login (self, &error));
  expect_error (error, TDM_MAIL_ERROR_LOGIN, "127.0.0.1");
  g_clear_error (&error);
  g_assert_false (send_letter (self, 1, &error));
  expect_error (error, TDM_MAIL_ERROR_LOGIN, "127.0.0.1");
}

static void
test_no_password (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (self, TDM_MAIL_SECURITY_TLS, NULL, NULL);
  g_object_unref (self->smtp);
  self->smtp = tdm_smtp_new (self->server.account, NULL);
  g_assert_false (send_letter (self, 1, &error));
  g_assert_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NO_PASSWORD);
}

/* Without an encryption on this computer, and without a login */
static void
test_no_encryption_here (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (self, TDM_MAIL_SECURITY_NONE, "no-login", NULL);
  g_assert_true (send_letter (self, 1, &error));
  g_object_set (self->server.account, "user", NULL, NULL);
  g_object_unref (self->smtp);
  self->smtp = tdm_smtp_new (self->server.account, NULL);
  g_assert_true (send_letter (self, 2, &error));
  g_assert_no_error (error);
}

static void
test_login_is_asked_for (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (self, TDM_MAIL_SECURITY_TLS, NULL, NULL);
  g_object_set (self->server.account, "user", NULL, NULL);
  g_object_unref (self->smtp);
  self->smtp = tdm_smtp_new (self->server.account, NULL);
  g_assert_false (send_letter (self, 1, &error));
  expect_error (error, TDM_MAIL_ERROR_LOGIN, "127.0.0.1");
}

static void
expect_nothing_said (Fixture *self)
{
  mail_server_end (&self->server);
  g_assert_cmpuint (mail_server_count_said (&self->server, "login"), ==, 0);
  g_assert_cmpuint (mail_server_count_said (&self->server, "letter"), ==, 0);
}

static void
expect_no_login (Fixture *self, TdmMailSecurity security, TdmMailError code)
{
  g_autoptr (GError) error = NULL;

  g_object_set (self->server.account, "security", security, NULL);
  self->smtp = tdm_smtp_new (self->server.account, MAIL_SERVER_PASSWORD);
  g_assert_false (send_letter (self, 1, &error));
  expect_error (error, code, "127.0.0.1");
  g_clear_object (&self->smtp);
}

static void
test_unknown_certificate (Fixture *self, gconstpointer data)
{
  mail_server_start (&self->server, "tls", MAIL_SERVER_THIS_HOST, NULL, NULL);
  expect_no_login (self, TDM_MAIL_SECURITY_TLS, TDM_MAIL_ERROR_CERTIFICATE);
  expect_nothing_said (self);
}

static void
test_certificate_of_somebody_else (Fixture *self, gconstpointer data)
{
  mail_server_start (&self->server, "starttls", "DNS:mail.example.org", NULL, NULL);
  mail_server_trust (&self->server);
  expect_no_login (self, TDM_MAIL_SECURITY_STARTTLS, TDM_MAIL_ERROR_CERTIFICATE);
  expect_nothing_said (self);
}

static void
test_no_starttls (Fixture *self, gconstpointer data)
{
  mail_server_start (&self->server, "none", MAIL_SERVER_THIS_HOST, NULL, NULL);
  expect_no_login (self, TDM_MAIL_SECURITY_STARTTLS, TDM_MAIL_ERROR_ENCRYPTION);
  expect_no_login (self, TDM_MAIL_SECURITY_TLS, TDM_MAIL_ERROR_ENCRYPTION);
  expect_nothing_said (self);
}

static void
test_nobody_listens (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (self, TDM_MAIL_SECURITY_TLS, NULL, NULL);
  mail_server_end (&self->server);
  g_assert_false (send_letter (self, 1, &error));
  expect_error (error, TDM_MAIL_ERROR_CONNECT, "127.0.0.1");
}

static void
test_bad_addresses (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) letter = make_letter (1);
  g_autoptr (GError) error = NULL;

  start (self, TDM_MAIL_SECURITY_TLS, NULL, NULL);
  g_assert_false (send_bytes (self, letter, "anna@example.org>\r\nRCPT TO:<bo@example.org", NULL, &error));
  g_assert_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_ADDRESS);
  g_assert_nonnull (strstr (error->message, "bo@example.org"));
}

static void
read_line_cb (GObject *source, GAsyncResult *result, gpointer cancellable)
{
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);

  g_assert_nonnull (line);
  if (g_str_equal (line, "hanging"))
    g_cancellable_cancel (cancellable);
  else
    g_data_input_stream_read_line_async (G_DATA_INPUT_STREAM (source), G_PRIORITY_DEFAULT, NULL, read_line_cb,
                                         cancellable);
}

/* Stops when the server hangs, and not later than a person would wait. */
static void
expect_stopped (Fixture *self, const char *fault, GQuark domain, int code)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) letter = make_letter (1);
  g_autoptr (GError) error = NULL;

  start (self, TDM_MAIL_SECURITY_TLS, fault, "1");
  g_data_input_stream_read_line_async (self->server.output, G_PRIORITY_DEFAULT, NULL, read_line_cb, cancellable);
  g_test_timer_start ();
  g_assert_false (send_bytes (self, letter, "person1@example.org", cancellable, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 30);
}

static void
test_stop_before_data (Fixture *self, gconstpointer data)
{
  expect_stopped (self, "hang-before-data", G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (send_letter (self, 2, NULL));
}

static void
test_stop_after_data (Fixture *self, gconstpointer data)
{
  expect_stopped (self, "hang-after-data", TDM_MAIL_ERROR, TDM_MAIL_ERROR_UNKNOWN);
}

static void
test_stopped_before (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) letter = make_letter (1);
  g_autoptr (GError) error = NULL;

  start (self, TDM_MAIL_SECURITY_TLS, NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (send_bytes (self, letter, "person1@example.org", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  mail_server_end (&self->server);
  g_assert_cmpuint (mail_server_count_said (&self->server, "connected"), ==, 0);
}

#define ADD(path, func) ADD_DATA (path, func, NULL)
#define ADD_DATA(path, func, data) g_test_add (path, Fixture, data, NULL, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_DATA ("/smtp/all-over-one-connection/tls", test_all_over_one_connection, GINT_TO_POINTER (TDM_MAIL_SECURITY_TLS));
  ADD_DATA ("/smtp/all-over-one-connection/starttls", test_all_over_one_connection,
            GINT_TO_POINTER (TDM_MAIL_SECURITY_STARTTLS));
  ADD ("/smtp/test-sends-nothing", test_test_sends_nothing);
  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_autofree char *path = g_strconcat ("/smtp/trouble-at-17/", troubles[i].fault, NULL);

      ADD_DATA (path, test_trouble_at_17, &troubles[i]);
    }
  ADD ("/smtp/drop-in-data", test_drop_in_data);
  ADD ("/smtp/wrong-password", test_wrong_password);
  ADD ("/smtp/no-password", test_no_password);
  ADD ("/smtp/no-encryption-here", test_no_encryption_here);
  ADD ("/smtp/login-is-asked-for", test_login_is_asked_for);
  ADD ("/smtp/unknown-certificate", test_unknown_certificate);
  ADD ("/smtp/certificate-of-somebody-else", test_certificate_of_somebody_else);
  ADD ("/smtp/no-starttls", test_no_starttls);
  ADD ("/smtp/nobody-listens", test_nobody_listens);
  ADD ("/smtp/bad-addresses", test_bad_addresses);
  ADD ("/smtp/stop-before-data", test_stop_before_data);
  ADD ("/smtp/stop-after-data", test_stop_after_data);
  ADD ("/smtp/stopped-before", test_stopped_before);
  return g_test_run ();
}
