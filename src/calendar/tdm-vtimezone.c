/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vtimezone.h"

#include "tdm-local-time.h"
#include "tdm-weekday.h"
#include "tdm-zone.h"

#include <stdlib.h>

#define DAY (24 * 60 * 60)

/* Calendar programs use the rule for dates that are moved later, too: it should hold beyond the last meeting. */
#define YEARS_AHEAD 9

/* The bit of the last weekday of a month; bit 0 is the first one. */
#define LAST_WEEK (1 << 4)

/* Every change of the clocks in one direction, one a year: what they have in common makes the rule. */
typedef struct
{
  const TdmZoneChange *change;
  /* When its short name is looked up */
  gint64 at;
  int offset_before;
  gint64 local;
  guint weeks;
  guint count;
} Observance;

static gboolean
observance_add (Observance *self, const TdmZoneChange *change, int offset_before)
{
  gint64 local = change->at + offset_before;
  GDate date = tdm_local_time_get_date (local), first = tdm_local_time_get_date (self->local);
  guint day = g_date_get_day (&date);
  guint days = g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
  /* In which weeks of its month it is: the fourth Sunday may be the last one as well. */
  guint weeks = (day <= 28 ? 1 << (day - 1) / 7 : 0) | (day + 7 > days ? LAST_WEEK : 0);

  if (self->count++ == 0)
    {
      *self = (Observance) { change, change->at, offset_before, local, weeks, 1 };
      return TRUE;
    }
  self->weeks &= weeks;
  return self->weeks != 0 && change->offset == self->change->offset && offset_before == self->offset_before &&
         local % DAY == self->local % DAY && g_date_get_month (&first) == g_date_get_month (&date) &&
         g_date_get_weekday (&first) == g_date_get_weekday (&date);
}

/* Fills in winter and summer; fails where the years differ. The larger offset is summer: Dublin, whose data have it
 * the other way round, would puzzle Outlook. */
static gboolean
observances_gather (GArray *changes, int first_year, int last_year, Observance observances[2])
{
  gint64 start = tdm_zone_year_start (first_year);
  gint64 end = tdm_zone_year_start (last_year + 1);

  for (guint i = 1; i < changes->len; i++)
    {
      const TdmZoneChange *change = &g_array_index (changes, TdmZoneChange, i);
      int before = change[-1].offset;

      if (change->at >= start && change->at < end &&
          !observance_add (&observances[change->offset > before], change, before))
        return FALSE;
    }
  return observances[0].count == observances[1].count &&
         (observances[0].count == 0 || (int) observances[0].count == last_year - first_year + 1);
}

static void
append_offset (GString *out, const char *name, int offset)
{
  g_string_append_printf (out, "%s:%c%02d%02d\r\n", name, offset < 0 ? '-' : '+', abs (offset) / 3600,
                          abs (offset) / 60 % 60);
}

static void
append_observance (GString *out, const char *name, const Observance *self, const char *kind)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (tdm_zone_get_current_name (name));
  int interval = zone ? g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, self->at) : 0;
  const char *short_name = zone ? g_time_zone_get_abbreviation (zone, interval) : NULL;

  g_string_append_printf (out, "BEGIN:%s\r\n", kind);
  append_offset (out, "TZOFFSETFROM", self->offset_before);
  append_offset (out, "TZOFFSETTO", self->change->offset);
  /* Such as CET or CEST. libical only knows those of today, which are others where a zone has given up summer time. */
  if (short_name)
    g_string_append_printf (out, "TZNAME:%s\r\n", short_name);
  g_string_append (out, "DTSTART:");
  if (self->count > 0)
    {
      GDate date = tdm_local_time_get_date (self->local);
      GDateWeekday weekday = g_date_get_weekday (&date);
      int nth = self->weeks & LAST_WEEK ? -1 : g_bit_nth_lsf (self->weeks, -1) + 1;

      /* A rule starts in 1970, as Google has it. Some programs compare zones over years that they know, and would take
       * London for UTC if it began last year. */
      g_date_set_year (&date, 1970);
      tdm_weekday_nth_of_month (&date, weekday, nth);
      tdm_local_time_append_basic (out, tdm_local_time_from_date (&date) + self->local % DAY);
      g_string_append_printf (out, "\r\nRRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", g_date_get_month (&date), nth,
                              tdm_weekday_codes[weekday]);
    }
  else
    tdm_local_time_append_basic (out, self->local);
  g_string_append_printf (out, "\r\nEND:%s\r\n", kind);
}

/* The last change before a year. */
static guint
find_first (GArray *changes, int year)
{
  guint i = 0;

  while (i + 1 < changes->len && g_array_index (changes, TdmZoneChange, i + 1).at <= tdm_zone_year_start (year))
    i++;
  return i;
}

/* What holds when a year begins, as though it had always been so. Its name may be a younger one: the Yukon stayed an
 * hour ahead and called that winter time. */
static Observance
make_constant (GArray *changes, int year)
{
  const TdmZoneChange *change = &g_array_index (changes, TdmZoneChange, find_first (changes, year));

  return (Observance) { change, MAX (change->at, tdm_zone_year_start (year)), .offset_before = change->offset };
}

/* Every change on its own. Right for any zone, but Outlook may not make a rule of it. */
static char *
write_list (const char *name, GArray *changes, int first_year, int last_year)
{
  GString *out = g_string_new ("BEGIN:VTIMEZONE\r\n");
  Observance observance = make_constant (changes, first_year);

  g_string_append_printf (out, "TZID:%s\r\n", name);
  append_observance (out, name, &observance, "STANDARD");
  for (guint i = find_first (changes, first_year) + 1; i < changes->len; i++)
    {
      const TdmZoneChange *change = &g_array_index (changes, TdmZoneChange, i);
      int before = change[-1].offset;

      if (change->at >= tdm_zone_year_start (last_year + 1))
        break;
      observance = (Observance) { change, change->at, before, .local = change->at + before };
      append_observance (out, name, &observance, change->offset > before ? "DAYLIGHT" : "STANDARD");
    }
  g_string_append (out, "END:VTIMEZONE\r\n");
  return g_string_free (out, FALSE);
}

static gboolean
agrees_at (icaltimezone *zone, GArray *changes, gint64 at)
{
  return tdm_zone_changes_read_offset (zone, at) == tdm_zone_changes_get_offset (changes, at);
}

/* Reads the text as a calendar program does and compares what it says with the time zone data. */
static gboolean
is_right (const char *text, GArray *changes, int first_year, int last_year)
{
  gint64 start = tdm_zone_year_start (first_year);
  gint64 end = tdm_zone_year_start (last_year + 1);
  icaltimezone *zone = icaltimezone_new ();
  icalcomponent *component = icalcomponent_new_from_string (text);
  /* The last one first, see tdm_zone_changes_read(). */
  gboolean right = component && icaltimezone_set_component (zone, component) && agrees_at (zone, changes, end - 1);

  for (gint64 at = start; right && at < end; at += DAY)
    right = agrees_at (zone, changes, at);
  for (guint i = 0; right && i < changes->len; i++)
    {
      gint64 at = g_array_index (changes, TdmZoneChange, i).at;

      right = at <= start || at >= end || (agrees_at (zone, changes, at - 1) && agrees_at (zone, changes, at));
    }
  icaltimezone_free (zone, 1);
  return right;
}

/* One rule in each direction, which must hold until a year behind the last one that matters, or nothing. */
static char *
write_compact (const char *name, GArray *changes, int first_year, int last_year, int known_until)
{
  Observance observances[2] = { { 0 } };
  g_autoptr (GString) out = g_string_new ("BEGIN:VTIMEZONE\r\n");

  /* The rules start with the changes of the year before. */
  if (!observances_gather (changes, first_year - 1, known_until, observances))
    return NULL;
  g_string_append_printf (out, "TZID:%s\r\n", name);
  if (observances[0].count == 0)
    observances[0] = make_constant (changes, known_until);
  append_observance (out, name, &observances[0], "STANDARD");
  if (observances[1].count > 0)
    append_observance (out, name, &observances[1], "DAYLIGHT");
  g_string_append (out, "END:VTIMEZONE\r\n");
  return is_right (out->str, changes, first_year, last_year) ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/**
 * tdm_vtimezone_write:
 * @name: the IANA name, which becomes the TZID as it is
 * @changes: (element-type TdmZoneChange): its changes
 * @first_year: the first year with a meeting
 * @last_year: the last one
 *
 * Describes a zone in the form that Google and Outlook write and all calendar programs read (RFC 5545 3.6.5): one
 * STANDARD and one DAYLIGHT with a yearly rule without end. Where the clocks follow no such rule, every change of
 * those years on its own; what icaltimezone_truncate_vtimezone() of libical 3.0.16 makes of zones that give up
 * summer time is an hour off in their last winter.
 *
 * Returns: (transfer full): a VTIMEZONE
 */
char *
tdm_vtimezone_write (const char *name, GArray *changes, int first_year, int last_year)
{
  int ahead = MIN (MAX (first_year + YEARS_AHEAD, last_year), TDM_ZONE_LAST_YEAR);
  char *text = write_compact (name, changes, first_year, last_year, ahead);

  if (!text)
    text = write_compact (name, changes, first_year, last_year, last_year);
  return text ? text : write_list (name, changes, first_year, last_year);
}
