/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include "model/tdm-pair-event.h"

#include <stdlib.h>
#include <string.h>

/* A new tandem does not meet on its first day. */
#define FIRST_MEETING_AFTER 2
/* Where a series shall meet a holiday: days from both ends of the round */
#define HOLIDAY_AFTER 40
#define HOLIDAY_BEFORE -35

/* A number that the course of the tandem has, 0 where it has none */
int
tdm_sample_get_course (TdmSample *self, const TdmSamplePair *pair, const char *key)
{
  return g_key_file_get_integer (self->plan, pair->course, key, NULL);
}

static void
tdm_sample_pair_set_end (TdmSample *self, TdmSamplePair *pair, GDate end_of_round)
{
  int lasts = tdm_sample_get_course (self, pair, "lasts"), early = tdm_sample_get_course (self, pair, "early");

  pair->end = lasts > 0 ? tdm_sample_dates_add_days (pair->start, lasts) : end_of_round;
  pair->end = tdm_sample_dates_add_days (pair->end, tdm_sample_get_course (self, pair, "longer"));
  pair->ends_early = lasts > 0 || early;
  pair->is_over = early || tdm_sample_is_past (self, pair->end);
}

/* A tandem that ends early does so with the last meeting that was more than a week ago. */
static void
tdm_sample_pair_end_early (TdmSample *self, TdmSamplePair *pair)
{
  while (pair->n_dates > 1 &&
         !tdm_sample_is_past (self, tdm_sample_dates_add_days (pair->dates[pair->n_dates - 1], 7)))
    pair->n_dates--;
  pair->end = pair->dates[pair->n_dates - 1];
}

static void
tdm_sample_pair_set_dates (TdmSample *self, TdmSamplePair *pair, GDate kickoff, GDate end_of_round)
{
  g_auto (GStrv) days = tdm_sample_get_list (self, pair->course, "days");
  g_autofree char *meets = g_key_file_get_string (self->plan, pair->group, "meets", NULL);
  g_autofree char *holiday = g_key_file_get_string (self->plan, pair->group, "holiday", NULL);
  gboolean waits = tdm_sample_get_course (self, pair, "waits");
  TdmSampleRule any_week;

  tdm_sample_dates_parse_rule (meets, &pair->rule, pair->time);
  if (holiday && tdm_sample_dates_find_holiday (tdm_sample_dates_add_days (kickoff, HOLIDAY_AFTER),
                                                tdm_sample_dates_add_days (end_of_round, HOLIDAY_BEFORE), &pair->rule))
    g_strlcpy (pair->time, holiday, sizeof pair->time);

  any_week = (TdmSampleRule) { 0, pair->rule.weekday };
  for (guint i = 0; days[i]; i++)
    pair->n_dates += tdm_sample_dates_expand (&any_week, tdm_sample_dates_add_days (pair->start, atoi (days[i])),
                                              pair->end, 1, &pair->dates[pair->n_dates]);
  pair->has_series = !days[0];
  if (!pair->has_series)
    return;
  pair->n_dates = tdm_sample_dates_expand (&pair->rule,
                                           tdm_sample_dates_add_days (waits ? self->today : pair->start,
                                                                      FIRST_MEETING_AFTER),
                                           pair->end, g_key_file_get_integer (self->plan, pair->group, "times", NULL),
                                           pair->dates);
  if (tdm_sample_get_course (self, pair, "early"))
    tdm_sample_pair_end_early (self, pair);
}

static void
tdm_sample_pair_set_balance (TdmSample *self, TdmSamplePair *pair)
{
  g_autofree char *mutual = g_key_file_get_string (self->plan, pair->group, "mutual", NULL);

  pair->is_mutual = mutual != NULL;
  pair->mutual_since = pair->start;
  if (g_strcmp0 (mutual, "later") == 0)
    pair->mutual_since = tdm_sample_pick_day (self, tdm_sample_dates_add_days (pair->start, 50), 30);
}

static void
tdm_sample_pair_set_subjects (TdmSample *self, TdmSamplePair *pair)
{
  static const char *const keys[] = { "learns", "returns" };

  for (TdmSide side = TDM_SIDE_MENTEE; side <= TDM_SIDE_MENTOR; side++)
    {
      g_auto (GStrv) topics = tdm_sample_get_list (self, pair->group, keys[side]);

      for (guint i = 0; topics[i]; i++)
        pair->subjects[side][pair->n_subjects[side]++] = tdm_sample_find_topic (self, topics[i]);
    }
}

/* @change: state, day counted from the start or from the "end", reason, and if there is no @note, which of the reasons is
 * noted. The record takes each state in turn, so that it always agrees with its history. */
static void
tdm_sample_pair_become (TdmSample *self, TdmSamplePair *pair, const char *change, const char *note)
{
  g_auto (GStrv) parts = g_strsplit (change, " ", 4);
  g_autofree char *reason = note ? g_strdup (note) : tdm_sample_get_word (self, "reasons", parts[3], 0);
  TdmRecord *event = tdm_sample_insert (self, TDM_TYPE_PAIR_EVENT), *record = TDM_RECORD (pair->record);
  gboolean from_end = g_str_has_prefix (parts[1], "end");

  tdm_record_set_link (event, TDM_PAIR_EVENT_PAIR, record);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_FROM_STATE, tdm_pair_get_state (pair->record));
  tdm_record_set_code (event, TDM_PAIR_EVENT_TO_STATE, parts[0]);
  tdm_sample_set_day (event, TDM_PAIR_EVENT_HAPPENED_ON,
                      from_end ? tdm_sample_dates_add_days (pair->end, atoi (parts[1] + strlen ("end")))
                               : tdm_sample_dates_add_days (pair->start, atoi (parts[1])));
  tdm_record_set_code (event, TDM_PAIR_EVENT_REASON, parts[2]);
  tdm_record_set_text (event, TDM_PAIR_EVENT_NOTE, reason);
  tdm_record_set_code (record, TDM_PAIR_STATE, parts[0]);
  tdm_record_set_code (record, TDM_PAIR_END_REASON, parts[2]);
}

/* How the two came together, in a hurry where one of them had parted from somebody, and what happened then */
static void
tdm_sample_pair_add_history (TdmSample *self, TdmSamplePair *pair)
{
  gboolean again = g_key_file_has_key (self->plan, pair->group, "rematched", NULL);
  guint why = g_key_file_get_integer (self->plan, pair->group, "rematched", NULL);
  g_autofree char *asked = again ? tdm_sample_get_word (self, "reasons", "rematched", why)
                                 : tdm_sample_pick_word (self, "reasons", "asked");
  g_autofree char *confirmed = tdm_sample_pick_word (self, "reasons", "confirmed");
  g_autofree char *active = tdm_sample_get_word (self, "reasons", "active", again ? 0 : pair->number);
  g_auto (GStrv) then = tdm_sample_get_list (self, pair->course, "then");

  tdm_sample_pair_become (self, pair, again ? "asked -7 none" : "asked -21 none", asked);
  tdm_sample_pair_become (self, pair, again ? "confirmed -4 none" : "confirmed -14 none", confirmed);
  tdm_sample_pair_become (self, pair, "active 0 none", active);
  for (guint i = 0; then[i]; i++)
    tdm_sample_pair_become (self, pair, then[i], NULL);
}

static void
tdm_sample_pair_add_record (TdmSample *self, TdmSamplePair *pair, GDate end_of_round)
{
  TdmRecord *record = tdm_sample_insert (self, TDM_TYPE_PAIR);
  const TdmSampleTopic *topic = tdm_sample_get_topic (self, pair->subjects[TDM_SIDE_MENTEE][0]);

  pair->record = TDM_PAIR (record);
  tdm_sample_fill (self, record, pair->group);
  tdm_record_set_link (record, TDM_PAIR_TOPIC, topic->record);
  tdm_record_set_integer (record, TDM_PAIR_CONSTELLATION,
                          pair->is_mutual ? TDM_CONSTELLATION_MUTUAL : TDM_CONSTELLATION_ONE_SIDED);
  tdm_sample_set_day (record, TDM_PAIR_CONSTELLATION_SINCE, pair->mutual_since);
  tdm_sample_set_day (record, TDM_PAIR_STARTED_ON, pair->start);
  tdm_sample_set_day (record, TDM_PAIR_PLANNED_END, end_of_round);
  if (pair->is_over)
    tdm_sample_set_day (record, TDM_PAIR_ENDED_ON, pair->end);
}

/* Adds a tandem with its history, its goals and its meetings. */
void
tdm_sample_add_pair (TdmSample *self, const char *group)
{
  g_autofree char *course = tdm_sample_get_group (self, group, "course");
  g_autofree char *round_group = tdm_sample_get_group (self, group, "round");
  g_autofree char *coordinator = tdm_sample_get_group (self, round_group, "coordinator");
  TdmRecord *round = tdm_sample_find (self, round_group);
  GDate kickoff = tdm_sample_dates_parse (tdm_record_get_text (round, TDM_ROUND_KICKOFF));
  GDate end_of_round = tdm_sample_dates_parse (tdm_record_get_text (round, TDM_ROUND_END_DATE));
  TdmSamplePair pair = { group, course, coordinator };

  pair.number = self->n_pairs++;
  pair.minutes = g_key_file_get_integer (self->plan, group, "minutes", NULL);
  pair.start = tdm_sample_dates_add_days (kickoff, g_key_file_get_integer (self->plan, group, "after", NULL));
  tdm_sample_pair_set_end (self, &pair, end_of_round);
  tdm_sample_pair_set_dates (self, &pair, kickoff, end_of_round);
  tdm_sample_pair_set_balance (self, &pair);
  tdm_sample_pair_set_subjects (self, &pair);
  tdm_sample_pair_add_record (self, &pair, end_of_round);
  tdm_sample_pair_add_history (self, &pair);
  tdm_sample_add_goals (self, &pair);
  tdm_sample_add_meetings (self, &pair);
}
