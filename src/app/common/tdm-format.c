/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-format.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"

#include <string.h>

/* A wall-clock time has no zone here: UTC serves as one that never jumps. */
static GDateTime *
moment_parse (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = text && strlen (text) == 10 ? g_strconcat (text, "T00:00:00", NULL) : g_strdup (text);

  return whole ? g_date_time_new_from_iso8601 (whole, utc) : NULL;
}

static char *
moment_render (GDateTime *moment, const char *pattern)
{
  return moment ? g_date_time_format (moment, pattern) : g_strdup ("");
}

char *
tdm_format_day (const char *date)
{
  g_autoptr (GDateTime) moment = moment_parse (date);

  /* Translators: a day with its weekday, for g_date_time_format(). */
  return moment_render (moment, C_ ("date", "%A, %-e %B %Y"));
}

char *
tdm_format_short_day (const char *date)
{
  g_autoptr (GDateTime) moment = moment_parse (date);
  g_autoptr (GDateTime) now = tdm_clock_local ();

  if (moment && g_date_time_get_year (moment) == g_date_time_get_year (now))
    /* Translators: a short day of this year, for g_date_time_format(). */
    return moment_render (moment, C_ ("date", "%a, %-e %b"));
  /* Translators: a short day of another year, for g_date_time_format(). */
  return moment_render (moment, C_ ("date", "%a, %-e %b %Y"));
}

char *
tdm_format_month (const char *date)
{
  g_autoptr (GDateTime) moment = moment_parse (date);

  /* Translators: a month with its year, as the title of its days, for g_date_time_format(). */
  return moment_render (moment, C_ ("date", "%OB %Y"));
}

char *
tdm_format_weekday (const char *date)
{
  g_autoptr (GDateTime) moment = moment_parse (date);

  return moment_render (moment, "%a");
}

char *
tdm_format_time (const char *local_start)
{
  g_autoptr (GDateTime) moment = moment_parse (local_start);

  /* Translators: the time of day, for g_date_time_format(). */
  return moment_render (moment, C_ ("date", "%H:%M"));
}

char *
tdm_format_instant (gint64 instant)
{
  g_autofree char *local = tdm_when_here (instant);
  g_autofree char *day = tdm_format_short_day (local);
  g_autofree char *time = tdm_format_time (local);

  /* Translators: a day, then a time, such as "Tue, 14 Jul, 10:00" */
  return *day ? g_strdup_printf (C_ ("date", "%s, %s"), day, time) : g_strdup ("");
}

/* The reader's clock first, beside it the one by which the meeting was planned, if that shows another time. */
char *
tdm_format_meeting (gint64 start, const char *zone)
{
  g_autofree char *here = tdm_format_instant (start);
  g_autofree char *elsewhere = tdm_when_elsewhere (start, zone);

  return elsewhere ? g_strdup_printf ("%s (%s)", here, elsewhere) : g_steal_pointer (&here);
}

