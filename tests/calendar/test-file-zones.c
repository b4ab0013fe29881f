/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-incoming.h"
#include "calendar/tdm-vtimezone-reader.h"
#include "calendar/tdm-zone-name.h"
#include "calendar/tdm-zone.h"

#include <string.h>

/* 10:00 in Berlin, winter and summer */
#define WINTER 1796115600
#define SUMMER 1814601600

#define STANDARD(from, to, start, rule) \
  "BEGIN:STANDARD\r\nTZOFFSETFROM:" from "\r\nTZOFFSETTO:" to "\r\nDTSTART:" start "\r\n" rule "END:STANDARD\r\n"
#define DAYLIGHT(from, to, start, rule) \
  "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:" from "\r\nTZOFFSETTO:" to "\r\nDTSTART:" start "\r\n" rule "END:DAYLIGHT\r\n"

/* As Outlook writes it, beginning in 1601 */
#define BERLIN_CLOCKS \
  STANDARD ("+0200", "+0100", "16011028T030000", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\n") \
  DAYLIGHT ("+0100", "+0200", "16010325T020000", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\n")

static GPtrArray *
read_at (const char *tzid, const char *clocks, const char *local, GError **error)
{
  g_autofree char *text = g_strdup_printf (
    "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n%s%s%s%s%sBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=\"%s\":%s\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n",
    clocks ? "BEGIN:VTIMEZONE\r\nTZID:" : "", clocks ? tzid : "", clocks ? "\r\n" : "", clocks ? clocks : "",
    clocks ? "END:VTIMEZONE\r\n" : "", tzid, local);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tdm_incoming_read (bytes, NULL, NULL, NULL, error);
}

static void
assert_read (const char *tzid, const char *clocks, const char *local, const char *zone, gint64 instant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = read_at (tzid, clocks, local, &error);
  TdmIncomingEvent *event;

  g_assert_no_error (error);
  event = g_ptr_array_index (events, 0);
  g_assert_cmpstr (event->zone, ==, zone);
  g_assert_cmpint (event->start_instant, ==, instant);
}

static void
assert_name (const char *tzid, const char *name)
{
  g_autofree char *found = tdm_zone_name_find (tzid);

  g_assert_cmpstr (found, ==, name);
}

static void
assert_guess (const char *tzid, const char *name)
{
  g_autofree char *found = tdm_zone_name_guess (tzid);

  g_assert_cmpstr (found, ==, name);
}

static void
test_names (void)
{
  assert_name ("Europe/Berlin", "Europe/Berlin");
  assert_name ("europe/BERLIN", "Europe/Berlin");
  assert_name (" \"Europe/Berlin\" ", "Europe/Berlin");
  assert_name ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin");
  assert_name ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin");
  assert_name ("/softwarestudio.org/Tzfile/Europe/Berlin", "Europe/Berlin");
  assert_name ("/softwarestudio.org/Olson_20011030_5/America/New_York", "America/New_York");
  assert_name ("/mozilla.org/20070129_1/Europe/Berlin", "Europe/Berlin");
  assert_name ("X-/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin");
  assert_name ("/citadel.org/20190914_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires");
  assert_name ("tzone://Microsoft/Utc", "UTC");
  assert_name ("UTC", "UTC");
  assert_name ("Etc/UTC", "UTC");
  assert_name ("GMT", "UTC");
}

static void
test_windows_names (void)
{
  assert_name ("W. Europe Standard Time", "Europe/Berlin");
  assert_name ("Romance Standard Time", "Europe/Paris");
  assert_name ("Central Europe Standard Time", "Europe/Budapest");
  assert_name ("GMT Standard Time", "Europe/London");
  assert_name ("Eastern Standard Time", "America/New_York");
  assert_name ("Pacific Standard Time", "America/Los_Angeles");
  assert_name ("India Standard Time", "Asia/Kolkata");
  assert_name ("Argentina Standard Time", "America/Argentina/Buenos_Aires");
  assert_name ("Tokyo Standard Time", "Asia/Tokyo");
  /* As CLDR 43 and 45 have them */
  assert_name ("Mountain Standard Time (Mexico)", "America/Mazatlan");
  assert_name ("Central Asia Standard Time", "Asia/Bishkek");
}

static void
test_no_names (void)
{
  static const char *const names[] = {
    "", "/", "X-", "Customized Time Zone", "Customized Time Zone 1", "Eastern", "EST", "Berlin", "../../etc/passwd",
    "/etc/localtime", "Europe/Atlantis", "/mozilla.org/20070129_1/Europe/Atlantis", "(UTC+01:00) Berlin", "Ütc/Ü",
    "Europe/Berlin\r\nX", "%s%n",
  };
  g_autofree char *long_name = g_strnfill (100000, 'A');

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_name (names[i], NULL);
  assert_name (long_name, NULL);
  assert_guess (long_name, NULL);
}

static void
test_guesses (void)
{
  assert_guess ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam");
  assert_guess ("(UTC+01:00) Brüssel, Kopenhagen, Madrid, Paris", "Europe/Brussels");
  assert_guess ("(GMT+01.00) Amsterdam", "Europe/Amsterdam");
  assert_guess ("GMT +0100 Amsterdam / Berlin / Bern", "Europe/Amsterdam");
  assert_guess ("gmt+1 Berlin", "Europe/Berlin");
  assert_guess ("(UTC+1) Berlin", "Europe/Berlin");
  assert_guess ("(UTC−05:00) New York", "America/New_York");
  assert_guess ("GMT Berlin", NULL);
  assert_guess ("UTC London", "Europe/London");
  assert_guess ("(UTC+02:00) Athen, Bukarest", "Europe/Athens");
  assert_guess ("(UTC+01:00) Warschau", "Europe/Warsaw");
  assert_guess ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin");
  assert_guess ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York");
  assert_guess ("(GMT-08:00) Pacific Time (US & Canada)", "America/Los_Angeles");
  assert_guess ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata");
  assert_guess ("(UTC+10:00) Canberra, Melbourne, Sydney", "Australia/Melbourne");
  assert_guess ("(UTC+03:00) Berlin", NULL);
  assert_guess ("CET", "Europe/Brussels");
  assert_guess ("Factory", NULL);
  assert_guess ("Zurich", "Europe/Zurich");
  assert_guess ("zürich", "Europe/Zurich");
  assert_guess ("New York", "America/New_York");
  assert_guess ("Wien", "Europe/Vienna");
  assert_guess ("Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Amsterdam");
  assert_guess ("W. Europe", "Europe/Berlin");
  assert_guess ("Eastern Time (US & Canada)", "America/New_York");
  assert_guess ("Atlantis", NULL);
  assert_guess ("Customized Time Zone", NULL);
  assert_guess ("(UTC", NULL);
  assert_guess ("()", NULL);
}

/* What the file says about a zone counts, whatever the zone is called: other calendar programs read it so. */
static void
test_file_before_name (void)
{
  static const char new_york[] = STANDARD ("-0500", "-0500", "19700101T000000", "");
  static const char british[] =
    STANDARD ("+0100", "+0000", "19501029T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n")
    DAYLIGHT ("+0000", "+0100", "19500326T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n");

  assert_read ("Europe/Berlin", new_york, "20261201T040000", "Etc/GMT+5", WINTER);
  assert_read ("GMT", british, "20261201T090000", "Europe/London", WINTER);
  assert_read ("GMT", british, "20270703T090000", "Europe/London", SUMMER);
  assert_read ("UTC", british, "20270703T090000", "Europe/London", SUMMER);
  assert_read ("Eastern Standard Time", BERLIN_CLOCKS, "20270703T100000", "Europe/Berlin", SUMMER);
}

/* A zone keeps its own name where the file says the same, and where the file says nothing. */
static void
test_name (void)
{
  static const char listed[] = STANDARD ("+0200", "+0100", "20261025T030000", "")
                               DAYLIGHT ("+0100", "+0200", "20270328T020000", "");

  assert_read ("Europe/Paris", BERLIN_CLOCKS, "20270703T100000", "Europe/Paris", SUMMER);
  assert_read ("Romance Standard Time", BERLIN_CLOCKS, "20270703T100000", "Europe/Paris", SUMMER);
  assert_read ("W. Europe Standard Time", NULL, "20270703T100000", "Europe/Berlin", SUMMER);
  /* Only the changes of a year are listed, which says nothing about the years behind them. */
  assert_read ("Europe/Paris", listed, "20261201T100000", "Europe/Paris", WINTER);
}

/* Any zone of the system, and of those that share their clocks the one that people know */
static void
test_file_of_any_zone (void)
{
  static const char *const zones[] = { "Pacific/Auckland", "America/Halifax", "America/St_Johns", "Asia/Kathmandu" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *description = g_strdup (tdm_zone_get_vtimezone (zones[i], WINTER, SUMMER, NULL));
      char *clocks = strstr (description, "BEGIN:STANDARD");
      g_autofree char *local = tdm_zone_from_utc (zones[i], SUMMER, NULL);
      g_autofree char *basic = g_strdup_printf ("%.4s%.2s%.2sT%.2s%.2s%.2s", local, local + 5, local + 8, local + 11,
                                                local + 14, local + 17);

      *strstr (clocks, "END:VTIMEZONE") = '\0';
      assert_read ("Customized Time Zone", clocks, basic, zones[i], SUMMER);
    }
}

/* Notes says the hour twice, and some say it in the rule alone. */
static void
test_file_with_hours (void)
{
  static const char notes[] =
    STANDARD ("+0200", "+0100", "19501029T030000", "RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=3;BYDAY=-1SU;BYMONTH=10\r\n")
    DAYLIGHT ("+0100", "+0200", "19500326T020000", "RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3\r\n");
  static const char rule[] =
    STANDARD ("+0200", "+0100", "19501029T000000", "RRULE:FREQ=YEARLY;BYHOUR=3;BYDAY=-1SU;BYMONTH=10\r\n")
    DAYLIGHT ("+0100", "+0200", "19500326T000000", "RRULE:FREQ=YEARLY;BYHOUR=2;BYDAY=-1SU;BYMONTH=3\r\n");

  assert_read ("W. Europe", notes, "20261201T100000", "Europe/Berlin", WINTER);
  assert_read ("W. Europe", notes, "20270703T100000", "Europe/Berlin", SUMMER);
  /* An hour after the change, on the day itself */
  assert_read ("Mine", rule, "20270328T040000", "Europe/Berlin", G_GINT64_CONSTANT (1806199200));
}

/* A zone that the file names as it likes gets the name of one with the same clocks. */
static void
test_file (void)
{
  assert_read ("Customized Time Zone", BERLIN_CLOCKS, "20261201T100000", "Europe/Berlin", WINTER);
  assert_read ("Customized Time Zone", BERLIN_CLOCKS, "20270703T100000", "Europe/Berlin", SUMMER);
  assert_read ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome", BERLIN_CLOCKS, "20270703T100000", "Europe/Amsterdam",
               SUMMER);
  /* Without the file, as well as can be */
  assert_read ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome", NULL, "20270703T100000", "Europe/Amsterdam", SUMMER);
}

/* To look for a zone does not lose or repeat an event. */
static void
test_file_with_events (void)
{
  static const char text[] =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Mine:20261201T100000\r\nEND:VEVENT\r\n"
    "BEGIN:VTIMEZONE\r\nTZID:Yours\r\nEND:VTIMEZONE\r\nBEGIN:VTIMEZONE\r\nTZID:Mine\r\n" BERLIN_CLOCKS
    "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=Mine:20270703T100000\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:3\r\nDTSTART;TZID=Europe/Berlin:20270703T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) events = tdm_incoming_read (bytes, NULL, NULL, NULL, NULL);

  g_assert_nonnull (events);
  g_assert_cmpuint (events->len, ==, 3);
  for (guint i = 0; i < events->len; i++)
    {
      TdmIncomingEvent *event = g_ptr_array_index (events, i);

      g_assert_cmpint (event->uid[0] - '1', ==, i);
      g_assert_cmpint (event->start_instant, ==, i == 0 ? WINTER : SUMMER);
    }
}

/* EST has no summer time in the time zone data, but in what people mean: the file knows. */
static void
test_file_before_guess (void)
{
  static const char new_york[] =
    STANDARD ("-0400", "-0500", "20071104T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n")
    DAYLIGHT ("-0500", "-0400", "20070311T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n");

  assert_read ("EST", new_york, "20270703T040000", "America/New_York", SUMMER);
  assert_read ("EST", NULL, "20270703T030000", "America/Panama", SUMMER);
  assert_read ("(UTC+01:00) Amsterdam", new_york, "20270703T040000", "America/New_York", SUMMER);
}

static void
test_file_without_summer (void)
{
  static const char hours[] = STANDARD ("+0100", "+0100", "16010101T000000", "");
  static const char odd[] = STANDARD ("+0122", "+0122", "19700101T000000", "");
  static const char none[] = STANDARD ("+0000", "+0000", "19700101T000000", "");

  assert_read ("Mine", hours, "20261201T100000", "Etc/GMT-1", WINTER);
  assert_read ("Mine", odd, "20261201T102200", "", WINTER);
  assert_read ("Mine", none, "20261201T090000", "UTC", WINTER);
}

/* Clocks that no zone has: the instants are right, and there is no name. */
static void
test_file_only (void)
{
  static const char odd[] =
    STANDARD ("+0300", "+0100", "20001010T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=10\r\n")
    DAYLIGHT ("+0100", "+0300", "20000510T020000", "RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=10\r\n");

  assert_read ("Mine", odd, "20261201T100000", "", WINTER);
  assert_read ("Mine", odd, "20270703T110000", "", SUMMER);
}

/* Winter is the exception, as Ireland has it in law. */
static void
test_file_negative_summer (void)
{
  static const char dublin[] =
    STANDARD ("+0000", "+0100", "19710328T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n")
    DAYLIGHT ("+0100", "+0000", "19711031T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n");

  assert_read ("Mine", dublin, "20261201T090000", "Europe/London", WINTER);
  assert_read ("Mine", dublin, "20270703T090000", "Europe/London", SUMMER);
}

/* Every way to say the last Sundays of March and October */
static void
test_file_shapes (void)
{
  static const char *const shapes[][2] = {
    { "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYSETPOS=-1\r\n", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=-1\r\n" },
    { "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYMONTHDAY=25,26,27,28,29,30,31\r\n",
      "RRULE:FREQ=YEARLY;WKST=SU;BYDAY=-1SU\r\n" },
    { "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;COUNT=60\r\n",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20380328T010000Z\r\n" },
    { "RDATE:20261025T030000\r\nRDATE:20271031T030000,20281029T030000,20291028T030000\r\n"
      "RDATE:20301027T030000,20311026T030000,20321031T030000\r\n",
      "RDATE:20260329T020000,20270328T020000,20280326T020000,20290325T020000\r\n"
      "RDATE:20300331T020000,20310330T020000,20320328T020000\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *clocks = g_strconcat (
        "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:20001029T030000\r\n", shapes[i][0],
        "END:STANDARD\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:20000326T020000\r\n",
        shapes[i][1], "END:DAYLIGHT\r\n", NULL);

      assert_read ("Mine", clocks, "20261201T100000", "Europe/Berlin", WINTER);
      assert_read ("Mine", clocks, "20270703T100000", "Europe/Berlin", SUMMER);
    }
}

/* Better no time than a wrong one. */
static void
test_unknown (void)
{
  static const char monthly[] = STANDARD ("+0200", "+0100", "20001029T030000", "RRULE:FREQ=MONTHLY\r\n");
  static const char seconds[] = STANDARD ("+0200", "+0100", "20001029T030000", "RRULE:FREQ=SECONDLY;BYMONTH=2\r\n");
  static const char odd[] = STANDARD ("+0200", "+0100", "20001029T030000", "RRULE:FREQ=YEARLY;BYYEARDAY=300\r\n");
  static const char two[] =
    STANDARD ("+0200", "+0100", "20001029T030000", "RRULE:FREQ=YEARLY;BYMONTH=10,11;BYDAY=1SU\r\n");
  static const char weekly[] = STANDARD ("+0200", "+0100", "20001029T030000", "RRULE:FREQ=YEARLY;BYDAY=SU\r\n");
  static const char broken[] = STANDARD ("+0200", "soon", "20001029T030000", "");
  static const char *const clocks[] = { NULL, "", monthly, seconds, odd, two, weekly, broken };

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_at ("Customized Time Zone", clocks[i], "20261201T100000", &error));
      g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNKNOWN_ZONE);
      g_assert_cmpstr (error->message, ==,
                       "The times in this file are in a time zone that nobody knows: “Customized Time Zone”.");
    }
}

/* A name that is known needs no file that can be read. */
static void
test_known_with_bad_file (void)
{
  assert_read ("Europe/Berlin", STANDARD ("+0200", "+0100", "20001029T030000", "RRULE:FREQ=SECONDLY;BYMONTH=2\r\n"),
               "20261201T100000", "Europe/Berlin", WINTER);
}

static gboolean
is_same (GArray *one, GArray *other, gint64 from, gint64 to)
{
  for (gint64 at = from; at < to; at += 6 * 3600)
    if (tdm_zone_changes_get_offset (one, at) != tdm_zone_changes_get_offset (other, at))
      return FALSE;
  return TRUE;
}

/* What the program writes it also reads, for every zone. */
static void
test_own (void)
{
  guint n = 0;

  for (const char *const *name = tdm_zone_list_names (); *name; name++, n++)
    {
      gint64 from = tdm_zone_year_start (2026);
      gint64 to = tdm_zone_year_start (2031) - 1;
      icalcomponent *component = icalcomponent_new_from_string (tdm_zone_get_vtimezone (*name, from, to, NULL));
      g_autoptr (GArray) changes = tdm_vtimezone_reader_read (component, TDM_YEARS_ALL);

      g_assert_nonnull (changes);
      if (!is_same (changes, tdm_zone_get_changes (*name, NULL), from, to))
        g_error ("%s is not read as it was written", *name);
      icalcomponent_free (component);
    }
  g_assert_cmpuint (n, >, 300);
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-zones/names", test_names);
  g_test_add_func ("/file-zones/names/windows", test_windows_names);
  g_test_add_func ("/file-zones/names/none", test_no_names);
  g_test_add_func ("/file-zones/names/guesses", test_guesses);
  g_test_add_func ("/file-zones/file/before-name", test_file_before_name);
  g_test_add_func ("/file-zones/name", test_name);
  g_test_add_func ("/file-zones/file/of-any-zone", test_file_of_any_zone);
  g_test_add_func ("/file-zones/file/with-hours", test_file_with_hours);
  g_test_add_func ("/file-zones/file", test_file);
  g_test_add_func ("/file-zones/file/with-events", test_file_with_events);
  g_test_add_func ("/file-zones/file/before-guess", test_file_before_guess);
  g_test_add_func ("/file-zones/file/without-summer", test_file_without_summer);
  g_test_add_func ("/file-zones/file/only", test_file_only);
  g_test_add_func ("/file-zones/file/negative-summer", test_file_negative_summer);
  g_test_add_func ("/file-zones/file/shapes", test_file_shapes);
  g_test_add_func ("/file-zones/unknown", test_unknown);
  g_test_add_func ("/file-zones/known-with-bad-file", test_known_with_bad_file);
  g_test_add_func ("/file-zones/own", test_own);
  return g_test_run ();
}
