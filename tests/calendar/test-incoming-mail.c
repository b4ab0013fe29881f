/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-incoming-event.h"
#include "calendar/tdm-incoming.h"

#include <string.h>

/* Answers as they come by mail: each on its own, and without times that nobody needs. */

typedef struct
{
  GPtrArray *problems;
  GPtrArray *events;
  gboolean has_todos;
  GError *error;
} Read;

static void
read_clear (Read *self)
{
  g_ptr_array_unref (self->problems);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

#define BEGIN "BEGIN:VEVENT\r\nUID:lunch-1\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.org\r\n"
#define END "END:VEVENT\r\n"
#define EVENT(lines) BEGIN lines END

static Read
read_mail (const char *method, const char *mail_method, const char *events)
{
  g_autofree char *line = *method ? g_strdup_printf ("METHOD:%s\r\n", method) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\n%s%sEND:VCALENDAR\r\n", line, events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  Read self = { .problems = g_ptr_array_new_with_free_func (g_free) };

  self.events = tdm_incoming_read (bytes, mail_method, self.problems, &self.has_todos, &self.error);
  return self;
}

/* What is left of a good answer beside a bad one */
static void
test_one_bad_of_two (gconstpointer bad)
{
  g_autofree char *both = g_strconcat (EVENT (""), bad, NULL);
  g_auto (Read) read = read_mail ("REPLY", NULL, both);

  g_assert_no_error (read.error);
  g_assert_cmpuint (read.events->len, ==, 1);
  g_assert_false (((TdmIncomingEvent *) read.events->pdata[0])->has_recurrence_id);
  g_assert_cmpuint (read.problems->len, ==, 1);
}

static void
test_only_a_bad_one (void)
{
  g_auto (Read) read = read_mail ("REPLY", NULL, EVENT ("RECURRENCE-ID:soon\r\n"));

  g_assert_no_error (read.error);
  g_assert_cmpuint (read.events->len, ==, 0);
  g_assert_cmpuint (read.problems->len, ==, 1);
  g_assert_cmpstr (read.problems->pdata[0], ==, "Something in this file cannot be read: “RECURRENCE-ID”.");
}

/* A series without one of its dates would be another one. */
static void
test_invitations_are_whole (void)
{
  g_auto (Read) read = read_mail ("REQUEST", "REPLY", EVENT ("DTSTART:20261208T090000Z\r\n")
                                  EVENT ("DTSTART:20261208T090000Z\r\nRECURRENCE-ID;TZID=Mars:20261208T100000\r\n"));

  g_assert_null (read.events);
  g_assert_error (read.error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNKNOWN_ZONE);
  g_assert_cmpuint (read.problems->len, ==, 0);
}

static void
test_times_that_nobody_needs (gconstpointer lines)
{
  g_autofree char *text = g_strconcat (BEGIN, lines, END, NULL);
  g_auto (Read) read = read_mail ("REPLY", NULL, text);
  TdmIncomingEvent *event;

  g_assert_no_error (read.error);
  g_assert_cmpuint (read.problems->len, ==, 0);
  g_assert_cmpuint (read.events->len, ==, 1);
  event = read.events->pdata[0];
  g_assert_cmpint (event->start_instant, ==, 0);
  g_assert_cmpstr (event->zone, ==, "");
  g_assert_cmpuint (event->attendees->len, ==, 1);
}

/* What the clocks showed is known all the same. */
static void
test_a_zone_that_nobody_knows (void)
{
  g_auto (Read) read = read_mail ("REPLY", NULL, EVENT ("DTSTART;TZID=Mars:20261208T100000\r\n"));

  g_assert_cmpstr (((TdmIncomingEvent *) read.events->pdata[0])->start_local, ==, "2026-12-08T10:00:00");
}

static void
assert_method (const char *method, const char *mail_method, TdmIncomingMethod expected)
{
  g_auto (Read) read = read_mail (method, mail_method, EVENT ("DTSTART:20261208T090000Z\r\n"));

  g_assert_no_error (read.error);
  g_assert_cmpint (((TdmIncomingEvent *) read.events->pdata[0])->method, ==, expected);
}

static void
test_method (void)
{
  assert_method ("", "REPLY", TDM_INCOMING_REPLY);
  assert_method ("", "reply", TDM_INCOMING_REPLY);
  assert_method ("", "Request", TDM_INCOMING_REQUEST);
  assert_method ("", "", TDM_INCOMING_PUBLISH);
  assert_method ("", NULL, TDM_INCOMING_PUBLISH);
  assert_method ("", "dance", TDM_INCOMING_PUBLISH);
  assert_method ("CANCEL", "REPLY", TDM_INCOMING_CANCEL);
}

/* Its tasks are looked for only where there may be some, also behind what cannot be read. */
static void
test_tasks_beside (void)
{
  g_auto (Read) none = read_mail ("REPLY", "REPLY", EVENT ("DESCRIPTION:BEGIN:VTODO\r\n"));
  g_auto (Read) some = read_mail ("REPLY", "REPLY", EVENT ("") "BEGIN:vto\r\n do\r\nUID:a\r\nEND:vtodo\r\n");
  g_auto (Read) behind = read_mail ("", "", EVENT ("DTSTART:soon\r\n") "BEGIN:VTODO\r\nUID:a\r\nEND:VTODO\r\n");

  g_assert_false (none.has_todos);
  g_assert_true (some.has_todos);
  g_assert_nonnull (behind.error);
  g_assert_true (behind.has_todos);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/incoming-mail/one-bad-of-two/zone", EVENT ("RECURRENCE-ID;TZID=Mars:20261208T100000\r\n"),
                        test_one_bad_of_two);
  g_test_add_data_func ("/incoming-mail/one-bad-of-two/line", EVENT ("RECURRENCE-ID:soon\r\n"), test_one_bad_of_two);
  g_test_add_data_func ("/incoming-mail/one-bad-of-two/attendee", EVENT ("ATTENDEE\r\n"), test_one_bad_of_two);
  g_test_add_func ("/incoming-mail/only-a-bad-one", test_only_a_bad_one);
  g_test_add_func ("/incoming-mail/invitations-are-whole", test_invitations_are_whole);
  g_test_add_data_func ("/incoming-mail/no-times/zone", "DTSTART;TZID=Mars:20261208T100000\r\n",
                        test_times_that_nobody_needs);
  g_test_add_data_func ("/incoming-mail/no-times/word", "DTSTART:soon\r\nDTEND:later\r\n",
                        test_times_that_nobody_needs);
  g_test_add_data_func ("/incoming-mail/no-times/rule", "RRULE:FREQ=HOURLY\r\nRRULE:FREQ=WEEKLY;INTERVAL=0\r\n",
                        test_times_that_nobody_needs);
  g_test_add_func ("/incoming-mail/a-zone-that-nobody-knows", test_a_zone_that_nobody_knows);
  g_test_add_func ("/incoming-mail/method", test_method);
  g_test_add_func ("/incoming-mail/tasks-beside", test_tasks_beside);
  return g_test_run ();
}
