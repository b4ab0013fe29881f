/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-goal.h"
#include "model/tdm-pair.h"
#include "tdm-sample-cast.h"
#include "tdm-sample-context.h"

G_BEGIN_DECLS

#define TDM_SAMPLE_MOST_GOALS 6

/**
 * TdmSamplePart:
 * @TDM_SAMPLE_PART_NONE: nothing special
 * @TDM_SAMPLE_PART_SHARES_ROOM: its next meeting is where another tandem wants to meet
 * @TDM_SAMPLE_PART_WANTS_ROOM: that tandem
 * @TDM_SAMPLE_PART_MOVED_CANCELLED: has a date that was moved and then called off
 *
 * What a tandem is there to show.
 */
typedef enum
{
  TDM_SAMPLE_PART_NONE,
  TDM_SAMPLE_PART_SHARES_ROOM,
  TDM_SAMPLE_PART_WANTS_ROOM,
  TDM_SAMPLE_PART_MOVED_CANCELLED,
} TdmSamplePart;

/**
 * TdmSamplePair:
 * @round: the index of its round
 * @mentee: who learns
 * @mentor: who teaches
 * @course: how it goes
 * @balance: whose goals there are
 * @part: what it shows
 * @minutes: how long its meetings are
 * @rule: when it meets
 * @time: at what time, hours and minutes
 * @most_dates: how often
 * @start: the first day
 * @note: (nullable): why it came about, %NULL for the usual
 * @goal: (nullable): the code of its first goal, %NULL for any
 * @record: the draft, from here on made by tdm_sample_pairs_add()
 * @number: which tandem of the sample it is
 * @end: its last day, or the planned one
 * @is_over: whether it has ended
 * @mutual_since: since when both sides have goals
 * @is_mutual: whether they do
 * @dates: when it meets
 * @n_dates: how often
 * @subjects: for each side, what it learns from the other
 * @goals: its goals
 * @goal_infos: what they are in the catalogue
 * @n_goals: how many it has
 *
 * A tandem while it is made.
 */
typedef struct
{
  guint round;
  TdmSamplePerson *mentee;
  TdmSamplePerson *mentor;
  TdmSampleCourse course;
  TdmSampleBalance balance;
  TdmSamplePart part;
  guint minutes;
  TdmSampleRule rule;
  const char *time;
  guint most_dates;
  GDate start;
  const char *note;
  const char *goal;

  TdmPair *record;
  guint number;
  GDate end;
  gboolean is_over;
  GDate mutual_since;
  gboolean is_mutual;
  GDate dates[TDM_SAMPLE_MOST_DATES];
  guint n_dates;
  TdmSampleTopics subjects[2];
  TdmGoal *goals[TDM_SAMPLE_MOST_GOALS];
  const TdmSampleGoal *goal_infos[TDM_SAMPLE_MOST_GOALS];
  guint n_goals;
} TdmSamplePair;

/* Days after its start on which a tandem that pauses does so */
#define TDM_SAMPLE_PAUSED_AFTER 80

void     tdm_sample_pairs_add      (TdmSample       *sample,
                                    TdmSamplePair   *pair);
void     tdm_sample_pairs_set_rule (TdmSamplePair   *pair,
                                    guint            number);
gboolean tdm_sample_pairs_is_past  (const TdmSample *sample,
                                    GDate            day);

G_END_DECLS
