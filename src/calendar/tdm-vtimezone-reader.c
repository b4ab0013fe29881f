/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vtimezone-reader.h"

#include "tdm-ical.h"
#include "tdm-local-time.h"
#include "tdm-yearly-rule.h"

/* What the VTIMEZONE of somebody else says (RFC 5545 3.6.5). libical could do it, but looks for ever for the changes
 * of some zones, and takes a zone from a file for one of the system. */

#define OFFSET_MOST (26 * 60 * 60)

/* The time zone data of the system have less than 200 in a zone, all history included. */
#define OBSERVANCES_MOST 400

/* The offset before the first change, for times before it. */
typedef struct
{
  gint64 at;
  int before;
  int offset;
} Onset;

typedef struct
{
  int before;
  int offset;
  /* DTSTART on the wall clock */
  gint64 start;
} Observance;

static gboolean
read_offset (icalcomponent *component, icalproperty_kind kind, int *offset)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalvalue *value = property ? icalproperty_get_value (property) : NULL;

  if (!value || icalvalue_isa (value) != ICAL_UTCOFFSET_VALUE)
    return FALSE;
  *offset = icalvalue_get_utcoffset (value);
  return ABS (*offset) <= OFFSET_MOST;
}

static void
onsets_add (GArray *onsets, const Observance *observance, gint64 local)
{
  Onset onset = { local - observance->before, observance->before, observance->offset };

  g_array_append_val (onsets, onset);
}

/* One change a year at most. What was long ago only matters where it is counted; Outlook begins in 1601. */
static gboolean
onsets_add_rule (GArray *onsets, const Observance *observance, const char *text, TdmYears years)
{
  int clock = tdm_local_time_get_clock (observance->start);
  GDate start = tdm_local_time_get_date (observance->start);
  TdmYearlyRule rule;
  int hour, minute, second, left, from;

  if (!text || !tdm_yearly_rule_parse (&rule, text, &start))
    return FALSE;
  hour = rule.hour >= 0 ? rule.hour : clock / 3600;
  minute = rule.minute >= 0 ? rule.minute : clock / 60 % 60;
  second = rule.second >= 0 ? rule.second : clock % 60;
  left = rule.count > 0 ? rule.count : G_MAXINT;
  from = rule.count > 0 ? 1600 : years.first;

  for (int year = MAX (g_date_get_year (&start), from); year <= years.last && left > 0; year++)
    {
      GDate day;
      gint64 local;

      if (!tdm_yearly_rule_get_day (&rule, year, &day))
        continue;
      local = tdm_local_time_from_date (&day) + (hour * 60 + minute) * 60 + second;
      if (local < observance->start)
        continue;
      if (rule.has_until && (rule.until_is_utc ? local - observance->before : local) > rule.until)
        break;
      left--;
      onsets_add (onsets, observance, local);
    }
  return TRUE;
}

static gboolean
onsets_add_observance (GArray *onsets, icalcomponent *component, TdmYears years)
{
  icalproperty *dtstart = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  g_autofree char *start = dtstart ? tdm_ical_get_value (dtstart) : NULL;
  Observance observance;

  if (!read_offset (component, ICAL_TZOFFSETFROM_PROPERTY, &observance.before) ||
      !read_offset (component, ICAL_TZOFFSETTO_PROPERTY, &observance.offset) ||
      tdm_local_time_parse_basic (start, &observance.start) < TDM_LOCAL_TIME_CLOCK ||
      icalcomponent_count_properties (component, ICAL_XLICERROR_PROPERTY) > 0 ||
      icalcomponent_count_properties (component, ICAL_EXRULE_PROPERTY) > 0)
    return FALSE;

  onsets_add (onsets, &observance, observance.start);
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_RRULE_PROPERTY))
    {
      g_autofree char *rule = tdm_ical_get_value (property);

      if (!onsets_add_rule (onsets, &observance, rule, years))
        return FALSE;
    }
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_RDATE_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_RDATE_PROPERTY))
    {
      g_autofree char *date = tdm_ical_get_value (property);
      gint64 local;
      TdmLocalTimeForm form = tdm_local_time_parse_basic (date, &local);

      if (form < TDM_LOCAL_TIME_CLOCK)
        return FALSE;
      onsets_add (onsets, &observance, form == TDM_LOCAL_TIME_UTC ? local + observance.before : local);
    }
  return TRUE;
}

static int
compare_onsets (gconstpointer a, gconstpointer b)
{
  const Onset *one = a;
  const Onset *other = b;

  return (one->at > other->at) - (one->at < other->at);
}

/* The table begins with what holds in its first second, and has no change to the same offset. */
static GArray *
onsets_make_changes (GArray *onsets)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (TdmZoneChange));
  TdmZoneChange first = { tdm_zone_year_start (TDM_ZONE_FIRST_YEAR - 1), 0 };

  g_array_sort (onsets, compare_onsets);
  first.offset = g_array_index (onsets, Onset, 0).before;
  g_array_append_val (changes, first);
  for (guint i = 0; i < onsets->len; i++)
    {
      const Onset *onset = &g_array_index (onsets, Onset, i);
      TdmZoneChange *last = &g_array_index (changes, TdmZoneChange, changes->len - 1);
      TdmZoneChange change = { onset->at, onset->offset };

      if (change.at <= last->at)
        last->offset = change.offset;
      else if (change.offset != last->offset)
        g_array_append_val (changes, change);
    }
  return changes;
}

/**
 * tdm_vtimezone_reader_read:
 * @zone: a VTIMEZONE (RFC 5545 3.6.5)
 * @years: in which its rules are followed: the year before the first that matters must be among them
 *
 * Takes yearly rules of the shapes of tdm_yearly_rule_parse(), single dates, and both mixed. Which part is called
 * STANDARD and which DAYLIGHT makes no difference: Dublin has them the other way round.
 *
 * Returns: (transfer full) (nullable) (element-type TdmZoneChange): what the clocks of that zone do in these years, or
 *   %NULL where the zone says nothing or has something that is not known
 */
GArray *
tdm_vtimezone_reader_read (icalcomponent *zone, TdmYears years)
{
  g_autoptr (GArray) onsets = g_array_new (FALSE, FALSE, sizeof (Onset));

  if (icalcomponent_count_components (zone, ICAL_ANY_COMPONENT) > OBSERVANCES_MOST)
    return NULL;
  for (icalcompiter iterator = icalcomponent_begin_component (zone, ICAL_ANY_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    if (!onsets_add_observance (onsets, icalcompiter_deref (&iterator), years))
      return NULL;
  return onsets->len > 0 ? onsets_make_changes (onsets) : NULL;
}
