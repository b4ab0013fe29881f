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

/* The last second on the wall clock of the start. A day only is not clear: programs differ on whether it counts. */
static gboolean
read_until (const char *text, const TdmIncomingTime *start, gint64 *until)
{
  gsize length = strlen (text);
  gboolean is_utc = length == strlen ("YYYYMMDDTHHMMSSZ") && text[length - 1] == 'Z';
  g_autofree char *iso = NULL;

  if (!is_utc && length != strlen ("YYYYMMDDTHHMMSS"))
    return FALSE;
  iso = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2s", text, text + 4, text + 6, text + 9, text + 11, text + 13);
  if (!tdm_local_time_parse (iso, until))
    return FALSE;
  if (is_utc && start->zone)
    *until += tdm_zone_changes_get_offset (start->zone->changes, *until);
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

/* How often until the end, or 0 where it is too often or the end is not clear. Many dates may be too far away, where
 * fewer are not. */
static int
get_count (char **parts, const TdmIncomingTime *start, const char *local_start)
{
  gint64 until;

  if (!read_until (find_part (parts, "UNTIL"), start, &until))
    return 0;
  for (int most = TDM_RECURRENCE_COUNT_MOST; most > 1; most /= 2)
    {
      g_autoptr (TdmRecurrence) recurrence = parse (parts, start->local, most);
      g_auto (GStrv) dates = recurrence ? tdm_recurrence_expand (recurrence, local_start, NULL) : NULL;
      int count = dates ? count_until (dates, until) : 0;

      if (!recurrence || dates)
        return count < most ? count : 0;
    }
  return 0;
}

/**
 * tdm_incoming_rule_read:
 * @rule: the value of an RRULE (RFC 5545 3.3.10)
 * @start: the DTSTART beside it
 *
 * Takes the shapes of tdm_recurrence_parse(), also without the day where that is the day of the start, and with an
 * UNTIL instead of a COUNT.
 *
 * Returns: (transfer full) (nullable): the rule as tdm_recurrence_to_rule() writes it, or %NULL for one that the
 *   program does not know, that never ends or that @start is no date of
 */
char *
tdm_incoming_rule_read (const char *rule, const TdmIncomingTime *start)
{
  g_auto (GStrv) parts = g_strsplit (rule, ";", 16);
  g_autofree char *local_start = tdm_local_time_format (start->local);
  g_auto (GStrv) dates = NULL;
  g_autoptr (TdmRecurrence) recurrence = NULL;
  int count = 0;

  if (find_part (parts, "UNTIL"))
    {
      count = get_count (parts, start, local_start);
      if (count == 0)
        return NULL;
    }
  recurrence = parse (parts, start->local, count);
  dates = recurrence ? tdm_recurrence_expand (recurrence, local_start, NULL) : NULL;
  return dates ? tdm_recurrence_to_rule (recurrence) : NULL;
}
