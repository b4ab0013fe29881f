/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-recurrence.h"

#include <libical/ical.h>
#include <string.h>

static void
assert_rule (const char *rule, const char *written)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (rule, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = tdm_recurrence_to_rule (recurrence);
  g_assert_cmpstr (again, ==, written);
}

static void
assert_bad (const char *rule, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tdm_recurrence_parse (rule, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, code);
}

static void
test_parse (void)
{
  assert_rule ("FREQ=WEEKLY;BYDAY=TU;COUNT=12", "FREQ=WEEKLY;BYDAY=TU;COUNT=12");
  assert_rule ("FREQ=WEEKLY;INTERVAL=3;BYDAY=SU;COUNT=1", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU;COUNT=1");
  assert_rule ("FREQ=MONTHLY;BYDAY=2TU;COUNT=12", "FREQ=MONTHLY;BYDAY=2TU;COUNT=12");
  assert_rule ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=120", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=120");
  assert_rule ("FREQ=MONTHLY;BYMONTHDAY=28;COUNT=12", "FREQ=MONTHLY;BYMONTHDAY=28;COUNT=12");
  assert_rule ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12");
}

static void
test_parse_once (void)
{
  assert_rule (NULL, NULL);
  assert_rule ("", NULL);
}

/* As other programs write them */
static void
test_parse_foreign (void)
{
  assert_rule ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=5", "FREQ=MONTHLY;BYDAY=1TU;COUNT=5");
  assert_rule ("FREQ=MONTHLY;COUNT=5;INTERVAL=1;BYDAY=FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=5");
  assert_rule ("freq=weekly;count=5;byday=mo;wkst=su", "FREQ=WEEKLY;BYDAY=MO;COUNT=5");
  assert_rule ("FREQ=MONTHLY;BYDAY=+2TU;COUNT=5", "FREQ=MONTHLY;BYDAY=2TU;COUNT=5");
}

static void
test_parse_no_end (void)
{
  assert_bad ("FREQ=WEEKLY;BYDAY=TU", TDM_CALENDAR_ERROR_NO_END);
  assert_bad ("FREQ=MONTHLY;BYMONTHDAY=-1", TDM_CALENDAR_ERROR_NO_END);
}

static void
test_parse_bad (void)
{
  static const char *const rules[] = {
    "FREQ", "=", ";", "COUNT=12", "FREQ=DAILY;COUNT=12", "FREQ=YEARLY;COUNT=12", "FREQ=SECONDLY;COUNT=12",
    "FREQ=WEEKLY;COUNT=12", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12", "FREQ=WEEKLY;BYDAY=1TU;COUNT=12",
    "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=1;COUNT=12", "FREQ=WEEKLY;BYDAY=TU;BYMONTHDAY=1;COUNT=12",
    "FREQ=WEEKLY;BYDAY=XX;COUNT=12", "FREQ=WEEKLY;BYDAY=;COUNT=12", "FREQ=WEEKLY;BYDAY=T;COUNT=12",
    "FREQ=WEEKLY;BYDAY=TU;COUNT=0", "FREQ=WEEKLY;BYDAY=TU;COUNT=-1", "FREQ=WEEKLY;BYDAY=TU;COUNT=121",
    "FREQ=WEEKLY;BYDAY=TU;COUNT=99999999999999999999", "FREQ=WEEKLY;BYDAY=TU;COUNT=1x", "FREQ=WEEKLY;BYDAY=TU;COUNT=",
    "FREQ=WEEKLY;INTERVAL=0;BYDAY=TU;COUNT=12", "FREQ=WEEKLY;INTERVAL=100;BYDAY=TU;COUNT=12",
    "FREQ=WEEKLY;BYDAY=TU;COUNT=12;COUNT=12", "FREQ=WEEKLY;BYDAY=TU;COUNT=12;UNTIL=20271102T090000Z",
    "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271102T090000Z", "FREQ=WEEKLY;BYDAY=TU;COUNT=12;WKST=XX",
    "FREQ=WEEKLY;BYDAY=TU;COUNT=12;X-FOO=1", "FREQ=WEEKLY;BYDAY=TU;COUNT=12\r\nX-INJECTED:yes",
    "FREQ=MONTHLY;COUNT=12", "FREQ=MONTHLY;BYDAY=TU;COUNT=12", "FREQ=MONTHLY;BYDAY=5TU;COUNT=12",
    "FREQ=MONTHLY;BYDAY=0TU;COUNT=12", "FREQ=MONTHLY;BYDAY=-2TU;COUNT=12", "FREQ=MONTHLY;BYDAY=1TU;BYSETPOS=1;COUNT=12",
    "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=5;COUNT=12", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=0;COUNT=12",
    "FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=1;COUNT=12", "FREQ=MONTHLY;BYMONTHDAY=29;COUNT=12",
    "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=12", "FREQ=MONTHLY;BYMONTHDAY=0;COUNT=12",
    "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=12",
    "FREQ=MONTHLY;BYMONTHDAY=-2;COUNT=12", "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTH=3;COUNT=12",
    "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=1;COUNT=12", "FREQ=MONTHLY;BYDAY=1TU;BYMONTHDAY=1;COUNT=12",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    assert_bad (rules[i], TDM_CALENDAR_ERROR_BAD_RULE);
}

static void
assert_suggested (TdmRecurrenceKind kind, const char *date, const char *rule)
{
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_for_date (kind, date);
  g_autofree char *written = tdm_recurrence_to_rule (recurrence);

  g_assert_cmpstr (written, ==, rule);
}

static void
test_for_date (void)
{
  assert_suggested (TDM_RECURRENCE_ONCE, "2026-12-01", NULL);
  assert_suggested (TDM_RECURRENCE_WEEKLY, "2026-12-01", "FREQ=WEEKLY;BYDAY=TU;COUNT=12");
  assert_suggested (TDM_RECURRENCE_MONTHLY_WEEKDAY, "2026-12-01", "FREQ=MONTHLY;BYDAY=1TU;COUNT=12");
  assert_suggested (TDM_RECURRENCE_MONTHLY_WEEKDAY, "2026-12-28", "FREQ=MONTHLY;BYDAY=4MO;COUNT=12");
  assert_suggested (TDM_RECURRENCE_MONTHLY_DAY, "2026-12-28", "FREQ=MONTHLY;BYMONTHDAY=28;COUNT=12");
}

static void
test_for_late_date (void)
{
  assert_suggested (TDM_RECURRENCE_MONTHLY_WEEKDAY, "2026-12-29", "FREQ=MONTHLY;BYDAY=-1TU;COUNT=12");
  assert_suggested (TDM_RECURRENCE_MONTHLY_DAY, "2026-12-29", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12");
  assert_suggested (TDM_RECURRENCE_MONTHLY_DAY, "2026-12-31", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12");
}

static void
assert_dates (const char *rule, const char *start, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (rule, &error);
  g_auto (GStrv) dates = tdm_recurrence_expand (recurrence, start, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv (" ", dates);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_expand (void)
{
  assert_dates ("", "2026-12-01T10:00:00", "2026-12-01T10:00:00");
  assert_dates ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3", "2026-12-22T10:30:00",
                "2026-12-22T10:30:00 2027-01-05T10:30:00 2027-01-19T10:30:00");
  assert_dates ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2026-12-25T10:00:00",
                "2026-12-25T10:00:00 2027-01-29T10:00:00 2027-02-26T10:00:00");
  assert_dates ("FREQ=MONTHLY;BYDAY=2TU;COUNT=2", "2026-12-08T10:00:00", "2026-12-08T10:00:00 2027-01-12T10:00:00");
  assert_dates ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2027-12-31T10:00:00",
                "2027-12-31T10:00:00 2028-01-31T10:00:00 2028-02-29T10:00:00");
  assert_dates ("FREQ=MONTHLY;INTERVAL=14;BYMONTHDAY=28;COUNT=2", "2026-12-28T10:00:00",
                "2026-12-28T10:00:00 2028-02-28T10:00:00");
}

static void
assert_not_expanded (const char *rule, const char *start, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (rule, NULL);

  g_assert_null (tdm_recurrence_expand (recurrence, start, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, code);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_expand_from_other_day (void)
{
  assert_not_expanded ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-12-02T10:00:00", TDM_CALENDAR_ERROR_BAD_RULE,
                       "2026-12-08");
  assert_not_expanded ("FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "2026-12-08T10:00:00", TDM_CALENDAR_ERROR_BAD_RULE,
                       "“2026-12-08”, but on “2027-01-05”");
  assert_not_expanded ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-12-29T10:00:00", TDM_CALENDAR_ERROR_BAD_RULE,
                       "2026-12-31");
}

static void
test_expand_from_no_time (void)
{
  assert_not_expanded ("", "2026-12-32T10:00:00", TDM_CALENDAR_ERROR_NO_SUCH_TIME, "“2026-12-32T10:00:00”");
  assert_not_expanded ("", "", TDM_CALENDAR_ERROR_NO_SUCH_TIME, "“”");
}

static void
test_expand_too_far (void)
{
  assert_not_expanded ("FREQ=MONTHLY;INTERVAL=99;BYMONTHDAY=1;COUNT=120", "2026-12-01T10:00:00",
                       TDM_CALENDAR_ERROR_BAD_RULE, "too far");
}

static void
assert_aligned (const char *rule, const char *start, const char *expected)
{
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (rule, NULL);
  g_autofree char *aligned = tdm_recurrence_align (recurrence, start);

  g_assert_cmpstr (aligned, ==, expected);
}

static void
test_align (void)
{
  assert_aligned ("", "2026-12-02T10:00:00", "2026-12-02T10:00:00");
  assert_aligned ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO;COUNT=3", "2026-12-02T10:00:00", "2026-12-07T10:00:00");
  assert_aligned ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU;COUNT=3", "2026-12-02T10:00:00", "2027-01-05T10:00:00");
  assert_aligned ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-12-29T10:00:00", "2026-12-31T10:00:00");
}

#if ICAL_CHECK_VERSION(4, 0, 0)
#define RULE_FROM_STRING icalrecurrencetype_new_from_string
#else
#define RULE_FROM_STRING icalrecurrencetype_from_string
#endif

static void
assert_like_libical (TdmRecurrence *recurrence, const char *start)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rule = tdm_recurrence_to_rule (recurrence);
  g_auto (GStrv) dates = tdm_recurrence_expand (recurrence, start, &error);
  g_auto (GStrv) digits = g_strsplit_set (start, "-:", -1);
  g_autofree char *basic = g_strjoinv ("", digits);
  icalrecur_iterator *iterator = icalrecur_iterator_new (RULE_FROM_STRING (rule), icaltime_from_string (basic));

  g_assert_no_error (error);
  for (guint i = 0; dates[i]; i++)
    {
      struct icaltimetype next = icalrecur_iterator_next (iterator);
      g_autofree char *text = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", next.year, next.month, next.day,
                                               next.hour, next.minute, next.second);

      g_assert_cmpstr (dates[i], ==, text);
    }
  g_assert_true (icaltime_is_null_time (icalrecur_iterator_next (iterator)));
  icalrecur_iterator_free (iterator);
}

/* From every day of five years, in every shape */
static void
test_like_libical (void)
{
  guint n = 0;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, 1, 2026);
  for (; g_date_get_year (&day) < 2031; g_date_add_days (&day, 1))
    for (int kind = TDM_RECURRENCE_WEEKLY; kind <= TDM_RECURRENCE_MONTHLY_DAY; kind++, n++)
      {
        g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                                                 g_date_get_day (&day));
        g_autofree char *wanted = g_strconcat (date, "T10:00:00", NULL);
        g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_for_date (kind, date);
        g_autofree char *start = tdm_recurrence_align (recurrence, wanted);

        recurrence->interval = 1 + n % 5;
        recurrence->count = 1 + n % 30;
        assert_like_libical (recurrence, start);
      }
  g_assert_cmpuint (n, ==, 3 * 1826);
}

static void
assert_described (const char *rule, const char *text)
{
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (rule, NULL);
  g_autofree char *description = tdm_recurrence_describe (recurrence);

  g_assert_cmpstr (description, ==, text);
}

static void
test_describe (void)
{
  assert_described ("", "Once");
  assert_described ("FREQ=MONTHLY;BYDAY=2TU;COUNT=12", "Every month on the second Tuesday, 12 times");
  assert_described ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR;COUNT=4", "Every 3 months on the last Friday, 4 times");
  assert_described ("FREQ=WEEKLY;BYDAY=MO;COUNT=1", "Every week on Monday, once");
  assert_described ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=2", "Every 2 weeks on Sunday, 2 times");
  assert_described ("FREQ=MONTHLY;BYMONTHDAY=15;COUNT=12", "Every month on day 15, 12 times");
  assert_described ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12", "Every month on the last day, 12 times");
}

static void
test_fields (void)
{
  g_autoptr (TdmRecurrence) nth = tdm_recurrence_parse ("FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE;COUNT=7", NULL);
  g_autoptr (TdmRecurrence) day = tdm_recurrence_parse ("FREQ=MONTHLY;BYMONTHDAY=9;COUNT=7", NULL);
  g_autoptr (TdmRecurrence) once = tdm_recurrence_for_date (TDM_RECURRENCE_ONCE, "2026-12-01");

  g_assert_cmpint (nth->kind, ==, TDM_RECURRENCE_MONTHLY_WEEKDAY);
  g_assert_cmpint (nth->interval, ==, 2);
  g_assert_cmpint (nth->count, ==, 7);
  g_assert_cmpint (nth->weekday, ==, G_DATE_WEDNESDAY);
  g_assert_cmpint (nth->nth, ==, 3);
  g_assert_cmpint (day->day, ==, 9);
  g_assert_cmpint (once->count, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recurrence/parse", test_parse);
  g_test_add_func ("/recurrence/parse-once", test_parse_once);
  g_test_add_func ("/recurrence/parse-foreign", test_parse_foreign);
  g_test_add_func ("/recurrence/parse-no-end", test_parse_no_end);
  g_test_add_func ("/recurrence/parse-bad", test_parse_bad);
  g_test_add_func ("/recurrence/for-date", test_for_date);
  g_test_add_func ("/recurrence/for-late-date", test_for_late_date);
  g_test_add_func ("/recurrence/expand", test_expand);
  g_test_add_func ("/recurrence/expand-from-other-day", test_expand_from_other_day);
  g_test_add_func ("/recurrence/expand-from-no-time", test_expand_from_no_time);
  g_test_add_func ("/recurrence/expand-too-far", test_expand_too_far);
  g_test_add_func ("/recurrence/align", test_align);
  g_test_add_func ("/recurrence/like-libical", test_like_libical);
  g_test_add_func ("/recurrence/describe", test_describe);
  g_test_add_func ("/recurrence/fields", test_fields);
  return g_test_run ();
}
