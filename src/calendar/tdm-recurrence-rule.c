/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-recurrence.h"

#include "base/tdm-i18n.h"
#include "tdm-calendar-error.h"
#include "tdm-weekday.h"

#include <stdlib.h>
#include <string.h>

/* A repetition as the value of an RRULE. libical is not asked: it drops rules that it does not like without a word, and
 * looks for ever for dates of rules that have none. */

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

/* Every part at most once, none that is not known. The values stay in @pieces. */
static gboolean
split_parts (char **pieces, const char *values[N_PARTS])
{
  for (char **piece = pieces; *piece; piece++)
    {
      char *equals = strchr (*piece, '=');
      int part = 0;

      if (!equals)
        return FALSE;
      *equals = '\0';
      while (part < N_PARTS && g_ascii_strcasecmp (*piece, part_names[part]) != 0)
        part++;
      if (part == N_PARTS || values[part])
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

/* TU in weekly rules; 2TU, or TU with BYSETPOS=2, in monthly ones. */
static gboolean
recurrence_read_weekday (TdmRecurrence *self, const char *text, const char *position)
{
  gsize before = strlen (text) >= 2 ? strlen (text) - 2 : 0;
  gboolean counted = before > 0 || position != NULL;

  if (counted != (self->kind == TDM_RECURRENCE_MONTHLY_WEEKDAY) || (before > 0 && position))
    return FALSE;
  if (before > 0)
    self->nth = read_number (text, before);
  else if (position)
    self->nth = read_number (position, strlen (position));
  self->weekday = tdm_weekday_parse (text + before);
  return self->weekday != G_DATE_BAD_WEEKDAY &&
         (self->nth == TDM_RECURRENCE_LAST || (self->nth >= 1 && self->nth <= 4));
}

/* All but the end */
static gboolean
recurrence_read_parts (TdmRecurrence *self, const char *values[N_PARTS])
{
  const char *frequency = values[PART_FREQ] ? values[PART_FREQ] : "";
  const char *weekday = values[PART_BYDAY], *day = values[PART_BYMONTHDAY];

  if (g_ascii_strcasecmp (frequency, "WEEKLY") == 0)
    self->kind = TDM_RECURRENCE_WEEKLY;
  else if (g_ascii_strcasecmp (frequency, "MONTHLY") == 0)
    self->kind = weekday ? TDM_RECURRENCE_MONTHLY_WEEKDAY : TDM_RECURRENCE_MONTHLY_DAY;
  else
    return FALSE;

  if (self->kind != TDM_RECURRENCE_MONTHLY_DAY)
    {
      if (!weekday || day || !recurrence_read_weekday (self, weekday, values[PART_BYSETPOS]))
        return FALSE;
    }
  else
    {
      self->day = day && !values[PART_BYSETPOS] ? read_number (day, strlen (day)) : 0;
      if (self->day != TDM_RECURRENCE_LAST && (self->day < 1 || self->day > 28))
        return FALSE;
    }
  /* The first day of the week makes no difference to one weekday a week. */
  return read_between (values[PART_INTERVAL], TDM_RECURRENCE_INTERVAL_MOST, &self->interval) &&
         (!values[PART_WKST] || tdm_weekday_parse (values[PART_WKST]) != G_DATE_BAD_WEEKDAY);
}

/**
 * tdm_recurrence_parse:
 * @rule: (nullable): the value of an RRULE (RFC 5545 3.3.10); empty for one meeting
 * @error: TDM_CALENDAR_ERROR_NO_END for a rule without a number of meetings, TDM_CALENDAR_ERROR_BAD_RULE for one that
 *   calendar programs do not agree on or that is no rule
 *
 * Takes what tdm_recurrence_to_rule() writes and, from Outlook, `BYDAY=TU;BYSETPOS=1`; nothing else, so that no date
 * is ever guessed.
 *
 * Returns: (transfer full): the repetition, or %NULL on error
 */
TdmRecurrence *
tdm_recurrence_parse (const char *rule, GError **error)
{
  const char *values[N_PARTS] = { NULL };
  g_auto (GStrv) pieces = g_strsplit (rule ? rule : "", ";", N_PARTS + 1);
  g_autoptr (TdmRecurrence) self = g_new (TdmRecurrence, 1);

  *self = (TdmRecurrence) { TDM_RECURRENCE_ONCE, .interval = 1, .count = 1, .weekday = 1, .nth = 1, .day = 1 };
  if (!rule || *rule == '\0')
    return g_steal_pointer (&self);
  if (!split_parts (pieces, values) || !recurrence_read_parts (self, values))
    tdm_calendar_fail (error, TDM_CALENDAR_ERROR_BAD_RULE,
                       _ ("Calendar programs would not agree on the repetition “%s”."), rule);
  else if (values[PART_UNTIL])
    tdm_calendar_fail (error, TDM_CALENDAR_ERROR_BAD_RULE,
                       _ ("This repetition ends on a date. Give the number of meetings instead."));
  else if (!values[PART_COUNT])
    tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_END,
                       _ ("This repetition never ends. Give the number of meetings."));
  else if (!read_between (values[PART_COUNT], TDM_RECURRENCE_COUNT_MOST, &self->count))
    tdm_calendar_fail (error, TDM_CALENDAR_ERROR_BAD_RULE, _ ("The number of meetings must be between 1 and %d."),
                       TDM_RECURRENCE_COUNT_MOST);
  else
    return g_steal_pointer (&self);
  return NULL;
}

/**
 * tdm_recurrence_to_rule:
 * @self: a repetition
 *
 * Returns: (transfer full) (nullable): the value of an RRULE with its COUNT (RFC 5545 3.3.10), %NULL for one meeting
 */
char *
tdm_recurrence_to_rule (const TdmRecurrence *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == TDM_RECURRENCE_ONCE)
    return NULL;
  out = g_string_new (self->kind == TDM_RECURRENCE_WEEKLY ? "FREQ=WEEKLY" : "FREQ=MONTHLY");
  if (self->interval > 1)
    g_string_append_printf (out, ";INTERVAL=%d", self->interval);
  if (self->kind == TDM_RECURRENCE_WEEKLY)
    g_string_append_printf (out, ";BYDAY=%s", tdm_weekday_codes[self->weekday]);
  else if (self->kind == TDM_RECURRENCE_MONTHLY_WEEKDAY)
    g_string_append_printf (out, ";BYDAY=%d%s", self->nth, tdm_weekday_codes[self->weekday]);
  else
    g_string_append_printf (out, ";BYMONTHDAY=%d", self->day);
  g_string_append_printf (out, ";COUNT=%d", self->count);
  return g_string_free (out, FALSE);
}
