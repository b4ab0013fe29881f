/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-weekday.h"

const char *const tdm_weekday_codes[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/**
 * tdm_weekday_parse:
 * @code: such as `MO`, in capitals or not
 *
 * Returns: the weekday, or %G_DATE_BAD_WEEKDAY
 */
GDateWeekday
tdm_weekday_parse (const char *code)
{
  for (int i = G_DATE_MONDAY; i <= G_DATE_SUNDAY; i++)
    if (g_ascii_strcasecmp (code, tdm_weekday_codes[i]) == 0)
      return i;
  return G_DATE_BAD_WEEKDAY;
}

/**
 * tdm_weekday_next:
 * @day: a day, moved to the first one from it on that is a @weekday
 * @weekday: a weekday
 */
void
tdm_weekday_next (GDate *day, GDateWeekday weekday)
{
  g_date_add_days (day, ((int) weekday - (int) g_date_get_weekday (day) + 7) % 7);
}

/**
 * tdm_weekday_nth_of_month:
 * @day: a day, moved to the one that is meant
 * @weekday: a weekday
 * @nth: which one of the month of @day, -5 to 5; negative ones count from its end
 *
 * Returns: whether that month has so many; where it has not, @day is outside of it
 */
gboolean
tdm_weekday_nth_of_month (GDate *day, GDateWeekday weekday, int nth)
{
  GDateMonth month = g_date_get_month (day);
  int weeks = nth > 0 ? nth - 1 : nth + 1;

  g_date_set_day (day, nth > 0 ? 1 : g_date_get_days_in_month (month, g_date_get_year (day)) - 6);
  tdm_weekday_next (day, weekday);
  g_date_set_julian (day, g_date_get_julian (day) + weeks * 7);
  return g_date_get_month (day) == month;
}
