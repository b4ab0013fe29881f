/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-yearly-rule.h"

#include "tdm-local-time.h"
#include "tdm-weekday.h"

#include <stdlib.h>
#include <string.h>

/* A whole number between two others, neither of which has more than six digits. */
static gboolean
read_number (const char *text, int least, int most, int *number)
{
  char *end;

  if (strlen (text) > 6)
    return FALSE;
  *number = strtol (text, &end, 10);
  return end > text && *end == '\0' && *number >= least && *number <= most;
}

/* `SU`, or `-1SU` with its place in the month */
static gboolean
yearly_rule_read_weekday (TdmYearlyRule *self, const char *text)
{
  gsize length = strlen (text);
  const char *code = length >= 2 ? text + length - 2 : text;
  g_autofree char *place = g_strndup (text, code - text);

  self->weekday = tdm_weekday_parse (code);
  return self->weekday != 0 && (*place == '\0' || read_number (place, -5, 5, &self->nth));
}

static gboolean
yearly_rule_read_days (TdmYearlyRule *self, const char *text)
{
  g_auto (GStrv) items = g_strsplit (text, ",", 32);

  for (char **item = items; *item; item++)
    {
      int day;

      if (!read_number (*item, 1, 31, &day))
        return FALSE;
      self->days |= (guint32) 1 << day;
    }
  return self->days != 0;
}

static gboolean
yearly_rule_read_part (TdmYearlyRule *self, const char *name, const char *value)
{
  int interval;
  const struct
  {
    const char *name;
    int least;
    int most;
    int *number;
  } numbers[] = {
    { "INTERVAL", 1, 1, &interval },
    { "BYMONTH", 1, 12, &self->month },
    { "BYHOUR", 0, 23, &self->hour },
    { "BYMINUTE", 0, 59, &self->minute },
    { "BYSECOND", 0, 59, &self->second },
    { "COUNT", 1, 9999, &self->count },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_ascii_strcasecmp (name, numbers[i].name) == 0)
      return read_number (value, numbers[i].least, numbers[i].most, numbers[i].number);
  if (g_ascii_strcasecmp (name, "FREQ") == 0)
    return g_ascii_strcasecmp (value, "YEARLY") == 0;
  if (g_ascii_strcasecmp (name, "BYDAY") == 0)
    return yearly_rule_read_weekday (self, value);
  if (g_ascii_strcasecmp (name, "BYSETPOS") == 0)
    return read_number (value, -5, 5, &self->nth) && self->nth != 0;
  if (g_ascii_strcasecmp (name, "BYMONTHDAY") == 0)
    return yearly_rule_read_days (self, value);
  if (g_ascii_strcasecmp (name, "UNTIL") == 0)
    {
      TdmLocalTimeForm form = tdm_local_time_parse_basic (value, &self->until);

      self->has_until = TRUE;
      self->until_is_utc = form == TDM_LOCAL_TIME_UTC;
      /* A day on its own counts to its end. */
      if (form == TDM_LOCAL_TIME_DAY)
        self->until += 24 * 60 * 60 - 1;
      return form != TDM_LOCAL_TIME_WRONG;
    }
  return g_ascii_strcasecmp (name, "WKST") == 0;
}

/**
 * tdm_yearly_rule_parse:
 * @self: (out): its parts
 * @text: the value of an RRULE (RFC 5545 3.3.10)
 * @start: the first day, which says what @text leaves out
 *
 * Takes one day of one month: the nth or last weekday, as `BYDAY=-1SU` or with BYSETPOS, a weekday among some days of
 * the month, or a day of the month; and one time of that day, as Notes writes it.
 *
 * Returns: whether @text is such a rule
 */
gboolean
tdm_yearly_rule_parse (TdmYearlyRule *self, const char *text, const GDate *start)
{
  g_auto (GStrv) pieces = g_strsplit (text, ";", 16);

  *self = (TdmYearlyRule) { .month = g_date_get_month (start), .hour = -1, .minute = -1, .second = -1 };
  for (char **piece = pieces; *piece; piece++)
    {
      char *equals = strchr (*piece, '=');

      if (!equals)
        return FALSE;
      *equals = '\0';
      if (!yearly_rule_read_part (self, *piece, equals + 1))
        return FALSE;
    }
  if (self->weekday == 0 && self->days == 0)
    self->days = (guint32) 1 << g_date_get_day (start);
  /* A weekday has to have a place in the month or days to be among. */
  return self->weekday == 0 ? self->nth == 0 && self->days != 0 : (self->nth != 0) != (self->days != 0);
}

/**
 * tdm_yearly_rule_get_day:
 * @self: a rule
 * @year: a year between 1600 and 9000
 * @day: (out): its day in that year; whatever ends the rule is not looked at
 *
 * Returns: whether there is one
 */
gboolean
tdm_yearly_rule_get_day (const TdmYearlyRule *self, int year, GDate *day)
{
  g_date_clear (day, 1);
  g_date_set_dmy (day, 1, self->month, year);
  if (self->days == 0)
    return tdm_weekday_nth_of_month (day, self->weekday, self->nth);

  for (; (int) g_date_get_month (day) == self->month; g_date_add_days (day, 1))
    if (self->days & (guint32) 1 << g_date_get_day (day) &&
        (self->weekday == 0 || self->weekday == (guint) g_date_get_weekday (day)))
      return TRUE;
  return FALSE;
}
