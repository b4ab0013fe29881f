/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-incoming-rule.h"

#include "tdm-local-time.h"
#include "tdm-recurrence.h"
#include "tdm-weekday.h"

#include <string.h>

/* Other programs leave out the day where it is that of the start, and say until when instead of how often. Nothing is
 * looked for: a rule has at most 120 dates here, and each is worked out. */

static const char *
parts_find (char **parts, const char *name)
{
  for (; *parts; parts++)
    if (g_ascii_strncasecmp (*parts, name, strlen (name)) == 0 && (*parts)[strlen (name)] == '=')
      return *parts + strlen (name) + 1;
  return NULL;
}

/* The rule with all that is left out, and @count instead of an end. */
static TdmRecurrence *
incoming_rule_complete (char **parts, gint64 local, int count)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GDate day = tdm_local_time_get_date (local);
  gboolean says_day = parts_find (parts, "BYDAY") || parts_find (parts, "BYMONTHDAY") || parts_find (parts, "BYSETPOS");

  for (char **part = parts; *part; part++)
    if (g_ascii_strncasecmp (*part, "UNTIL=", strlen ("UNTIL=")) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ";" : "", *part);
  if (!says_day && g_strcmp0 (parts_find (parts, "FREQ"), "WEEKLY") == 0)
    g_string_append_printf (out, ";BYDAY=%s", tdm_weekday_codes[g_date_get_weekday (&day)]);
  else if (!says_day)
    g_string_append_printf (out, ";BYMONTHDAY=%d", g_date_get_day (&day));
  if (count > 0)
    g_string_append_printf (out, ";COUNT=%d", count);
  return tdm_recurrence_parse (out->str, NULL);
}

static int
dates_count_until (GStrv dates, gint64 until)
{
  int count = 0;

  for (char **date = dates; *date; date++)
    count += tdm_local_time_read (*date) <= until;
  return count;
}

/* As many as a series can have; fewer where those are too far away. */
static GStrv
incoming_rule_expand_most (char **parts, gint64 local, const char *local_start)
{
  for (int most = TDM_RECURRENCE_COUNT_MOST; most > 1; most /= 2)
    {
      g_autoptr (TdmRecurrence) recurrence = incoming_rule_complete (parts, local, most);
      GStrv dates = recurrence ? tdm_recurrence_expand (recurrence, local_start, NULL) : NULL;

      if (!recurrence || dates)
        return dates;
    }
  return NULL;
}

/* How often until the end, or 0 where that is not known. Of a day only, programs do not agree whether it counts to its
 * beginning or to its end. */
static int
incoming_rule_count (char **parts, const TdmIncomingTime *start, const char *local_start,
                     TdmIncomingRuleProblem *problem)
{
  g_auto (GStrv) dates = incoming_rule_expand_most (parts, start->local, local_start), next = NULL;
  g_autoptr (TdmRecurrence) goes_on = NULL;
  gint64 until, latest;
  TdmLocalTimeForm form = tdm_local_time_parse_basic (parts_find (parts, "UNTIL"), &until);
  int count;

  if (!dates || form == TDM_LOCAL_TIME_WRONG)
    return 0;
  if (form == TDM_LOCAL_TIME_UTC && start->zone)
    until += tdm_zone_changes_get_offset (start->zone->changes, until);
  latest = until;
  if (form == TDM_LOCAL_TIME_DAY)
    latest = until-- + 24 * 60 * 60 - 1;

  count = dates_count_until (dates, until);
  if (dates_count_until (dates, latest) != count)
    {
      *problem = TDM_INCOMING_RULE_UNCLEAR_END;
      return 0;
    }
  if (count == 0 || dates[count])
    return count;
  goes_on = incoming_rule_complete (parts, start->local, 2);
  next = goes_on ? tdm_recurrence_expand (goes_on, dates[count - 1], NULL) : NULL;
  if (!next || dates_count_until (next, until) < 2)
    return count;
  *problem = TDM_INCOMING_RULE_TOO_MANY;
  return 0;
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
  const char *said_count = parts_find (parts, "COUNT");
  g_auto (GStrv) dates = NULL;
  g_autoptr (TdmRecurrence) recurrence = NULL;
  int count = 0;

  *problem = TDM_INCOMING_RULE_UNKNOWN;
  if (parts_find (parts, "UNTIL"))
    {
      count = incoming_rule_count (parts, start, local_start, problem);
      if (count == 0)
        return NULL;
    }
  else if (!said_count)
    *problem = TDM_INCOMING_RULE_ENDLESS;
  else if (g_ascii_strtoll (said_count, NULL, 10) > TDM_RECURRENCE_COUNT_MOST)
    *problem = TDM_INCOMING_RULE_TOO_MANY;
  recurrence = incoming_rule_complete (parts, start->local, count);
  dates = recurrence ? tdm_recurrence_expand (recurrence, local_start, NULL) : NULL;
  if (!dates)
    return NULL;
  *problem = TDM_INCOMING_RULE_FINE;
  return tdm_recurrence_to_rule (recurrence);
}
