/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-recurrence.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-calendar-error.h"
#include "tdm-local-time.h"
#include "tdm-recurrence-rule.h"

#include <stdlib.h>

/**
 * TdmRecurrence:
 *
 * How often a tandem meets: the few shapes of RFC 5545 3.3.10 that every calendar program expands alike, always with
 * a number of meetings. Its properties are what a dialog binds to; each kind uses the ones that it needs.
 */

typedef enum
{
  PROP_KIND = 1,
  PROP_INTERVAL,
  PROP_COUNT,
  PROP_WEEKDAY,
  PROP_NTH,
  PROP_DAY,
  PROP_DESCRIPTION,
} TdmRecurrenceProperty;

struct _TdmRecurrence
{
  GObject parent_instance;

  int values[PROP_DESCRIPTION];
};

static GParamSpec *specs[PROP_DESCRIPTION + 1];

G_DEFINE_FINAL_TYPE (TdmRecurrence, tdm_recurrence, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (TdmRecurrenceKind, tdm_recurrence_kind,
                    G_DEFINE_ENUM_VALUE (TDM_RECURRENCE_ONCE, "once"),
                    G_DEFINE_ENUM_VALUE (TDM_RECURRENCE_WEEKLY, "weekly"),
                    G_DEFINE_ENUM_VALUE (TDM_RECURRENCE_MONTHLY_WEEKDAY, "monthly-weekday"),
                    G_DEFINE_ENUM_VALUE (TDM_RECURRENCE_MONTHLY_DAY, "monthly-day"))

static void
tdm_recurrence_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmRecurrence *self = TDM_RECURRENCE (object);

  if (id == PROP_DESCRIPTION)
    g_value_take_string (value, tdm_recurrence_describe (self));
  else if (id == PROP_KIND)
    g_value_set_enum (value, self->values[id]);
  else
    g_value_set_int (value, self->values[id]);
}

static void
tdm_recurrence_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmRecurrence *self = TDM_RECURRENCE (object);
  int wanted = id == PROP_KIND ? g_value_get_enum (value) : g_value_get_int (value);

  /* There is no nought between the first and the last. */
  if (wanted == self->values[id] || (wanted == 0 && id != PROP_KIND))
    return;

  self->values[id] = wanted;
  g_object_notify_by_pspec (object, spec);
  g_object_notify_by_pspec (object, specs[PROP_DESCRIPTION]);
}

static void
tdm_recurrence_class_init (TdmRecurrenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_recurrence_get_property;
  object_class->set_property = tdm_recurrence_set_property;

  specs[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, TDM_TYPE_RECURRENCE_KIND, TDM_RECURRENCE_ONCE, flags);
  specs[PROP_INTERVAL] = g_param_spec_int ("interval", NULL, NULL, 1, TDM_RECURRENCE_INTERVAL_MOST, 1, flags);
  specs[PROP_COUNT] = g_param_spec_int ("count", NULL, NULL, 1, TDM_RECURRENCE_COUNT_MOST, 12, flags);
  specs[PROP_WEEKDAY] = g_param_spec_int ("weekday", NULL, NULL, G_DATE_MONDAY, G_DATE_SUNDAY, G_DATE_MONDAY, flags);
  specs[PROP_NTH] = g_param_spec_int ("nth", NULL, NULL, TDM_RECURRENCE_LAST, 4, 1, flags);
  specs[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, TDM_RECURRENCE_LAST, 28, 1, flags);
  specs[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (specs), specs);
}

static void
tdm_recurrence_init (TdmRecurrence *self)
{
  for (guint id = PROP_INTERVAL; id < PROP_DESCRIPTION; id++)
    self->values[id] = G_PARAM_SPEC_INT (specs[id])->default_value;
}

/**
 * tdm_recurrence_new:
 * @kind: how often
 *
 * Returns: (transfer full): a repetition of twelve meetings, on Mondays or on the first day of the month
 */
TdmRecurrence *
tdm_recurrence_new (TdmRecurrenceKind kind)
{
  return g_object_new (TDM_TYPE_RECURRENCE, "kind", kind, NULL);
}

/* Of a date, or of a date and time, that was checked before. */
static GDate
read_date (const char *text)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, atoi (text + 8), atoi (text + 5), atoi (text));
  return day;
}

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
  GDate day;
  int in_month;

  g_return_val_if_fail (tdm_text_is_date (date), NULL);

  day = read_date (date);
  in_month = g_date_get_day (&day);
  return g_object_new (TDM_TYPE_RECURRENCE, "kind", kind, "weekday", (int) g_date_get_weekday (&day),
                       "nth", in_month <= 28 ? (in_month - 1) / 7 + 1 : TDM_RECURRENCE_LAST,
                       "day", in_month <= 28 ? in_month : TDM_RECURRENCE_LAST, NULL);
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
  TdmRecurrenceRule parts;

  if (!tdm_recurrence_rule_parse (rule ? rule : "", &parts, error))
    return NULL;
  return g_object_new (TDM_TYPE_RECURRENCE, "kind", parts.kind, "interval", parts.interval, "count", parts.count,
                       "weekday", parts.weekday, "nth", parts.nth, "day", parts.day, NULL);
}

/**
 * tdm_recurrence_get_kind:
 * @self: a repetition
 *
 * Returns: how often
 */
TdmRecurrenceKind
tdm_recurrence_get_kind (TdmRecurrence *self)
{
  g_return_val_if_fail (TDM_IS_RECURRENCE (self), TDM_RECURRENCE_ONCE);

  return self->values[PROP_KIND];
}

/**
 * tdm_recurrence_get_interval:
 * @self: a repetition
 *
 * Returns: the weeks or months from one meeting to the next, 1 to 99
 */
int
tdm_recurrence_get_interval (TdmRecurrence *self)
{
  g_return_val_if_fail (TDM_IS_RECURRENCE (self), 1);

  return self->values[PROP_INTERVAL];
}

/**
 * tdm_recurrence_get_count:
 * @self: a repetition
 *
 * Returns: the number of meetings, 1 to 120
 */
int
tdm_recurrence_get_count (TdmRecurrence *self)
{
  g_return_val_if_fail (TDM_IS_RECURRENCE (self), 1);

  return self->values[PROP_KIND] == TDM_RECURRENCE_ONCE ? 1 : self->values[PROP_COUNT];
}

/**
 * tdm_recurrence_get_weekday:
 * @self: a repetition
 *
 * Returns: the day of the week, a #GDateWeekday
 */
int
tdm_recurrence_get_weekday (TdmRecurrence *self)
{
  g_return_val_if_fail (TDM_IS_RECURRENCE (self), G_DATE_BAD_WEEKDAY);

  return self->values[PROP_WEEKDAY];
}

/**
 * tdm_recurrence_get_nth:
 * @self: a repetition
 *
 * Returns: which weekday of the month, 1 to 4 or %TDM_RECURRENCE_LAST
 */
int
tdm_recurrence_get_nth (TdmRecurrence *self)
{
  g_return_val_if_fail (TDM_IS_RECURRENCE (self), 1);

  return self->values[PROP_NTH];
}

/**
 * tdm_recurrence_get_day:
 * @self: a repetition
 *
 * Returns: the day of the month, 1 to 28 or %TDM_RECURRENCE_LAST
 */
int
tdm_recurrence_get_day (TdmRecurrence *self)
{
  g_return_val_if_fail (TDM_IS_RECURRENCE (self), 1);

  return self->values[PROP_DAY];
}

/**
 * tdm_recurrence_to_rule:
 * @self: a repetition
 *
 * Returns: (transfer full) (nullable): the value of an RRULE with its COUNT (RFC 5545 3.3.10), %NULL for one meeting
 */
char *
tdm_recurrence_to_rule (TdmRecurrence *self)
{
  TdmRecurrenceRule parts;

  g_return_val_if_fail (TDM_IS_RECURRENCE (self), NULL);

  parts = (TdmRecurrenceRule) {
    .kind = self->values[PROP_KIND],
    .interval = self->values[PROP_INTERVAL],
    .count = self->values[PROP_COUNT],
    .weekday = self->values[PROP_WEEKDAY],
    .nth = self->values[PROP_NTH],
    .day = self->values[PROP_DAY],
  };
  return tdm_recurrence_rule_write (&parts);
}

/* The day of this repetition in the month of @day. */
static void
place_in_month (TdmRecurrence *self, GDate *day)
{
  int length = g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day));
  gboolean by_day = self->values[PROP_KIND] == TDM_RECURRENCE_MONTHLY_DAY;
  int which = self->values[by_day ? PROP_DAY : PROP_NTH];
  int first_in_week = which == TDM_RECURRENCE_LAST ? length - 6 : (which - 1) * 7 + 1;

  if (by_day)
    {
      g_date_set_day (day, which == TDM_RECURRENCE_LAST ? length : which);
      return;
    }

  g_date_set_day (day, first_in_week);
  g_date_add_days (day, (self->values[PROP_WEEKDAY] - g_date_get_weekday (day) + 7) % 7);
}

/* The day that belongs to the week or month of @day, not before @day for weeks. */
static void
place_day (TdmRecurrence *self, GDate *day)
{
  if (self->values[PROP_KIND] == TDM_RECURRENCE_WEEKLY)
    g_date_add_days (day, (self->values[PROP_WEEKDAY] - g_date_get_weekday (day) + 7) % 7);
  else if (self->values[PROP_KIND] != TDM_RECURRENCE_ONCE)
    place_in_month (self, day);
}

static void
advance (TdmRecurrence *self, GDate *day, int interval)
{
  if (self->values[PROP_KIND] == TDM_RECURRENCE_WEEKLY)
    {
      g_date_add_days (day, 7 * interval);
      return;
    }

  g_date_set_day (day, 1);
  g_date_add_months (day, interval);
  place_in_month (self, day);
}

/**
 * tdm_recurrence_align:
 * @self: a repetition
 * @local_start: a date and time, `YYYY-MM-DDTHH:MM:SS`
 *
 * Returns: (transfer full): the first date of the repetition that is not before @local_start, at the same time
 */
char *
tdm_recurrence_align (TdmRecurrence *self, const char *local_start)
{
  GDate day, wanted;
  gint64 seconds;

  g_return_val_if_fail (TDM_IS_RECURRENCE (self), NULL);
  g_return_val_if_fail (tdm_local_time_parse (local_start, &seconds), NULL);

  wanted = day = read_date (local_start);
  place_day (self, &day);
  if (g_date_compare (&day, &wanted) < 0)
    advance (self, &day, 1);
  return tdm_local_time_replace_date (local_start, &day);
}

static gboolean
starts_right (TdmRecurrence *self, const char *local_start, GError **error)
{
  g_autofree char *aligned = NULL;
  gint64 seconds;

  if (!tdm_local_time_parse (local_start, &seconds))
    {
      g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_SUCH_TIME, _ ("“%s” is not a date and time."),
                   local_start);
      return FALSE;
    }

  aligned = tdm_recurrence_align (self, local_start);
  if (g_str_equal (aligned, local_start))
    return TRUE;
  g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_BAD_RULE,
               /* Translators: both are dates such as 2027-03-31 */
               _ ("The first meeting must be on a day of the repetition: not on “%.10s”, but on “%.10s”."), local_start,
               aligned);
  return FALSE;
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
tdm_recurrence_expand (TdmRecurrence *self, const char *local_start, GError **error)
{
  g_auto (GStrv) starts = NULL;
  int count;
  GDate day;

  g_return_val_if_fail (TDM_IS_RECURRENCE (self), NULL);
  g_return_val_if_fail (local_start != NULL, NULL);

  if (!starts_right (self, local_start, error))
    return NULL;

  count = tdm_recurrence_get_count (self);
  starts = g_new0 (char *, count + 1);
  day = read_date (local_start);
  for (int i = 0; i < count; i++)
    {
      if (i > 0)
        advance (self, &day, self->values[PROP_INTERVAL]);
      if (g_date_get_year (&day) > 2099)
        {
          g_set_error_literal (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_BAD_RULE,
                               _ ("The last of these meetings would be too far away."));
          return NULL;
        }
      starts[i] = tdm_local_time_replace_date (local_start, &day);
    }
  return g_steal_pointer (&starts);
}

static const char *
get_weekday_name (TdmRecurrence *self)
{
  static const char *const names[] = {
    NULL, N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"), N_ ("Friday"), N_ ("Saturday"),
    N_ ("Sunday"),
  };

  return _ (names[self->values[PROP_WEEKDAY]]);
}

static char *
describe_day (TdmRecurrence *self)
{
  static const char *const places[] = {
    /* Translators: a weekday, as in "Every month on the last Friday" */
    N_ ("on the last %s"), NULL, N_ ("on the first %s"), N_ ("on the second %s"), N_ ("on the third %s"),
    N_ ("on the fourth %s"),
  };

  if (self->values[PROP_KIND] == TDM_RECURRENCE_WEEKLY)
    /* Translators: a weekday, as in "Every week on Friday" */
    return g_strdup_printf (_ ("on %s"), get_weekday_name (self));
  if (self->values[PROP_KIND] == TDM_RECURRENCE_MONTHLY_WEEKDAY)
    return g_strdup_printf (_ (places[self->values[PROP_NTH] + 1]), get_weekday_name (self));
  if (self->values[PROP_DAY] == TDM_RECURRENCE_LAST)
    return g_strdup (_ ("on the last day"));
  /* Translators: a day of the month, as in "Every month on day 15" */
  return g_strdup_printf (_ ("on day %d"), self->values[PROP_DAY]);
}

static char *
describe_interval (TdmRecurrence *self)
{
  int interval = self->values[PROP_INTERVAL];

  if (self->values[PROP_KIND] == TDM_RECURRENCE_WEEKLY)
    return g_strdup_printf (ngettext ("Every week", "Every %d weeks", interval), interval);
  return g_strdup_printf (ngettext ("Every month", "Every %d months", interval), interval);
}

/**
 * tdm_recurrence_describe:
 * @self: a repetition
 *
 * Returns: (transfer full): a sentence such as "Every month on the second Tuesday, 12 times", in the language of the
 *   program
 */
char *
tdm_recurrence_describe (TdmRecurrence *self)
{
  g_autofree char *interval = NULL;
  g_autofree char *day = NULL;
  g_autofree char *times = NULL;
  int count;

  g_return_val_if_fail (TDM_IS_RECURRENCE (self), NULL);

  if (self->values[PROP_KIND] == TDM_RECURRENCE_ONCE)
    return g_strdup (_ ("Once"));

  count = self->values[PROP_COUNT];
  interval = describe_interval (self);
  day = describe_day (self);
  times = g_strdup_printf (ngettext ("once", "%d times", count), count);
  /* Translators: such as "Every 2 weeks", "on Tuesday", "12 times" */
  return g_strdup_printf (_ ("%1$s %2$s, %3$s"), interval, day, times);
}
