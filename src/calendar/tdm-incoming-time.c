/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-incoming-time.h"

#include "base/tdm-i18n.h"
#include "tdm-calendar-error.h"
#include "tdm-local-time.h"

#define DAY (24 * 60 * 60)

/* libical takes a 13th month, and reads beyond its tables to make an instant of it. A leap second is the one before. */
static gboolean
read_local (struct icaltimetype time, gboolean is_date, gint64 *local)
{
  g_autofree char *text = NULL;

  if (is_date)
    time.hour = time.minute = time.second = 0;
  text = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", time.year, time.month, time.day, time.hour, time.minute,
                          time.second == 60 ? 59 : time.second);
  return tdm_local_time_parse (text, local);
}
/**
 * tdm_incoming_time_read:
 * @self: (out): what it says
 * @property: a DTSTART, DTEND, RECURRENCE-ID, EXDATE or DTSTAMP
 * @zones: (nullable): the zones of its calendar; %NULL to leave them alone
 * @error: TDM_CALENDAR_ERROR_UNREADABLE for what is no time, TDM_CALENDAR_ERROR_NO_SUCH_TIME outside of the years 2000
 *   to 2099, or as tdm_file_zones_find()
 *
 * Returns: whether the property could be read
 */
gboolean
tdm_incoming_time_read (TdmIncomingTime *self, icalproperty *property, TdmFileZones *zones, GError **error)
{
  icalvalue *value = icalproperty_get_value (property);
  icalvalue_kind kind = value ? icalvalue_isa (value) : ICAL_NO_VALUE;
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  const char *tzid = parameter ? icalparameter_get_tzid (parameter) : NULL;
  struct icaltimetype time = icaltime_null_time ();

  *self = (TdmIncomingTime) { 0 };
  if (kind == ICAL_DATE_VALUE)
    time = icalvalue_get_date (value);
  else if (kind == ICAL_DATETIME_VALUE || kind == ICAL_DATETIMEDATE_VALUE)
    time = icalvalue_get_datetime (value);
  self->is_date = time.is_date || kind == ICAL_DATE_VALUE;
  if (icaltime_is_null_time (time) || !read_local (time, self->is_date, &self->local))
    return tdm_calendar_fail_part (error, icalproperty_kind_to_string (icalproperty_isa (property)));
  /* Some days more than there are meetings in, for a zone may be a day ahead. */
  if (self->local < tdm_zone_year_start (TDM_ZONE_FIRST_YEAR) + 2 * DAY)
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_SUCH_TIME,
                              _ ("A meeting in this file is before the year %d."), TDM_ZONE_FIRST_YEAR);
  if (self->local >= tdm_zone_year_start (TDM_ZONE_LAST_YEAR + 1) - 2 * DAY)
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_SUCH_TIME,
                              _ ("A meeting in this file is after the year %d."), TDM_ZONE_LAST_YEAR);
  if (!zones || self->is_date)
    return TRUE;
  if (icaltime_is_utc (time))
    self->zone = tdm_file_zones_get_utc (zones);
  else if (tzid)
    self->zone = tdm_file_zones_find (zones, tzid, self->local, error);
  return self->zone || !tzid;
}

/**
 * tdm_incoming_time_read_instant:
 * @component: a component that somebody has sent
 * @kind: of a property that is always in UTC (RFC 5545 3.8.7), even where its writer forgot to say so
 *
 * Returns: UTC seconds, or 0 where there is no such property or where it says no time
 */
gint64
tdm_incoming_time_read_instant (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  TdmIncomingTime time;

  return property && tdm_incoming_time_read (&time, property, NULL, NULL) ? time.local : 0;
}

/**
 * tdm_incoming_time_get_instant:
 * @self: a time
 *
 * Returns: UTC seconds, or 0 where there is no zone
 */
gint64
tdm_incoming_time_get_instant (const TdmIncomingTime *self)
{
  return self->zone ? tdm_zone_changes_to_utc (self->zone->changes, self->local) : 0;
}

/**
 * tdm_incoming_time_get_zone:
 * @self: a time
 *
 * Returns: (transfer none): the IANA name of its zone, "" where there is none or where it has no name
 */
const char *
tdm_incoming_time_get_zone (const TdmIncomingTime *self)
{
  return self->zone ? self->zone->name : "";
}

/**
 * tdm_incoming_time_get_local_in:
 * @self: a date of a series
 * @start: when that starts
 *
 * What other programs write as an instant, in another zone or as a day only.
 *
 * Returns: seconds on the wall clock of @start
 */
gint64
tdm_incoming_time_get_local_in (const TdmIncomingTime *self, const TdmIncomingTime *start)
{
  gint64 instant;

  if (self->is_date)
    return self->local + start->local % DAY;
  if (!self->zone || !start->zone || self->zone == start->zone)
    return self->local;
  instant = tdm_incoming_time_get_instant (self);
  return instant + tdm_zone_changes_get_offset (start->zone->changes, instant);
}
