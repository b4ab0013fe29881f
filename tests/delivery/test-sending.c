/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sending-fixture.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "delivery/tdm-sending.h"
#include "mail/tdm-mail-error.h"
#include "messages/outbox-fixture.h"
#include "messages/tdm-outbox-message.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* Messages go out over a real server that misbehaves: none is lost, and none is sent twice as another one. */

typedef SendingFixture Fixture;

static void
run (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  sending_run (self, &error);
  g_assert_no_error (error);
}

static void
expect_error (Fixture *self, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sending_run (self, &error));
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
}

static void
expect_pending (Fixture *self, guint n)
{
  g_autoptr (GPtrArray) messages = sending_pending (self);

  g_assert_cmpuint (messages->len, ==, n);
}

static void
expect_rows (Fixture *self, guint n_handed_over, guint n_refused, guint n_unknown)
{
  g_assert_cmpuint (sending_count_rows (self, TDM_DELIVERY_HANDED_OVER), ==, n_handed_over);
  g_assert_cmpuint (sending_count_rows (self, TDM_DELIVERY_REFUSED), ==, n_refused);
  g_assert_cmpuint (sending_count_rows (self, TDM_DELIVERY_UNKNOWN), ==, n_unknown);
  g_assert_cmpuint (sending_count_rows (self, TDM_DELIVERY_READY), ==, 0);
}

static guint
count_letters (Fixture *self)
{
  return mail_server_count_said (&self->server, "letter ");
}

static void
read_letters (Fixture *self, guint wanted)
{
  while (count_letters (self) < wanted)
    {
      char *line = mail_server_read_line (&self->server);

      g_assert_nonnull (line);
      g_ptr_array_add (self->server.said, line);
    }
}

/* The one that waits with a reason */
static TdmOutboxMessage *
find_tried (GPtrArray *messages)
{
  TdmOutboxMessage *found = NULL;

  for (guint i = 0; i < messages->len; i++)
    if (*tdm_outbox_message_get_problem (messages->pdata[i]))
      {
        g_assert_null (found);
        found = messages->pdata[i];
      }
  g_assert_nonnull (found);
  return found;
}

static GBytes *
read_letter (Fixture *self, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".eml", NULL);
  g_autofree char *path = g_build_filename (self->server.folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

/* --- all goes well ---------------------------------------------------------------------- */

static void
test_forty_over_one_connection (Fixture *self, gconstpointer data)
{
  sending_start (self, NULL, NULL);
  expect_pending (self, SENDING_MESSAGES);
  run (self);
  g_assert_cmpint (self->n_sent, ==, SENDING_MESSAGES);
  g_assert_cmpuint (self->n_failed, ==, 0);
  expect_rows (self, SENDING_MESSAGES, 0, 0);
  expect_pending (self, 0);
  mail_server_end (&self->server);
  sending_expect_all_once (self);
  g_assert_cmpuint (count_letters (self), ==, SENDING_MESSAGES);
  g_assert_cmpuint (mail_server_count_said (&self->server, "connected"), ==, 1);
  sending_open (self);
  expect_pending (self, 0);
  expect_rows (self, SENDING_MESSAGES, 0, 0);
}

/* --- one does not arrive ------------------------------------------------------------------ */

static void
test_the_others_go (Fixture *self, gconstpointer fault)
{
  sending_start (self, fault, "17");
  run (self);
  g_assert_cmpint (self->n_sent, ==, SENDING_MESSAGES - 1);
  g_assert_cmpuint (self->n_failed, ==, 1);
  expect_rows (self, SENDING_MESSAGES - 1, 1, 0);
  sending_open (self);
  expect_pending (self, 1);
  {
    g_autoptr (GPtrArray) messages = sending_pending (self);

    g_assert_cmpint (tdm_outbox_message_get_delivery (messages->pdata[0]), ==, TDM_DELIVERY_REFUSED);
    g_test_message ("%s", tdm_outbox_message_get_problem (find_tried (messages)));
  }
  run (self);
  g_assert_cmpint (self->n_sent, ==, 1);
  expect_rows (self, SENDING_MESSAGES, 0, 0);
  expect_pending (self, 0);
  mail_server_end (&self->server);
  sending_expect_all_once (self);
  g_assert_cmpuint (count_letters (self), ==, SENDING_MESSAGES);
}

/* The connection comes back before anything of the letter had gone. */
static void
test_dropped_before_data (Fixture *self, gconstpointer data)
{
  sending_start (self, "drop-before-data", "17");
  run (self);
  g_assert_cmpint (self->n_sent, ==, SENDING_MESSAGES);
  expect_rows (self, SENDING_MESSAGES, 0, 0);
  mail_server_end (&self->server);
  sending_expect_all_once (self);
  g_assert_cmpuint (count_letters (self), ==, SENDING_MESSAGES);
}

/* Nobody knows whether one arrived: it waits, and goes again as the very same. */
static void
test_dropped_after_data (Fixture *self, gconstpointer fault)
{
  gboolean arrived = g_str_equal (fault, "drop-and-keep");
  g_autofree char *id = NULL;
  g_autoptr (GBytes) first = NULL, second = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  sending_start (self, fault, "17");
  run (self);
  g_assert_cmpint (self->n_sent, ==, SENDING_MESSAGES - 1);
  g_assert_cmpuint (self->n_failed, ==, 1);
  expect_rows (self, SENDING_MESSAGES - 1, 0, 1);
  sending_open (self);
  messages = sending_pending (self);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpint (tdm_outbox_message_get_delivery (messages->pdata[0]), ==, TDM_DELIVERY_UNKNOWN);
  g_test_message ("%s", tdm_outbox_message_get_problem (find_tried (messages)));
  id = g_strdup (tdm_outbox_message_get_id (messages->pdata[0]));
  first = arrived ? read_letter (self, id) : NULL;
  run (self);
  g_assert_cmpint (self->n_sent, ==, 1);
  expect_rows (self, SENDING_MESSAGES, 0, 0);
  expect_pending (self, 0);
  second = read_letter (self, id);
  g_assert_true (!first || g_bytes_equal (first, second));
  mail_server_end (&self->server);
  sending_expect_all_once (self);
  g_assert_cmpuint (count_letters (self), ==, SENDING_MESSAGES + (arrived ? 1 : 0));
}

/* What failed in between for another reason does not make a new message of it. */
static void
test_a_doubt_outlives_a_wrong_password (Fixture *self, gconstpointer data)
{
  sending_start (self, "drop-and-keep", "17");
  run (self);
  self->password = "guessed";
  expect_error (self, TDM_MAIL_ERROR, TDM_MAIL_ERROR_LOGIN);
  expect_rows (self, SENDING_MESSAGES - 1, 0, 1);
  self->password = MAIL_SERVER_PASSWORD;
  sending_open (self);
  run (self);
  expect_pending (self, 0);
  mail_server_end (&self->server);
  sending_expect_all_once (self);
}

/* --- none goes ------------------------------------------------------------------------------ */

static void
expect_nothing_sent (Fixture *self)
{
  expect_rows (self, 0, 0, 0);
  expect_pending (self, SENDING_MESSAGES);
  mail_server_end (&self->server);
  g_assert_cmpuint (count_letters (self), ==, 0);
}

static void
test_wrong_password (Fixture *self, gconstpointer data)
{
  sending_start (self, NULL, NULL);
  self->password = "guessed";
  expect_error (self, TDM_MAIL_ERROR, TDM_MAIL_ERROR_LOGIN);
  expect_nothing_sent (self);
}

static void
test_unknown_certificate (Fixture *self, gconstpointer data)
{
  mail_server_start (&self->server, "tls", MAIL_SERVER_THIS_HOST, NULL, NULL);
  expect_error (self, TDM_MAIL_ERROR, TDM_MAIL_ERROR_CERTIFICATE);
  expect_nothing_sent (self);
}

static void
test_nothing_goes_from_a_file_that_is_only_read (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->round);
  tdm_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_READ_ONLY, &error);
  self->round = g_list_model_get_item (tdm_workspace_get_rounds (self->workspace), 0);
  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_MEETINGS, self->round);
  sending_start (self, NULL, NULL);
  expect_error (self, TDM_FILE_ERROR, TDM_FILE_ERROR_READ_ONLY);
  expect_nothing_sent (self);
}

/* --- stopped ---------------------------------------------------------------------------------- */

static void
test_stopped_in_the_middle (Fixture *self, gconstpointer data)
{
  sending_start (self, NULL, NULL);
  self->stop_after = 11;
  expect_error (self, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  expect_rows (self, 11, 0, 0);
  self->stop_after = 0;
  sending_open (self);
  expect_pending (self, SENDING_MESSAGES - 11);
  run (self);
  g_assert_cmpint (self->n_sent, ==, SENDING_MESSAGES - 11);
  expect_pending (self, 0);
  mail_server_end (&self->server);
  sending_expect_all_once (self);
  g_assert_cmpuint (count_letters (self), ==, SENDING_MESSAGES);
}

/* The last one that left is in the file before it is closed. */
static void
test_closed_in_the_middle (Fixture *self, gconstpointer data)
{
  sending_start (self, NULL, NULL);
  self->close_after = 11;
  expect_error (self, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  self->close_after = 0;
  sending_open (self);
  expect_rows (self, 11, 0, 0);
  run (self);
  g_assert_cmpint (self->n_sent, ==, SENDING_MESSAGES - 11);
  expect_pending (self, 0);
  mail_server_end (&self->server);
  sending_expect_all_once (self);
  g_assert_cmpuint (count_letters (self), ==, SENDING_MESSAGES);
}

static void
read_line_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;
  char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);

  g_assert_nonnull (line);
  g_ptr_array_add (self->server.said, line);
  if (g_str_equal (line, "hanging"))
    g_cancellable_cancel (self->cancellable);
  else
    g_data_input_stream_read_line_async (self->server.output, G_PRIORITY_DEFAULT, NULL, read_line_cb, self);
}

/* Somebody loses patience with a server that has the letter and gives no receipt: that one may have arrived. */
static void
test_stopped_while_one_is_in_doubt (Fixture *self, gconstpointer data)
{
  sending_start (self, "hang-after-data", "17");
  g_data_input_stream_read_line_async (self->server.output, G_PRIORITY_DEFAULT, NULL, read_line_cb, self);
  expect_error (self, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  expect_rows (self, 16, 0, 1);
  sending_open (self);
  expect_pending (self, SENDING_MESSAGES - 16);
  run (self);
  expect_rows (self, SENDING_MESSAGES, 0, 0);
  expect_pending (self, 0);
  read_letters (self, SENDING_MESSAGES + 1);
  sending_expect_all_once (self);
}

/* --- killed ------------------------------------------------------------------------------------- */

/* The one that is killed: sends all, and ends only if nobody stops it. */
static int
run_sender (const char *path, const char *port, const char *authority, gint64 now)
{
  Fixture self = { .folder = { .path = (char *) path }, .password = MAIL_SERVER_PASSWORD };

  tdm_clock_freeze (now);
  self.server.account = g_object_new (TDM_TYPE_MAIL_ACCOUNT, "server", "127.0.0.1", "port", atoi (port), "user",
                                      MAIL_SERVER_USER, "authority", authority, NULL);
  sending_open (&self);
  return sending_run (&self, NULL) ? 0 : 1;
}

static GSubprocess *
start_sender (Fixture *self)
{
  g_autofree char *port = g_strdup_printf ("%u", tdm_mail_account_get_port (self->server.account));
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, tdm_clock_now ());
  g_autoptr (GError) error = NULL;
  GSubprocess *process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--sender", self->folder.path, port,
                      tdm_mail_account_get_authority (self->server.account), now, NULL);

  g_assert_no_error (error);
  return process;
}

/* Right behind the server's receipt: what the sender has written down by then is left to chance. */
static void
test_killed (Fixture *self, gconstpointer wanted)
{
  g_autoptr (GSubprocess) sender = NULL;
  guint n_sent;

  tdm_workspace_close (self->workspace);
  sending_start (self, NULL, NULL);
  sender = start_sender (self);
  read_letters (self, GPOINTER_TO_UINT (wanted));
  g_subprocess_send_signal (sender, SIGKILL);
  g_subprocess_wait (sender, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (sender));

  sending_open (self);
  n_sent = sending_count_rows (self, TDM_DELIVERY_HANDED_OVER);
  g_assert_cmpuint (n_sent, <, SENDING_MESSAGES);
  g_assert_cmpuint (sending_count_rows (self, TDM_DELIVERY_READY), ==, SENDING_MESSAGES - n_sent);
  run (self);
  expect_rows (self, SENDING_MESSAGES, 0, 0);
  expect_pending (self, 0);
  mail_server_end (&self->server);
  sending_expect_all_once (self);
  g_assert_cmpuint (count_letters (self), <=, SENDING_MESSAGES + 1);
}

/* --- in order ----------------------------------------------------------------------------------- */

static void
change_twice (Fixture *self)
{
  g_autoptr (TdmPair) pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  TdmTestProgramme programme = { .folder = self->folder, .workspace = self->workspace, .pair = pair };

  outbox_cancel (&programme, outbox_meeting (&programme, "2026-10-13"));
  outbox_move (&programme, outbox_meeting (&programme, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
}

static void
expect_order (Fixture *self, const char *address)
{
  g_autoptr (GHashTable) arrived = sending_arrived (self);
  GPtrArray *ids = g_hash_table_lookup (arrived, address);
  static const char *const methods[] = { "method=REQUEST", "method=CANCEL", "method=REQUEST" };

  g_assert_nonnull (ids);
  g_assert_cmpuint (ids->len, ==, G_N_ELEMENTS (methods));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GBytes) letter = read_letter (self, ids->pdata[i]);

      g_assert_nonnull (g_strstr_len (g_bytes_get_data (letter, NULL), g_bytes_get_size (letter), methods[i]));
    }
}

static void
test_two_changes_in_order (Fixture *self, gconstpointer data)
{
  sending_start (self, NULL, NULL);
  run (self);
  change_twice (self);
  run (self);
  g_assert_cmpint (self->n_sent, ==, 4);
  expect_pending (self, 0);
  mail_server_end (&self->server);
  expect_order (self, "mia1@example.org");
  expect_order (self, "max1@example.org");
}

/* The second makes no sense without the first. */
static void
test_the_second_waits_for_the_first (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;

  sending_start (self, "refuse", "41");
  run (self);
  change_twice (self);
  run (self);
  g_assert_cmpint (self->n_sent, ==, 2);
  g_assert_cmpuint (self->n_failed, ==, 2);
  messages = sending_pending (self);
  g_assert_cmpuint (messages->len, ==, 2);
  g_assert_cmpstr (tdm_outbox_message_get_email (messages->pdata[0]), ==, "mia1@example.org");
  g_assert_nonnull (strstr (tdm_outbox_message_get_problem (messages->pdata[0]), "5.1.1 nobody here"));
  g_assert_cmpstr (tdm_outbox_message_get_problem (messages->pdata[1]), ==,
                   "This waits until the message before it is sent.");
  run (self);
  g_assert_cmpint (self->n_sent, ==, 2);
  expect_pending (self, 0);
  mail_server_end (&self->server);
  expect_order (self, "mia1@example.org");
  expect_order (self, "max1@example.org");
}

#define ADD_DATA(name, func, data) g_test_add ("/sending/" name, Fixture, data, sending_set_up, func, sending_tear_down)
#define ADD(name, func) ADD_DATA (name, func, NULL)

int
main (int argc, char **argv)
{
  if (argc == 6 && g_str_equal (argv[1], "--sender"))
    return run_sender (argv[2], argv[3], argv[4], g_ascii_strtoll (argv[5], NULL, 10));

  tdm_test_init (&argc, &argv);
  ADD ("forty-over-one-connection", test_forty_over_one_connection);
  ADD_DATA ("the-others-go/refused", test_the_others_go, "refuse");
  ADD_DATA ("the-others-go/refused-content", test_the_others_go, "refuse-content");
  ADD_DATA ("the-others-go/not-now", test_the_others_go, "not-now");
  ADD ("dropped-before-data", test_dropped_before_data);
  ADD_DATA ("dropped-after-data/kept", test_dropped_after_data, "drop-and-keep");
  ADD_DATA ("dropped-after-data/lost", test_dropped_after_data, "drop-and-lose");
  ADD ("a-doubt-outlives-a-wrong-password", test_a_doubt_outlives_a_wrong_password);
  ADD ("wrong-password", test_wrong_password);
  ADD ("unknown-certificate", test_unknown_certificate);
  ADD ("nothing-goes-from-a-file-that-is-only-read", test_nothing_goes_from_a_file_that_is_only_read);
  ADD ("stopped-in-the-middle", test_stopped_in_the_middle);
  ADD ("closed-in-the-middle", test_closed_in_the_middle);
  ADD ("stopped-while-one-is-in-doubt", test_stopped_while_one_is_in_doubt);
  ADD_DATA ("killed/at-1", test_killed, GUINT_TO_POINTER (1));
  ADD_DATA ("killed/at-10", test_killed, GUINT_TO_POINTER (10));
  ADD_DATA ("killed/at-25", test_killed, GUINT_TO_POINTER (25));
  ADD ("two-changes-in-order", test_two_changes_in_order);
  ADD ("the-second-waits-for-the-first", test_the_second_waits_for_the_first);
  return g_test_run ();
}
