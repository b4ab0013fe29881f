/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-day.h"

#include <stdlib.h>

/**
 * tdm_day_parse:
 * @text: a day, or a day and a time, that was checked before, see tdm_text_is_date(): it begins with `YYYY-MM-DD`
 *
 * Returns: the day
 */
GDate
tdm_day_parse (const char *text)
{
  GDate day;

  g_date_clear (&day, 1);
  g_return_val_if_fail (text != NULL, day);

  g_date_set_dmy (&day, atoi (text + 8), atoi (text + 5), atoi (text));
  return day;
}

/**
 * tdm_day_format:
 * @day: a valid day
 *
 * Returns: (transfer full): `YYYY-MM-DD`; that is no date for tdm_text_is_date() after the year 9999
 */
char *
tdm_day_format (GDate day)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
}
