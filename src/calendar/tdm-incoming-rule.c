/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-incoming-rule.h"

#include "tdm-local-time.h"
#include "tdm-recurrence.h"

#include <string.h>

/* Other programs leave out the day where it is that of the start, and say until when instead of how often. Nothing is
 * looked for: a rule has at most 120 dates here, and each is worked out. */

#define DAY (24 * 60 * 60)
#define JULIAN_OF_1970 719163

static const char *const weekdays[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static const char *
find_part (char **parts, const char *name)
{
  for (; *parts; parts++)
    if (g_ascii_strncasecmp (*parts, name, strlen (name)) == 0 && (*parts)[strlen (name)] == '=')
      return *parts + strlen (name) + 1;
  return NULL;
}

static gboolean
says_day (char **parts)
{
  return find_part (parts, "BYDAY") || find_part (parts, "BYMONTHDAY") || find_part (parts, "BYSETPOS");
}

static void
append_day (GString *out, char **parts, gint64 local)
{
  const char *frequency = find_part (parts, "FREQ");
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, local / DAY + JULIAN_OF_1970);
  if (g_strcmp0 (frequency, "WEEKLY") == 0)
    g_string_append_printf (out, ";BYDAY=%s", weekdays[g_date_get_weekday (&day)]);
  else
    g_string_append_printf (out, ";BYMONTHDAY=%d", g_date_get_day (&day));
}

/* The rule with all that is left out, and @count instead of an end. */
static TdmRecurrence *
parse (char **parts, gint64 local, int count)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (char **part = parts; *part; part++)
    if (g_ascii_strncasecmp (*part, "UNTIL=", strlen ("UNTIL=")) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ";" : "", *part);
  if (!says_day (parts))
    append_day (out, parts, local);
  if (count > 0)
    g_string_append_printf (out, ";COUNT=%d", count);
  return tdm_recurrence_parse (out->str, NULL);
}

/* The last second on the wall clock of the start. Of a day only, programs do not agree whether it counts to its
 * beginning or to its end: then these are @until and @latest. */
static gboolean
read_until (const char *text, const TdmIncomingTime *start, gint64 *until, gint64 *latest)
{
  gsize length = strlen (text);
  gboolean is_utc = length == strlen ("YYYYMMDDTHHMMSSZ") && text[length - 1] == 'Z';
  gboolean is_day = length == strlen ("YYYYMMDD");
  g_autofree char *iso = NULL;

  if (!is_utc && !is_day && length != strlen ("YYYYMMDDTHHMMSS"))
    return FALSE;
  iso = is_day ? g_strdup_printf ("%.4s-%.2s-%.2sT00:00:00", text, text + 4, text + 6)
               : g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2s", text, text + 4, text + 6, text + 9, text + 11,
                                  text + 13);
  if (!tdm_local_time_parse (iso, until))
    return FALSE;
  if (is_utc && start->zone)
    *until += tdm_zone_changes_get_offset (start->zone->changes, *until);
  *latest = is_day ? *until + DAY - 1 : *until;
  *until -= is_day;
  return TRUE;
}

static int
count_until (GStrv dates, gint64 until)
{
  int count = 0;

  for (char **date = dates; *date; date++)
    {
      gint64 local;

      if (tdm_local_time_parse (*date, &local) && local <= until)
        count++;
    }
  return count;
}

/* As many as a series can have; fewer where those are too far away. */
static GStrv
expand_most (char **parts, const TdmIncomingTime *start, const char *local_start)
{
  for (int most = TDM_RECURRENCE_COUNT_MOST; most > 1; most /= 2)
    {
      g_autoptr (TdmRecurrence) recurrence = parse (parts, start->local, most);
      GStrv dates = recurrence ? tdm_recurrence_expand (recurrence, local_start, NULL) : NULL;

      if (!recurrence || dates)
        return dates;
    }
  return NULL;
}

/* Whether there is one more date behind @last, not after @until */
static gboolean
goes_on (char **parts, const TdmIncomingTime *start, const char *last, gint64 until)
{
  g_autoptr (TdmRecurrence) recurrence = parse (parts, start->local, 2);
  g_auto (GStrv) dates = recurrence ? tdm_recurrence_expand (recurrence, last, NULL) : NULL;

  return dates && count_until (dates, until) == 2;
}

/* How often until the end, or 0 where that is not known */
static int
get_count (char **parts, const TdmIncomingTime *start, const char *local_start, TdmIncomingRuleProblem *problem)
{
  g_auto (GStrv) dates = expand_most (parts, start, local_start);
  gint64 until, latest;
  int count;

  if (!dates || !read_until (find_part (parts, "UNTIL"), start, &until, &latest))
    return 0;
  count = count_until (dates, until);
  if (count_until (dates, latest) != count)
    *problem = TDM_INCOMING_RULE_UNCLEAR_END;
  else if (count > 0 && !dates[count] && goes_on (parts, start, dates[count - 1], until))
    *problem = TDM_INCOMING_RULE_TOO_MANY;
  else
    return count;
  return 0;
}

static gboolean
is_too_often (char **parts)
{
  const char *count = find_part (parts, "COUNT");

  return count && g_ascii_strtoll (count, NULL, 10) > TDM_RECURRENCE_COUNT_MOST;
}

/**
 * tdm_incoming_rule_read:
 * @rule: the value of an RRULE (RFC 5545 3.3.10)
 * @start: the DTSTART beside it
 * @problem: (out): why there is none
 *
 * Takes the shapes of tdm_recurrence_parse(), also without the day where that is the day of the start, and with an
 * UNTIL instead of a COUNT.
 *
 * Returns: (transfer full) (nullable): the rule as tdm_recurrence_to_rule() writes it, or %NULL for one that the
 *   program does not know, that never ends or that @start is no date of
 */
char *
tdm_incoming_rule_read (const char *rule, const TdmIncomingTime *start, TdmIncomingRuleProblem *problem)
{
  g_auto (GStrv) parts = g_strsplit (rule, ";", 16);
  g_autofree char *local_start = tdm_local_time_format (start->local);
  g_auto (GStrv) dates = NULL;
  g_autoptr (TdmRecurrence) recurrence = NULL;
  int count = 0;

  *problem = TDM_INCOMING_RULE_UNKNOWN;
  if (find_part (parts, "UNTIL"))
    {
      count = get_count (parts, start, local_start, problem);
      if (count == 0)
        return NULL;
    }
  else if (!find_part (parts, "COUNT"))
    *problem = TDM_INCOMING_RULE_ENDLESS;
  else if (is_too_often (parts))
    *problem = TDM_INCOMING_RULE_TOO_MANY;
  recurrence = parse (parts, start->local, count);
  dates = recurrence ? tdm_recurrence_expand (recurrence, local_start, NULL) : NULL;
  if (!dates)
    return NULL;
  *problem = TDM_INCOMING_RULE_FINE;
  return tdm_recurrence_to_rule (recurrence);
}
