/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-recurrence.h"

#include "base/tdm-day.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-calendar-error.h"
#include "tdm-local-time.h"
#include "tdm-weekday.h"

/**
 * tdm_recurrence_for_date:
 * @kind: how often
 * @date: a day, `YYYY-MM-DD`
 *
 * Suggests a repetition for somebody who chose @date as the first day. A fifth weekday of a month and the days from
 * the 29th on do not come every month, and calendar programs make different things of them: instead it is the last
 * weekday or the last day. tdm_recurrence_align() then moves the start where that is another day.
 *
 * Returns: (transfer full): a repetition of twelve meetings
 */
TdmRecurrence *
tdm_recurrence_for_date (TdmRecurrenceKind kind, const char *date)
{
  TdmRecurrence *self;
  GDate day;
  int in_month;

  g_return_val_if_fail (tdm_text_is_date (date), NULL);

  day = tdm_day_parse (date);
  in_month = g_date_get_day (&day);
  self = g_new (TdmRecurrence, 1);
  *self = (TdmRecurrence) {
    .kind = kind,
    .interval = 1,
    .count = kind == TDM_RECURRENCE_ONCE ? 1 : 12,
    .weekday = g_date_get_weekday (&day),
    .nth = in_month <= 28 ? (in_month - 1) / 7 + 1 : TDM_RECURRENCE_LAST,
    .day = in_month <= 28 ? in_month : TDM_RECURRENCE_LAST,
  };
  return self;
}

/* The day of this repetition in the month of @day. */
static void
recurrence_place_in_month (const TdmRecurrence *self, GDate *day)
{
  if (self->kind == TDM_RECURRENCE_MONTHLY_WEEKDAY)
    tdm_weekday_nth_of_month (day, self->weekday, self->nth);
  else if (self->day == TDM_RECURRENCE_LAST)
    g_date_set_day (day, g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day)));
  else
    g_date_set_day (day, self->day);
}

static void
recurrence_advance (const TdmRecurrence *self, GDate *day, int interval)
{
  if (self->kind == TDM_RECURRENCE_WEEKLY)
    {
      g_date_add_days (day, 7 * interval);
      return;
    }

  g_date_set_day (day, 1);
  g_date_add_months (day, interval);
  recurrence_place_in_month (self, day);
}

/**
 * tdm_recurrence_align:
 * @self: a repetition
 * @local_start: a date and time, `YYYY-MM-DDTHH:MM:SS`
 *
 * Returns: (transfer full): the first date of the repetition that is not before @local_start, at the same time
 */
char *
tdm_recurrence_align (const TdmRecurrence *self, const char *local_start)
{
  GDate day, wanted;
  gint64 seconds;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (tdm_local_time_parse (local_start, &seconds), NULL);

  wanted = day = tdm_local_time_get_date (seconds);
  if (self->kind == TDM_RECURRENCE_WEEKLY)
    tdm_weekday_next (&day, self->weekday);
  else if (self->kind != TDM_RECURRENCE_ONCE)
    recurrence_place_in_month (self, &day);
  if (g_date_compare (&day, &wanted) < 0)
    recurrence_advance (self, &day, 1);
  return tdm_local_time_replace_date (local_start, &day);
}

static gboolean
recurrence_check_start (const TdmRecurrence *self, const char *local_start, GError **error)
{
  g_autofree char *aligned = NULL;
  gint64 seconds;

  if (!tdm_local_time_parse (local_start, &seconds))
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_SUCH_TIME, _ ("“%s” is not a date and time."), local_start);

  aligned = tdm_recurrence_align (self, local_start);
  return g_str_equal (aligned, local_start) ||
         tdm_calendar_fail (error, TDM_CALENDAR_ERROR_BAD_RULE,
                            /* Translators: both are dates such as 2027-03-31 */
                            _ ("The first meeting must be on a day of the repetition: not on “%.10s”, but on “%.10s”."),
                            local_start, aligned);
}

/**
 * tdm_recurrence_expand:
 * @self: a repetition
 * @local_start: the first meeting, `YYYY-MM-DDTHH:MM:SS`
 * @error: TDM_CALENDAR_ERROR_NO_SUCH_TIME for what is no time, TDM_CALENDAR_ERROR_BAD_RULE where @local_start is not
 *   itself a day of the repetition (RFC 5545 3.8.5.3) or the last one would be after 2099
 *
 * Meetings stay at the same time of day, whatever the clocks do.
 *
 * Returns: (transfer full): the starts of all meetings in the same form, or %NULL on error
 */
GStrv
tdm_recurrence_expand (const TdmRecurrence *self, const char *local_start, GError **error)
{
  g_auto (GStrv) starts = NULL;
  GDate day;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (local_start != NULL, NULL);

  if (!recurrence_check_start (self, local_start, error))
    return NULL;

  starts = g_new0 (char *, self->count + 1);
  day = tdm_day_parse (local_start);
  for (int i = 0; i < self->count; i++)
    {
      if (i > 0)
        recurrence_advance (self, &day, self->interval);
      if (g_date_get_year (&day) > 2099)
        {
          tdm_calendar_fail (error, TDM_CALENDAR_ERROR_BAD_RULE,
                             _ ("The last of these meetings would be too far away."));
          return NULL;
        }
      starts[i] = tdm_local_time_replace_date (local_start, &day);
    }
  return g_steal_pointer (&starts);
}

static char *
recurrence_describe_day (const TdmRecurrence *self)
{
  static const char *const weekdays[] = {
    NULL, N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"), N_ ("Friday"), N_ ("Saturday"),
    N_ ("Sunday"),
  };
  static const char *const places[] = {
    /* Translators: a weekday, as in "Every month on the last Friday" */
    N_ ("on the last %s"), NULL, N_ ("on the first %s"), N_ ("on the second %s"), N_ ("on the third %s"),
    N_ ("on the fourth %s"),
  };

  if (self->kind == TDM_RECURRENCE_WEEKLY)
    /* Translators: a weekday, as in "Every week on Friday" */
    return g_strdup_printf (_ ("on %s"), _ (weekdays[self->weekday]));
  if (self->kind == TDM_RECURRENCE_MONTHLY_WEEKDAY)
    return g_strdup_printf (_ (places[self->nth + 1]), _ (weekdays[self->weekday]));
  if (self->day == TDM_RECURRENCE_LAST)
    return g_strdup (_ ("on the last day"));
  /* Translators: a day of the month, as in "Every month on day 15" */
  return g_strdup_printf (_ ("on day %d"), self->day);
}

/**
 * tdm_recurrence_describe:
 * @self: a repetition
 *
 * Returns: (transfer full): a sentence such as "Every month on the second Tuesday, 12 times", in the language of the
 *   program
 */
char *
tdm_recurrence_describe (const TdmRecurrence *self)
{
  g_autofree char *interval = NULL;
  g_autofree char *day = NULL;
  g_autofree char *times = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == TDM_RECURRENCE_ONCE)
    return g_strdup (_ ("Once"));

  if (self->kind == TDM_RECURRENCE_WEEKLY)
    interval = g_strdup_printf (ngettext ("Every week", "Every %d weeks", self->interval), self->interval);
  else
    interval = g_strdup_printf (ngettext ("Every month", "Every %d months", self->interval), self->interval);
  day = recurrence_describe_day (self);
  times = g_strdup_printf (ngettext ("once", "%d times", self->count), self->count);
  /* Translators: such as "Every 2 weeks", "on Tuesday", "12 times" */
  return g_strdup_printf (_ ("%1$s %2$s, %3$s"), interval, day, times);
}
