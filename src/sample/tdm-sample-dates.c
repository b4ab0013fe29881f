/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-dates.h"

#include <stdio.h>
#include <stdlib.h>

#define JULIAN_OF_1970 719163

static const char *const weekdays[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static GDate
tdm_sample_dates_make (guint year, GDateMonth month, guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return date;
}

/* @text: YYYY-MM-DD */
GDate
tdm_sample_dates_parse (const char *text)
{
  return tdm_sample_dates_make (atoi (text), atoi (text + 5), atoi (text + 8));
}

/* Backwards if @days is negative */
GDate
tdm_sample_dates_add_days (GDate day, int days)
{
  g_date_set_julian (&day, g_date_get_julian (&day) + days);
  return day;
}

/* The last day of the month where that is shorter */
GDate
tdm_sample_dates_add_months (GDate day, int months)
{
  if (months >= 0)
    g_date_add_months (&day, months);
  else
    g_date_subtract_months (&day, -months);
  return day;
}

/* The Tuesday that is at most three days away */
GDate
tdm_sample_dates_nearest_tuesday (GDate day)
{
  int after = ((int) g_date_get_weekday (&day) - G_DATE_TUESDAY + 7) % 7;

  return tdm_sample_dates_add_days (day, after <= 3 ? -after : 7 - after);
}

static GDate
tdm_sample_dates_find_nth (const TdmSampleRule *rule, GDate month)
{
  g_date_set_day (&month, 1);
  return tdm_sample_dates_add_days (month, (rule->weekday - g_date_get_weekday (&month) + 7) % 7 + 7 * (rule->nth - 1));
}

static GDate
tdm_sample_dates_find_next (const TdmSampleRule *rule, GDate day)
{
  if (rule->nth == 0)
    return tdm_sample_dates_add_days (day, 14);

  g_date_set_day (&day, 1);
  g_date_add_months (&day, 1);
  return tdm_sample_dates_find_nth (rule, day);
}

static GDate
tdm_sample_dates_find_first (const TdmSampleRule *rule, GDate from)
{
  GDate first;

  if (rule->nth == 0)
    return tdm_sample_dates_add_days (from, (rule->weekday - g_date_get_weekday (&from) + 7) % 7);

  first = tdm_sample_dates_find_nth (rule, from);
  return g_date_compare (&first, &from) >= 0 ? first : tdm_sample_dates_find_next (rule, from);
}

/**
 * tdm_sample_dates_expand:
 * @rule: when
 * @from: the first day that may be one
 * @to: the last day that may be one
 * @most: the largest number of days, at most #TDM_SAMPLE_MOST_DATES
 * @dates: (out caller-allocates): where they go
 *
 * The only place where a rule is expanded.
 *
 * Returns: how many days there are
 */
guint
tdm_sample_dates_expand (const TdmSampleRule *rule, GDate from, GDate to, guint most, GDate *dates)
{
  GDate day = tdm_sample_dates_find_first (rule, from);
  guint n = 0;

  for (; n < most && g_date_compare (&day, &to) <= 0; day = tdm_sample_dates_find_next (rule, day))
    dates[n++] = day;
  return n;
}

/**
 * tdm_sample_dates_parse_rule:
 * @text: which week of a month, or 0, the weekday, and the time, such as "1 TU 08:30"
 * @rule: (out caller-allocates): the rule
 * @time: (out caller-allocates): #TDM_SAMPLE_TIME_SIZE bytes for the time
 */
void
tdm_sample_dates_parse_rule (const char *text, TdmSampleRule *rule, char *time)
{
  char weekday[3] = "";

  if (sscanf (text, "%u %2s %5s", &rule->nth, weekday, time) != 3)
    g_critical ("no rule: %s", text);
  for (rule->weekday = G_DATE_MONDAY; rule->weekday < G_DATE_SUNDAY; rule->weekday++)
    if (g_str_equal (weekdays[rule->weekday], weekday))
      break;
}

/* The value of an RRULE (RFC 5545 3.3.10) */
char *
tdm_sample_dates_format_rule (const TdmSampleRule *rule, guint count)
{
  if (rule->nth == 0)
    return g_strdup_printf ("FREQ=WEEKLY;INTERVAL=2;BYDAY=%s;COUNT=%u", weekdays[rule->weekday], count);
  return g_strdup_printf ("FREQ=MONTHLY;BYDAY=%u%s;COUNT=%u", rule->nth, weekdays[rule->weekday], count);
}

/**
 * tdm_sample_dates_format_local:
 * @day: a day
 * @time: (nullable): hours and minutes such as 08:30; %NULL for the day alone
 * @local: (out caller-allocates): #TDM_SAMPLE_LOCAL_SIZE bytes for the text
 */
void
tdm_sample_dates_format_local (GDate day, const char *time, char *local)
{
  g_snprintf (local, TDM_SAMPLE_LOCAL_SIZE, "%04u-%02u-%02u%s%.5s%s", g_date_get_year (&day),
              g_date_get_month (&day), g_date_get_day (&day), time ? "T" : "", time ? time : "", time ? ":00" : "");
}

/* Some moment in the office hours of a day, seconds since 1970-01-01 UTC */
gint64
tdm_sample_dates_instant (GDate day)
{
  return ((gint64) g_date_get_julian (&day) - JULIAN_OF_1970) * 86400 + 9 * 3600;
}

/* The anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", chapter 8) */
static GDate
tdm_sample_dates_find_easter (guint year)
{
  guint a = year % 19, b = year / 100, c = year % 100;
  guint h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  guint l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  guint sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;

  return tdm_sample_dates_make (year, sum / 31, sum % 31 + 1);
}

/* The Wednesday before 23 November is a holiday in Saxony, where Leipzig is; so is Ascension Day. */
static GDate
tdm_sample_dates_get_holiday (guint year, gboolean in_autumn)
{
  GDate day;

  if (!in_autumn)
    return tdm_sample_dates_add_days (tdm_sample_dates_find_easter (year), 39);
  day = tdm_sample_dates_make (year, G_DATE_NOVEMBER, 22);
  return tdm_sample_dates_add_days (day, -(int) ((g_date_get_weekday (&day) - G_DATE_WEDNESDAY + 7) % 7));
}

/**
 * tdm_sample_dates_find_holiday:
 * @from: the first day that it may be
 * @to: the last day
 * @rule: (inout): set to a monthly rule that meets a public holiday in Leipzig
 *
 * Returns: whether there is a holiday that such a rule meets
 */
gboolean
tdm_sample_dates_find_holiday (GDate from, GDate to, TdmSampleRule *rule)
{
  for (guint i = 0; i < 4; i++)
    {
      GDate day = tdm_sample_dates_get_holiday (g_date_get_year (&from) + i % 2, i < 2);

      if (g_date_compare (&day, &from) < 0 || g_date_compare (&day, &to) > 0 || g_date_get_day (&day) > 28)
        continue;
      rule->weekday = g_date_get_weekday (&day);
      rule->nth = (g_date_get_day (&day) - 1) / 7 + 1;
      return TRUE;
    }
  return FALSE;
}
