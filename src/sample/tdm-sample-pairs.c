/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include "calendar/tdm-recurrence.h"
#include "model/tdm-pair-event.h"

#include <stdlib.h>
#include <string.h>

/* A new tandem does not meet on its first day. */
#define FIRST_MEETING_AFTER 2
/* A holiday is looked for so many days from both ends of the round. */
#define HOLIDAY_AFTER 40
#define HOLIDAY_BEFORE -35

static char *
tdm_sample_pair_get_local (GDate day, const char *time)
{
  g_autofree char *text = tdm_day_format (day);

  return g_strconcat (text, "T", time, ":00", NULL);
}

/* The dates of the series: from the day on which it can begin to the end of the tandem. A tandem that ends early does
 * so with the last meeting that was more than a week ago. */
static void
tdm_sample_pair_expand (TdmSample *self, TdmSamplePair *pair, TdmRecurrence *recurrence, const char *time)
{
  gboolean waits = tdm_sample_get_number (self, pair->course, "waits");
  gboolean early = tdm_sample_get_number (self, pair->course, "early");
  GDate from = tdm_sample_days_add (waits ? self->today : pair->start, FIRST_MEETING_AFTER);
  GDate end = early ? tdm_sample_days_add (self->today, -8) : pair->end;
  g_autofree char *local = tdm_sample_pair_get_local (from, time);
  g_autofree char *first = tdm_recurrence_align (recurrence, local);
  g_autofree char *last = tdm_sample_pair_get_local (end, "24:00");

  pair->starts = tdm_recurrence_expand (recurrence, first, &self->error);
  while (pair->starts && pair->starts[pair->n_starts] && strcmp (pair->starts[pair->n_starts], last) < 0)
    pair->n_starts++;
  if (pair->n_starts == 0)
    return;
  if (early)
    pair->end = tdm_day_parse (pair->starts[pair->n_starts - 1]);
  recurrence->count = pair->n_starts;
  pair->rule = tdm_recurrence_to_rule (recurrence);
}

/* When the tandem meets: on the days that the plan gives, or by the rule there, or else on a public holiday of the
 * round and on the same weekdays around it, at a time that no other tandem has in that room */
static void
tdm_sample_pair_set_starts (TdmSample *self, TdmSamplePair *pair, GDate end_of_round)
{
  char **days = tdm_sample_get_list (self, pair->course, "days");
  char **holidays = tdm_sample_get_list (self, "holidays", "days");
  g_autofree char *from = tdm_day_format (tdm_sample_days_add (pair->start, HOLIDAY_AFTER));
  g_autofree char *to = tdm_day_format (tdm_sample_days_add (end_of_round, HOLIDAY_BEFORE));
  g_autofree char *time = tdm_sample_get_text (self, pair->group, "time");
  g_autofree char *time_of_holiday = tdm_sample_get_text (self, pair->group, "holiday");
  g_autofree char *rule = tdm_sample_get_text (self, pair->group, "rule");
  g_autoptr (TdmRecurrence) recurrence = NULL;

  if (days[0])
    {
      pair->n_starts = g_strv_length (days);
      pair->starts = g_new0 (char *, pair->n_starts + 1);
      for (guint i = 0; days[i]; i++)
        pair->starts[i] = tdm_sample_pair_get_local (tdm_sample_days_add (pair->start, atoi (days[i])), time);
      return;
    }
  for (guint i = 0; !recurrence && time_of_holiday && holidays[i]; i++)
    if (strcmp (holidays[i], from) >= 0 && strcmp (holidays[i], to) <= 0)
      recurrence = tdm_recurrence_for_date (TDM_RECURRENCE_MONTHLY_WEEKDAY, holidays[i]);
  if (recurrence)
    tdm_sample_pair_expand (self, pair, recurrence, time_of_holiday);
  else if ((recurrence = tdm_recurrence_parse (rule, &self->error)))
    tdm_sample_pair_expand (self, pair, recurrence, time);
}

/* The changes that a group has. The record takes each state in turn, so that it always agrees with its history. */
static void
tdm_sample_pair_add_events (TdmSample *self, TdmSamplePair *pair, const char *group)
{
  char **changes = tdm_sample_get_list (self, group, "then");

  self->start = pair->start;
  self->end = pair->end;
  for (guint i = 0; changes[i]; i++)
    {
      TdmRecord *event = tdm_sample_insert (self, TDM_TYPE_PAIR_EVENT);

      tdm_record_set_link (event, TDM_PAIR_EVENT_PAIR, pair->record);
      tdm_record_set_integer (event, TDM_PAIR_EVENT_FROM_STATE,
                              tdm_record_get_integer (pair->record, TDM_PAIR_STATE));
      tdm_sample_set_parts (self, event, TDM_PAIR_EVENT_TO_STATE, changes[i]);
      tdm_record_set_integer (pair->record, TDM_PAIR_STATE,
                              tdm_record_get_integer (event, TDM_PAIR_EVENT_TO_STATE));
      tdm_record_set_integer (pair->record, TDM_PAIR_END_REASON,
                              tdm_record_get_integer (event, TDM_PAIR_EVENT_REASON));
    }
}

static void
tdm_sample_pair_add_record (TdmSample *self, TdmSamplePair *pair, GDate end_of_round)
{
  static const char *const keys[] = { "learns", "returns" };
  TdmRecord *record = pair->record = tdm_sample_insert (self, TDM_TYPE_PAIR);

  for (TdmSide side = TDM_SIDE_MENTEE; side <= TDM_SIDE_MENTOR; side++)
    {
      char **topics = tdm_sample_get_list (self, pair->group, keys[side]);

      for (guint i = 0; topics[i] && i < TDM_SAMPLE_MOST_SUBJECTS; i++)
        pair->subjects[side][pair->n_subjects[side]++] = g_hash_table_lookup (self->topics, topics[i]);
    }
  tdm_record_set_link (record, TDM_PAIR_TOPIC, pair->subjects[TDM_SIDE_MENTEE][0]->record);
  tdm_sample_set_day (record, TDM_PAIR_CONSTELLATION_SINCE, pair->start);
  tdm_sample_set_day (record, TDM_PAIR_STARTED_ON, pair->start);
  tdm_sample_set_day (record, TDM_PAIR_PLANNED_END, end_of_round);
  if (pair->is_over)
    tdm_sample_set_day (record, TDM_PAIR_ENDED_ON, pair->end);
  self->start = pair->start;
  tdm_sample_fill (self, record, pair->group);
  pair->is_mutual = tdm_record_get_integer (record, TDM_PAIR_CONSTELLATION) == TDM_CONSTELLATION_MUTUAL;
  pair->mutual_since = tdm_day_parse (tdm_record_get_text (record, TDM_PAIR_CONSTELLATION_SINCE));
}

/* Adds a tandem with its history, its goals and its meetings. */
void
tdm_sample_add_pair (TdmSample *self, const char *group)
{
  g_autofree char *course = tdm_sample_get_group (self, group, "course");
  g_autofree char *beginning = tdm_sample_get_group (self, group, "beginning");
  g_autofree char *round_group = tdm_sample_get_group (self, group, "round");
  TdmRecord *round = tdm_sample_find (self, round_group);
  GDate kickoff = tdm_day_parse (tdm_record_get_text (round, TDM_ROUND_KICKOFF));
  GDate end_of_round = tdm_day_parse (tdm_record_get_text (round, TDM_ROUND_END_DATE));
  int lasts = tdm_sample_get_number (self, course, "lasts"), longer = tdm_sample_get_number (self, course, "longer");
  gboolean early = tdm_sample_get_number (self, course, "early");
  TdmSamplePair pair = { group, course, self->n_pairs++ };

  pair.start = tdm_sample_days_add (kickoff, tdm_sample_get_number (self, group, "after"));
  pair.end = tdm_sample_days_add (lasts > 0 ? pair.start : end_of_round, lasts + longer);
  pair.ends_early = lasts > 0 || early;
  pair.is_over = early || tdm_sample_is_past (self, pair.end);
  tdm_sample_pair_set_starts (self, &pair, end_of_round);
  tdm_sample_pair_add_record (self, &pair, end_of_round);
  tdm_sample_pair_add_events (self, &pair, beginning);
  tdm_sample_pair_add_events (self, &pair, course);
  tdm_sample_add_goals (self, &pair);
  tdm_sample_add_meetings (self, &pair, round_group);
  g_strfreev (pair.starts);
  g_free (pair.rule);
}
