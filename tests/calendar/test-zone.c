/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-zone-city.h"
#include "calendar/tdm-zone.h"

#include <libical/ical.h>
#include <string.h>

#define BERLIN "Europe/Berlin"

/* 2026-01-01 and 2028-12-31, UTC */
#define FROM 1767225600
#define TO 1861833600

static void
assert_utc (const char *zone, const char *local, const char *utc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) expected = g_date_time_new_from_iso8601 (utc, NULL);
  gint64 instant = tdm_zone_to_utc (zone, local, &error);

  g_assert_no_error (error);
  g_assert_cmpint (instant, ==, g_date_time_to_unix (expected));
}

static void
assert_no_time (const char *local)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tdm_zone_to_utc (BERLIN, local, &error), ==, 0);
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_SUCH_TIME);
}

static void
test_exists (void)
{
  g_assert_true (tdm_zone_exists (BERLIN));
  g_assert_true (tdm_zone_exists ("America/Argentina/Buenos_Aires"));
  g_assert_true (tdm_zone_exists ("Asia/Calcutta"));
  g_assert_true (tdm_zone_exists ("UTC"));
}

static void
assert_city (const char *zone, const char *language, const char *expected)
{
  g_autofree char *city = tdm_zone_city (zone, language);

  g_assert_cmpstr (city, ==, expected);
}

static void
test_city (void)
{
  assert_city ("Europe/Vienna", "de", "Wien");
  assert_city ("Europe/Vienna", "de_AT.UTF-8", "Wien");
  assert_city ("Europe/Vienna", "en", "Vienna");
  assert_city ("Europe/Vienna", "C", "Vienna");
  assert_city ("America/Argentina/Buenos_Aires", "de", "Buenos Aires");
}

/* Neither a city nor a zone that CLDR knows */
static void
test_no_city (void)
{
  assert_city ("UTC", "de", "UTC");
  assert_city ("Mars/Olympus_Mons", "de", "Olympus Mons");
}

static void
test_exists_not (void)
{
  static const char *const names[] = {
    "", "europe/berlin", "Europe", "Europe/Atlantis", "../../etc/passwd", "/etc/localtime", "localtime", "posixrules",
    "Europe/../../../etc/passwd", "W. Europe Standard Time", "Europe/Berlin\r\nX-INJECTED:yes", "Europe/Berlin ",
  };

  g_assert_false (tdm_zone_exists (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (tdm_zone_exists (names[i]));
}

static void
test_system (void)
{
  g_assert_true (tdm_zone_exists (tdm_zone_get_system ()));
  g_assert_true (g_strv_contains (tdm_zone_list_names (), tdm_zone_get_system ()));
}

static void
test_system_environment (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("TZ", "Australia/Sydney", TRUE);
  g_assert_cmpstr (tdm_zone_get_system (), ==, "Australia/Sydney");
}

static void
test_names (void)
{
  const char *const *names = tdm_zone_list_names ();

  g_assert_cmpuint (g_strv_length ((GStrv) names), >, 300);
  for (guint i = 1; names[i]; i++)
    g_assert_cmpstr (names[i - 1], <, names[i]);
  g_assert_true (g_strv_contains (names, BERLIN));
  g_assert_true (tdm_zone_list_names () == names);
}

static void
test_winter_and_summer (void)
{
  assert_utc (BERLIN, "2026-12-01T10:00:00", "2026-12-01T09:00:00Z");
  assert_utc (BERLIN, "2026-07-01T10:00:00", "2026-07-01T08:00:00Z");
  assert_utc ("America/New_York", "2026-03-10T10:00:00", "2026-03-10T14:00:00Z");
  assert_utc ("Asia/Kolkata", "2026-07-01T10:00:00", "2026-07-01T04:30:00Z");
  assert_utc ("Australia/Sydney", "2026-12-01T10:00:00", "2026-11-30T23:00:00Z");
  assert_utc ("Europe/Dublin", "2026-12-01T10:00:00", "2026-12-01T10:00:00Z");
  assert_utc ("Europe/Dublin", "2040-07-01T10:00:00", "2040-07-01T09:00:00Z");
}

static void
test_spring_gap (void)
{
  assert_utc (BERLIN, "2027-03-28T01:59:59", "2027-03-28T00:59:59Z");
  assert_no_time ("2027-03-28T02:00:00");
  assert_no_time ("2027-03-28T02:59:59");
  assert_utc (BERLIN, "2027-03-28T03:00:00", "2027-03-28T01:00:00Z");
}

/* What is said already is said (RFC 5545 3.3.5). */
static void
test_spring_gap_resolved (void)
{
  gint64 before = tdm_zone_to_utc (BERLIN, "2027-03-28T01:00:00", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tdm_zone_resolve (BERLIN, "2027-03-28T02:00:00", NULL), ==, before + 60 * 60);
  g_assert_cmpint (tdm_zone_resolve (BERLIN, "2027-03-28T02:30:00", NULL), ==, before + 90 * 60);
  g_assert_cmpint (tdm_zone_resolve (BERLIN, "2027-03-28T03:30:00", NULL), ==, before + 90 * 60);
  g_assert_cmpint (tdm_zone_resolve (BERLIN, "2026-10-25T02:30:00", NULL), ==,
                   tdm_zone_to_utc (BERLIN, "2026-10-25T02:30:00", NULL));
  g_assert_cmpint (tdm_zone_resolve (BERLIN, "2027-02-30T10:00:00", &error), ==, 0);
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_SUCH_TIME);
}

static void
test_autumn_hour (void)
{
  assert_utc (BERLIN, "2026-10-25T02:00:00", "2026-10-25T00:00:00Z");
  assert_utc (BERLIN, "2026-10-25T02:59:59", "2026-10-25T00:59:59Z");
  assert_utc (BERLIN, "2026-10-25T03:00:00", "2026-10-25T02:00:00Z");
}

static void
test_meeting_while_the_clocks_change (void)
{
  TdmZone *berlin = tdm_zone_find (BERLIN, NULL);
  g_autoptr (GError) error = NULL, unknown = NULL;

  g_assert_true (tdm_zone_check_meeting (berlin, "2027-03-28T00:00:00", 119, &error));
  g_assert_no_error (error);
  g_assert_false (tdm_zone_check_meeting (berlin, "2027-03-28T00:00:00", 120, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_SUCH_TIME);
  g_assert_true (tdm_zone_check_meeting (berlin, "2027-03-28T03:00:00", 120, NULL));
  g_assert_false (tdm_zone_check_meeting (berlin, "2027-03-28T02:00:00", 1, NULL));
  g_assert_null (tdm_zone_find ("Europe/Atlantis", &unknown));
  g_assert_error (unknown, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNKNOWN_ZONE);
}

static void
test_no_time (void)
{
  static const char *const texts[] = {
    "", "2026-02-30T10:00:00", "2026-02-03", "2026-02-03T10:00", "2026-02-03T10:00:00Z", "2026-02-03 10:00:00",
    "2026-00-03T10:00:00", "2026-13-03T10:00:00", "2026-02-03T24:00:00", "2026-02-03T10:60:00", "2026-02-03T10:00:60",
    "1999-12-31T10:00:00", "2100-01-01T10:00:00", "0000-00-00T00:00:00", "２０26-02-03T10:00:00",
  };

  assert_no_time (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_no_time (texts[i]);
}

static void
test_unknown_zone (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tdm_zone_to_utc ("Europe/Atlantis", "2026-02-03T10:00:00", &error), ==, 0);
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNKNOWN_ZONE);
  g_assert_cmpstr (error->message, ==, "There is no time zone “Europe/Atlantis”.");
  g_clear_error (&error);
  g_assert_null (tdm_zone_from_utc ("", FROM, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNKNOWN_ZONE);
  g_clear_error (&error);
  g_assert_null (tdm_zone_get_vtimezone ("Europe/Atlantis", FROM, TO, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNKNOWN_ZONE);
}

static void
test_there_and_back (void)
{
  const char *const *names = tdm_zone_list_names ();
  guint n = g_strv_length ((GStrv) names);

  for (guint i = 0; i < n; i += 20)
    for (gint64 at = FROM; at < TO; at += 40 * 24 * 3600 + 1801)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *local = tdm_zone_from_utc (names[i], at, &error);

        g_assert_no_error (error);
        /* the second time of an autumn hour comes back as the first */
        g_assert_cmpint (ABS (tdm_zone_to_utc (names[i], local, &error) - at) % 3600, ==, 0);
        g_assert_no_error (error);
      }
}

static void
test_from_utc (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *local = tdm_zone_from_utc (BERLIN, FROM, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (local, ==, "2026-01-01T01:00:00");
  g_assert_null (tdm_zone_from_utc (BERLIN, 0, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_SUCH_TIME);
}

static void
test_compact (void)
{
  g_assert_cmpstr (tdm_zone_get_vtimezone (BERLIN, FROM, TO, NULL), ==,
                   "BEGIN:VTIMEZONE\r\n"
                   "TZID:Europe/Berlin\r\n"
                   "BEGIN:STANDARD\r\n"
                   "TZOFFSETFROM:+0200\r\n"
                   "TZOFFSETTO:+0100\r\n"
                   "TZNAME:CET\r\n"
                   "DTSTART:19701025T030000\r\n"
                   "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                   "END:STANDARD\r\n"
                   "BEGIN:DAYLIGHT\r\n"
                   "TZOFFSETFROM:+0100\r\n"
                   "TZOFFSETTO:+0200\r\n"
                   "TZNAME:CEST\r\n"
                   "DTSTART:19700329T020000\r\n"
                   "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                   "END:DAYLIGHT\r\n"
                   "END:VTIMEZONE\r\n");
}

/* Summer is DAYLIGHT in Dublin, too. */
static void
test_compact_dublin (void)
{
  const char *text = tdm_zone_get_vtimezone ("Europe/Dublin", FROM, TO, NULL);
  const char *daylight = strstr (text, "BEGIN:DAYLIGHT");

  g_assert_nonnull (daylight);
  g_assert_nonnull (strstr (daylight, "TZOFFSETTO:+0100\r\nTZNAME:IST\r\n"));
}

static void
test_compact_constant (void)
{
  const char *text = tdm_zone_get_vtimezone ("Asia/Kolkata", FROM, TO, NULL);

  g_assert_null (strstr (text, "DAYLIGHT"));
  g_assert_null (strstr (text, "RRULE"));
  g_assert_nonnull (strstr (text, "TZOFFSETTO:+0530\r\n"));
}

static void
test_text_is_kept (void)
{
  const char *text = tdm_zone_get_vtimezone (BERLIN, FROM, TO, NULL);

  g_assert_true (tdm_zone_get_vtimezone (BERLIN, FROM + 3600, TO - 3600, NULL) == text);
}

/* What a program that knows nothing but the text takes for local time. */
static void
assert_agrees (const char *name, const char *text)
{
  icaltimezone *zone = icaltimezone_new ();

  g_assert_true (icaltimezone_set_component (zone, icalcomponent_new_from_string (text)));
  for (gint64 at = FROM; at < TO; at += 6 * 3600)
    {
      int daylight;
      struct icaltimetype time = icaltime_from_timet_with_zone (at, 0, icaltimezone_get_utc_timezone ());
      int offset = icaltimezone_get_utc_offset_of_utc_time (zone, &time, &daylight);
      g_autofree char *shifted = tdm_zone_from_utc ("UTC", at + offset, NULL);
      g_autofree char *local = tdm_zone_from_utc (name, at, NULL);

      g_assert_cmpstr (shifted, ==, local);
    }
  icaltimezone_free (zone, 1);
}

/* Among them those with clocks that follow no yearly rule. */
static void
test_text_is_right (void)
{
  static const char *const names[] = {
    BERLIN, "Europe/London", "Europe/Dublin", "America/New_York", "America/St_Johns", "America/Vancouver",
    "America/Winnipeg", "America/Havana", "America/Nuuk", "America/Santiago", "Africa/Cairo", "Africa/Casablanca",
    "Africa/El_Aaiun", "Asia/Gaza", "Asia/Jerusalem", "Asia/Kolkata", "Australia/Sydney", "Australia/Lord_Howe", "UTC",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = tdm_zone_get_vtimezone (names[i], FROM, TO, NULL);

      assert_agrees (names[i], text);
      g_assert_null (strstr (text, "UNTIL"));
      g_assert_null (strstr (text, "RDATE"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone/exists", test_exists);
  g_test_add_func ("/zone/exists-not", test_exists_not);
  g_test_add_func ("/zone/city", test_city);
  g_test_add_func ("/zone/no-city", test_no_city);
  g_test_add_func ("/zone/system", test_system);
  g_test_add_func ("/zone/system-environment", test_system_environment);
  g_test_add_func ("/zone/names", test_names);
  g_test_add_func ("/zone/winter-and-summer", test_winter_and_summer);
  g_test_add_func ("/zone/spring-gap", test_spring_gap);
  g_test_add_func ("/zone/spring-gap/resolved", test_spring_gap_resolved);
  g_test_add_func ("/zone/autumn-hour", test_autumn_hour);
  g_test_add_func ("/zone/meeting-while-the-clocks-change", test_meeting_while_the_clocks_change);
  g_test_add_func ("/zone/no-time", test_no_time);
  g_test_add_func ("/zone/unknown", test_unknown_zone);
  g_test_add_func ("/zone/there-and-back", test_there_and_back);
  g_test_add_func ("/zone/from-utc", test_from_utc);
  g_test_add_func ("/zone/vtimezone/compact", test_compact);
  g_test_add_func ("/zone/vtimezone/dublin", test_compact_dublin);
  g_test_add_func ("/zone/vtimezone/constant", test_compact_constant);
  g_test_add_func ("/zone/vtimezone/kept", test_text_is_kept);
  g_test_add_func ("/zone/vtimezone/right", test_text_is_right);
  return g_test_run ();
}
