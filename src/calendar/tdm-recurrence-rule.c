/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-recurrence-rule.h"

#include "base/tdm-i18n.h"
#include "tdm-calendar-error.h"

#include <stdlib.h>
#include <string.h>

/* The names of RRULE parts (RFC 5545 3.3.10) that are read, and their values. */
typedef enum
{
  PART_FREQ,
  PART_INTERVAL,
  PART_COUNT,
  PART_UNTIL,
  PART_BYDAY,
  PART_BYMONTHDAY,
  PART_BYSETPOS,
  PART_WKST,
  N_PARTS,
} Part;

static const char *const part_names[] = {
  "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "WKST",
};

static const char *const weekdays[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static gboolean
fail (GError **error, const char *text)
{
  g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_BAD_RULE,
               _ ("Calendar programs would not agree on the repetition “%s”."), text);
  return FALSE;
}

static int
find_part (const char *name)
{
  for (int i = 0; i < N_PARTS; i++)
    if (g_ascii_strcasecmp (name, part_names[i]) == 0)
      return i;
  return -1;
}

/* Every part at most once, none that is not known. The values stay in @pieces. */
static gboolean
split_parts (char **pieces, const char *values[N_PARTS])
{
  for (char **piece = pieces; *piece; piece++)
    {
      char *equals = strchr (*piece, '=');
      int part;

      if (!equals)
        return FALSE;
      *equals = '\0';
      part = find_part (*piece);
      if (part < 0 || values[part])
        return FALSE;
      values[part] = equals + 1;
    }
  return TRUE;
}

/* A whole number as the RFC writes it, such as 12, -1 or +2; 0 for anything else, and for 0. */
static int
read_number (const char *text, gsize length)
{
  gsize digits = length > 0 && (*text == '-' || *text == '+') ? 1 : 0;

  if (length - digits == 0 || length - digits > 3)
    return 0;
  for (gsize i = digits; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return 0;
  return atoi (text);
}

static gboolean
read_between (const char *text, int most, int *number)
{
  if (!text)
    return TRUE;
  *number = read_number (text, strlen (text));
  return *number >= 1 && *number <= most;
}

static int
find_weekday (const char *text)
{
  for (int i = G_DATE_MONDAY; i <= G_DATE_SUNDAY; i++)
    if (g_ascii_strcasecmp (text, weekdays[i]) == 0)
      return i;
  return G_DATE_BAD_WEEKDAY;
}

static gboolean
is_place (int place, int most)
{
  return place == TDM_RECURRENCE_LAST || (place >= 1 && place <= most);
}

/* TU in weekly rules; 2TU, or TU with BYSETPOS=2, in monthly ones. */
static gboolean
read_weekday (const char *text, const char *position, TdmRecurrenceRule *rule)
{
  gsize before = strlen (text) >= 2 ? strlen (text) - 2 : 0;
  gboolean counted = before > 0 || position != NULL;

  if (counted != (rule->kind == TDM_RECURRENCE_MONTHLY_WEEKDAY) || (before > 0 && position))
    return FALSE;
  if (before > 0)
    rule->nth = read_number (text, before);
  else if (position)
    rule->nth = read_number (position, strlen (position));
  rule->weekday = find_weekday (text + before);
  return rule->weekday != G_DATE_BAD_WEEKDAY && is_place (rule->nth, 4);
}

static gboolean
read_kind (const char *values[N_PARTS], TdmRecurrenceRule *rule)
{
  const char *frequency = values[PART_FREQ] ? values[PART_FREQ] : "";

  if (g_ascii_strcasecmp (frequency, "WEEKLY") == 0)
    rule->kind = TDM_RECURRENCE_WEEKLY;
  else if (g_ascii_strcasecmp (frequency, "MONTHLY") == 0)
    rule->kind = values[PART_BYDAY] ? TDM_RECURRENCE_MONTHLY_WEEKDAY : TDM_RECURRENCE_MONTHLY_DAY;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_days (const char *values[N_PARTS], TdmRecurrenceRule *rule)
{
  if (rule->kind != TDM_RECURRENCE_MONTHLY_DAY)
    return values[PART_BYDAY] && !values[PART_BYMONTHDAY] &&
           read_weekday (values[PART_BYDAY], values[PART_BYSETPOS], rule);

  if (!values[PART_BYMONTHDAY] || values[PART_BYSETPOS])
    return FALSE;
  rule->day = read_number (values[PART_BYMONTHDAY], strlen (values[PART_BYMONTHDAY]));
  return is_place (rule->day, 28);
}

/* The first day of the week makes no difference to one weekday a week. */
static gboolean
read_parts (const char *values[N_PARTS], TdmRecurrenceRule *rule)
{
  return read_kind (values, rule) && read_days (values, rule) &&
         read_between (values[PART_INTERVAL], TDM_RECURRENCE_INTERVAL_MOST, &rule->interval) &&
         (!values[PART_WKST] || find_weekday (values[PART_WKST]) != G_DATE_BAD_WEEKDAY);
}

static gboolean
read_end (const char *values[N_PARTS], TdmRecurrenceRule *rule, GError **error)
{
  if (values[PART_UNTIL])
    g_set_error_literal (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_BAD_RULE,
                         _ ("This repetition ends on a date. Give the number of meetings instead."));
  else if (!values[PART_COUNT])
    g_set_error_literal (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_END,
                         _ ("This repetition never ends. Give the number of meetings."));
  else if (!read_between (values[PART_COUNT], TDM_RECURRENCE_COUNT_MOST, &rule->count))
    g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_BAD_RULE,
                 _ ("The number of meetings must be between 1 and %d."), TDM_RECURRENCE_COUNT_MOST);
  else
    return TRUE;
  return FALSE;
}

/**
 * tdm_recurrence_rule_parse:
 * @text: the value of an RRULE, empty for one meeting
 * @rule: (out): its parts
 * @error: TDM_CALENDAR_ERROR_NO_END or TDM_CALENDAR_ERROR_BAD_RULE
 *
 * See tdm_recurrence_parse(). libical is not asked: it drops rules that it does not like without a word, and looks
 * for ever for dates of rules that have none.
 *
 * Returns: whether @text is a rule that the program takes
 */
gboolean
tdm_recurrence_rule_parse (const char *text, TdmRecurrenceRule *rule, GError **error)
{
  const char *values[N_PARTS] = { NULL };
  g_auto (GStrv) pieces = g_strsplit (text, ";", N_PARTS + 1);

  *rule = (TdmRecurrenceRule) { TDM_RECURRENCE_ONCE, .interval = 1, .count = 1, .weekday = 1, .nth = 1, .day = 1 };
  if (*text == '\0')
    return TRUE;
  if (!split_parts (pieces, values) || !read_parts (values, rule))
    return fail (error, text);
  return read_end (values, rule, error);
}

/**
 * tdm_recurrence_rule_write:
 * @rule: the parts of a rule
 *
 * Returns: (transfer full) (nullable): the value of an RRULE, %NULL for one meeting
 */
char *
tdm_recurrence_rule_write (const TdmRecurrenceRule *rule)
{
  g_autoptr (GString) out = g_string_new (rule->kind == TDM_RECURRENCE_WEEKLY ? "FREQ=WEEKLY" : "FREQ=MONTHLY");

  if (rule->kind == TDM_RECURRENCE_ONCE)
    return NULL;
  if (rule->interval > 1)
    g_string_append_printf (out, ";INTERVAL=%d", rule->interval);
  if (rule->kind == TDM_RECURRENCE_WEEKLY)
    g_string_append_printf (out, ";BYDAY=%s", weekdays[rule->weekday]);
  else if (rule->kind == TDM_RECURRENCE_MONTHLY_WEEKDAY)
    g_string_append_printf (out, ";BYDAY=%d%s", rule->nth, weekdays[rule->weekday]);
  else
    g_string_append_printf (out, ";BYMONTHDAY=%d", rule->day);
  g_string_append_printf (out, ";COUNT=%d", rule->count);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
