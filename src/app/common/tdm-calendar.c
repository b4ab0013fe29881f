/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar.h"

#include "base/tdm-clock.h"

#include <langinfo.h>

char *
tdm_calendar_format_day (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/* When the clocks of this computer begin to show a day. Where they leave midnight out, that is an hour later. */
gint64
tdm_calendar_find_start (guint32 day)
{
  g_autoptr (GDateTime) midnight = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  midnight = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  return g_date_time_to_unix (midnight);
}

guint32
tdm_calendar_today (void)
{
  g_autoptr (GDateTime) now = tdm_clock_local ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
  return g_date_get_julian (&date);
}

/* The 31st becomes the last day of a shorter month. */
guint32
tdm_calendar_add_months (guint32 day, int months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (months >= 0)
    g_date_add_months (&date, months);
  else if (day > 31u * -months)
    g_date_subtract_months (&date, -months);
  return g_date_get_julian (&date);
}

gboolean
tdm_calendar_is_same_month (guint32 day, guint32 other)
{
  GDate a, b;

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_julian (&a, day);
  g_date_set_julian (&b, other);
  return g_date_get_month (&a) == g_date_get_month (&b) && g_date_get_year (&a) == g_date_get_year (&b);
}

/* 0 for Monday to 6 for Sunday. The GNU C library counts from the day of a date that the locale names. */
static guint
locale_get_first_weekday (void)
{
#ifdef __GLIBC__
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  guint first = (guint8) nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];

  return ((origin == 19971130 ? 6 : 0) + first + 6) % 7;
#else
  return 0;
#endif
}

/* The first day of the week in which a day lies. Julian day 1 was a Monday. */
guint32
tdm_calendar_week_start (guint32 day)
{
  return day - (day + 6 - locale_get_first_weekday ()) % 7;
}

/* The first of the days that a month shows. */
guint32
tdm_calendar_grid_start (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return tdm_calendar_week_start (day + 1 - g_date_get_day (&date));
}

gboolean
tdm_calendar_is_weekend (guint32 day)
{
  return (day + 6) % 7 >= 5;
}
