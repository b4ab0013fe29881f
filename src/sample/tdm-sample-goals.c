/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include "model/tdm-goal-step.h"

#include <stdlib.h>

#define ANY_AREA G_MAXUINT

static const TdmSampleGoal *
tdm_sample_pick_goal (TdmSample *self, const TdmSamplePair *pair, TdmSide side, guint area)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  for (guint i = 0; i < self->goals->len; i++)
    {
      TdmSampleGoal *goal = &g_array_index (self->goals, TdmSampleGoal, i);
      gboolean is_taken = FALSE;

      for (guint j = 0; j < pair->n_goals; j++)
        is_taken |= pair->goal_infos[j] == goal;
      if (goal->side == side && (goal->area == area || area == ANY_AREA) && !is_taken)
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
  g_autofree char *wanted = tdm_sample_get_text (self, pair->group, "goal");
  const TdmSampleGoal *goal = NULL;

  for (guint i = 0; i < self->goals->len && pair->n_goals == 0; i++)
    if (g_strcmp0 (g_array_index (self->goals, TdmSampleGoal, i).code, wanted) == 0)
      goal = &g_array_index (self->goals, TdmSampleGoal, i);
  if (!goal && side != TDM_SIDE_JOINT)
    goal = tdm_sample_pick_goal (self, pair, side, pair->subjects[side][number % pair->n_subjects[side]]->area);
  return goal ? goal : tdm_sample_pick_goal (self, pair, side, ANY_AREA);
}

static void
tdm_sample_add_steps (TdmSample *self, TdmRecord *goal, const char *code)
{
  g_autofree char *group = g_strconcat ("goal ", code, NULL);
  char **titles = tdm_sample_get_words (self, group, "steps");
  TdmGoalState state = tdm_record_get_integer (goal, TDM_GOAL_STATE);
  guint n_steps = g_strv_length (titles), n_done = 0;

  if (state == TDM_GOAL_ACHIEVED)
    n_done = n_steps;
  else if (state == TDM_GOAL_PARTLY)
    n_done = n_steps - 1;
  else if (state == TDM_GOAL_IN_PROGRESS)
    n_done = 1 + tdm_sample_chance_below (&self->chance, n_steps - 1);
  for (guint i = 0; i < n_steps; i++)
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

/* The state is the one that the course of the tandem has, or else it is dealt. */
static void
tdm_sample_add_goal (TdmSample *self, TdmSamplePair *pair, TdmSide side, guint number, gboolean is_current)
{
  const TdmSampleGoal *info = tdm_sample_choose_goal (self, pair, side, number);
  g_autofree char *state = tdm_sample_get_text (self, pair->course, "goal");
  TdmSampleGoalDeck deck = pair->is_over ? TDM_SAMPLE_GOALS_CLOSED
                         : is_current    ? TDM_SAMPLE_GOALS_CURRENT
                                         : TDM_SAMPLE_GOALS_OTHER;
  TdmRecord *goal = tdm_sample_insert (self, TDM_TYPE_GOAL);
  gboolean was_due;
  GDate from, to;

  tdm_record_set_link (goal, TDM_GOAL_PAIR, pair->record);
  tdm_record_set_integer (goal, TDM_GOAL_SIDE, side);
  tdm_record_set_integer (goal, TDM_GOAL_POSITION, pair->n_goals);
  tdm_sample_set_word (self, goal, TDM_GOAL_TITLE, "goal %s/title", info->code);
  tdm_sample_set_word (self, goal, TDM_GOAL_OUTPUT, "goal %s/output", info->code);
  if (state)
    tdm_record_set_code (goal, TDM_GOAL_STATE, state);
  else
    tdm_record_set_integer (goal, TDM_GOAL_STATE, tdm_sample_deck_deal (&self->goal_decks[deck], &self->chance));
  /* What is over was due while the tandem met, the rest is due from now to its end. */
  was_due = pair->is_over || tdm_record_get_integer (goal, TDM_GOAL_STATE) >= TDM_GOAL_ACHIEVED;
  from = was_due ? tdm_sample_days_add (pair->start, pair->is_over ? 20 : 45) : tdm_sample_days_add (self->today, 14);
  to = was_due && !pair->is_over ? self->today : pair->end;
  tdm_sample_set_day (goal, TDM_GOAL_DUE,
                      tdm_sample_pick_day (self, from, CLAMP (g_date_days_between (&from, &to), 1, 150)));
  tdm_sample_add_steps (self, goal, info->code);

  pair->goals[pair->n_goals] = goal;
  pair->goal_infos[pair->n_goals++] = info;
}

/* Adds the goals of both sides with their steps. The last goal of the mentee is the one that is worked on now. */
void
tdm_sample_add_goals (TdmSample *self, TdmSamplePair *pair)
{
  g_autofree char *given = tdm_sample_get_text (self, pair->course, "goals");
  guint n_mentee = given ? atoi (given) : 1 + tdm_sample_chance_below (&self->chance, pair->is_over ? 2 : 3);
  guint n_mentor = pair->is_mutual ? 1 + tdm_sample_chance_below (&self->chance, 2) : 0;
  guint percent = tdm_sample_get_number (self, pair->course, "joint");

  for (guint i = 0; i < n_mentee; i++)
    tdm_sample_add_goal (self, pair, TDM_SIDE_MENTEE, i, i == n_mentee - 1);
  for (guint i = 0; i < n_mentor; i++)
    tdm_sample_add_goal (self, pair, TDM_SIDE_MENTOR, i, FALSE);
  if (percent > 0 && tdm_sample_chance_below (&self->chance, 100) < percent)
    tdm_sample_add_goal (self, pair, TDM_SIDE_JOINT, 0, TRUE);
}
