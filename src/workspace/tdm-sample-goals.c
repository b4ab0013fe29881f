/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-goals.h"

#include "model/tdm-goal-step.h"

#define MOST_CANDIDATES 64
#define ANY_AREA G_MAXUINT

/* Of 100 goals of the running round, 35 shall be achieved, 40 in progress, 15 open and 10 partly achieved. About a
 * third is what the mentees work on now, which is open or in progress. */
static const guint8 deck_shares[TDM_SAMPLE_N_GOAL_DECKS][5] = {
  [TDM_SAMPLE_GOALS_CURRENT] = { [TDM_GOAL_OPEN] = 1, [TDM_GOAL_IN_PROGRESS] = 4 },
  [TDM_SAMPLE_GOALS_OTHER] = { [TDM_GOAL_OPEN] = 2, [TDM_GOAL_IN_PROGRESS] = 4, [TDM_GOAL_ACHIEVED] = 10,
                               [TDM_GOAL_PARTLY] = 4 },
  [TDM_SAMPLE_GOALS_CLOSED] = { [TDM_GOAL_ACHIEVED] = 6, [TDM_GOAL_PARTLY] = 3, [TDM_GOAL_DROPPED] = 1 },
};

/**
 * tdm_sample_goals_fill_decks:
 * @sample: the sample
 *
 * To be called before tdm_sample_goals_add().
 */
void
tdm_sample_goals_fill_decks (TdmSample *sample)
{
  for (guint i = 0; i < TDM_SAMPLE_N_GOAL_DECKS; i++)
    tdm_sample_deck_init (&sample->goal_decks[i], deck_shares[i], G_N_ELEMENTS (deck_shares[i]));
}

static gboolean
has_goal (const TdmSamplePair *pair, const TdmSampleGoal *goal)
{
  for (guint i = 0; i < pair->n_goals; i++)
    if (pair->goal_infos[i] == goal)
      return TRUE;
  return FALSE;
}

static const TdmSampleGoal *
pick_goal (TdmSample *sample, const TdmSamplePair *pair, TdmSide side, guint area)
{
  const TdmSampleGoal *candidates[MOST_CANDIDATES];
  guint n = 0;

  for (guint i = 0; i < sample->catalogue->goals->len; i++)
    {
      const TdmSampleGoal *goal = tdm_sample_catalogue_get_goal (sample->catalogue, i);

      if (goal->side == side && (goal->area == area || area == ANY_AREA) && !has_goal (pair, goal) &&
          n < MOST_CANDIDATES)
        candidates[n++] = goal;
    }
  return n > 0 ? candidates[tdm_sample_random_below (&sample->random, n)] : NULL;
}

static const TdmSampleGoal *
find_goal (TdmSample *sample, const char *code)
{
  for (guint i = 0; i < sample->catalogue->goals->len; i++)
    if (g_str_equal (tdm_sample_catalogue_get_goal (sample->catalogue, i)->code, code))
      return tdm_sample_catalogue_get_goal (sample->catalogue, i);
  return NULL;
}

/* From what the side learns, or else whatever suits it */
static const TdmSampleGoal *
choose_goal (TdmSample *sample, const TdmSamplePair *pair, TdmSide side, guint number)
{
  const TdmSampleGoal *goal = NULL;

  if (pair->goal && pair->n_goals == 0)
    goal = find_goal (sample, pair->goal);
  if (!goal && side != TDM_SIDE_JOINT)
    {
      const TdmSampleTopics *subjects = &pair->subjects[side];
      guint topic = subjects->topics[number % subjects->n];

      goal = pick_goal (sample, pair, side, tdm_sample_catalogue_get_topic (sample->catalogue, topic)->area);
    }
  return goal ? goal : pick_goal (sample, pair, side, ANY_AREA);
}

static TdmGoalState
choose_state (TdmSample *sample, const TdmSamplePair *pair, gboolean is_current)
{
  TdmSampleGoalDeck deck = is_current ? TDM_SAMPLE_GOALS_CURRENT : TDM_SAMPLE_GOALS_OTHER;

  switch (pair->course)
    {
    case TDM_SAMPLE_COMPLETED:
      return TDM_GOAL_ACHIEVED;
    case TDM_SAMPLE_NOT_STARTED:
      return TDM_GOAL_OPEN;
    case TDM_SAMPLE_DISSOLVED:
      return TDM_GOAL_DROPPED;
    default:
      return tdm_sample_deck_deal (&sample->goal_decks[pair->is_over ? TDM_SAMPLE_GOALS_CLOSED : deck],
                                   &sample->random);
    }
}

/* What is over was due while the tandem met, the rest is due from now to its end. */
static GDate
choose_due (TdmSample *sample, const TdmSamplePair *pair, TdmGoalState state)
{
  gboolean is_past = pair->is_over || state >= TDM_GOAL_ACHIEVED;
  GDate from = is_past ? tdm_sample_dates_add_days (pair->start, pair->is_over ? 20 : 45)
                       : tdm_sample_dates_add_days (sample->today, 14);
  GDate to = is_past && !pair->is_over ? sample->today : pair->end;
  int days = g_date_days_between (&from, &to);

  return tdm_sample_pick_day (sample, from, CLAMP (days, 1, 150));
}

static guint
count_done (TdmSample *sample, TdmGoalState state, guint n_steps)
{
  switch (state)
    {
    case TDM_GOAL_ACHIEVED:
      return n_steps;
    case TDM_GOAL_PARTLY:
      return n_steps - 1;
    case TDM_GOAL_IN_PROGRESS:
      return tdm_sample_random_between (&sample->random, 1, n_steps - 1);
    default:
      return 0;
    }
}

static void
add_steps (TdmSample *sample, TdmGoal *goal, const char *const *titles, TdmGoalState state)
{
  guint n_steps = g_strv_length ((char **) titles), n_done = count_done (sample, state, n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      TdmRecord *step = tdm_sample_insert (sample, TDM_TYPE_GOAL_STEP);

      tdm_record_set_link (step, TDM_GOAL_STEP_GOAL, goal);
      tdm_record_set_text (step, TDM_GOAL_STEP_TITLE, titles[i]);
      tdm_record_set_integer (step, TDM_GOAL_STEP_DONE, i < n_done);
      tdm_record_set_integer (step, TDM_GOAL_STEP_POSITION, i);
      if (i == n_done && state == TDM_GOAL_IN_PROGRESS)
        tdm_sample_set_day (step, TDM_GOAL_STEP_DUE, tdm_sample_pick_day (sample, sample->today, 40));
    }
}

static void
add_goal (TdmSample *sample, TdmSamplePair *pair, TdmSide side, guint number, gboolean is_current)
{
  const TdmSampleGoal *info = choose_goal (sample, pair, side, number);
  TdmGoalState state = choose_state (sample, pair, is_current);
  TdmRecord *goal = tdm_sample_insert (sample, TDM_TYPE_GOAL);

  tdm_record_set_link (goal, TDM_GOAL_PAIR, pair->record);
  tdm_record_set_integer (goal, TDM_GOAL_SIDE, side);
  tdm_record_set_text (goal, TDM_GOAL_TITLE, info->title);
  tdm_record_set_text (goal, TDM_GOAL_OUTPUT, info->output);
  tdm_record_set_integer (goal, TDM_GOAL_STATE, state);
  tdm_record_set_integer (goal, TDM_GOAL_POSITION, pair->n_goals);
  tdm_sample_set_day (goal, TDM_GOAL_DUE, choose_due (sample, pair, state));
  add_steps (sample, TDM_GOAL (goal), info->steps, state);

  pair->goals[pair->n_goals] = TDM_GOAL (goal);
  pair->goal_infos[pair->n_goals++] = info;
}

static guint
count_mentee_goals (TdmSample *sample, const TdmSamplePair *pair)
{
  if (pair->course == TDM_SAMPLE_NO_GOAL)
    return 0;
  if (pair->course == TDM_SAMPLE_DISSOLVED || pair->goal)
    return 1;
  return tdm_sample_random_between (&sample->random, 1, pair->is_over ? 2 : 3);
}

/**
 * tdm_sample_goals_add:
 * @sample: the sample
 * @pair: (inout): a tandem that tdm_sample_pairs_add() has made
 *
 * Adds the goals of both sides with their steps. The last goal of the mentee is the one that is worked on now.
 */
void
tdm_sample_goals_add (TdmSample *sample, TdmSamplePair *pair)
{
  guint n_mentee = count_mentee_goals (sample, pair);
  guint n_mentor = pair->is_mutual ? tdm_sample_random_between (&sample->random, 1, 2) : 0;

  for (guint i = 0; i < n_mentee; i++)
    add_goal (sample, pair, TDM_SIDE_MENTEE, i, i == n_mentee - 1);
  for (guint i = 0; i < n_mentor; i++)
    add_goal (sample, pair, TDM_SIDE_MENTOR, i, FALSE);
  if (pair->course == TDM_SAMPLE_HEALTHY && tdm_sample_random_chance (&sample->random, 30))
    add_goal (sample, pair, TDM_SIDE_JOINT, 0, TRUE);
}
