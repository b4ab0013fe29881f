/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

/* From this gap between two levels on, a tandem meets informally early. */
#define WIDE_GAP 4
/* A series that long has time for a look back and for a visit. */
#define LONG_SERIES 10
#define SHORTEST_WITH_CLOSING 3

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
tdm_sample_agenda_fits (TdmSample *sample, const TdmSamplePair *pair, TdmSide side,
                        const TdmSampleSession *session, guint needs)
{
  guint area = tdm_sample_get_topic (sample, session->topic)->area;

  if ((needs & NEEDS_SESSION_GOAL) && !*session->goal)
    return FALSE;
  if ((needs & NEEDS_GOAL_OF_SIDE) && tdm_sample_agenda_find_goal (pair, side, area) == TDM_SAMPLE_MOST_GOALS)
    return FALSE;
  for (guint i = 0; i < pair->n_subjects[side]; i++)
    if (needs & NEEDS_SAME_TOPIC ? pair->subjects[side][i] == session->topic
                                 : tdm_sample_get_topic (sample, pair->subjects[side][i])->area == area)
      return TRUE;
  return FALSE;
}

static gboolean
tdm_sample_agenda_has (const TdmSampleAgenda *self, TdmSide side, guint session)
{
  for (guint i = 0; i < self->n_sessions[side]; i++)
    if (self->sessions[side][i] == session)
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

  *self = (TdmSampleAgenda) { 0 };
  for (TdmSide side = TDM_SIDE_MENTEE; side <= TDM_SIDE_MENTOR; side++)
    for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
      for (guint j = 0; j < sample->sessions->len && self->n_sessions[side] < TDM_SAMPLE_MOST_SESSIONS; j++)
        if (tdm_sample_agenda_fits (sample, pair, side, &g_array_index (sample->sessions, TdmSampleSession, j),
                                    passes[i]) &&
            !tdm_sample_agenda_has (self, side, j))
          self->sessions[side][self->n_sessions[side]++] = j;
}

/* What kind of meeting a date is */
TdmMeetingKind
tdm_sample_agenda_choose_kind (TdmSample *sample, const TdmSamplePair *pair, guint index)
{
  gboolean skips = tdm_sample_get_course (sample, pair, "skips");
  gboolean is_long = pair->n_dates >= LONG_SERIES;
  gint64 gap = tdm_record_get_integer (TDM_RECORD (tdm_pair_get_mentor (pair->record)), TDM_PERSON_LEVEL) -
               tdm_record_get_integer (TDM_RECORD (tdm_pair_get_mentee (pair->record)), TDM_PERSON_LEVEL);

  if (index == 0)
    return skips ? TDM_KIND_TOPIC : TDM_KIND_GETTING_TO_KNOW;
  if (index == pair->n_dates - 1 && pair->n_dates >= SHORTEST_WITH_CLOSING && pair->has_series)
    return TDM_KIND_CLOSING;
  if (index == 2 && !skips && gap >= WIDE_GAP)
    return TDM_KIND_INFORMAL;
  if (is_long && index == pair->n_dates / 2)
    return TDM_KIND_REVIEW;
  if (is_long && index == pair->n_dates / 2 + 2 && pair->number % 2 == 0)
    return TDM_KIND_SHADOWING;
  return TDM_KIND_TOPIC;
}

/* Gives a topic meeting a topic, a question and a goal that no meeting before had, as long as there are any. Once both
 * have goals, every third topic is the mentor's. */
void
tdm_sample_agenda_set_session (TdmSampleAgenda *self, TdmSample *sample, const TdmSamplePair *pair, GDate day,
                               TdmRecord *meeting)
{
  guint n_used = self->n_used[TDM_SIDE_MENTEE] + self->n_used[TDM_SIDE_MENTOR];
  gboolean is_mutual = pair->is_mutual && g_date_compare (&day, &pair->mutual_since) >= 0;
  TdmSide side = is_mutual && n_used % 3 == 2 ? TDM_SIDE_MENTOR : TDM_SIDE_MENTEE;
  guint number = self->n_used[side]++, goal;
  const TdmSampleSession *session = &g_array_index (sample->sessions, TdmSampleSession,
                                                    self->sessions[side][number % self->n_sessions[side]]);
  const TdmSampleTopic *topic = tdm_sample_get_topic (sample, session->topic);

  tdm_record_set_text (meeting, TDM_MEETING_TOPIC, tdm_record_get_text (TDM_RECORD (topic->record), TDM_TOPIC_TITLE));
  tdm_record_set_text (meeting, TDM_MEETING_QUESTION, session->question);
  tdm_record_set_text (meeting, TDM_MEETING_SESSION_GOAL, session->goal);
  goal = tdm_sample_agenda_find_goal (pair, side, topic->area);
  if (goal == TDM_SAMPLE_MOST_GOALS)
    return;

  tdm_record_set_link (meeting, TDM_MEETING_GOAL, pair->goals[goal]);
  if (!*session->goal)
    {
      g_autofree char *step = tdm_sample_get_word (sample, pair->goal_infos[goal]->code, "steps", number);

      tdm_record_set_text (meeting, TDM_MEETING_SESSION_GOAL, step);
    }
}
