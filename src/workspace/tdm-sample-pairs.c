/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-pairs.h"

#include "model/tdm-pair-event.h"
#include "tdm-sample-profiles.h"

/* Days from the start: when each step towards it was taken. */
#define ASKED -21
#define CONFIRMED -14
#define ASKED_LATE -7
#define CONFIRMED_LATE -4
/* A new tandem does not meet on its first day. */
#define FIRST_MEETING_AFTER 2

/**
 * TdmStep:
 * @course: whose step it is
 * @to: the state it leads to
 * @from_end: whether days count from the last day and not from the first
 * @days: when
 * @reason: why, if it is an end
 * @note: the key of what is noted
 *
 * A change of state after a tandem has become active.
 */
typedef struct
{
  TdmSampleCourse course;
  TdmPairState to;
  gboolean from_end;
  int days;
  TdmEndReason reason;
  const char *note;
} TdmStep;

static const TdmStep steps[] = {
  { TDM_SAMPLE_PAUSED, TDM_PAIR_PAUSED, FALSE, TDM_SAMPLE_PAUSED_AFTER, TDM_END_NONE, "paused" },
  { TDM_SAMPLE_COMPLETED, TDM_PAIR_COMPLETED, TRUE, 0, TDM_END_GOALS_REACHED, "goals_reached" },
  { TDM_SAMPLE_DISSOLVED, TDM_PAIR_DISSOLVED, TRUE, 0, TDM_END_CHEMISTRY, "chemistry" },
  { TDM_SAMPLE_FINISHED, TDM_PAIR_COMPLETED, TRUE, 0, TDM_END_ROUND_END, "round_end" },
  { TDM_SAMPLE_RESUMED, TDM_PAIR_PAUSED, FALSE, 90, TDM_END_NONE, "paused" },
  { TDM_SAMPLE_RESUMED, TDM_PAIR_ACTIVE, FALSE, 140, TDM_END_NONE, "resumed" },
  { TDM_SAMPLE_RESUMED, TDM_PAIR_COMPLETED, TRUE, 0, TDM_END_ROUND_END, "round_end" },
  { TDM_SAMPLE_REOPENED, TDM_PAIR_COMPLETED, TRUE, -92, TDM_END_ROUND_END, "round_end" },
  { TDM_SAMPLE_REOPENED, TDM_PAIR_ACTIVE, TRUE, -85, TDM_END_NONE, "reopened" },
  { TDM_SAMPLE_REOPENED, TDM_PAIR_COMPLETED, TRUE, 0, TDM_END_GOALS_REACHED, "goals_reached" },
  { TDM_SAMPLE_LEFT, TDM_PAIR_DISSOLVED, TRUE, 0, TDM_END_LEFT, "left" },
  { TDM_SAMPLE_NO_TIME, TDM_PAIR_DISSOLVED, TRUE, 0, TDM_END_TIME, "time" },
};

/* How many days a tandem lasts that ends on a day of its own. */
static const guint lengths[] = {
  [TDM_SAMPLE_DISSOLVED] = 35, [TDM_SAMPLE_LEFT] = 120, [TDM_SAMPLE_NO_TIME] = 150,
};

/**
 * tdm_sample_pairs_set_rule:
 * @pair: (inout): a tandem
 * @number: its number in its round
 *
 * Chooses when it meets, so that 24 tandems in turn never share a time and a day: the first to fourth Tuesday to
 * Thursday of a month, in the morning, after lunch or in the afternoon.
 */
void
tdm_sample_pairs_set_rule (TdmSamplePair *pair, guint number)
{
  static const char *const times[] = { "08:30", "13:00", "16:00" };

  pair->rule.nth = 1 + number % 4;
  pair->rule.weekday = G_DATE_TUESDAY + number / 4 % 3;
  pair->time = times[(number / 12 + number) % 3];
}

/**
 * tdm_sample_pairs_is_past:
 * @sample: the sample
 * @day: a day
 *
 * Returns: whether it is before today
 */
gboolean
tdm_sample_pairs_is_past (const TdmSample *sample, GDate day)
{
  return g_date_compare (&day, &sample->today) < 0;
}

static void
set_end (TdmSample *sample, TdmSamplePair *pair)
{
  guint length = pair->course < G_N_ELEMENTS (lengths) ? lengths[pair->course] : 0;

  pair->end = sample->rounds[pair->round].end;
  if (length > 0)
    pair->end = tdm_sample_dates_add_days (pair->start, length);
  if (pair->course == TDM_SAMPLE_REOPENED)
    pair->end = tdm_sample_dates_add_days (pair->end, 92);
  pair->is_over = pair->course == TDM_SAMPLE_COMPLETED || tdm_sample_pairs_is_past (sample, pair->end);
}

/* Three dates found one by one, the last of them long ago */
static void
set_irregular_dates (TdmSamplePair *pair)
{
  static const guint days[] = { 9, 38, 75 };
  const TdmSampleRule any_week = { pair->rule.weekday, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    pair->n_dates += tdm_sample_dates_expand (&any_week, tdm_sample_dates_add_days (pair->start, days[i]), pair->end, 1,
                                              &pair->dates[pair->n_dates]);
}

static void
set_dates (TdmSample *sample, TdmSamplePair *pair)
{
  GDate from = tdm_sample_dates_add_days (pair->start, FIRST_MEETING_AFTER);

  if (pair->course == TDM_SAMPLE_NO_NEXT_DATE)
    {
      set_irregular_dates (pair);
      return;
    }
  if (pair->course == TDM_SAMPLE_NOT_STARTED)
    from = tdm_sample_dates_add_days (sample->today, FIRST_MEETING_AFTER);
  pair->n_dates = tdm_sample_dates_expand (&pair->rule, from, pair->end, pair->most_dates, pair->dates);

  if (pair->course != TDM_SAMPLE_COMPLETED)
    return;
  while (pair->n_dates > 1 &&
         !tdm_sample_pairs_is_past (sample, tdm_sample_dates_add_days (pair->dates[pair->n_dates - 1], 7)))
    pair->n_dates--;
  pair->end = pair->dates[pair->n_dates - 1];
}

static void
set_balance (TdmSample *sample, TdmSamplePair *pair)
{
  pair->is_mutual = pair->balance != TDM_SAMPLE_ONE_SIDED;
  pair->mutual_since = pair->start;
  if (pair->balance == TDM_SAMPLE_LATER_MUTUAL)
    pair->mutual_since = tdm_sample_pick_day (sample, tdm_sample_dates_add_days (pair->start, 50), 30);
}

static void
add_event (TdmSample *sample, TdmSamplePair *pair, TdmPairState to, GDate day, TdmEndReason reason, const char *note)
{
  TdmRecord *event = tdm_sample_insert (sample, TDM_TYPE_PAIR_EVENT), *record = TDM_RECORD (pair->record);

  tdm_record_set_link (event, TDM_PAIR_EVENT_PAIR, record);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_FROM_STATE, tdm_pair_get_state (pair->record));
  tdm_record_set_integer (event, TDM_PAIR_EVENT_TO_STATE, to);
  tdm_sample_set_day (event, TDM_PAIR_EVENT_HAPPENED_ON, day);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_REASON, reason);
  tdm_record_set_text (event, TDM_PAIR_EVENT_NOTE, note);
  tdm_record_set_integer (record, TDM_PAIR_STATE, to);
  tdm_record_set_integer (record, TDM_PAIR_END_REASON, reason);
}

/* The record takes each state in turn, so that it always agrees with its history. */
static void
add_history (TdmSample *sample, TdmSamplePair *pair)
{
  GDate asked = tdm_sample_dates_add_days (pair->start, pair->note ? ASKED_LATE : ASKED);
  GDate confirmed = tdm_sample_dates_add_days (pair->start, pair->note ? CONFIRMED_LATE : CONFIRMED);

  add_event (sample, pair, TDM_PAIR_ASKED, asked, TDM_END_NONE,
             pair->note ? pair->note : tdm_sample_pick_note (sample, "reasons", "asked"));
  add_event (sample, pair, TDM_PAIR_CONFIRMED, confirmed, TDM_END_NONE,
             tdm_sample_pick_note (sample, "reasons", "confirmed"));
  add_event (sample, pair, TDM_PAIR_ACTIVE, pair->start, TDM_END_NONE,
             tdm_sample_words_pick (sample->words, "reasons", "active", pair->note ? 0 : pair->number));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].course == pair->course)
      add_event (sample, pair, steps[i].to,
                 tdm_sample_dates_add_days (steps[i].from_end ? pair->end : pair->start, steps[i].days),
                 steps[i].reason, tdm_sample_words_pick (sample->words, "reasons", steps[i].note, 0));
}

static void
set_fields (TdmSample *sample, TdmSamplePair *pair)
{
  TdmRecord *record = TDM_RECORD (pair->record);
  guint topic = pair->subjects[TDM_SIDE_MENTEE].topics[0];

  tdm_record_set_link (record, TDM_PAIR_ROUND, sample->rounds[pair->round].record);
  tdm_record_set_link (record, TDM_PAIR_MENTEE, pair->mentee->record);
  tdm_record_set_link (record, TDM_PAIR_MENTOR, pair->mentor->record);
  tdm_record_set_link (record, TDM_PAIR_TOPIC, tdm_sample_catalogue_get_topic (sample->catalogue, topic)->record);
  tdm_record_set_integer (record, TDM_PAIR_CONSTELLATION,
                          pair->is_mutual ? TDM_CONSTELLATION_MUTUAL : TDM_CONSTELLATION_ONE_SIDED);
  tdm_sample_set_day (record, TDM_PAIR_CONSTELLATION_SINCE, pair->mutual_since);
  tdm_sample_set_day (record, TDM_PAIR_STARTED_ON, pair->start);
  tdm_sample_set_day (record, TDM_PAIR_PLANNED_END, sample->rounds[pair->round].end);
  if (pair->is_over)
    tdm_sample_set_day (record, TDM_PAIR_ENDED_ON, pair->end);
}

/**
 * tdm_sample_pairs_add:
 * @sample: the sample
 * @pair: (inout): a tandem, planned up to its note and goal
 *
 * Adds its record and the history of its states, and finds out when it meets. Goals and meetings come after it.
 */
void
tdm_sample_pairs_add (TdmSample *sample, TdmSamplePair *pair)
{
  pair->number = sample->n_pairs++;
  set_end (sample, pair);
  set_dates (sample, pair);
  set_balance (sample, pair);
  tdm_sample_profiles_covered (pair->mentee, pair->mentor, &pair->subjects[TDM_SIDE_MENTEE]);
  tdm_sample_profiles_covered (pair->mentor, pair->mentee, &pair->subjects[TDM_SIDE_MENTOR]);

  pair->record = tdm_sample_insert (sample, TDM_TYPE_PAIR);
  set_fields (sample, pair);
  add_history (sample, pair);
}
