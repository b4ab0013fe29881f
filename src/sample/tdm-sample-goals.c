/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include "model/tdm-goal-step.h"

#define ANY_AREA G_MAXUINT

static gboolean
tdm_sample_pair_has_goal (const TdmSamplePair *pair, const TdmSampleGoal *goal)
{
  for (guint i = 0; i < pair->n_goals; i++)
    if (pair->goal_infos[i] == goal)
      return TRUE;
  return FALSE;
}

static const TdmSampleGoal *
tdm_sample_pick_goal (TdmSample *self, const TdmSamplePair *pair, TdmSide side, guint area)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  for (guint i = 0; i < self->goals->len; i++)
    {
      TdmSampleGoal *goal = &g_array_index (self->goals, TdmSampleGoal, i);

      if (goal->side == side && (goal->area == area || area == ANY_AREA) && !tdm_sample_pair_has_goal (pair, goal))
        g_ptr_array_add (candidates, goal);
    }
  if (candidates->len == 0)
    return NULL;
  return candidates->pdata[tdm_sample_chance_below (&self->chance, candidates->len)];
}

/* The goal that the plan has for the tandem, or one from what the side learns, or else whatever suits it */
static const TdmSampleGoal *
tdm_sample_choose_goal (TdmSample *self, const TdmSamplePair *pair, TdmSide side, guint number)
{
  g_autofree char *wanted = g_key_file_get_string (self->plan, pair->group, "goal", NULL);
  const TdmSampleGoal *goal = NULL;

  for (guint i = 0; wanted && i < self->goals->len; i++)
    if (pair->n_goals == 0 && g_str_has_suffix (g_array_index (self->goals, TdmSampleGoal, i).code, wanted))
      goal = &g_array_index (self->goals, TdmSampleGoal, i);
  if (!goal && side != TDM_SIDE_JOINT)
    {
      guint topic = pair->subjects[side][number % pair->n_subjects[side]];

      goal = tdm_sample_pick_goal (self, pair, side, tdm_sample_get_topic (self, topic)->area);
    }
  return goal ? goal : tdm_sample_pick_goal (self, pair, side, ANY_AREA);
}

/* What is over was due while the tandem met, the rest is due from now to its end. */
static GDate
tdm_sample_choose_due (TdmSample *self, const TdmSamplePair *pair, TdmGoalState state)
{
  gboolean is_past = pair->is_over || state >= TDM_GOAL_ACHIEVED;
  GDate from = is_past ? tdm_sample_dates_add_days (pair->start, pair->is_over ? 20 : 45)
                       : tdm_sample_dates_add_days (self->today, 14);
  GDate to = is_past && !pair->is_over ? self->today : pair->end;
  int days = g_date_days_between (&from, &to);

  return tdm_sample_pick_day (self, from, CLAMP (days, 1, 150));
}

static guint
tdm_sample_count_done (TdmSample *self, TdmGoalState state, guint n_steps)
{
  switch (state)
    {
    case TDM_GOAL_ACHIEVED:
      return n_steps;
    case TDM_GOAL_PARTLY:
      return n_steps - 1;
    case TDM_GOAL_IN_PROGRESS:
      return tdm_sample_chance_between (&self->chance, 1, n_steps - 1);
    default:
      return 0;
    }
}

static void
tdm_sample_add_steps (TdmSample *self, TdmRecord *goal, const char *words)
{
  g_auto (GStrv) titles = tdm_sample_get_words (self, words, "steps");
  TdmGoalState state = tdm_goal_get_state (TDM_GOAL (goal));
  guint n_done = tdm_sample_count_done (self, state, g_strv_length (titles));

  for (guint i = 0; titles[i]; i++)
    {
      TdmRecord *step = tdm_sample_insert (self, TDM_TYPE_GOAL_STEP);

      tdm_record_set_link (step, TDM_GOAL_STEP_GOAL, goal);
      tdm_record_set_text (step, TDM_GOAL_STEP_TITLE, titles[i]);
      tdm_record_set_integer (step, TDM_GOAL_STEP_DONE, i < n_done);
      tdm_record_set_integer (step, TDM_GOAL_STEP_POSITION, i);
      if (i == n_done && state == TDM_GOAL_IN_PROGRESS)
        tdm_sample_set_day (step, TDM_GOAL_STEP_DUE, tdm_sample_pick_day (self, self->today, 40));
    }
}

static void
tdm_sample_add_goal (TdmSample *self, TdmSamplePair *pair, TdmSide side, guint number, gboolean is_current)
{
  const TdmSampleGoal *info = tdm_sample_choose_goal (self, pair, side, number);
  g_autofree char *title = tdm_sample_get_word (self, info->code, "title", 0);
  g_autofree char *output = tdm_sample_get_word (self, info->code, "output", 0);
  g_autofree char *state = g_key_file_get_string (self->plan, pair->course, "goal", NULL);
  TdmSampleGoalDeck deck = is_current ? TDM_SAMPLE_GOALS_CURRENT : TDM_SAMPLE_GOALS_OTHER;
  TdmRecord *goal = tdm_sample_insert (self, TDM_TYPE_GOAL);

  tdm_record_set_link (goal, TDM_GOAL_PAIR, pair->record);
  tdm_record_set_integer (goal, TDM_GOAL_SIDE, side);
  tdm_record_set_text (goal, TDM_GOAL_TITLE, title);
  tdm_record_set_text (goal, TDM_GOAL_OUTPUT, output);
  tdm_record_set_integer (goal, TDM_GOAL_POSITION, pair->n_goals);
  if (state)
    tdm_record_set_code (goal, TDM_GOAL_STATE, state);
  else
    tdm_record_set_integer (goal, TDM_GOAL_STATE,
                            tdm_sample_deck_deal (&self->goal_decks[pair->is_over ? TDM_SAMPLE_GOALS_CLOSED : deck],
                                                  &self->chance));
  tdm_sample_set_day (goal, TDM_GOAL_DUE, tdm_sample_choose_due (self, pair, tdm_goal_get_state (TDM_GOAL (goal))));
  tdm_sample_add_steps (self, goal, info->code);

  pair->goals[pair->n_goals] = TDM_GOAL (goal);
  pair->goal_infos[pair->n_goals++] = info;
}

/* Adds the goals of both sides with their steps. The last goal of the mentee is the one that is worked on now. */
void
tdm_sample_add_goals (TdmSample *self, TdmSamplePair *pair)
{
  guint n_mentee, n_mentor;

  n_mentee = g_key_file_has_key (self->plan, pair->course, "goals", NULL)
               ? tdm_sample_get_course (self, pair, "goals")
               : tdm_sample_chance_between (&self->chance, 1, pair->is_over ? 2 : 3);
  n_mentor = pair->is_mutual ? tdm_sample_chance_between (&self->chance, 1, 2) : 0;

  for (guint i = 0; i < n_mentee; i++)
    tdm_sample_add_goal (self, pair, TDM_SIDE_MENTEE, i, i == n_mentee - 1);
  for (guint i = 0; i < n_mentor; i++)
    tdm_sample_add_goal (self, pair, TDM_SIDE_MENTOR, i, FALSE);
  if (tdm_sample_get_course (self, pair, "joint") &&
      tdm_sample_chance_below (&self->chance, 100) < (guint) tdm_sample_get_course (self, pair, "joint"))
    tdm_sample_add_goal (self, pair, TDM_SIDE_JOINT, 0, TRUE);
}
