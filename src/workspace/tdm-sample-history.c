/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-history.h"

#include "tdm-sample-goals.h"
#include "tdm-sample-meetings.h"

#define MINUTES 60
#define MONTHLY_DATES 12
#define PILOT_DATES 6

static void
add_pair (TdmSample *sample, TdmSamplePair *pair)
{
  TdmSampleRoom room = { "", NULL };

  pair->minutes = MINUTES;
  pair->start = sample->rounds[pair->round].start;
  tdm_sample_pairs_add (sample, pair);
  tdm_sample_goals_add (sample, pair);
  tdm_sample_meetings_add (sample, pair, &room);
}

/* One tandem for three months; with preparation and report its six meetings make the fourteen hours of the answers. */
static void
add_pilot (TdmSample *sample, const TdmSampleBlock *block)
{
  TdmSamplePair pair = { TDM_SAMPLE_PILOT_ROUND, block->pilot[0], block->pilot[1], TDM_SAMPLE_FINISHED,
                         TDM_SAMPLE_ONE_SIDED };

  pair.goal = "weekly_channel_post";
  pair.rule = (TdmSampleRule) { G_DATE_THURSDAY, 0 };
  pair.time = "13:00";
  pair.most_dates = PILOT_DATES;
  add_pair (sample, &pair);
}

static void
add_past (TdmSample *sample, const TdmSampleBlock *block, guint i)
{
  TdmSamplePair pair = { TDM_SAMPLE_PAST_ROUND, block->past_mentees[i], block->past_mentors[i],
                         tdm_sample_past[i].course, i % 3 == 0 ? TDM_SAMPLE_MUTUAL : TDM_SAMPLE_ONE_SIDED };

  pair.most_dates = MONTHLY_DATES;
  tdm_sample_pairs_set_rule (&pair, i);
  add_pair (sample, &pair);
}

/**
 * tdm_sample_history_add:
 * @sample: the sample
 * @block: the people of the first block
 *
 * Adds the tandem of the pilot and those of round 2: eighteen completed, two dissolved.
 */
void
tdm_sample_history_add (TdmSample *sample, const TdmSampleBlock *block)
{
  add_pilot (sample, block);
  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    add_past (sample, block, i);
}
