/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-file-zones.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-calendar-error.h"
#include "tdm-ical.h"
#include "tdm-vtimezone-reader.h"
#include "tdm-zone-name.h"
#include "tdm-zone.h"

/* Which zones the times of one VCALENDAR are in.
 *
 * What the file says about a zone counts, as in other calendar programs, whatever the zone is called. Where a zone of
 * the system has the same clocks for some years it gets that name, so that the meeting can be shown and moved as others
 * are: that of its own name first. If none has, its times are known all the same, but it has no name. A name that the
 * file does not explain must be known. */

#define DAY (24 * 60 * 60)
#define YEAR 31556952 /* the mean one */
#define YEARS_ALIKE 5
#define ZONES_MOST 20

struct _TdmFileZones
{
  icalcomponent *calendar;
  GHashTable *zones;
  TdmFileZone *utc;
};

static void
file_zone_free (TdmFileZone *self)
{
  g_free (self->name);
  g_array_unref (self->changes);
  g_free (self);
}

static TdmFileZone *
file_zone_new (const char *name, GArray *changes)
{
  TdmFileZone *self = g_new0 (TdmFileZone, 1);

  self->name = g_strdup (name);
  self->changes = g_array_ref (changes);
  return self;
}

static TdmFileZone *
file_zone_new_named (const char *name)
{
  GArray *changes = tdm_zone_get_changes (name, NULL);

  return changes ? file_zone_new (name, changes) : NULL;
}

/**
 * tdm_file_zones_new:
 * @calendar: a VCALENDAR, which must live longer
 *
 * Returns: (transfer full): its zones
 */
TdmFileZones *
tdm_file_zones_new (icalcomponent *calendar)
{
  const TdmZoneChange always = { tdm_zone_year_start (TDM_ZONE_FIRST_YEAR - 1), 0 };
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (TdmZoneChange));
  TdmFileZones *self = g_new0 (TdmFileZones, 1);

  g_array_append_val (changes, always);
  self->calendar = calendar;
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) file_zone_free);
  self->utc = file_zone_new ("UTC", changes);
  return self;
}

/**
 * tdm_file_zones_free:
 * @self: (transfer full): the zones of a file, with all that tdm_file_zones_find() gave
 */
void
tdm_file_zones_free (TdmFileZones *self)
{
  g_hash_table_unref (self->zones);
  file_zone_free (self->utc);
  g_free (self);
}

/**
 * tdm_file_zones_get_utc:
 * @self: the zones of a file
 *
 * Returns: (transfer none): the zone of times that end with Z
 */
const TdmFileZone *
tdm_file_zones_get_utc (TdmFileZones *self)
{
  return self->utc;
}

static icalcomponent *
file_zones_find_description (TdmFileZones *self, const char *tzid)
{
  for (icalcompiter iterator = icalcomponent_begin_component (self->calendar, ICAL_VTIMEZONE_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    {
      icalcomponent *zone = icalcompiter_deref (&iterator);

      if (g_strcmp0 (tdm_ical_get_text (zone, ICAL_TZID_PROPERTY), tzid) == 0)
        return zone;
    }
  return NULL;
}

/* Whether both have the same offset on the day after each change of the first, counted in days from @from */
static gboolean
changes_follow (GArray *changes, GArray *others, gint64 from, gint64 to)
{
  for (guint i = 0; i < changes->len; i++)
    {
      gint64 at = g_array_index (changes, TdmZoneChange, i).at;
      gint64 next = from + (at - from + DAY - 1) / DAY * DAY;

      if (at > from && next < to &&
          tdm_zone_changes_get_offset (changes, next) != tdm_zone_changes_get_offset (others, next))
        return FALSE;
    }
  return TRUE;
}

/* Whether the clocks show the same at the same time of every day: nothing changes but on the days of a change. Where a
 * file lists the changes of some years one by one, it says nothing about later ones. */
static gboolean
changes_fit_zone (const char *name, GArray *changes, gint64 local)
{
  GArray *others = name ? tdm_zone_get_changes (name, NULL) : NULL;
  gint64 last = g_array_index (changes, TdmZoneChange, changes->len - 1).at;
  gint64 from = local - DAY;
  gint64 to = local + (gint64) YEARS_ALIKE * 365 * DAY;

  if (changes->len > 1 && last > local)
    to = MIN (to, last);
  return others && tdm_zone_changes_get_offset (changes, from) == tdm_zone_changes_get_offset (others, from) &&
         changes_follow (changes, others, from, to) && changes_follow (others, changes, from, to);
}

/* A zone of the system with the clocks that the file says: the zone that is probably meant, the one of this computer,
 * the largest ones, or any. */
static char *
changes_find_zone (const char *tzid, GArray *changes, gint64 local)
{
  static const char *const large[] = {
    "Europe/Berlin", "Europe/London", "Europe/Helsinki", "America/New_York", "America/Chicago", "America/Denver",
    "America/Los_Angeles", "Asia/Kolkata", "Australia/Sydney",
  };
  int offset = tdm_zone_changes_get_offset (changes, local);
  g_autofree char *guess = tdm_zone_name_guess (tzid);
  g_autofree char *steady = NULL;

  if (changes_fit_zone (guess, changes, local))
    return g_steal_pointer (&guess);
  if (changes_fit_zone (tdm_zone_get_system (), changes, local))
    return g_strdup (tdm_zone_get_system ());
  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    if (changes_fit_zone (large[i], changes, local))
      return g_strdup (large[i]);
  /* Clocks that never change, by whole hours. The sign of these names is the other way round (tzdata, `etcetera`). */
  if (offset % 3600 == 0)
    steady = offset == 0 ? g_strdup ("UTC") : g_strdup_printf ("Etc/GMT%+d", -offset / 3600);
  if (changes_fit_zone (steady, changes, local))
    return g_steal_pointer (&steady);
  /* Any of those after which Windows names its zones: few others have clocks of their own, and nobody knows them. */
  for (const char *const *name = tdm_zone_name_list_main (); *name; name++)
    if (changes_fit_zone (*name, changes, local))
      return g_strdup (*name);
  return NULL;
}

static TdmFileZone *
file_zones_load (TdmFileZones *self, const char *tzid, gint64 local)
{
  g_autofree char *name = tdm_zone_name_find (tzid);
  icalcomponent *description = file_zones_find_description (self, tzid);
  g_autoptr (GArray) changes = NULL;
  int year = 1970 + local / YEAR;

  /* Most files say of a zone what the system says of it, which is seen without following its rules to the last year. */
  if (description && name)
    {
      TdmYears years = { year - 2, year + YEARS_ALIKE + 2 };
      g_autoptr (GArray) near_changes = tdm_vtimezone_reader_read (description, years);

      if (near_changes && changes_fit_zone (name, near_changes, local))
        return file_zone_new_named (name);
    }
  if (description)
    changes = tdm_vtimezone_reader_read (description, TDM_YEARS_ALL);
  if (changes)
    {
      g_free (name);
      name = changes_find_zone (tzid, changes, local);
      return name ? file_zone_new_named (name) : file_zone_new ("", changes);
    }
  if (!name)
    name = tdm_zone_name_guess (tzid);
  return name ? file_zone_new_named (name) : NULL;
}

/**
 * tdm_file_zones_find:
 * @self: the zones of a file
 * @tzid: the TZID of a time in it
 * @local: that time, seconds on the wall clock
 * @error: TDM_CALENDAR_ERROR_UNKNOWN_ZONE for a name that is not known and that the file does not explain, or where
 *   it does so with rules that are not known; TDM_CALENDAR_ERROR_TOO_LARGE for a file with more than 20 zones
 *
 * Returns: (transfer none): the zone, which lives as long as @self, or %NULL on error
 */
const TdmFileZone *
tdm_file_zones_find (TdmFileZones *self, const char *tzid, gint64 local, GError **error)
{
  TdmFileZone *zone = g_hash_table_lookup (self->zones, tzid);
  g_autofree char *clean = NULL;

  if (zone)
    return zone;
  if (g_hash_table_size (self->zones) == ZONES_MOST)
    {
      tdm_calendar_fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("This file holds more than a calendar file should."));
      return NULL;
    }
  zone = file_zones_load (self, tzid, local);
  if (zone)
    {
      g_hash_table_insert (self->zones, g_strdup (tzid), zone);
      return zone;
    }
  clean = tdm_text_clean_line (tzid);
  tdm_calendar_fail (error, TDM_CALENDAR_ERROR_UNKNOWN_ZONE,
                     _ ("The times in this file are in a time zone that nobody knows: “%s”."), clean);
  return NULL;
}
