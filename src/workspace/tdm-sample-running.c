/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-running.h"

#include "tdm-sample-goals.h"
#include "tdm-sample-meetings.h"

/* Days from the kick-off: how long it took until those who had parted, or waited, were in a new tandem. */
#define REMATCHED_MENTEE_AFTER 42
#define REMATCHED_MENTOR_AFTER 45
#define PARTED_MINUTES 60
#define MONTHLY_DATES 12

static void
set_part (TdmSamplePair *pair, guint slot)
{
  if (slot == TDM_SAMPLE_SLOT_SHARES_ROOM)
    pair->part = TDM_SAMPLE_PART_SHARES_ROOM;
  else if (slot == TDM_SAMPLE_SLOT_WANTS_ROOM)
    pair->part = TDM_SAMPLE_PART_WANTS_ROOM;
  else if (slot == TDM_SAMPLE_SLOT_MOVED_CANCELLED)
    pair->part = TDM_SAMPLE_PART_MOVED_CANCELLED;
}

static void
set_start (TdmSample *sample, TdmSamplePair *pair, guint slot)
{
  guint after = 0;

  if (pair->course == TDM_SAMPLE_REMATCHED)
    {
      gboolean is_mentee = slot == TDM_SAMPLE_SLOT_REMATCHED_MENTEE;

      after = is_mentee ? REMATCHED_MENTEE_AFTER : REMATCHED_MENTOR_AFTER;
      pair->note = tdm_sample_words_pick (sample->words, "reasons", "rematched", is_mentee ? 0 : 1);
    }
  pair->start = tdm_sample_dates_add_days (sample->rounds[TDM_SAMPLE_RUNNING_ROUND].start, after);
}

/* One tandem meets on a public holiday later on, at a time that no other has in that room. */
static void
set_rule (TdmSample *sample, TdmSamplePair *pair, guint slot)
{
  const TdmSampleRound *round = &sample->rounds[TDM_SAMPLE_RUNNING_ROUND];

  tdm_sample_pairs_set_rule (pair, slot);
  if (slot == TDM_SAMPLE_SLOT_FORTNIGHTLY)
    {
      pair->rule = (TdmSampleRule) { G_DATE_WEDNESDAY, 0 };
      pair->most_dates = TDM_SAMPLE_MOST_DATES;
    }
  if (slot == TDM_SAMPLE_SLOT_HOLIDAY &&
      tdm_sample_dates_find_holiday (tdm_sample_dates_add_days (round->start, 40),
                                     tdm_sample_dates_add_days (round->end, -35), &pair->rule))
    pair->time = "16:00";
}

static void
add_pair (TdmSample *sample, TdmSamplePair *pair, TdmSampleRoom *room)
{
  tdm_sample_pairs_add (sample, pair);
  tdm_sample_goals_add (sample, pair);
  tdm_sample_meetings_add (sample, pair, room);
}

static void
add_slot (TdmSample *sample, const TdmSampleBlock *block, guint slot, TdmSampleRoom *room)
{
  const TdmSampleSlot *plan = &tdm_sample_slots[slot];
  TdmSamplePair pair = { TDM_SAMPLE_RUNNING_ROUND, block->mentees[slot], block->mentors[slot], plan->course,
                         plan->balance };

  pair.minutes = plan->minutes;
  pair.most_dates = MONTHLY_DATES;
  set_part (&pair, slot);
  set_start (sample, &pair, slot);
  set_rule (sample, &pair, slot);
  add_pair (sample, &pair, room);
}

/* The tandem that parted: its mentee got a mentor from the reserve list, its mentor a mentee who had been waiting since
 * an applicant withdrew. */
static void
add_parted (TdmSample *sample, const TdmSampleBlock *block, TdmSampleRoom *room)
{
  TdmSamplePair pair = { TDM_SAMPLE_RUNNING_ROUND, block->mentees[TDM_SAMPLE_SLOT_REMATCHED_MENTEE],
                         block->mentors[TDM_SAMPLE_SLOT_REMATCHED_MENTOR], TDM_SAMPLE_DISSOLVED,
                         TDM_SAMPLE_ONE_SIDED };

  pair.minutes = PARTED_MINUTES;
  pair.most_dates = MONTHLY_DATES;
  pair.rule = (TdmSampleRule) { G_DATE_TUESDAY, 2 };
  pair.time = "13:00";
  pair.start = sample->rounds[TDM_SAMPLE_RUNNING_ROUND].start;
  add_pair (sample, &pair, room);
}

/**
 * tdm_sample_running_add:
 * @sample: the sample
 * @block: the people
 *
 * Adds twenty tandems of round 3, one in each state that a coordinator has to notice, and one that parted.
 */
void
tdm_sample_running_add (TdmSample *sample, const TdmSampleBlock *block)
{
  TdmSampleRoom room = { "", NULL };

  for (guint slot = 0; slot < TDM_SAMPLE_N_SLOTS; slot++)
    add_slot (sample, block, slot, &room);
  add_parted (sample, block, &room);
}
