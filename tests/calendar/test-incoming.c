/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-incoming.h"

#include <string.h>

/* 2026-12-01T09:00:00Z, ten o'clock in Berlin */
#define TUESDAY 1796115600

#define START "DTSTART;TZID=Europe/Berlin:20261201T100000\r\n"

/* As Thunderbird writes them */
#define BERLIN \
  "BEGIN:VTIMEZONE\r\n" \
  "TZID:Europe/Berlin\r\n" \
  "X-LIC-LOCATION:Europe/Berlin\r\n" \
  "BEGIN:DAYLIGHT\r\n" \
  "TZNAME:CEST\r\n" \
  "TZOFFSETFROM:+0100\r\n" \
  "TZOFFSETTO:+0200\r\n" \
  "DTSTART:19810329T020000\r\n" \
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n" \
  "END:DAYLIGHT\r\n" \
  "BEGIN:STANDARD\r\n" \
  "TZNAME:CET\r\n" \
  "TZOFFSETFROM:+0200\r\n" \
  "TZOFFSETTO:+0100\r\n" \
  "DTSTART:19961027T030000\r\n" \
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n" \
  "END:STANDARD\r\n" \
  "END:VTIMEZONE\r\n"

static GPtrArray *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tdm_incoming_read (bytes, NULL, NULL, NULL, error);
}

static char *
wrap (const char *method, const char *lines)
{
  return g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n%s%s%s" BERLIN
                          "BEGIN:VEVENT\r\nUID:meeting-1\r\nDTSTAMP:20261122T051315Z\r\n%s"
                          "END:VEVENT\r\nEND:VCALENDAR\r\n",
                          *method ? "METHOD:" : "", method, *method ? "\r\n" : "", lines);
}

static TdmIncomingEvent *
read_event (const char *method, const char *lines)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = wrap (method, lines);
  g_autoptr (GPtrArray) events = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 1);
  return tdm_incoming_event_ref (g_ptr_array_index (events, 0));
}

static void
assert_fails (const char *lines, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = wrap ("REQUEST", lines);

  g_assert_null (read_text (text, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
}

static TdmIncomingAttendee *
get_attendee (TdmIncomingEvent *event, guint i)
{
  g_assert_cmpuint (i, <, event->attendees->len);
  return g_ptr_array_index (event->attendees, i);
}

/* Folded, escaped, with all that Thunderbird repeats */
static void
test_reply (void)
{
  g_autoptr (TdmIncomingEvent) event = read_event (
    "REPLY",
    "CREATED:20261122T050000Z\r\n"
    "LAST-MODIFIED:20261122T051315Z\r\n"
    "SUMMARY:Tandem: Anna Müller\\, Bo Larsen\\; monthly\r\n"
    "STATUS:CONFIRMED\r\n"
    "ORGANIZER;CN=\"Tandem Büro, Köln\":mailto:Office@tandem.example\r\n"
    "ATTENDEE;CN=Anna Müller;PARTSTAT=ACCEPTED;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTI\r\n"
    " CIPANT:mailto:Anna@Example.org\r\n"
    "RRULE:FREQ=MONTHLY;COUNT=12;BYDAY=1TU\r\n"
    START
    "DTEND;TZID=Europe/Berlin:20261201T110000\r\n"
    "SEQUENCE:3\r\n"
    "COMMENT:Gern!\\nBis dann\r\n"
    "DESCRIPTION:Bring goals\\, please.\\nRoom: \"Green\" – 2 pe\r\n"
    " rsons\r\n"
    "LOCATION:Town hall\\, room 3\r\n"
    "TRANSP:OPAQUE\r\n");
  TdmIncomingAttendee *anna = get_attendee (event, 0);

  g_assert_cmpint (event->method, ==, TDM_INCOMING_REPLY);
  g_assert_cmpstr (event->uid, ==, "meeting-1");
  g_assert_cmpint (event->sequence, ==, 3);
  g_assert_cmpint (event->stamp, ==, 1795324395);
  g_assert_cmpstr (event->organizer_name, ==, "Tandem Büro, Köln");
  g_assert_cmpstr (event->organizer_email, ==, "office@tandem.example");
  g_assert_cmpuint (event->attendees->len, ==, 1);
  g_assert_cmpstr (anna->name, ==, "Anna Müller");
  g_assert_cmpstr (anna->email, ==, "anna@example.org");
  g_assert_cmpstr (anna->sent_by, ==, "");
  g_assert_true (anna->has_partstat);
  g_assert_cmpint (anna->partstat, ==, TDM_REPLY_ACCEPTED);
  g_assert_cmpstr (event->summary, ==, "Tandem: Anna Müller, Bo Larsen; monthly");
  g_assert_cmpstr (event->comment, ==, "Gern!\nBis dann");
  g_assert_cmpstr (event->description, ==, "Bring goals, please.\nRoom: \"Green\" – 2 persons");
  g_assert_cmpstr (event->place, ==, "Town hall, room 3");
  g_assert_cmpstr (event->zone, ==, "Europe/Berlin");
  g_assert_cmpstr (event->start_local, ==, "2026-12-01T10:00:00");
  g_assert_cmpint (event->start_instant, ==, TUESDAY);
  g_assert_cmpint (event->minutes, ==, 60);
  g_assert_cmpstr (event->rule, ==, "FREQ=MONTHLY;BYDAY=1TU;COUNT=12");
  g_assert_cmpint (event->rule_problem, ==, TDM_INCOMING_RULE_FINE);
  g_assert_false (event->has_recurrence_id);
  g_assert_false (event->all_day);
  g_assert_cmpuint (g_strv_length (event->excluded), ==, 0);
}

/* As Outlook.com and Google answer: hardly anything */
static void
test_reply_bare (void)
{
  g_autoptr (TdmIncomingEvent) event = read_event ("REPLY", "ATTENDEE;PARTSTAT=DECLINED:MAILTO:bo@example.org\r\n");

  g_assert_cmpstr (event->organizer_email, ==, "");
  g_assert_cmpstr (event->organizer_name, ==, "");
  g_assert_cmpstr (event->summary, ==, "");
  g_assert_cmpstr (event->start_local, ==, "");
  g_assert_cmpstr (event->zone, ==, "");
  g_assert_cmpint (event->start_instant, ==, 0);
  g_assert_cmpint (event->minutes, ==, 0);
  g_assert_cmpint (get_attendee (event, 0)->partstat, ==, TDM_REPLY_DECLINED);
}

/* Evolution has an empty COMMENT, which libical does not take. */
static void
test_reply_empty_comment (void)
{
  g_autoptr (TdmIncomingEvent) event = read_event (
    "reply", "COMMENT:\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:bo@x.org\r\n");

  g_assert_cmpint (event->method, ==, TDM_INCOMING_REPLY);
  g_assert_cmpstr (event->comment, ==, "");
  g_assert_cmpint (get_attendee (event, 0)->partstat, ==, TDM_REPLY_TENTATIVE);
}

static void
test_methods (void)
{
  static const struct
  {
    const char *text;
    TdmIncomingMethod method;
  } methods[] = {
    { "", TDM_INCOMING_PUBLISH }, { "X-NEWS", TDM_INCOMING_OTHER }, { "PUBLISH", TDM_INCOMING_PUBLISH },
    { "REQUEST", TDM_INCOMING_REQUEST }, { "REPLY", TDM_INCOMING_REPLY }, { "ADD", TDM_INCOMING_ADD },
    { "CANCEL", TDM_INCOMING_CANCEL }, { "REFRESH", TDM_INCOMING_REFRESH }, { "COUNTER", TDM_INCOMING_COUNTER },
    { "DECLINECOUNTER", TDM_INCOMING_DECLINE_COUNTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (TdmIncomingEvent) event = read_event (methods[i].text, START);

      g_assert_cmpint (event->method, ==, methods[i].method);
    }
}

static void
assert_attendee (const char *line, const char *name, const char *email, const char *sent_by, gboolean has_partstat,
                 TdmReply partstat)
{
  g_autofree char *lines = g_strdup_printf ("%s\r\n", line);
  g_autoptr (TdmIncomingEvent) event = read_event ("REPLY", lines);
  TdmIncomingAttendee *attendee = get_attendee (event, 0);

  g_assert_cmpstr (attendee->name, ==, name);
  g_assert_cmpstr (attendee->email, ==, email);
  g_assert_cmpstr (attendee->sent_by, ==, sent_by);
  g_assert_cmpint (attendee->has_partstat, ==, has_partstat);
  g_assert_cmpint (attendee->partstat, ==, partstat);
}

static void
test_attendees (void)
{
  assert_attendee ("ATTENDEE:mailto:bo@example.org", "", "bo@example.org", "", FALSE, TDM_REPLY_NEEDS_ACTION);
  assert_attendee ("ATTENDEE:bo@example.org", "", "bo@example.org", "", FALSE, TDM_REPLY_NEEDS_ACTION);
  assert_attendee ("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bo@example.org", "", "bo@example.org", "", TRUE,
                   TDM_REPLY_NEEDS_ACTION);
  assert_attendee ("ATTENDEE;PARTSTAT=accepted:mailto:bo@example.org", "", "bo@example.org", "", TRUE,
                   TDM_REPLY_ACCEPTED);
  assert_attendee ("ATTENDEE;PARTSTAT=X-FOO:mailto:bo@example.org", "", "bo@example.org", "", FALSE,
                   TDM_REPLY_NEEDS_ACTION);
  assert_attendee ("ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:cy@example.org\":mailto:bo@example.org", "",
                   "bo@example.org", "", FALSE, TDM_REPLY_NEEDS_ACTION);
  assert_attendee ("ATTENDEE;SENT-BY=\"mailto:Desk@example.org\";CN=\"Beck; Bo\";PARTSTAT=ACCEPTED:"
                   "mailto:bo@example.org", "Beck; Bo", "bo@example.org", "desk@example.org", TRUE, TDM_REPLY_ACCEPTED);
  assert_attendee ("ATTENDEE;CN=Bo ^'Bob^' Beck;EMAIL=Bo@example.org:/aMTk/principal/", "Bo \"Bob\" Beck",
                   "bo@example.org", "", FALSE, TDM_REPLY_NEEDS_ACTION);
  assert_attendee ("ATTENDEE:mailto:a%25b@example.org", "", "a%b@example.org", "", FALSE, TDM_REPLY_NEEDS_ACTION);
}

/* What is no address is none, but nobody disappears. */
static void
test_attendees_without_address (void)
{
  static const char *const values[] = {
    "mailto:eve@x.de%0d%0aX-INJECTED:yes", "mailto:", "mailto:eve", "urn:uuid:1234", "mailto:a@b.org\\,c@d.org",
    "mailto:%00@x.de", "mailto:eve%20mallory@x.de", "mailto:%C3%BC@x.de", "invalid:nomail", "mailto:%zz@x.de",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *line = g_strdup_printf ("ATTENDEE;CN=Eve:%s", values[i]);

      assert_attendee (line, "Eve", "", "", FALSE, TDM_REPLY_NEEDS_ACTION);
    }
  assert_attendee ("ATTENDEE;CN=Eve:mailto:eve@x.de?bcc=all@x.de", "Eve", "eve@x.de", "", FALSE,
                   TDM_REPLY_NEEDS_ACTION);
}

static void
test_texts_are_clean (void)
{
  g_autoptr (TdmIncomingEvent) event = read_event (
    "REPLY", "SUMMARY:a\\nb \xe2\x80\xae" "c\x01\r\nLOCATION:  <b>x</b>  \r\nCOMMENT:a\x1b[31m\\n\\nb\r\n"
    "ATTENDEE;CN=\"Eve^nX-INJECTED:yes \xe2\x80\x8b!\":mailto:eve@x.de\r\n");

  g_assert_cmpstr (event->summary, ==, "a b c");
  g_assert_cmpstr (event->place, ==, "<b>x</b>");
  g_assert_cmpstr (event->comment, ==, "a [31m\n\nb");
  g_assert_cmpstr (get_attendee (event, 0)->name, ==, "Eve X-INJECTED:yes !");
}

static void
assert_recurrence (const char *line, const char *local, const char *zone, gint64 instant)
{
  g_autofree char *lines = g_strdup_printf ("%s\r\n" START, line);
  g_autoptr (TdmIncomingEvent) event = read_event ("CANCEL", lines);

  g_assert_true (event->has_recurrence_id);
  g_assert_cmpstr (event->recurrence_local, ==, local);
  g_assert_cmpstr (event->recurrence_zone, ==, zone);
  g_assert_cmpint (event->recurrence_instant, ==, instant);
  g_assert_cmpint (event->recurrence_is_date, ==, instant == 0 && *zone == '\0' && strstr (line, "VALUE=DATE") != NULL);
  g_assert_cmpint (event->this_and_future, ==, strstr (line, "RANGE") != NULL);
}

static void
test_recurrence_id (void)
{
  assert_recurrence ("RECURRENCE-ID;TZID=Europe/Berlin:20261201T100000", "2026-12-01T10:00:00", "Europe/Berlin",
                     TUESDAY);
  assert_recurrence ("RECURRENCE-ID:20261201T090000Z", "2026-12-01T09:00:00", "UTC", TUESDAY);
  assert_recurrence ("RECURRENCE-ID;TZID=America/New_York;RANGE=THISANDFUTURE:20261201T040000", "2026-12-01T04:00:00",
                     "America/New_York", TUESDAY);
  assert_recurrence ("RECURRENCE-ID;VALUE=DATE:20261201", "2026-12-01T00:00:00", "", 0);
  assert_recurrence ("RECURRENCE-ID:20261201T100000", "2026-12-01T10:00:00", "", 0);
}

static void
test_excluded (void)
{
  g_autoptr (TdmIncomingEvent) event = read_event (
    "REQUEST",
    START "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=9\r\n"
    "EXDATE;TZID=Europe/Berlin:20261208T100000,20261215T100000\r\n"
    "EXDATE:20261222T090000Z\r\n"
    "EXDATE;VALUE=DATE:20261229\r\n"
    "EXDATE;TZID=America/New_York:20270105T040000\r\n");
  g_autofree char *excluded = g_strjoinv (" ", event->excluded);

  g_assert_cmpstr (excluded, ==, "2026-12-08T10:00:00 2026-12-15T10:00:00 2026-12-22T10:00:00 2026-12-29T10:00:00 "
                   "2027-01-05T10:00:00");
}

static void
assert_start (const char *line, const char *local, const char *zone, gint64 instant)
{
  g_autofree char *lines = g_strdup_printf ("%s\r\n", line);
  g_autoptr (TdmIncomingEvent) event = read_event ("REQUEST", lines);

  g_assert_cmpstr (event->start_local, ==, local);
  g_assert_cmpstr (event->zone, ==, zone);
  g_assert_cmpint (event->start_instant, ==, instant);
}

static void
test_start (void)
{
  assert_start ("DTSTART:20261201T090000Z", "2026-12-01T09:00:00", "UTC", TUESDAY);
  assert_start ("DTSTART;TZID=UTC:20261201T090000", "2026-12-01T09:00:00", "UTC", TUESDAY);
  assert_start ("DTSTART:20261201T100000", "2026-12-01T10:00:00", "", 0);
  assert_start ("DTSTART;VALUE=DATE:20261201", "2026-12-01T00:00:00", "", 0);
  /* A leap second */
  assert_start ("DTSTART:20261201T085960Z", "2026-12-01T08:59:59", "UTC", TUESDAY - 1);
}

/* Twice in autumn: the first. Left out in spring: with the offset before (RFC 5545 3.3.5). */
static void
test_clock_changes (void)
{
  assert_start ("DTSTART;TZID=Europe/Berlin:20261025T023000", "2026-10-25T02:30:00", "Europe/Berlin", 1792888200);
  assert_start ("DTSTART;TZID=Europe/Berlin:20270328T023000", "2027-03-28T02:30:00", "Europe/Berlin", 1806197400);
}

static void
assert_minutes (const char *lines, gint64 minutes)
{
  g_autoptr (TdmIncomingEvent) event = read_event ("REQUEST", lines);

  g_assert_cmpint (event->minutes, ==, minutes);
}

static void
test_minutes (void)
{
  assert_minutes (START, 0);
  assert_minutes (START "DURATION:PT1H30M\r\n", 90);
  assert_minutes (START "DURATION:P1D\r\n", 1440);
  assert_minutes (START "DTEND:20261201T094500Z\r\n", 45);
  assert_minutes (START "DTEND;TZID=Europe/London:20261201T094500\r\n", 45);
  assert_minutes ("DTSTART;VALUE=DATE:20261201\r\n", 1440);
  assert_minutes ("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261203\r\n", 2880);
  assert_minutes ("DTSTART;TZID=Europe/Berlin:20270328T010000\r\nDTEND;TZID=Europe/Berlin:20270328T040000\r\n", 120);
}

static void
assert_rule (const char *rule, const char *expected)
{
  g_autofree char *lines = g_strdup_printf (START "RRULE:%s\r\n", rule);
  g_autoptr (TdmIncomingEvent) event = read_event ("REQUEST", lines);

  g_assert_cmpstr (event->rule, ==, expected);
  g_assert_cmpint (event->rule_problem == TDM_INCOMING_RULE_FINE, ==, *expected != '\0');
}

static void
test_rules (void)
{
  assert_rule ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=12", "FREQ=MONTHLY;BYDAY=1TU;COUNT=12");
  assert_rule ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU;COUNT=5", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=5");
  assert_rule ("COUNT=5;FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU;COUNT=5");
  assert_rule ("FREQ=MONTHLY;COUNT=5", "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=5");
  /* The last start itself, and a second before it */
  assert_rule ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T080000Z", "FREQ=WEEKLY;BYDAY=TU;COUNT=18");
  assert_rule ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T075959Z", "FREQ=WEEKLY;BYDAY=TU;COUNT=17");
  assert_rule ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T100000", "FREQ=WEEKLY;BYDAY=TU;COUNT=18");
  /* A day on which there is no date, about which programs agree */
  assert_rule ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331", "FREQ=WEEKLY;BYDAY=TU;COUNT=18");
  /* As many as there can be */
  assert_rule ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20290313T090000Z", "FREQ=WEEKLY;BYDAY=TU;COUNT=120");
  assert_rule ("FREQ=MONTHLY;INTERVAL=12;BYDAY=1TU;UNTIL=20281231T000000Z",
               "FREQ=MONTHLY;INTERVAL=12;BYDAY=1TU;COUNT=3");
}

static void
test_rules_not_supported (void)
{
  static const char *const rules[] = {
    "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3", "FREQ=DAILY;COUNT=3",
    "FREQ=YEARLY;COUNT=3", "FREQ=WEEKLY;BYDAY=TU;COUNT=5000", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20990101T000000Z",
    "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20200101T000000Z",
    "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTH=2,3;COUNT=4", "FREQ=MONTHLY;BYDAY=5TU;COUNT=4",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    assert_rule (rules[i], "");
}

/* Why the dates are not known */
static void
test_rule_problems (void)
{
  static const struct
  {
    const char *lines;
    TdmIncomingRuleProblem problem;
  } rules[] = {
    { "RRULE:FREQ=WEEKLY;BYDAY=TU", TDM_INCOMING_RULE_ENDLESS },
    { "RRULE:FREQ=DAILY", TDM_INCOMING_RULE_ENDLESS },
    { "RRULE:FREQ=WEEKLY;COUNT=121", TDM_INCOMING_RULE_TOO_MANY },
    { "RRULE:FREQ=WEEKLY;COUNT=99999999", TDM_INCOMING_RULE_TOO_MANY },
    { "RRULE:FREQ=WEEKLY;UNTIL=20290320T090000Z", TDM_INCOMING_RULE_TOO_MANY },
    { "RRULE:FREQ=WEEKLY;UNTIL=20270330", TDM_INCOMING_RULE_UNCLEAR_END },
    { "RRULE:FREQ=DAILY;COUNT=3", TDM_INCOMING_RULE_UNKNOWN },
    { "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3", TDM_INCOMING_RULE_UNKNOWN },
    { "RRULE:FREQ=WEEKLY;COUNT=3\r\nRDATE:20270101T090000Z", TDM_INCOMING_RULE_MORE_DATES },
    { "RDATE:20270101T090000Z", TDM_INCOMING_RULE_MORE_DATES },
    { "RRULE:FREQ=WEEKLY;COUNT=3\r\nEXRULE:FREQ=MONTHLY;COUNT=2", TDM_INCOMING_RULE_SECOND },
    { "RRULE:FREQ=WEEKLY;COUNT=3\r\nRRULE:FREQ=MONTHLY;COUNT=3", TDM_INCOMING_RULE_SECOND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *lines = g_strconcat (START, rules[i].lines, "\r\n", NULL);
      g_autoptr (TdmIncomingEvent) event = read_event ("REQUEST", lines);

      g_test_message ("%s", rules[i].lines);
      g_assert_cmpint (event->rule_problem, ==, rules[i].problem);
      g_assert_cmpstr (event->rule, ==, "");
    }
}

/* The 29th is in no rule that programs agree on. */
static void
test_rule_without_day (void)
{
  g_autoptr (TdmIncomingEvent) event = read_event (
    "REQUEST", "DTSTART:20261229T090000Z\r\nRRULE:FREQ=MONTHLY;COUNT=3\r\n");

  g_assert_cmpint (event->rule_problem, !=, TDM_INCOMING_RULE_FINE);
}

static void
test_more_dates (void)
{
  g_autoptr (TdmIncomingEvent) event = read_event (
    "REQUEST", START "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=5\r\nRDATE;TZID=Europe/Berlin:20261202T100000\r\n");

  g_assert_cmpstr (event->rule, ==, "");
  g_assert_cmpint (event->rule_problem, !=, TDM_INCOMING_RULE_FINE);
}

/* libical would take these away and make one meeting of a series. */
static void
test_critical_parts (void)
{
  assert_fails (START "RRULE:FREQ=WEEKLY;INTERVAL=0\r\n", TDM_CALENDAR_ERROR_UNREADABLE,
                "Something in this file cannot be read: “RRULE”.");
  assert_fails (START "RRULE:FREQ=WEEKLY;COUNT=2;UNTIL=20270101T000000Z\r\n", TDM_CALENDAR_ERROR_UNREADABLE,
                "Something in this file cannot be read: “RRULE”.");
  assert_fails (START "RRULE:FREQ=WEEKLY;FREQ=WEEKLY\r\n", TDM_CALENDAR_ERROR_UNREADABLE,
                "Something in this file cannot be read: “RRULE”.");
  assert_fails (START "EXDATE:soon\r\n", TDM_CALENDAR_ERROR_UNREADABLE,
                "Something in this file cannot be read: “EXDATE”.");
  assert_fails (START "ATTENDEE:\r\n", TDM_CALENDAR_ERROR_UNREADABLE,
                "Something in this file cannot be read: “ATTENDEE”.");
  assert_fails (START "RECURRENCE-ID:x\r\n", TDM_CALENDAR_ERROR_UNREADABLE,
                "Something in this file cannot be read: “RECURRENCE-ID”.");
  assert_fails ("DTSTART:x\r\n", TDM_CALENDAR_ERROR_UNREADABLE, "Something in this file cannot be read: “DTSTART”.");
  assert_fails ("DTSTART;TZID:20261201T100000\r\n", TDM_CALENDAR_ERROR_UNREADABLE,
                "Something in this file cannot be read: “DTSTART”.");
  assert_fails (START START, TDM_CALENDAR_ERROR_UNREADABLE, "Something in this file cannot be read: “DTSTART”.");
  assert_fails (START "UID:other\r\n", TDM_CALENDAR_ERROR_UNREADABLE, "Something in this file cannot be read: “UID”.");
  assert_fails ("", TDM_CALENDAR_ERROR_UNREADABLE, "A meeting in this file has no start.");
}

static void
test_harmless_parts (void)
{
  g_autoptr (TdmIncomingEvent) event = read_event (
    "REQUEST", START "SEQUENCE:abc\r\nCOMMENT:\r\nSUMMARY:\r\nCREATED:yesterday\r\nX-LIC-ERROR:in RRULE property\r\n"
    "ATTACH:file:///etc/passwd\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:rm\r\nUID:x\r\nEND:VALARM\r\n"
    "SUMMARY;LANGUAGE:x\r\nno line at all\r\n");

  g_assert_cmpint (event->sequence, ==, 0);
  g_assert_cmpstr (event->summary, ==, "");
  g_assert_cmpstr (event->uid, ==, "meeting-1");
}

static void
test_no_uid (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n", &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNREADABLE);
}

static void
test_stamp (void)
{
  static const char text[] = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\n%sEND:VEVENT\nEND:VCALENDAR\n";
  static const struct
  {
    const char *line;
    gint64 stamp;
  } stamps[] = {
    { "", 0 }, { "DTSTAMP:20261201T090000Z\n", TUESDAY }, { "DTSTAMP:20261201T090000\n", TUESDAY },
    { "DTSTAMP;TZID=Nowhere:20261201T090000\n", TUESDAY },
    { "DTSTAMP:19700101T000000Z\n", 0 }, { "DTSTAMP:now\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      g_autofree char *whole = g_strdup_printf (text, stamps[i].line);
      g_autoptr (GPtrArray) events = read_text (whole, NULL);
      TdmIncomingEvent *event = g_ptr_array_index (events, 0);

      g_assert_cmpint (event->stamp, ==, stamps[i].stamp);
    }
}

/* A series and one date of it, each with its method */
static void
test_several (void)
{
  g_autofree char *first = wrap ("REQUEST", START "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:meeting-1\r\n"
                                 "RECURRENCE-ID:20261208T090000Z\r\n" START);
  g_autofree char *second = wrap ("CANCEL", "");
  g_autofree char *both = g_strconcat (first, second, "-- \r\nA list about something\r\n", NULL);
  g_autoptr (GPtrArray) events = read_text (both, NULL);

  g_assert_cmpuint (events->len, ==, 3);
  g_assert_cmpint (((TdmIncomingEvent *) g_ptr_array_index (events, 0))->method, ==, TDM_INCOMING_REQUEST);
  g_assert_false (((TdmIncomingEvent *) g_ptr_array_index (events, 0))->has_recurrence_id);
  g_assert_true (((TdmIncomingEvent *) g_ptr_array_index (events, 1))->has_recurrence_id);
  g_assert_cmpint (((TdmIncomingEvent *) g_ptr_array_index (events, 2))->method, ==, TDM_INCOMING_CANCEL);
}

static gpointer
read_often (gpointer text)
{
  guint n = 0;

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) events = read_text (text, NULL);

      n += events->len;
    }
  return GUINT_TO_POINTER (n);
}

static void
test_threads (void)
{
  g_autofree char *text = wrap ("REQUEST", "DTSTART;TZID=Pacific Standard Time:20261201T100000\r\n"
                                "RECURRENCE-ID;TZID=Australia/Sydney:20261208T100000\r\n");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, read_often, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incoming/reply", test_reply);
  g_test_add_func ("/incoming/reply/bare", test_reply_bare);
  g_test_add_func ("/incoming/reply/empty-comment", test_reply_empty_comment);
  g_test_add_func ("/incoming/methods", test_methods);
  g_test_add_func ("/incoming/attendees", test_attendees);
  g_test_add_func ("/incoming/attendees/without-address", test_attendees_without_address);
  g_test_add_func ("/incoming/texts-are-clean", test_texts_are_clean);
  g_test_add_func ("/incoming/recurrence-id", test_recurrence_id);
  g_test_add_func ("/incoming/excluded", test_excluded);
  g_test_add_func ("/incoming/start", test_start);
  g_test_add_func ("/incoming/clock-changes", test_clock_changes);
  g_test_add_func ("/incoming/minutes", test_minutes);
  g_test_add_func ("/incoming/rules", test_rules);
  g_test_add_func ("/incoming/rules/not-supported", test_rules_not_supported);
  g_test_add_func ("/incoming/rules/problems", test_rule_problems);
  g_test_add_func ("/incoming/rules/without-day", test_rule_without_day);
  g_test_add_func ("/incoming/rules/more-dates", test_more_dates);
  g_test_add_func ("/incoming/critical-parts", test_critical_parts);
  g_test_add_func ("/incoming/harmless-parts", test_harmless_parts);
  g_test_add_func ("/incoming/no-uid", test_no_uid);
  g_test_add_func ("/incoming/stamp", test_stamp);
  g_test_add_func ("/incoming/several", test_several);
  g_test_add_func ("/incoming/threads", test_threads);
  return g_test_run ();
}
