/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vtimezone-reader.h"

#include "tdm-local-time.h"
#include "tdm-yearly-rule.h"

#include <string.h>

/* What the VTIMEZONE of somebody else says (RFC 5545 3.6.5). libical could do it, but looks for ever for the changes
 * of some zones, and takes a zone from a file for one of the system. */

#define DAY (24 * 60 * 60)
#define JULIAN_OF_1970 719163
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

static char *
get_value (icalproperty *property)
{
  char *written = property ? icalproperty_get_value_as_string_r (property) : NULL;
  char *text = g_strdup (written);

  if (written)
    icalmemory_free_buffer (written);
  return text;
}

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

static gboolean
read_local (const char *text, gint64 *local)
{
  g_autofree char *iso = NULL;

  if (!text || strlen (text) < strlen ("YYYYMMDDTHHMMSS"))
    return FALSE;
  iso = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2s", text, text + 4, text + 6, text + 9, text + 11, text + 13);
  return tdm_local_time_parse (iso, local);
}

static gboolean
read_observance (Observance *self, icalcomponent *component)
{
  g_autofree char *start = get_value (icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY));

  return read_offset (component, ICAL_TZOFFSETFROM_PROPERTY, &self->before) &&
         read_offset (component, ICAL_TZOFFSETTO_PROPERTY, &self->offset) && read_local (start, &self->start);
}

static void
add_onset (GArray *onsets, const Observance *observance, gint64 local)
{
  Onset onset = { local - observance->before, observance->before, observance->offset };

  g_array_append_val (onsets, onset);
}

static gboolean
is_over (const TdmYearlyRule *rule, const Observance *observance, gint64 local)
{
  return rule->has_until && (rule->until_is_utc ? local - observance->before : local) > rule->until;
}

static gint64
get_time_of_day (gint64 local)
{
  return (local % DAY + DAY) % DAY;
}

static GDate
get_date (gint64 local)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (local - get_time_of_day (local)) / DAY + JULIAN_OF_1970);
  return date;
}

static gint64
place (const TdmYearlyRule *rule, const GDate *day, gint64 start)
{
  gint64 time = get_time_of_day (start);
  gint64 hour = rule->hour >= 0 ? rule->hour : time / 3600;
  gint64 minute = rule->minute >= 0 ? rule->minute : time / 60 % 60;
  gint64 second = rule->second >= 0 ? rule->second : time % 60;

  return ((gint64) g_date_get_julian (day) - JULIAN_OF_1970) * DAY + (hour * 60 + minute) * 60 + second;
}

/* One change a year at most. What was long ago only matters where it is counted; Outlook begins in 1601. */
static void
add_rule_onsets (GArray *onsets, const Observance *observance, const TdmYearlyRule *rule, TdmYears years)
{
  int left = rule->count > 0 ? rule->count : G_MAXINT;
  GDate start = get_date (observance->start);
  int from = rule->count > 0 ? 1600 : years.first;

  for (int year = MAX (g_date_get_year (&start), from); year <= years.last && left > 0; year++)
    {
      GDate day;
      gint64 local;

      if (!tdm_yearly_rule_get_day (rule, year, &day))
        continue;
      local = place (rule, &day, observance->start);
      if (local < observance->start)
        continue;
      if (is_over (rule, observance, local))
        return;
      left--;
      add_onset (onsets, observance, local);
    }
}

static gboolean
add_rule (GArray *onsets, const Observance *observance, icalproperty *property, TdmYears years)
{
  g_autofree char *text = get_value (property);
  GDate start = get_date (observance->start);
  TdmYearlyRule rule;

  if (!text || !tdm_yearly_rule_parse (&rule, text, &start))
    return FALSE;
  add_rule_onsets (onsets, observance, &rule, years);
  return TRUE;
}

static gboolean
add_date (GArray *onsets, const Observance *observance, icalproperty *property)
{
  g_autofree char *text = get_value (property);
  gint64 local;

  if (!read_local (text, &local))
    return FALSE;
  add_onset (onsets, observance, g_str_has_suffix (text, "Z") ? local + observance->before : local);
  return TRUE;
}

static gboolean
add_observance (GArray *onsets, icalcomponent *component, TdmYears years)
{
  Observance observance;

  if (!read_observance (&observance, component) ||
      icalcomponent_count_properties (component, ICAL_XLICERROR_PROPERTY) > 0 ||
      icalcomponent_count_properties (component, ICAL_EXRULE_PROPERTY) > 0)
    return FALSE;

  add_onset (onsets, &observance, observance.start);
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    {
      if (icalproperty_isa (property) == ICAL_RRULE_PROPERTY && !add_rule (onsets, &observance, property, years))
        return FALSE;
      if (icalproperty_isa (property) == ICAL_RDATE_PROPERTY && !add_date (onsets, &observance, property))
        return FALSE;
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
make_changes (GArray *onsets)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (TdmZoneChange));
  TdmZoneChange last = { tdm_zone_year_start (TDM_ZONE_FIRST_YEAR - 1), 0 };

  g_array_sort (onsets, compare_onsets);
  last.offset = g_array_index (onsets, Onset, 0).before;
  g_array_append_val (changes, last);
  for (guint i = 0; i < onsets->len; i++)
    {
      const Onset *onset = &g_array_index (onsets, Onset, i);

      last.offset = onset->offset;
      if (onset->at <= last.at)
        {
          g_array_index (changes, TdmZoneChange, changes->len - 1).offset = onset->offset;
          continue;
        }
      if (g_array_index (changes, TdmZoneChange, changes->len - 1).offset == onset->offset)
        continue;
      last.at = onset->at;
      g_array_append_val (changes, last);
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
    if (!add_observance (onsets, icalcompiter_deref (&iterator), years))
      return NULL;
  return onsets->len > 0 ? make_changes (onsets) : NULL;
}
