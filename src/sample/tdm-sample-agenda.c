/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-agenda.h"

/* More than a series has dates */
#define MOST_SESSIONS 30

/* The goal of that side from that area, TDM_SAMPLE_MOST_GOALS for none */
static guint
tdm_sample_agenda_find_goal (const TdmSamplePair *pair, TdmSide side, guint area)
{
  for (guint i = 0; i < pair->n_goals; i++)
    if (pair->goal_infos[i]->side == side && pair->goal_infos[i]->area == area)
      return i;
  return TDM_SAMPLE_MOST_GOALS;
}

/* What a session must have to be added: bits, so that the passes of tdm_sample_agenda_init() are a table */
enum
{
  NEEDS_SAME_TOPIC = 1,
  NEEDS_SESSION_GOAL = 2,
  NEEDS_GOAL_OF_SIDE = 4,
};

static gboolean
tdm_sample_agenda_fits (const TdmSamplePair *pair, TdmSide side, const TdmSampleSession *session, guint needs)
{
  if ((needs & NEEDS_SESSION_GOAL) && !*session->goal)
    return FALSE;
  if ((needs & NEEDS_GOAL_OF_SIDE) &&
      tdm_sample_agenda_find_goal (pair, side, session->topic->area) == TDM_SAMPLE_MOST_GOALS)
    return FALSE;
  for (guint i = 0; i < pair->n_subjects[side]; i++)
    if (needs & NEEDS_SAME_TOPIC ? pair->subjects[side][i] == session->topic
                                 : pair->subjects[side][i]->area == session->topic->area)
      return TRUE;
  return FALSE;
}

/* Puts the questions in order: first those that serve a goal of the tandem, then others about what a side learns, and
 * within both, those about the very topics before those from the same areas. */
void
tdm_sample_agenda_init (TdmSampleAgenda *self, TdmSample *sample, const TdmSamplePair *pair)
{
  static const guint passes[] = {
    NEEDS_SAME_TOPIC | NEEDS_SESSION_GOAL | NEEDS_GOAL_OF_SIDE, NEEDS_SESSION_GOAL | NEEDS_GOAL_OF_SIDE,
    NEEDS_SAME_TOPIC | NEEDS_SESSION_GOAL, NEEDS_SESSION_GOAL, NEEDS_GOAL_OF_SIDE,
  };

  for (TdmSide side = TDM_SIDE_MENTEE; side <= TDM_SIDE_MENTOR; side++)
    {
      self->sessions[side] = g_ptr_array_new ();
      for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
        for (guint j = 0; j < sample->sessions->len && self->sessions[side]->len < MOST_SESSIONS; j++)
          {
            TdmSampleSession *session = &g_array_index (sample->sessions, TdmSampleSession, j);

            if (tdm_sample_agenda_fits (pair, side, session, passes[i]) &&
                !g_ptr_array_find (self->sessions[side], session, NULL))
              g_ptr_array_add (self->sessions[side], session);
          }
    }
}

void
tdm_sample_agenda_clear (TdmSampleAgenda *self)
{
  g_ptr_array_unref (self->sessions[TDM_SIDE_MENTEE]);
  g_ptr_array_unref (self->sessions[TDM_SIDE_MENTOR]);
}

/* Gives a topic meeting a topic, a question and a goal that no meeting before had, as long as there are any. Once both
 * have goals, every third topic is the mentor's. */
void
tdm_sample_agenda_set_session (TdmSampleAgenda *self, TdmSample *sample, const TdmSamplePair *pair, TdmRecord *meeting)
{
  guint n_used = self->n_used[TDM_SIDE_MENTEE] + self->n_used[TDM_SIDE_MENTOR];
  GDate day = tdm_day_parse (tdm_record_get_text (meeting, TDM_MEETING_LOCAL_START));
  gboolean is_mutual = pair->is_mutual && g_date_compare (&day, &pair->mutual_since) >= 0;
  TdmSide side = is_mutual && n_used % 3 == 2 ? TDM_SIDE_MENTOR : TDM_SIDE_MENTEE;
  guint number = self->n_used[side]++;
  const TdmSampleSession *session = self->sessions[side]->pdata[number % self->sessions[side]->len];
  guint goal = tdm_sample_agenda_find_goal (pair, side, session->topic->area);

  tdm_record_set_text (meeting, TDM_MEETING_TOPIC, tdm_record_get_text (session->topic->record, TDM_TOPIC_TITLE));
  tdm_record_set_text (meeting, TDM_MEETING_QUESTION, session->question);
  tdm_record_set_text (meeting, TDM_MEETING_SESSION_GOAL, session->goal);
  if (goal == TDM_SAMPLE_MOST_GOALS)
    return;
  tdm_record_set_link (meeting, TDM_MEETING_GOAL, pair->goals[goal]);
  if (!*session->goal)
    tdm_sample_set_word (sample, meeting, TDM_MEETING_SESSION_GOAL, "goal %s/steps/%u", pair->goal_infos[goal]->code,
                         number);
}
