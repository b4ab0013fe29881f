/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-dates.h"

#define JULIAN_OF_1970 719163

/**
 * tdm_sample_dates_add_days:
 * @day: a day
 * @days: how many, backwards if negative
 *
 * Returns: the day so many days later
 */
GDate
tdm_sample_dates_add_days (GDate day, int days)
{
  g_date_set_julian (&day, g_date_get_julian (&day) + days);
  return day;
}

/**
 * tdm_sample_dates_add_months:
 * @day: a day
 * @months: how many, backwards if negative
 *
 * Returns: the day so many months later, the last of the month where that is shorter
 */
GDate
tdm_sample_dates_add_months (GDate day, int months)
{
  if (months >= 0)
    g_date_add_months (&day, months);
  else
    g_date_subtract_months (&day, -months);
  return day;
}

/**
 * tdm_sample_dates_nearest_tuesday:
 * @day: a day
 *
 * Returns: the Tuesday that is at most three days away
 */
GDate
tdm_sample_dates_nearest_tuesday (GDate day)
{
  int after = ((int) g_date_get_weekday (&day) - G_DATE_TUESDAY + 7) % 7;

  return tdm_sample_dates_add_days (day, after <= 3 ? -after : 7 - after);
}

static GDate
find_nth (GDateYear year, GDateMonth month, const TdmSampleRule *rule)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, month, year);
  return tdm_sample_dates_add_days (day, (rule->weekday - g_date_get_weekday (&day) + 7) % 7 + 7 * (rule->nth - 1));
}

static GDate
find_first (const TdmSampleRule *rule, GDate from)
{
  GDate first;

  if (rule->nth == 0)
    return tdm_sample_dates_add_days (from, (rule->weekday - g_date_get_weekday (&from) + 7) % 7);

  first = find_nth (g_date_get_year (&from), g_date_get_month (&from), rule);
  if (g_date_compare (&first, &from) >= 0)
    return first;
  g_date_set_day (&from, 1);
  g_date_add_months (&from, 1);
  return find_nth (g_date_get_year (&from), g_date_get_month (&from), rule);
}

static GDate
find_next (const TdmSampleRule *rule, GDate day)
{
  if (rule->nth == 0)
    return tdm_sample_dates_add_days (day, 14);

  g_date_set_day (&day, 1);
  g_date_add_months (&day, 1);
  return find_nth (g_date_get_year (&day), g_date_get_month (&day), rule);
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
  GDate day = find_first (rule, from);
  guint n = 0;

  for (; n < most && g_date_compare (&day, &to) <= 0; day = find_next (rule, day))
    dates[n++] = day;
  return n;
}

/**
 * tdm_sample_dates_format_rule:
 * @rule: when
 * @count: how often
 *
 * Returns: (transfer full): the value of an RRULE (RFC 5545 3.3.10)
 */
char *
tdm_sample_dates_format_rule (const TdmSampleRule *rule, guint count)
{
  static const char *const days[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  if (rule->nth == 0)
    return g_strdup_printf ("FREQ=WEEKLY;INTERVAL=2;BYDAY=%s;COUNT=%u", days[rule->weekday], count);
  return g_strdup_printf ("FREQ=MONTHLY;BYDAY=%u%s;COUNT=%u", rule->nth, days[rule->weekday], count);
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

/**
 * tdm_sample_dates_instant:
 * @day: a day
 *
 * Returns: some moment in its office hours, seconds since 1970-01-01 UTC
 */
gint64
tdm_sample_dates_instant (GDate day)
{
  return ((gint64) g_date_get_julian (&day) - JULIAN_OF_1970) * 86400 + 9 * 3600;
}

/* The anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", chapter 8) */
static GDate
find_easter (guint year)
{
  guint a = year % 19, b = year / 100, c = year % 100;
  guint h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  guint l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  guint sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, sum % 31 + 1, sum / 31, year);
  return day;
}

/* The Wednesday before 23 November is a holiday in Saxony, where Leipzig is; so is Ascension Day. */
static GDate
get_holiday (guint year, gboolean in_autumn)
{
  GDate day;

  if (!in_autumn)
    return tdm_sample_dates_add_days (find_easter (year), 39);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 22, G_DATE_NOVEMBER, year);
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
      GDate day = get_holiday (g_date_get_year (&from) + i % 2, i < 2);

      if (g_date_compare (&day, &from) < 0 || g_date_compare (&day, &to) > 0 || g_date_get_day (&day) > 28)
        continue;
      rule->weekday = g_date_get_weekday (&day);
      rule->nth = (g_date_get_day (&day) - 1) / 7 + 1;
      return TRUE;
    }
  return FALSE;
}
