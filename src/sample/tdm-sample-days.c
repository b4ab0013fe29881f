/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-days.h"

#include <stdlib.h>

#define JULIAN_OF_1970 719163

static GDate
tdm_sample_days_make (guint year, GDateMonth month, guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return date;
}

/* @text: begins with YYYY-MM-DD */
GDate
tdm_sample_days_parse (const char *text)
{
  return tdm_sample_days_make (atoi (text), atoi (text + 5), atoi (text + 8));
}

/* YYYY-MM-DD */
char *
tdm_sample_days_format (GDate day)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
}

/* Backwards if @days is negative */
GDate
tdm_sample_days_add (GDate day, int days)
{
  g_date_set_julian (&day, g_date_get_julian (&day) + days);
  return day;
}

/* The last day of the month where that is shorter */
GDate
tdm_sample_days_add_months (GDate day, int months)
{
  if (months >= 0)
    g_date_add_months (&day, months);
  else
    g_date_subtract_months (&day, -months);
  return day;
}

/* The Tuesday that is at most three days away */
GDate
tdm_sample_days_nearest_tuesday (GDate day)
{
  int after = ((int) g_date_get_weekday (&day) - G_DATE_TUESDAY + 7) % 7;

  return tdm_sample_days_add (day, after <= 3 ? -after : 7 - after);
}

/* Some moment in the office hours of a day, seconds since 1970-01-01 UTC */
gint64
tdm_sample_days_get_instant (GDate day)
{
  return ((gint64) g_date_get_julian (&day) - JULIAN_OF_1970) * 86400 + 9 * 3600;
}

/* The Thursday 39 days after Easter Sunday, which the anonymous Gregorian algorithm finds (Meeus, "Astronomical
 * Algorithms", chapter 8) */
static GDate
tdm_sample_days_get_ascension (guint year)
{
  guint a = year % 19, b = year / 100, c = year % 100;
  guint h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  guint l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  guint sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;

  return tdm_sample_days_add (tdm_sample_days_make (year, sum / 31, sum % 31 + 1), 39);
}

/* The Wednesday before 23 November, a holiday in Saxony, where Leipzig is */
static GDate
tdm_sample_days_get_repentance (guint year)
{
  GDate day = tdm_sample_days_make (year, G_DATE_NOVEMBER, 22);

  return tdm_sample_days_add (day, -(int) ((g_date_get_weekday (&day) - G_DATE_WEDNESDAY + 7) % 7));
}

/**
 * tdm_sample_days_find_holiday:
 * @from: the first day that it may be
 * @to: the last day, less than two years later
 * @holiday: (out caller-allocates): a public holiday in Leipzig
 *
 * Returns: whether there is one that is the first to fourth such weekday of its month
 */
gboolean
tdm_sample_days_find_holiday (GDate from, GDate to, GDate *holiday)
{
  guint year = g_date_get_year (&from);
  const GDate days[] = {
    tdm_sample_days_get_repentance (year), tdm_sample_days_get_repentance (year + 1),
    tdm_sample_days_get_ascension (year), tdm_sample_days_get_ascension (year + 1),
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_date_compare (&days[i], &from) >= 0 && g_date_compare (&days[i], &to) <= 0 && g_date_get_day (&days[i]) <= 28)
      {
        *holiday = days[i];
        return TRUE;
      }
  return FALSE;
}
