/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-agenda.h"

/* From this gap between two levels on, a tandem meets informally early. */
#define WIDE_GAP 4
/* A series that long has time for a look back and for a visit. */
#define LONG_SERIES 10
#define SHORTEST_WITH_CLOSING 3

static gboolean
is_about (const TdmSample *sample, const TdmSampleSession *session, const TdmSampleTopics *subjects, gboolean by_area)
{
  guint area = tdm_sample_catalogue_get_topic (sample->catalogue, session->topic)->area;

  for (guint i = 0; i < subjects->n; i++)
    {
      const TdmSampleTopic *topic = tdm_sample_catalogue_get_topic (sample->catalogue, subjects->topics[i]);

      if (by_area ? topic->area == area : subjects->topics[i] == session->topic)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_session (const TdmSampleAgenda *self, TdmSide side, guint session)
{
  for (guint i = 0; i < self->n_sessions[side]; i++)
    if (self->sessions[side][i] == session)
      return TRUE;
  return FALSE;
}

/* The goal of that side from that area, TDM_SAMPLE_MOST_GOALS for none */
static guint
find_goal (const TdmSamplePair *pair, TdmSide side, guint area)
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
fits (const TdmSample *sample, const TdmSamplePair *pair, TdmSide side, const TdmSampleSession *session, guint needs)
{
  guint area = tdm_sample_catalogue_get_topic (sample->catalogue, session->topic)->area;

  if ((needs & NEEDS_SESSION_GOAL) && !session->goal)
    return FALSE;
  if ((needs & NEEDS_GOAL_OF_SIDE) && find_goal (pair, side, area) == TDM_SAMPLE_MOST_GOALS)
    return FALSE;
  return is_about (sample, session, &pair->subjects[side], !(needs & NEEDS_SAME_TOPIC));
}

static void
add_sessions (TdmSampleAgenda *self, const TdmSample *sample, const TdmSamplePair *pair, TdmSide side, guint needs)
{
  for (guint i = 0; i < sample->catalogue->sessions->len && self->n_sessions[side] < TDM_SAMPLE_MOST_SESSIONS; i++)
    if (fits (sample, pair, side, tdm_sample_catalogue_get_session (sample->catalogue, i), needs) &&
        !has_session (self, side, i))
      self->sessions[side][self->n_sessions[side]++] = i;
}

/**
 * tdm_sample_agenda_init:
 * @self: an agenda
 * @sample: the sample
 * @pair: a tandem with its goals
 *
 * Puts the questions in order: first those that serve a goal of the tandem, then others about what a side learns, and
 * within both, those about the very topics before those from the same areas.
 */
void
tdm_sample_agenda_init (TdmSampleAgenda *self, const TdmSample *sample, const TdmSamplePair *pair)
{
  static const guint passes[] = {
    NEEDS_SAME_TOPIC | NEEDS_SESSION_GOAL | NEEDS_GOAL_OF_SIDE, NEEDS_SESSION_GOAL | NEEDS_GOAL_OF_SIDE,
    NEEDS_SAME_TOPIC | NEEDS_SESSION_GOAL, NEEDS_SESSION_GOAL, NEEDS_GOAL_OF_SIDE,
  };

  *self = (TdmSampleAgenda) { 0 };
  for (TdmSide side = TDM_SIDE_MENTEE; side <= TDM_SIDE_MENTOR; side++)
    for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
      add_sessions (self, sample, pair, side, passes[i]);
}

/**
 * tdm_sample_agenda_choose_kind:
 * @pair: a tandem
 * @index: which of its dates
 *
 * Returns: what kind of meeting it is
 */
TdmMeetingKind
tdm_sample_agenda_choose_kind (const TdmSamplePair *pair, guint index)
{
  gboolean skips = pair->course == TDM_SAMPLE_PERSONAL_SKIPPED;
  gboolean is_long = pair->n_dates >= LONG_SERIES;

  if (index == 0)
    return skips ? TDM_KIND_TOPIC : TDM_KIND_GETTING_TO_KNOW;
  if (index == pair->n_dates - 1 && pair->n_dates >= SHORTEST_WITH_CLOSING && pair->course != TDM_SAMPLE_NO_NEXT_DATE)
    return TDM_KIND_CLOSING;
  if (index == 2 && !skips && pair->mentor->level >= pair->mentee->level + WIDE_GAP)
    return TDM_KIND_INFORMAL;
  if (is_long && index == pair->n_dates / 2)
    return TDM_KIND_REVIEW;
  if (is_long && index == pair->n_dates / 2 + 2 && pair->number % 2 == 0)
    return TDM_KIND_SHADOWING;
  return TDM_KIND_TOPIC;
}

/* Once both have goals, every third topic is the mentor's. */
static TdmSide
choose_side (const TdmSampleAgenda *self, const TdmSamplePair *pair, GDate day)
{
  guint n_used = self->n_used[TDM_SIDE_MENTEE] + self->n_used[TDM_SIDE_MENTOR];

  if (!pair->is_mutual || g_date_compare (&day, &pair->mutual_since) < 0 || n_used % 3 != 2)
    return TDM_SIDE_MENTEE;
  return TDM_SIDE_MENTOR;
}

/**
 * tdm_sample_agenda_set_session:
 * @self: an agenda
 * @sample: the sample
 * @pair: the tandem
 * @day: when it meets
 * @meeting: a topic meeting
 *
 * Gives it a topic, a question and a goal that no meeting before had, as long as there are any.
 */
void
tdm_sample_agenda_set_session (TdmSampleAgenda *self, TdmSample *sample, const TdmSamplePair *pair, GDate day,
                               TdmMeeting *meeting)
{
  TdmSide side = choose_side (self, pair, day);
  guint number = self->n_used[side]++;
  const TdmSampleSession *session =
    tdm_sample_catalogue_get_session (sample->catalogue, self->sessions[side][number % self->n_sessions[side]]);
  const TdmSampleTopic *topic = tdm_sample_catalogue_get_topic (sample->catalogue, session->topic);
  guint goal = find_goal (pair, side, topic->area);
  const char *session_goal = session->goal;

  if (goal < TDM_SAMPLE_MOST_GOALS)
    {
      const char *const *steps = pair->goal_infos[goal]->steps;

      tdm_record_set_link (TDM_RECORD (meeting), TDM_MEETING_GOAL, pair->goals[goal]);
      if (!session_goal)
        session_goal = steps[number % g_strv_length ((char **) steps)];
    }
  tdm_record_set_text (TDM_RECORD (meeting), TDM_MEETING_TOPIC, topic->title);
  tdm_record_set_text (TDM_RECORD (meeting), TDM_MEETING_QUESTION, session->question);
  tdm_record_set_text (TDM_RECORD (meeting), TDM_MEETING_SESSION_GOAL, session_goal);
}

/**
 * tdm_sample_agenda_set_title:
 * @sample: the sample
 * @meeting: a meeting of another kind
 *
 * Says what the two do where the kind alone does not tell.
 */
void
tdm_sample_agenda_set_title (TdmSample *sample, TdmMeeting *meeting)
{
  static const char *const keys[] = {
    [TDM_KIND_INFORMAL] = "informal", [TDM_KIND_SHADOWING] = "shadowing", [TDM_KIND_REVIEW] = "review",
  };
  TdmMeetingKind kind = tdm_meeting_get_kind (meeting);

  if (kind < G_N_ELEMENTS (keys) && keys[kind])
    tdm_record_set_text (TDM_RECORD (meeting), TDM_MEETING_TOPIC,
                         tdm_sample_pick_note (sample, "meetings", keys[kind]));
}
