/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zone-changes.h"

#define DAY (24 * 60 * 60)
#define WEEK (7 * DAY)

/**
 * tdm_zone_year_start:
 * @year: a year after 1600
 *
 * Returns: its first second, UTC
 */
gint64
tdm_zone_year_start (int year)
{
  gint64 before = year - 1;

  return ((before * 365 + before / 4 - before / 100 + before / 400) - 719162) * 86400;
}

/**
 * tdm_zone_changes_read_offset:
 * @zone: a zone of libical, built in or read from a file
 * @at: UTC seconds
 *
 * Returns: seconds east of UTC
 */
int
tdm_zone_changes_read_offset (icaltimezone *zone, gint64 at)
{
  int daylight;
  struct icaltimetype time = icaltime_from_timet_with_zone (at, 0, icaltimezone_get_utc_timezone ());

  return icaltimezone_get_utc_offset_of_utc_time (zone, &time, &daylight);
}

/* The old offset holds at @before, another one at @after. */
static TdmZoneChange
find_change (icaltimezone *zone, int old, gint64 before, gint64 after)
{
  while (after - before > 1)
    {
      gint64 middle = before + (after - before) / 2;

      if (tdm_zone_changes_read_offset (zone, middle) == old)
        before = middle;
      else
        after = middle;
    }
  return (TdmZoneChange) { after, tdm_zone_changes_read_offset (zone, after) };
}

/**
 * tdm_zone_changes_read:
 * @zone: a zone of libical
 *
 * Looks for changes week by week: no zone has gone back and forth within one since 2000. Asking libical takes
 * longer than writing the whole line of a calendar file, so this is done once a zone.
 *
 * Returns: (transfer full) (element-type TdmZoneChange): the offset to begin with, then every change in the years
 *   that the program knows
 */
GArray *
tdm_zone_changes_read (icaltimezone *zone)
{
  gint64 end = tdm_zone_year_start (TDM_ZONE_LAST_YEAR + 1);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (TdmZoneChange));
  TdmZoneChange last = { tdm_zone_year_start (TDM_ZONE_FIRST_YEAR - 1), 0 };

  /* libical works out the years up to the one that is asked for, each time anew: the last one comes first. */
  tdm_zone_changes_read_offset (zone, end);
  last.offset = tdm_zone_changes_read_offset (zone, last.at);
  g_array_append_val (changes, last);
  for (gint64 at = last.at; at < end; at += WEEK)
    {
      if (tdm_zone_changes_read_offset (zone, at + WEEK) == last.offset)
        continue;
      last = find_change (zone, last.offset, at, at + WEEK);
      g_array_append_val (changes, last);
    }
  return changes;
}

/**
 * tdm_zone_changes_get_offset:
 * @changes: (element-type TdmZoneChange): what tdm_zone_changes_read() made
 * @at: UTC seconds
 *
 * Returns: seconds east of UTC
 */
int
tdm_zone_changes_get_offset (GArray *changes, gint64 at)
{
  guint low = 0;
  guint high = changes->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (changes, TdmZoneChange, middle).at <= at)
        low = middle;
      else
        high = middle;
    }
  return g_array_index (changes, TdmZoneChange, low).offset;
}

/**
 * tdm_zone_changes_find:
 * @changes: (element-type TdmZoneChange): the changes of a zone
 * @local: seconds on the wall clock there, see tdm_local_time_parse()
 *
 * A change of the clocks is between the offsets of a day before and a day after.
 *
 * Returns: the instant that has @local on its clocks, the first of two (RFC 5545 3.3.5), or 0 if there is none
 */
gint64
tdm_zone_changes_find (GArray *changes, gint64 local)
{
  int before = tdm_zone_changes_get_offset (changes, local - DAY);
  int after = tdm_zone_changes_get_offset (changes, local + DAY);
  gint64 first = local - MAX (before, after);
  gint64 second = local - MIN (before, after);

  if (tdm_zone_changes_get_offset (changes, first) == local - first)
    return first;
  return tdm_zone_changes_get_offset (changes, second) == local - second ? second : 0;
}

/**
 * tdm_zone_changes_to_utc:
 * @changes: (element-type TdmZoneChange): the changes of a zone
 * @local: seconds on the wall clock there
 *
 * As tdm_zone_changes_find(), but for what others have written: a time in the hour that is left out in spring has the
 * offset from before it (RFC 5545 3.3.5).
 *
 * Returns: the instant, UTC seconds
 */
gint64
tdm_zone_changes_to_utc (GArray *changes, gint64 local)
{
  gint64 instant = tdm_zone_changes_find (changes, local);

  return instant != 0 ? instant : local - tdm_zone_changes_get_offset (changes, local - DAY);
}
