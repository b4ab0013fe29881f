/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-when.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-local-time.h"
#include "calendar/tdm-zone-city.h"
#include "calendar/tdm-zone.h"

/* The one rule for the time of a meeting, wherever it is shown: the clock of whoever reads comes first, and beside it,
 * where they differ, the clock of the zone in which the meeting was planned, by the name of its city. */

/**
 * tdm_when_here:
 * @instant: UTC seconds
 *
 * Returns: (transfer full): what the clock of this computer shows then, `YYYY-MM-DDTHH:MM:SS`
 */
char *
tdm_when_here (gint64 instant)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (instant);

  return moment ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S") : g_strdup ("");
}

/**
 * tdm_when_here_of:
 * @zone: the IANA name of a time zone
 * @local_start: what the clocks of @zone show, `YYYY-MM-DDTHH:MM:SS`
 *
 * Returns: (transfer full): what the clock of this computer shows then; the same if @zone does not know that time
 */
char *
tdm_when_here_of (const char *zone, const char *local_start)
{
  gint64 instant = tdm_zone_resolve (zone, local_start, NULL);

  return instant != 0 ? tdm_when_here (instant) : g_strdup (local_start);
}

/* @here: the moment on the clock of this computer */
static char *
describe_elsewhere (GDateTime *here, const char *zone)
{
  const char *here_zone = g_time_zone_get_identifier (g_date_time_get_timezone (here));
  gint64 instant = g_date_time_to_unix (here);
  /* Of its own zone a computer mostly shows nothing else, and reading a zone takes longer than all the rest of it. */
  g_autofree char *there = g_strcmp0 (zone, here_zone) == 0 ? NULL : tdm_zone_from_utc (zone, instant, NULL);
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) clock = NULL;
  g_autofree char *time = NULL, *city = NULL;
  gint64 local = 0;
  gboolean same_day;

  if (!there || !tdm_local_time_parse (there, &local) ||
      local - instant == g_date_time_get_utc_offset (here) / G_TIME_SPAN_SECOND)
    return NULL;
  utc = g_time_zone_new_utc ();
  clock = g_date_time_new_from_iso8601 (there, utc);
  if (!clock)
    return NULL;

  same_day = g_date_time_get_year (here) == g_date_time_get_year (clock) &&
             g_date_time_get_day_of_year (here) == g_date_time_get_day_of_year (clock);
  /* Translators: the time of day, for g_date_time_format(). */
  time = same_day ? g_date_time_format (clock, C_ ("date", "%H:%M")) : tdm_local_time_describe (there);
  city = tdm_zone_city (zone, NULL);
  /* Translators: a time of day, and the city whose clocks show it, such as "09:30 London time" */
  return g_strdup_printf (_ ("%s %s time"), time, city);
}

/**
 * tdm_when_elsewhere:
 * @instant: UTC seconds
 * @zone: the IANA name of a time zone
 *
 * Returns: (transfer full) (nullable): what the clocks of @zone show then, and where that is, such as “09:30 London
 *   time”; with the day where it is another one. %NULL where they show the same as the clock of this computer
 */
char *
tdm_when_elsewhere (gint64 instant, const char *zone)
{
  g_autoptr (GDateTime) here = g_date_time_new_from_unix_local (instant);

  return here ? describe_elsewhere (here, zone) : NULL;
}

/**
 * tdm_when_elsewhere_of:
 * @zone: the IANA name of a time zone
 * @local_start: what the clocks of @zone show, `YYYY-MM-DDTHH:MM:SS`
 *
 * Returns: (transfer full) (nullable): as tdm_when_elsewhere()
 */
char *
tdm_when_elsewhere_of (const char *zone, const char *local_start)
{
  gint64 instant = tdm_zone_resolve (zone, local_start, NULL);

  return instant != 0 ? tdm_when_elsewhere (instant, zone) : NULL;
}

static char *
describe_instant (gint64 instant, const char *zone)
{
  g_autoptr (GDateTime) here = g_date_time_new_from_unix_local (instant);
  g_autofree char *when = here ? tdm_local_time_describe_moment (here) : g_strdup ("");
  g_autofree char *elsewhere = here ? describe_elsewhere (here, zone) : NULL;

  return elsewhere ? g_strdup_printf ("%s (%s)", when, elsewhere) : g_steal_pointer (&when);
}

/**
 * tdm_when_describe:
 * @zone: the IANA name of a time zone
 * @local_start: what the clocks of @zone show, `YYYY-MM-DDTHH:MM:SS`
 *
 * Returns: (transfer full): the day and the time as the reader's clock shows it, and beside it that of @zone if it is
 *   another one, such as “9 September 2026, 10:30 (09:30 London time)”
 */
char *
tdm_when_describe (const char *zone, const char *local_start)
{
  gint64 instant = tdm_zone_resolve (zone, local_start, NULL);

  return instant != 0 ? describe_instant (instant, zone) : tdm_local_time_describe (local_start);
}

/**
 * tdm_when_describe_meeting:
 * @meeting: a meeting
 *
 * Returns: (transfer full): when it starts, as tdm_when_describe() says it
 */
char *
tdm_when_describe_meeting (TdmMeeting *meeting)
{
  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  return describe_instant (tdm_meeting_get_start (meeting), tdm_meeting_get_zone (meeting));
}
