/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-incoming-event.h"
#include "calendar/tdm-incoming.h"
#include "calendar/tdm-reply-message.h"

#include <string.h>

/* Answers as they go out to whoever invited. */

static TdmReplyMessage
make_reply (void)
{
  return (TdmReplyMessage) {
    .uid = "040000008200E00074C5B7101A82E008", .sequence = 3, .stamp = 1784102400,
    .organizer_name = "Kim Vogt", .organizer_email = "kim.vogt@example.org",
    .name = "Anna Beck", .email = "anna.beck@example.org", .reply = TDM_REPLY_ACCEPTED,
    .summary = "Tandem: Anna & Bo", .zone = "Europe/Berlin", .start = "2026-08-11T10:00:00", .minutes = 60,
  };
}

static char *
write (const TdmReplyMessage *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tdm_reply_message_write (reply, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_whole (void)
{
  TdmReplyMessage reply = make_reply ();
  g_autofree char *text = write (&reply);

  g_assert_nonnull (strstr (text, "\r\nMETHOD:REPLY\r\n"));
  g_assert_nonnull (strstr (text, "\r\nTZID:Europe/Berlin\r\n"));
  g_assert_cmpstr (strstr (text, "BEGIN:VEVENT"), ==,
                   "BEGIN:VEVENT\r\n"
                   "UID:040000008200E00074C5B7101A82E008\r\n"
                   "SEQUENCE:3\r\n"
                   "DTSTAMP:20260715T080000Z\r\n"
                   "DTSTART;TZID=Europe/Berlin:20260811T100000\r\n"
                   "DTEND;TZID=Europe/Berlin:20260811T110000\r\n"
                   "ORGANIZER;CN=Kim Vogt:mailto:kim.vogt@example.org\r\n"
                   "ATTENDEE;PARTSTAT=ACCEPTED;CN=Anna Beck:mailto:anna.beck@example.org\r\n"
                   "SUMMARY:Tandem: Anna & Bo\r\n"
                   "END:VEVENT\r\n"
                   "END:VCALENDAR\r\n");
}

static void
test_one_date (void)
{
  TdmReplyMessage reply = make_reply ();
  g_autofree char *text = NULL;

  reply.original = "2026-11-10T10:00:00";
  reply.start = "2026-11-12T14:00:00";
  reply.reply = TDM_REPLY_TENTATIVE;
  text = write (&reply);
  g_assert_nonnull (strstr (text, "\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261110T100000\r\n"));
  g_assert_nonnull (strstr (text, "\r\nATTENDEE;PARTSTAT=TENTATIVE;"));
}

/* Whoever invited chose the time; there is an answer to it all the same. */
static void
test_date_in_the_hour_left_out (void)
{
  TdmReplyMessage reply = make_reply ();
  g_autofree char *text = NULL;

  reply.original = "2027-03-28T02:30:00";
  reply.start = "2027-03-28T03:30:00";
  text = write (&reply);
  g_assert_nonnull (strstr (text, "\r\nRECURRENCE-ID;TZID=Europe/Berlin:20270328T023000\r\n"));
}

/* What Tandem sends, Tandem understands. */
static void
test_is_read_back (void)
{
  TdmReplyMessage reply = make_reply ();
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) events = NULL;
  TdmIncomingEvent *event;
  TdmIncomingAttendee *attendee;

  reply.reply = TDM_REPLY_DECLINED;
  reply.original = "2026-08-11T10:00:00";
  text = write (&reply);
  bytes = g_bytes_new (text, strlen (text));
  events = tdm_incoming_read (bytes, NULL, NULL, NULL, NULL);
  g_assert_nonnull (events);
  g_assert_cmpuint (events->len, ==, 1);
  event = events->pdata[0];
  g_assert_cmpint (event->method, ==, TDM_INCOMING_REPLY);
  g_assert_cmpstr (event->uid, ==, reply.uid);
  g_assert_cmpint (event->sequence, ==, 3);
  g_assert_true (event->has_recurrence_id);
  g_assert_cmpint (event->recurrence_instant, ==, 1786435200);
  g_assert_cmpstr (event->organizer_email, ==, "kim.vogt@example.org");
  g_assert_cmpstr (event->comment, ==, "");
  g_assert_cmpuint (event->attendees->len, ==, 1);
  attendee = event->attendees->pdata[0];
  g_assert_cmpstr (attendee->email, ==, "anna.beck@example.org");
  g_assert_cmpint (attendee->partstat, ==, TDM_REPLY_DECLINED);
}

/* An address goes into the file as it is: it must be one. */
static void
test_bad_address (void)
{
  TdmReplyMessage reply = make_reply ();
  g_autoptr (GError) error = NULL;

  reply.organizer_email = "kim@example.org\r\nX-EVIL:1";
  g_assert_null (tdm_reply_message_write (&reply, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_ADDRESS);
}

static void
test_utc (void)
{
  TdmReplyMessage reply = make_reply ();
  g_autofree char *text = NULL;

  reply.zone = "UTC";
  text = write (&reply);
  g_assert_nonnull (strstr (text, "DTSTART;TZID=UTC:20260811T100000\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-message/whole", test_whole);
  g_test_add_func ("/reply-message/one-date", test_one_date);
  g_test_add_func ("/reply-message/date-in-the-hour-left-out", test_date_in_the_hour_left_out);
  g_test_add_func ("/reply-message/is-read-back", test_is_read_back);
  g_test_add_func ("/reply-message/bad-address", test_bad_address);
  g_test_add_func ("/reply-message/utc", test_utc);
  return g_test_run ();
}
