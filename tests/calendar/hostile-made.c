/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "hostile-made.h"

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-calendar-limits.h"

static GString *
repeat (const char *before, const char *text, guint times, const char *after)
{
  GString *out = g_string_new (before);

  for (guint i = 0; i < times; i++)
    g_string_append (out, text);
  return g_string_append (out, after);
}

static GString *
make_long_line (void)
{
  return repeat (HEAD EVENT "SUMMARY:", "aaaaaaaa", 4 * 1024 * 1024 / 8, "\r\n" TAIL);
}

static GString *
make_line (void)
{
  return repeat (HEAD EVENT "SUMMARY:", "a", TDM_CALENDAR_LIMIT_LINE, "\r\n" TAIL);
}

static GString *
make_folded_line (void)
{
  return repeat (HEAD EVENT "SUMMARY:", "aaaaaaaaa\r\n ", 10000, "\r\n" TAIL);
}

static GString *
make_allowed_lines (void)
{
  g_autoptr (GString) line = repeat ("DESCRIPTION:", "a", TDM_CALENDAR_LIMIT_LINE - 12, "\r\n");

  return repeat (HEAD EVENT, line->str, 15, TAIL);
}

/* A picture in the mail, as long as it is folded */
static GString *
make_attachment (void)
{
  return repeat (HEAD EVENT "ATTACH;ENCODING=BASE64;VALUE=BINARY:", "AAAAAAAAAA\r\n ", 60000, "\r\n" TAIL);
}

/* Each of which could be one of a line end */
static GString *
make_returns (void)
{
  return repeat (HEAD EVENT "SUMMARY:a", "\r\r\r\r\r\r\r\r", 8000, "a\r\n" TAIL);
}

static GString *
make_returns_only (void)
{
  return repeat (HEAD EVENT TAIL, "\r", 1000000, "");
}

/* Marks above and below one letter, in the order that takes longest to sort */
static GString *
make_marks (void)
{
  g_autoptr (GString) line = repeat ("DESCRIPTION:a", "\xcc\x81\xcc\xa3", 16000, "\r\n");

  return repeat (HEAD EVENT, line->str, 15, TAIL);
}

/* Names that are looked for in many places */
static GString *
make_stamps (void)
{
  g_autoptr (GString) slashes = repeat ("", "/", 190, "");
  GString *out = g_string_new (HEAD);

  for (int i = 0; i < 1900; i++)
    g_string_append_printf (out, "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP;TZID=\"%s%d\":20261201T090000\r\n"
                            "DTSTART:20261201T090000Z\r\nEND:VEVENT\r\n", slashes->str, i);
  return g_string_append (out, "END:VCALENDAR\r\n");
}

static GString *
make_nested (void)
{
  return repeat (HEAD, "BEGIN:VEVENT\r\n", 70000, "");
}

static GString *
make_nested_and_closed (void)
{
  g_autoptr (GString) ends = repeat ("", "END:VALARM\r\n", 30000, TAIL);

  return repeat (HEAD EVENT, "BEGIN:VALARM\r\n", 30000, ends->str);
}

static GString *
make_nested_allowed (void)
{
  return repeat (HEAD EVENT, "BEGIN:VALARM\r\n", 6, "END:VALARM\r\nEND:VALARM\r\nEND:VALARM\r\nEND:VALARM\r\n"
                 "END:VALARM\r\nEND:VALARM\r\n" TAIL);
}

static GString *
make_events (void)
{
  return repeat ("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n", 30000, "END:VCALENDAR\n");
}

static GString *
make_many_events (void)
{
  return repeat ("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n", 100000, "END:VCALENDAR\n");
}

static GString *
make_allowed_events (void)
{
  return repeat (HEAD, EVENT "DTEND;TZID=W. Europe Standard Time:20261201T110000\r\n"
                 "RRULE:FREQ=MONTHLY;INTERVAL=99;BYDAY=1TU;UNTIL=20981231T000000Z\r\n"
                 "EXDATE;TZID=America/New_York:20261201T040000\r\nATTENDEE;CN=Eve:mailto:eve@x.de\r\nEND:VEVENT\r\n",
                 TDM_CALENDAR_LIMIT_COMPONENTS - 1, "END:VCALENDAR\r\n");
}

static GString *
make_dates (void)
{
  return repeat (HEAD EVENT, "EXDATE:20270101T090000Z\n", 40000, TAIL);
}

static GString *
make_dates_in_lists (void)
{
  g_autoptr (GString) list = repeat ("EXDATE:20270101T090000Z", ",20270101T090000Z", 3000, "\n");

  return repeat (HEAD EVENT, list->str, 17, TAIL);
}

static GString *
make_people (void)
{
  return repeat (HEAD EVENT, "ATTENDEE:mailto:eve@example.org\r\n", 20000, TAIL);
}

static GString *
make_allowed_people (void)
{
  return repeat (HEAD EVENT, "ATTENDEE;CN=Eve;PARTSTAT=ACCEPTED:mailto:eve@example.org\r\n", TDM_CALENDAR_LIMIT_PEOPLE,
                 TAIL);
}

static GString *
make_parameters (void)
{
  return repeat (HEAD EVENT "ATTENDEE", ";X=1", 15000, ":mailto:eve@example.org\r\n" TAIL);
}

static GString *
make_commas (void)
{
  return repeat (HEAD EVENT "ATTENDEE;MEMBER=\"a\"", ",\"a\"", 15000, ":mailto:eve@example.org\r\n" TAIL);
}

static GString *
make_properties (void)
{
  return repeat (HEAD EVENT, "X-A:1\r\n", 100000, TAIL);
}

static GString *
make_calendars (void)
{
  return repeat ("", HEAD EVENT TAIL, 51, "");
}

static GString *
make_rule_list (void)
{
  return repeat (HEAD EVENT "RRULE:FREQ=YEARLY;BYYEARDAY=1", ",1", 20000, "\r\n" TAIL);
}

/* A zone that changes its clocks in many ways at once, every year since 1601 */
static GString *
make_zone_of (guint parts)
{
  return repeat (HEAD "BEGIN:VTIMEZONE\r\nTZID:Mine\r\n",
                 "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:16010101T030000\r\n"
                 "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;COUNT=9999\r\nEND:STANDARD\r\n",
                 parts, "END:VTIMEZONE\r\n" IN_ZONE);
}

static GString *
make_zone (void)
{
  return make_zone_of (1900);
}

static GString *
make_allowed_zone (void)
{
  return make_zone_of (400);
}

static GString *
make_zones (void)
{
  GString *out = g_string_new ("BEGIN:VCALENDAR\r\n");

  for (int i = 0; i < 60; i++)
    g_string_append_printf (out, "BEGIN:VTIMEZONE\r\nTZID:Mine%d\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0101\r\n"
                            "TZOFFSETTO:+0101\r\nDTSTART:20000101T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                            "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Mine%d:20261201T090000\r\nEND:VEVENT\r\n", i, i);
  return g_string_append (out, "END:VCALENDAR\r\n");
}

/* Each is read for the first time */
static GString *
make_system_zones (void)
{
  static const char *const cities[] = {
    "Amsterdam", "Athens", "Berlin", "Brussels", "Bucharest", "Budapest", "Copenhagen", "Dublin", "Helsinki",
    "Istanbul", "Lisbon", "London", "Madrid", "Moscow", "Oslo", "Paris", "Prague", "Rome", "Sofia", "Vienna",
  };
  GString *out = g_string_new ("BEGIN:VCALENDAR\r\n");

  for (guint i = 0; i < G_N_ELEMENTS (cities); i++)
    g_string_append_printf (out, "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/%s:20261201T090000\r\nEND:VEVENT\r\n",
                            cities[i]);
  return g_string_append (out, "END:VCALENDAR\r\n");
}

static GString *
make_wide (void)
{
  gsize size;
  char *wide = g_convert (HEAD EVENT "SUMMARY:Müller\r\n" TAIL, -1, "UTF-16", "UTF-8", NULL, &size, NULL);
  GString *out = g_string_new_len (wide, size);

  g_free (wide);
  return out;
}

static GString *
make_wide_without_mark (void)
{
  gsize size;
  char *wide = g_convert (HEAD EVENT TAIL, -1, "UTF-16BE", "UTF-8", NULL, &size, NULL);
  GString *out = g_string_new_len (wide, size);

  g_free (wide);
  return out;
}

static GString *
make_wide_broken (void)
{
  return g_string_new_len ("\xff\xfe" "B\0\0\xd8" "E", 7);
}

static GString *
make_nul (void)
{
  return g_string_append_len (g_string_new (HEAD EVENT "SUMMARY:a"), "\0b\r\n" TAIL, sizeof ("\0b\r\n" TAIL) - 1);
}

static GString *
make_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GString *out = g_string_new (HEAD);

  for (int i = 0; i < 500000; i++)
    g_string_append_c (out, g_rand_int_range (random, 1, 256));
  return out;
}

const Made hostile_made[] = {
  { "line-of-4-mb", TDM_CALENDAR_ERROR_TOO_LARGE, make_long_line },
  { "line-too-long", TDM_CALENDAR_ERROR_TOO_LARGE, make_line },
  { "line-too-long-folded", TDM_CALENDAR_ERROR_TOO_LARGE, make_folded_line },
  { "lines-just-right", FINE, make_allowed_lines },
  { "attachment-long", FINE, make_attachment },
  { "returns", FINE, make_returns },
  { "returns-only", TDM_CALENDAR_ERROR_TOO_LARGE, make_returns_only },
  { "marks", FINE, make_marks },
  { "stamps", FINE, make_stamps, 1900 },
  { "nested", TDM_CALENDAR_ERROR_TOO_LARGE, make_nested },
  { "nested-and-closed", TDM_CALENDAR_ERROR_TOO_LARGE, make_nested_and_closed },
  { "nested-just-right", FINE, make_nested_allowed },
  { "events", TDM_CALENDAR_ERROR_TOO_LARGE, make_events },
  { "events-100000", TDM_CALENDAR_ERROR_TOO_LARGE, make_many_events },
  { "events-just-right", FINE, make_allowed_events, TDM_CALENDAR_LIMIT_COMPONENTS - 1 },
  { "dates", TDM_CALENDAR_ERROR_TOO_LARGE, make_dates },
  { "dates-in-lists", TDM_CALENDAR_ERROR_TOO_LARGE, make_dates_in_lists },
  { "people", TDM_CALENDAR_ERROR_TOO_LARGE, make_people },
  { "people-just-right", FINE, make_allowed_people },
  { "parameters", TDM_CALENDAR_ERROR_TOO_LARGE, make_parameters },
  { "commas", FINE, make_commas },
  { "properties", TDM_CALENDAR_ERROR_TOO_LARGE, make_properties },
  { "calendars-51", TDM_CALENDAR_ERROR_TOO_LARGE, make_calendars },
  { "rule-list", TDM_CALENDAR_ERROR_UNREADABLE, make_rule_list },
  { "zone-long", TDM_CALENDAR_ERROR_UNKNOWN_ZONE, make_zone },
  { "zone-just-right", FINE, make_allowed_zone },
  { "zones-of-the-system", FINE, make_system_zones, 20 },
  { "zones", TDM_CALENDAR_ERROR_TOO_LARGE, make_zones },
  { "utf-16", FINE, make_wide },
  { "utf-16-without-mark", FINE, make_wide_without_mark },
  { "utf-16-broken", TDM_CALENDAR_ERROR_NOT_CALENDAR, make_wide_broken },
  { "nul", TDM_CALENDAR_ERROR_NOT_CALENDAR, make_nul },
  { "noise", TDM_CALENDAR_ERROR_NOT_CALENDAR, make_noise },
};

const guint hostile_n_made = G_N_ELEMENTS (hostile_made);
