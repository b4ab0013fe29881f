/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-series-plan.h"

#include "base/tdm-clock.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-recurrence.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-attendee.h"
#include "model/tdm-meeting.h"
#include "model/tdm-series.h"
#include "tdm-answer-edits.h"

#include <string.h>

/* Whether there was a meeting to get to know each other, or one is still to come. */
static gboolean
pair_gets_to_know (TdmPair *pair)
{
  GListModel *meetings = tdm_pair_get_meetings (pair);

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_kind (meeting) == TDM_KIND_GETTING_TO_KNOW && tdm_meeting_takes_place (meeting))
        return TRUE;
    }
  return FALSE;
}

/**
 * tdm_series_plan_new:
 * @pair: a tandem whose meetings are loaded
 * @zone: the IANA time zone in which it meets
 * @minutes: how long a meeting takes
 *
 * The first meeting of a tandem is for getting to know each other: the method wants that before any topic.
 *
 * Returns: (transfer full): a plan for twelve monthly meetings, without a start
 */
TdmSeriesPlan *
tdm_series_plan_new (TdmPair *pair, const char *zone, gint64 minutes)
{
  TdmSeriesPlan *self = g_new (TdmSeriesPlan, 1);

  *self = (TdmSeriesPlan) { .pair = g_object_ref (pair), .repeat = TDM_REPEAT_MONTHLY_WEEKDAY, .interval = 1,
                            .count = 12, .zone = g_strdup (tdm_zone_get_current_name (zone)), .minutes = minutes,
                            .place = g_strdup (""),
                            .first_kind = pair_gets_to_know (pair) ? TDM_KIND_TOPIC : TDM_KIND_GETTING_TO_KNOW,
                            .last_kind = TDM_KIND_TOPIC, .summary_mode = TDM_SUMMARY_NEUTRAL };
  return self;
}

void
tdm_series_plan_free (TdmSeriesPlan *self)
{
  g_object_unref (self->pair);
  g_free (self->date);
  g_free (self->zone);
  g_free (self->place);
  g_free (self->organizer_name);
  g_free (self->organizer_email);
  g_free (self);
}

/* So many of the planned meetings are not after @end, but one at least; all where the tandem has no end */
static int
series_plan_count_until (TdmSeriesPlan *self, const char *end)
{
  g_auto (GStrv) dates = tdm_series_plan_expand (self, NULL);
  int n = 0;

  if (*end == '\0' || !dates)
    return self->count;
  while (dates[n] && strncmp (dates[n], end, strlen (end)) <= 0)
    n++;
  return MAX (n, 1);
}

/**
 * tdm_series_plan_suggest:
 * @pair: a live tandem
 * @programme: (nullable): the programme
 *
 * Returns: (transfer full): a plan with what is usual: monthly until the planned end of the tandem, as long as the
 *   round says, in the time zone of the mentee, organised by the programme
 */
TdmSeriesPlan *
tdm_series_plan_suggest (TdmPair *pair, TdmProgramme *programme)
{
  g_autoptr (GDateTime) now = tdm_clock_local ();
  /* A date in a week, the weekday that suits most: it is only a beginning for the dialog. */
  g_autoptr (GDateTime) next = g_date_time_add_days (now, 7 + (9 - g_date_time_get_day_of_week (now)) % 7);
  g_autofree char *date = g_date_time_format (next, "%Y-%m-%d");
  TdmSeriesPlan *self;
  const char *zone;

  g_return_val_if_fail (TDM_IS_PAIR (pair), NULL);

  zone = tdm_record_get_text (TDM_RECORD (tdm_pair_get_mentee (pair)), TDM_PERSON_ZONE);
  if (!*zone || !tdm_zone_exists (zone))
    zone = programme ? tdm_programme_get_zone (programme) : "";
  if (!*zone || !tdm_zone_exists (zone))
    zone = tdm_zone_get_system ();
  self = tdm_series_plan_new (pair, zone,
                              tdm_record_get_integer (TDM_RECORD (tdm_pair_get_round (pair)), TDM_ROUND_MINUTES));
  tdm_series_plan_set_start (self, date, 10, 0);
  self->count = series_plan_count_until (self, tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_PLANNED_END));
  if (programme)
    tdm_series_plan_set_organizer (self, tdm_record_get_text (TDM_RECORD (programme), TDM_PROGRAMME_ORGANIZER_NAME),
                                   tdm_record_get_text (TDM_RECORD (programme), TDM_PROGRAMME_ORGANIZER_EMAIL));
  return self;
}

void
tdm_series_plan_set_repeat (TdmSeriesPlan *self, TdmRepeat repeat, int interval, int count)
{
  g_return_if_fail (self != NULL);

  self->repeat = repeat;
  self->interval = interval;
  self->count = count;
}

/**
 * tdm_series_plan_set_rule:
 * @self: a plan with a start
 * @rule: how the meetings repeat, the value of an RRULE (RFC 5545 3.3.10)
 * @error: that calendar programs do not agree on @rule, or the start is none of its dates
 *
 * Returns: whether it can be planned so
 */
gboolean
tdm_series_plan_set_rule (TdmSeriesPlan *self, const char *rule, GError **error)
{
  static const TdmRepeat repeats[] = {
    [TDM_RECURRENCE_ONCE] = TDM_REPEAT_ONCE,
    [TDM_RECURRENCE_WEEKLY] = TDM_REPEAT_WEEKLY,
    [TDM_RECURRENCE_MONTHLY_WEEKDAY] = TDM_REPEAT_MONTHLY_WEEKDAY,
    [TDM_RECURRENCE_MONTHLY_DAY] = TDM_REPEAT_MONTHLY_DAY,
  };
  g_autoptr (TdmRecurrence) recurrence = NULL;
  g_autofree char *start = NULL, *aligned = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->date != NULL, FALSE);

  recurrence = tdm_recurrence_parse (rule, error);
  if (!recurrence)
    return FALSE;
  start = g_strdup_printf ("%sT%02d:%02d:00", self->date, self->hour, self->minute);
  aligned = tdm_recurrence_align (recurrence, start);
  if (!g_str_equal (aligned, start))
    {
      g_set_error_literal (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_BAD_RULE,
                           _ ("The first date does not fit the repetition."));
      return FALSE;
    }
  tdm_series_plan_set_repeat (self, repeats[recurrence->kind], recurrence->interval, recurrence->count);
  return TRUE;
}

void
tdm_series_plan_set_start (TdmSeriesPlan *self, const char *date, int hour, int minute)
{
  g_return_if_fail (self != NULL);

  tdm_set_str (&self->date, date);
  self->hour = hour;
  self->minute = minute;
}

void
tdm_series_plan_set_zone (TdmSeriesPlan *self, const char *zone)
{
  g_return_if_fail (self != NULL);

  tdm_set_str (&self->zone, tdm_zone_get_current_name (zone));
}

void
tdm_series_plan_set_place (TdmSeriesPlan *self, const char *place)
{
  g_return_if_fail (self != NULL);

  tdm_set_str (&self->place, place);
}

void
tdm_series_plan_set_organizer (TdmSeriesPlan *self, const char *name, const char *email)
{
  g_return_if_fail (self != NULL);

  tdm_set_str (&self->organizer_name, name);
  tdm_set_str (&self->organizer_email, email);
}

static TdmRecurrence *
series_plan_make_recurrence (TdmSeriesPlan *self)
{
  static const TdmRecurrenceKind kinds[] = {
    [TDM_REPEAT_ONCE] = TDM_RECURRENCE_ONCE,
    [TDM_REPEAT_WEEKLY] = TDM_RECURRENCE_WEEKLY,
    [TDM_REPEAT_MONTHLY_WEEKDAY] = TDM_RECURRENCE_MONTHLY_WEEKDAY,
    [TDM_REPEAT_MONTHLY_DAY] = TDM_RECURRENCE_MONTHLY_DAY,
  };
  TdmRecurrence *recurrence = tdm_recurrence_for_date (kinds[self->repeat], self->date);

  if (recurrence && self->repeat != TDM_REPEAT_ONCE)
    {
      recurrence->interval = CLAMP (self->interval, 1, TDM_RECURRENCE_INTERVAL_MOST);
      recurrence->count = CLAMP (self->count, 1, TDM_RECURRENCE_COUNT_MOST);
    }
  return recurrence;
}

static gboolean
series_plan_check_bounds (TdmSeriesPlan *self, GError **error)
{
  if (self->repeat == TDM_REPEAT_ONCE)
    return TRUE;
  if (self->count < 1 || self->count > TDM_RECURRENCE_COUNT_MOST)
    {
      g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_END,
                   _ ("A series needs an end: please choose from 1 to %d meetings."), TDM_RECURRENCE_COUNT_MOST);
      return FALSE;
    }
  if (self->interval >= 1 && self->interval <= TDM_RECURRENCE_INTERVAL_MOST)
    return TRUE;

  g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_BAD_RULE,
               _ ("Meetings can be from 1 to %d weeks or months apart."), TDM_RECURRENCE_INTERVAL_MOST);
  return FALSE;
}

/**
 * tdm_series_plan_expand:
 * @self: a plan with a start
 * @error: what is wrong with the plan, in the language of the program
 *
 * Returns: (transfer full) (nullable): the start of every meeting, `YYYY-MM-DDTHH:MM:SS` on the wall clock of the zone
 */
GStrv
tdm_series_plan_expand (TdmSeriesPlan *self, GError **error)
{
  g_autoptr (TdmRecurrence) recurrence = NULL;
  g_autofree char *wanted = NULL, *start = NULL;
  g_auto (GStrv) dates = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->date != NULL, NULL);

  if (!series_plan_check_bounds (self, error))
    return NULL;
  recurrence = series_plan_make_recurrence (self);
  /* The first date may have to give way: the 31st becomes the last day, a fifth Tuesday the last one. */
  wanted = g_strdup_printf ("%sT%02d:%02d:00", self->date, self->hour, self->minute);
  start = tdm_recurrence_align (recurrence, wanted);
  dates = tdm_recurrence_expand (recurrence, start, error);
  for (char **date = dates; dates && *date; date++)
    {
      GError *wrong = NULL;

      tdm_zone_to_utc (self->zone, *date, &wrong);
      if (wrong)
        {
          g_propagate_error (error, wrong);
          return NULL;
        }
    }
  return g_steal_pointer (&dates);
}

/**
 * tdm_series_plan_describe:
 * @self: a plan with a start
 *
 * Returns: (transfer full): how the meetings repeat, as a sentence
 */
char *
tdm_series_plan_describe (TdmSeriesPlan *self)
{
  g_autoptr (TdmRecurrence) recurrence = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  recurrence = series_plan_make_recurrence (self);
  return tdm_recurrence_describe (recurrence);
}

static TdmRecord *
series_plan_add_series (TdmSeriesPlan *self, TdmEdit *edit, TdmPair *pair, const char *local_start)
{
  g_autoptr (TdmRecurrence) recurrence = series_plan_make_recurrence (self);
  g_autofree char *rule = tdm_recurrence_to_rule (recurrence);
  TdmRecord *series = tdm_edit_insert (edit, TDM_TYPE_SERIES);

  tdm_record_set_link (series, TDM_SERIES_PAIR, pair);
  tdm_record_set_text (series, TDM_SERIES_RULE, rule);
  tdm_record_set_text (series, TDM_SERIES_LOCAL_START, local_start);
  tdm_record_set_text (series, TDM_SERIES_ZONE, self->zone);
  tdm_record_set_integer (series, TDM_SERIES_MINUTES, self->minutes);
  tdm_record_set_text (series, TDM_SERIES_PLACE, self->place);
  tdm_record_set_text (series, TDM_SERIES_ORGANIZER_NAME, self->organizer_name);
  tdm_record_set_text (series, TDM_SERIES_ORGANIZER_EMAIL, self->organizer_email);
  tdm_record_set_integer (series, TDM_SERIES_SUMMARY_MODE, self->summary_mode);
  return series;
}

static void
series_plan_add_meeting (TdmSeriesPlan *self, TdmEdit *edit, TdmRecord *series, const char *local_start,
                         TdmMeetingKind kind)
{
  TdmRecord *meeting = tdm_edit_insert (edit, TDM_TYPE_MEETING);

  tdm_record_set_link (meeting, TDM_MEETING_PAIR, tdm_record_get_link (series, TDM_SERIES_PAIR));
  tdm_record_set_link (meeting, TDM_MEETING_SERIES, series);
  tdm_record_set_text (meeting, TDM_MEETING_RECURRENCE_ID, local_start);
  tdm_record_set_text (meeting, TDM_MEETING_LOCAL_START, local_start);
  tdm_record_set_text (meeting, TDM_MEETING_ZONE, self->zone);
  tdm_record_set_integer (meeting, TDM_MEETING_START, tdm_zone_to_utc (self->zone, local_start, NULL));
  tdm_record_set_integer (meeting, TDM_MEETING_MINUTES, self->minutes);
  tdm_record_set_integer (meeting, TDM_MEETING_KIND, kind);
  tdm_record_set_text (meeting, TDM_MEETING_PLACE, self->place);
}

/* Returns: (nullable): the start of every meeting; %NULL with an edit that says what is wrong with the plan */
static GStrv
series_plan_make_dates (TdmSeriesPlan *self, TdmEdit *edit)
{
  GError *error = NULL;
  GStrv dates = tdm_series_plan_expand (self, &error);

  if (error)
    tdm_edit_fail (edit, error);
  return dates;
}

static void
series_plan_add (TdmSeriesPlan *self, TdmEdit *edit, TdmPair *pair, GStrv dates)
{
  TdmRecord *series = series_plan_add_series (self, edit, pair, dates[0]);

  tdm_answer_edits_add (edit, series, NULL, tdm_pair_get_mentee (pair));
  tdm_answer_edits_add (edit, series, NULL, tdm_pair_get_mentor (pair));
  for (char **date = dates; *date; date++)
    series_plan_add_meeting (self, edit, series, *date,
                             date == dates ? self->first_kind : date[1] ? TDM_KIND_TOPIC : self->last_kind);
}

/**
 * tdm_series_plan_make_edit:
 * @self: a plan with a start
 *
 * Returns: (transfer full): the edit that adds the series with its meetings and the two people invited; it fails with
 *   what is wrong with the plan, and with %TDM_MODEL_ERROR_STATE for a tandem that does not meet any more
 */
TdmEdit *
tdm_series_plan_make_edit (TdmSeriesPlan *self)
{
  g_auto (GStrv) dates = NULL;
  TdmEdit *edit;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->date != NULL, NULL);

  edit = tdm_edit_new (NULL);
  if (tdm_pair_is_over (self->pair))
    {
      tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("The tandem has ended or was declined."));
      return edit;
    }
  dates = series_plan_make_dates (self, edit);
  if (!dates)
    return edit;
  tdm_edit_set_label (edit, dates[1] ? _ ("Meetings planned") : _ ("Meeting planned"));
  series_plan_add (self, edit, self->pair, dates);
  return edit;
}

/**
 * tdm_series_plan_make_edit_for:
 * @self: a plan with a start, for any of @pairs
 * @pairs: (element-type TdmPair): live tandems whose meetings are loaded
 *
 * Returns: (transfer full): the edit that does for each of @pairs what tdm_series_plan_make_edit() does for one; those
 *   that do not meet any more are left out
 */
TdmEdit *
tdm_series_plan_make_edit_for (TdmSeriesPlan *self, GPtrArray *pairs)
{
  g_auto (GStrv) dates = NULL;
  TdmEdit *edit;
  guint n_planned = 0;
  g_autofree char *label = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->date != NULL, NULL);

  edit = tdm_edit_new (NULL);
  dates = series_plan_make_dates (self, edit);
  if (!dates)
    return edit;
  for (guint i = 0; i < pairs->len; i++)
    if (!tdm_pair_is_over (pairs->pdata[i]))
      {
        series_plan_add (self, edit, pairs->pdata[i], dates);
        n_planned++;
      }
  if (n_planned == 0)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("The tandem has ended or was declined."));
  label = g_strdup_printf (ngettext ("Meetings of %u tandem planned", "Meetings of %u tandems planned", n_planned),
                           n_planned);
  tdm_edit_set_label (edit, label);
  return edit;
}
