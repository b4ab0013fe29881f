/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-calendar-limits.h"
#include "calendar/tdm-incoming.h"
#include "hostile-made.h"

#include <libical/ical.h>
#include <malloc.h>
#include <string.h>

/* Files that somebody made who means harm, or who knows no better: each is refused with a message or read without
 * harm, at once. */

/* How often small and large files are read again, and the bytes that this may leave behind. malloc() keeps some pieces
 * at hand; the smallest leak in one small file would be more. */
#ifdef __SANITIZE_ADDRESS__
#define SECONDS_MOST 10
#define ROUNDS 50
#define GROWTH_MOST 100

size_t __sanitizer_get_current_allocated_bytes (void);
#else
#define SECONDS_MOST 1
#define ROUNDS 1000
#define GROWTH_MOST (16 * 1024)
#endif
#define ROUNDS_OF_LARGE 5

typedef struct
{
  const char *name;
  /* A FINE file has one event, unless it has @events. */
  int result;
  const char *text;
  guint events;
} Written;

static const Written written[] = {
  { "seconds", TDM_CALENDAR_ERROR_BAD_RULE,
    HEAD EVENT "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\n" TAIL },
  { "minutes", TDM_CALENDAR_ERROR_BAD_RULE, HEAD EVENT "RRULE:FREQ=MINUTELY;BYMONTHDAY=31;BYMONTH=4\r\n" TAIL },
  { "hours", TDM_CALENDAR_ERROR_BAD_RULE, HEAD EVENT "RRULE:INTERVAL=9;FREQ=HOURLY\r\n" TAIL },
  { "seconds-excluded", TDM_CALENDAR_ERROR_BAD_RULE, HEAD EVENT "EXRULE:FREQ=SECONDLY\r\n" TAIL },
  { "seconds-lower-case", TDM_CALENDAR_ERROR_BAD_RULE, HEAD EVENT "rrule;x=\"a:b\":freq=secondly\r\n" TAIL },
  { "seconds-twice", TDM_CALENDAR_ERROR_BAD_RULE, HEAD EVENT "RRULE:FREQ=DAILY;FREQ=SECONDLY\r\n" TAIL },
  { "seconds-folded", TDM_CALENDAR_ERROR_BAD_RULE, HEAD EVENT "RRULE:FRE\r\n Q=SECO\r\n\tNDLY\r\n" TAIL },
  { "no-frequency", TDM_CALENDAR_ERROR_BAD_RULE, HEAD EVENT "RRULE:COUNT=3\r\n" TAIL },
  { "zone-seconds", TDM_CALENDAR_ERROR_UNKNOWN_ZONE,
    HEAD ZONE ("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\n") IN_ZONE },
  { "zone-minutes", TDM_CALENDAR_ERROR_UNKNOWN_ZONE,
    HEAD ZONE ("RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30\r\n") IN_ZONE },
  { "zone-never", FINE, HEAD ZONE ("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n") IN_ZONE },
  { "zone-offset", TDM_CALENDAR_ERROR_UNKNOWN_ZONE, HEAD ZONE ("TZOFFSETTO:+9999999999\r\n") IN_ZONE },
  { "zone-far-offset", TDM_CALENDAR_ERROR_UNKNOWN_ZONE,
    "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+9999\r\nTZOFFSETTO:+9999\r\n"
    "DTSTART:20001029T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" IN_ZONE },
  { "zone-nobody-knows", TDM_CALENDAR_ERROR_UNKNOWN_ZONE, HEAD IN_ZONE },
  { "zone-is-a-file", TDM_CALENDAR_ERROR_UNKNOWN_ZONE,
    HEAD "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=../../../etc/passwd:20261201T100000\r\n" TAIL },
  { "ninth-in-month", FINE, HEAD EVENT "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9\r\n" TAIL },
  { "monday-53", FINE, HEAD EVENT "RRULE:FREQ=MONTHLY;BYDAY=53MO\r\n" TAIL },
  { "monday-6", FINE, HEAD EVENT "RRULE:FREQ=MONTHLY;BYDAY=6MO;COUNT=3\r\n" TAIL },
  { "february-30", FINE, HEAD EVENT "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2\r\n" TAIL },
  { "interval-0", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "RRULE:FREQ=WEEKLY;INTERVAL=0\r\n" TAIL },
  { "count-and-until", TDM_CALENDAR_ERROR_UNREADABLE,
    HEAD EVENT "RRULE:FREQ=WEEKLY;COUNT=3;UNTIL=20270101T000000Z\r\n" TAIL },
  { "part-twice", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "RRULE:FREQ=WEEKLY;COUNT=3;COUNT=4\r\n" TAIL },
  { "count-huge", FINE, HEAD EVENT "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2000000000\r\n" TAIL },
  { "sequence-abc", FINE, HEAD EVENT "SEQUENCE:abc\r\n" TAIL },
  { "sequence-huge", FINE, HEAD EVENT "SEQUENCE:99999999999999999999\r\n" TAIL },
  { "sequence-negative", FINE, HEAD EVENT "SEQUENCE:-5\r\n" TAIL },
  { "month-13", TDM_CALENDAR_ERROR_UNREADABLE, HEAD "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261301T090000Z\r\n" TAIL },
  { "month-0", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "EXDATE:20260001T090000Z\r\n" TAIL },
  { "day-31", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "RECURRENCE-ID:20260431T090000Z\r\n" TAIL },
  { "hour-25", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "DTEND:20261201T250000Z\r\n" TAIL },
  { "year-9999", TDM_CALENDAR_ERROR_NO_SUCH_TIME, HEAD "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:99991231T235959Z\r\n" TAIL },
  { "year-0", TDM_CALENDAR_ERROR_UNREADABLE, HEAD "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:00000101T000000Z\r\n" TAIL },
  { "signs-in-a-time", TDM_CALENDAR_ERROR_UNREADABLE,
    HEAD "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:2026-1-1T-9-0-0\r\n" TAIL },
  { "duration-negative", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "DURATION:-PT1H\r\n" TAIL },
  { "duration-huge", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "DURATION:P2147483647W\r\n" TAIL },
  { "duration-overflow", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "DURATION:P99999999999999999999D\r\n" TAIL },
  { "ends-before", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "DTEND:20261130T090000Z\r\n" TAIL },
  { "recurrence-day", FINE, HEAD EVENT "RECURRENCE-ID;VALUE=DATE:20261201\r\n" TAIL },
  { "value-type", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "DTEND;VALUE=BINARY:20261201T100000Z\r\n" TAIL },
  { "partstat-foo", FINE, HEAD EVENT "ATTENDEE;PARTSTAT=X-FOO:mailto:eve@x.de\r\n" TAIL },
  { "mail-injection", FINE, HEAD EVENT "ATTENDEE:mailto:eve@x.de%0d%0aX-INJECTED:yes\r\n" TAIL },
  { "name-injection", FINE, HEAD EVENT "ATTENDEE;CN=\"Eve\\r\\nX-INJECTED:yes^n\":mailto:eve@x.de\r\n" TAIL },
  { "bidi", FINE, HEAD EVENT "SUMMARY:\xe2\x80\xae\xe2\x81\xa6txt.exe\x1b[31m\x07\r\n" TAIL },
  { "quote-not-closed", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "ATTENDEE;CN=\"Eve:mailto:eve@x.de\r\n" TAIL },
  { "quote-not-closed-before-end", TDM_CALENDAR_ERROR_UNREADABLE,
    HEAD "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=\"Europe/Berlin:20261201T100000\r\n" TAIL },
  { "attachment", FINE, HEAD EVENT "ATTACH;ENCODING=BASE64;VALUE=BINARY:####\r\nATTACH:file:///etc/passwd\r\n" TAIL },
  { "alarm", FINE,
    HEAD EVENT "BEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:rm -rf\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n" TAIL },
  { "own-errors", FINE, HEAD EVENT "X-LIC-ERROR:in RRULE property\r\nX-LIC-ERROR:DTSTART\r\n" TAIL },
  { "empty", TDM_CALENDAR_ERROR_NOT_CALENDAR, "" },
  { "blank", TDM_CALENDAR_ERROR_NOT_CALENDAR, "\r\n \r\n\t\r\n" },
  { "html", TDM_CALENDAR_ERROR_NOT_CALENDAR, "<!DOCTYPE html><html><body>" HEAD EVENT TAIL "</body></html>" },
  { "contact", TDM_CALENDAR_ERROR_NOT_CALENDAR, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Eve\r\nEND:VCARD\r\n" },
  { "no-event", TDM_CALENDAR_ERROR_NOT_CALENDAR, HEAD "END:VCALENDAR\r\n" },
  { "task-only", TDM_CALENDAR_ERROR_NOT_CALENDAR,
    HEAD "BEGIN:VTODO\r\nUID:1\r\nRRULE:FREQ=SECONDLY\r\nEND:VTODO\r\nEND:VCALENDAR\r\n" },
  { "truncated", TDM_CALENDAR_ERROR_NOT_CALENDAR, HEAD EVENT "SUMMARY:Hal" },
  { "truncated-after-event", TDM_CALENDAR_ERROR_NOT_CALENDAR, HEAD EVENT "END:VEVENT\r\n" },
  { "wrong-end", TDM_CALENDAR_ERROR_NOT_CALENDAR, HEAD EVENT "END:VCALENDAR\r\nEND:VEVENT\r\n" },
  { "end-of-itself", TDM_CALENDAR_ERROR_NOT_CALENDAR, HEAD EVENT "END:END\r\n" TAIL },
  { "end-first", TDM_CALENDAR_ERROR_NOT_CALENDAR, "END:VCALENDAR\r\n" HEAD EVENT TAIL },
  { "begin-nothing", TDM_CALENDAR_ERROR_NOT_CALENDAR, HEAD EVENT "BEGIN\r\n" TAIL },
  { "uid-twice", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "UID:2\r\n" TAIL },
  { "start-twice", TDM_CALENDAR_ERROR_UNREADABLE, HEAD EVENT "DTSTART:20261202T090000Z\r\n" TAIL },
  { "calendars", FINE, HEAD EVENT TAIL HEAD EVENT TAIL HEAD EVENT TAIL, 3 },
  { "old-version", FINE,
    "BEGIN:VCALENDAR\r\nVERSION:1.0\r\n" EVENT "SUMMARY;ENCODING=QUOTED-PRINTABLE:=C3=\r\n=A4\r\n" TAIL },
  { "old-rule", TDM_CALENDAR_ERROR_BAD_RULE,
    "BEGIN:VCALENDAR\r\nVERSION:1.0\r\n" EVENT "RRULE:MP1 1+ TU #12\r\n" TAIL },
  { "lines-lf", FINE, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:a\n b\nEND:VEVENT\nEND:VCALENDAR" },
  { "lines-cr", FINE, "BEGIN:VCALENDAR\rBEGIN:VEVENT\rUID:1\rSUMMARY:a\r b\rEND:VEVENT\rEND:VCALENDAR\r" },
  { "lines-cr-cr-lf", FINE,
    "BEGIN:VCALENDAR\r\r\nBEGIN:VEVENT\r\r\nUID:1\r\r\nEND:VEVENT\r\r\nEND:VCALENDAR\r\r\n" },
  { "mark", FINE, "\xef\xbb\xbf" HEAD EVENT TAIL },
  { "latin-1", FINE, HEAD EVENT "SUMMARY:M\xfcller\r\n" TAIL },
  { "no-charset", TDM_CALENDAR_ERROR_NOT_CALENDAR, HEAD EVENT "SUMMARY:\x81\x8d\xff\r\n" TAIL },
  { "character-folded", FINE, HEAD EVENT "SUMMARY:M\xc3\r\n \xbcller\r\n" TAIL },
};

static void
assert_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_false ((c < 0x20 && c != '\n' && c != '\t') || c == 0x202E || c == 0x2066);
    }
}

static void
assert_harmless (TdmIncomingEvent *event)
{
  g_assert_true (*event->uid != '\0' && event->sequence >= 0 && event->minutes >= 0);
  assert_text (event->uid);
  assert_text (event->summary);
  assert_text (event->description);
  assert_text (event->organizer_name);
  for (guint i = 0; i < event->attendees->len; i++)
    {
      TdmIncomingAttendee *attendee = g_ptr_array_index (event->attendees, i);

      assert_text (attendee->name);
      g_assert_null (strpbrk (attendee->email, "\r\n "));
    }
}

/* One reading, and how long it took in microseconds */
static gint64
assert_result (const char *name, GBytes *bytes, int result, guint events_or_one)
{
  guint n_events = MAX (events_or_one, 1);
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();
  g_autoptr (GPtrArray) events = tdm_incoming_read (bytes, NULL, NULL, NULL, &error);
  gint64 time = g_get_monotonic_time () - before;

  if (result == FINE)
    {
      if (error)
        g_error ("%s: %s", name, error->message);
      g_assert_cmpuint (events->len, ==, n_events);
      for (guint i = 0; i < events->len; i++)
        assert_harmless (g_ptr_array_index (events, i));
      return time;
    }
  if (!error || !g_error_matches (error, TDM_CALENDAR_ERROR, result))
    g_error ("%s: %s", name, error ? error->message : "not refused");
  g_assert_null (events);
  g_assert_true (g_str_has_suffix (error->message, "."));
  return time;
}

static void
assert_quick (const char *name, GBytes *bytes, int result, guint events)
{
  gint64 time = assert_result (name, bytes, result, events);

  /* A busy machine is not the fault of a file. */
  for (int i = 0; i < 2 && time > SECONDS_MOST * G_USEC_PER_SEC; i++)
    time = MIN (time, assert_result (name, bytes, result, events));
  g_test_message ("%s: %.1f ms", name, time / 1000.0);
  if (time > SECONDS_MOST * G_USEC_PER_SEC)
    g_error ("%s took %.1f s", name, time / 1e6);
}

static void
test_written (gconstpointer data)
{
  const Written *file = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (file->text, strlen (file->text));

  assert_quick (file->name, bytes, file->result, file->events);
}

static void
test_made (gconstpointer data)
{
  const Made *file = data;
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (file->make ());

  assert_quick (file->name, bytes, file->result, file->events);
}

static void
read_written (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (written[i].text, strlen (written[i].text));

      assert_result (written[i].name, bytes, written[i].result, written[i].events);
    }
}

static void
read_made (void)
{
  for (guint i = 0; i < hostile_n_made; i++)
    {
      g_autoptr (GBytes) bytes = g_string_free_to_bytes (hostile_made[i].make ());

      assert_result (hostile_made[i].name, bytes, hostile_made[i].result, hostile_made[i].events);
    }
}

/* Without what libical keeps of its last texts, a fixed number for each thread */
static gssize
count_memory (void)
{
  icalmemory_free_ring ();
#ifdef __SANITIZE_ADDRESS__
  return __sanitizer_get_current_allocated_bytes ();
#else
  malloc_trim (0);
  return mallinfo2 ().uordblks;
#endif
}

static void
test_memory (void)
{
  gssize before;

  read_written ();
  read_made ();
  before = count_memory ();
  for (int i = 0; i < ROUNDS; i++)
    read_written ();
  for (int i = 0; i < ROUNDS_OF_LARGE; i++)
    read_made ();
  g_test_message ("%" G_GSSIZE_FORMAT " bytes more", count_memory () - before);
  g_assert_cmpint (count_memory () - before, <, GROWTH_MOST);
}

/* What goes to libical has nothing in it that was not asked for. */
static void
test_let_through (void)
{
  static const char text[] =
    HEAD "X-WR-CALNAME:x\r\nbegin:vevent\r\nUID:1\r\nATTACH:x\r\nX-A;B=c:d\r\nBEGIN:VALARM\r\nUID:2\r\nEND:VALARM\r\n"
    "SUM\r\n MARY:a\r\nURL:javascript:x\r\nEND:VEVENT \r\nBEGIN:VTODO\r\nUID:3\r\nEND:VTODO\r\nEND:VCALENDAR\r\nx\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *clean = tdm_calendar_limits_check (bytes, FALSE, NULL, NULL, NULL);

  g_assert_cmpstr (clean, ==, HEAD "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

static void
test_bad_zones_are_left_out (void)
{
  static const char text[] = HEAD ZONE ("RRULE:FREQ=SECONDLY\r\n") ZONE ("RDATE;x\r\n") EVENT TAIL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *clean = tdm_calendar_limits_check (bytes, FALSE, NULL, NULL, NULL);

  g_assert_cmpstr (clean, ==, HEAD EVENT TAIL);
}

static void
add (const char *name, gconstpointer data, GTestDataFunc test)
{
  g_autofree char *path = g_strconcat ("/hostile-files/", name, NULL);

  g_test_add_data_func (path, data, test);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    add (written[i].name, &written[i], test_written);
  for (guint i = 0; i < hostile_n_made; i++)
    add (hostile_made[i].name, &hostile_made[i], test_made);
  g_test_add_func ("/hostile-files/memory", test_memory);
  g_test_add_func ("/hostile-files/let-through", test_let_through);
  g_test_add_func ("/hostile-files/bad-zones-are-left-out", test_bad_zones_are_left_out);
  return g_test_run ();
}
