/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-days.h"

#define JULIAN_OF_1970 719163

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
