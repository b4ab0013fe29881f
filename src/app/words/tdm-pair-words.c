/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-words.h"

#include "app/common/tdm-format.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "model/tdm-goal.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-role-words.h"

#include <string.h>

char *
tdm_pair_words_title (TdmPair *pair)
{
  /* Translators: the two people of a tandem */
  return g_strdup_printf (_ ("%s and %s"), tdm_person_get_name (tdm_pair_get_mentee (pair)),
                          tdm_person_get_name (tdm_pair_get_mentor (pair)));
}

/* The two people may be a tandem in other rounds, too. */
char *
tdm_pair_words_round (TdmPair *pair)
{
  TdmRound *round = tdm_pair_get_round (pair);

  return g_strdup (round ? tdm_round_get_title (round) : "");
}

const char *
tdm_pair_words_state (TdmPair *pair)
{
  return tdm_code_get_title (tdm_pair_state_get_type (), tdm_pair_get_state (pair));
}

/* "since Tue, 3 Mar", or what @state is without a day that nobody knows */
static char *
words_with_day (const char *format, const char *state, const char *date)
{
  g_autofree char *day = tdm_format_short_day (date);

  return *day ? g_strdup_printf (format, day) : g_strdup (state);
}

/* Which of the two was asked, in the words of the programme */
static char *
words_asked (TdmPair *pair, TdmRole role, const char *format, const char *date)
{
  g_autofree char *day = tdm_format_short_day (date);
  g_autofree char *usual = *day ? g_strdup_printf (format, day) : NULL;
  /* Translators: %%s is what the programme calls a mentee or a mentor, %s is a day */
  g_autofree char *own = g_strdup_printf (_ ("%%s asked since %s"), day);

  return usual ? tdm_role_words_fill (tdm_round_get_programme (tdm_pair_get_round (pair)), role, usual, own)
               : g_strdup (tdm_pair_words_state (pair));
}

/* Its state, and since when, as far as that is known. */
char *
tdm_pair_words_standing (TdmPair *pair)
{
  TdmRecord *record = TDM_RECORD (pair);
  const char *state = tdm_pair_words_state (pair);
  const char *started = tdm_record_get_text (record, TDM_PAIR_STARTED_ON);
  const char *ended = tdm_record_get_text (record, TDM_PAIR_ENDED_ON);
  const char *mentee_asked = tdm_record_get_text (record, TDM_PAIR_MENTEE_ASKED_ON);
  const char *mentor_asked = tdm_record_get_text (record, TDM_PAIR_MENTOR_ASKED_ON);
  g_autofree char *today = tdm_clock_today ();

  switch (tdm_pair_get_state (pair))
    {
    case TDM_PAIR_ASKED:
      if (*mentor_asked)
        /* Translators: all of these have a day, such as "Tue, 3 Mar" */
        return words_asked (pair, TDM_ROLE_MENTOR, _ ("Mentor asked since %s"), mentor_asked);
      return words_asked (pair, TDM_ROLE_MENTEE, _ ("Mentee asked since %s"), mentee_asked);
    case TDM_PAIR_CONFIRMED:
      return words_with_day (_ ("Confirmed since %s"), state, tdm_record_get_text (record, TDM_PAIR_MENTOR_AGREED_ON));
    case TDM_PAIR_ACTIVE:
      return words_with_day (strcmp (started, today) > 0 ? _ ("Active from %s") : _ ("Active since %s"), state,
                             started);
    case TDM_PAIR_PAUSED:
      return words_with_day (_ ("Paused since %s"), state, tdm_pair_get_paused_on (pair));
    case TDM_PAIR_COMPLETED:
      return words_with_day (_ ("Completed on %s"), state, ended);
    case TDM_PAIR_DISSOLVED:
      return words_with_day (_ ("Dissolved on %s"), state, ended);
    case TDM_PAIR_PROPOSED:
    case TDM_PAIR_DECLINED:
      break;
    }
  return g_strdup (state);
}

/* For how long, empty where no end is planned or it is over. */
char *
tdm_pair_words_period (TdmPair *pair)
{
  const char *end = tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_PLANNED_END);
  g_autofree char *today = tdm_clock_today ();
  g_autofree char *day = tdm_format_short_day (end);

  if (*day == '\0' || tdm_pair_is_over (pair))
    return g_strdup ("");
  /* Translators: %s is a day */
  return g_strdup_printf (strcmp (end, today) < 0 ? _ ("Was to end on %s") : _ ("Until %s"), day);
}

/* Whether one of the two has a goal and the other has none, neither alone nor jointly.
 * @pair: a live tandem whose goals are loaded */
gboolean
tdm_pair_words_is_one_sided (TdmPair *pair)
{
  GListModel *goals = tdm_pair_get_goals (pair);
  gboolean has_goal[TDM_SIDE_JOINT + 1] = { FALSE };

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TdmGoal) goal = g_list_model_get_item (goals, i);

      if (tdm_goal_get_state (goal) != TDM_GOAL_DROPPED)
        has_goal[tdm_goal_get_side (goal)] = TRUE;
    }
  return !has_goal[TDM_SIDE_JOINT] && has_goal[TDM_SIDE_MENTEE] != has_goal[TDM_SIDE_MENTOR];
}

/* That both have a goal is put down by people. Else one side alone is said to have one where that is so, and nothing
 * where neither has, or both have by now. */
char *
tdm_pair_words_constellation (TdmPair *pair)
{
  TdmRecord *record = TDM_RECORD (pair);
  TdmConstellation constellation = tdm_record_get_integer (record, TDM_PAIR_CONSTELLATION);
  const char *title = tdm_code_get_title (tdm_constellation_get_type (), constellation);
  g_autofree char *day = tdm_format_short_day (tdm_record_get_text (record, TDM_PAIR_CONSTELLATION_SINCE));

  if (constellation == TDM_CONSTELLATION_ONE_SIDED && !tdm_pair_words_is_one_sided (pair))
    return g_strdup ("");
  /* Translators: "Both have a goal since Tue, 3 Mar" */
  return *day ? g_strdup_printf (_ ("%s since %s"), title, day) : g_strdup (title);
}

static char *
event_describe_state (TdmRecord *event)
{
  TdmPairState from = tdm_record_get_integer (event, TDM_PAIR_EVENT_FROM_STATE);
  TdmPairState to = tdm_record_get_integer (event, TDM_PAIR_EVENT_TO_STATE);

  if (to == TDM_PAIR_ACTIVE && from == TDM_PAIR_PAUSED)
    return g_strdup (_ ("Resumed"));
  if (to == TDM_PAIR_ACTIVE && tdm_pair_state_is_over (from))
    return g_strdup (_ ("Taken up again"));
  return g_strdup (tdm_code_get_title (tdm_pair_state_get_type (), to));
}

/* What happened to a tandem, in few words. */
char *
tdm_pair_words_event (TdmRecord *event)
{
  TdmPairEventKind kind = tdm_record_get_integer (event, TDM_PAIR_EVENT_KIND);
  g_autofree char *until = tdm_format_short_day (tdm_record_get_text (event, TDM_PAIR_EVENT_UNTIL));

  if (kind == TDM_EVENT_STATE)
    return event_describe_state (event);
  if (kind == TDM_EVENT_EXTENDED && *until)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Extended until %s"), until);
  if (kind == TDM_EVENT_PLANNED_END)
    /* Translators: %s is a day */
    return *until ? g_strdup_printf (_ ("Planned end: %s"), until) : g_strdup (_ ("No planned end any more"));
  return tdm_role_words_code_title (tdm_round_get_programme (tdm_record_get_ancestor (event, TDM_TYPE_ROUND)),
                                    tdm_pair_event_kind_get_type (), kind);
}

/* Why, and what else is known of it; empty for nothing. */
char *
tdm_pair_words_event_detail (TdmRecord *event)
{
  TdmEndReason reason = tdm_record_get_integer (event, TDM_PAIR_EVENT_REASON);
  const char *why = reason == TDM_END_NONE ? "" : tdm_code_get_title (tdm_end_reason_get_type (), reason);
  const char *note = tdm_record_get_text (event, TDM_PAIR_EVENT_NOTE);
  g_autofree char *until = tdm_format_short_day (tdm_record_get_text (event, TDM_PAIR_EVENT_UNTIL));
  /* Translators: %s is a day */
  g_autofree char *off = *until && tdm_record_get_integer (event, TDM_PAIR_EVENT_KIND) == TDM_EVENT_STATE
                           ? g_strdup_printf (_ ("Meetings before %s were cancelled"), until)
                           : g_strdup ("");
  const char *parts[4] = { NULL };
  guint n = 0;

  if (*why)
    parts[n++] = why;
  if (*off)
    parts[n++] = off;
  if (*note)
    parts[n++] = note;
  return g_strjoinv (". ", (char **) parts);
}

/* What comes next; for a tandem that does not meet at present, its state. */
char *
tdm_pair_words_outlook (TdmPair *pair)
{
  g_autofree char *today = tdm_clock_today ();
  g_autofree char *next = NULL;
  gboolean is_ahead = strcmp (tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_STARTED_ON), today) > 0;

  if (tdm_pair_get_state (pair) != TDM_PAIR_ACTIVE || (is_ahead && tdm_pair_get_next_start (pair) == 0))
    return tdm_pair_words_standing (pair);
  if (tdm_pair_get_next_start (pair) == 0)
    return g_strdup (_ ("No meeting planned"));

  next = tdm_format_meeting (tdm_pair_get_next_start (pair), tdm_pair_get_next_zone (pair));
  /* Translators: %s is a day and a time */
  return g_strdup_printf (_ ("Next meeting: %s"), next);
}

char *
tdm_pair_words_describe (TdmPair *pair)
{
  TdmTopic *topic = tdm_pair_get_topic (pair);
  guint n_steps = tdm_pair_get_steps_total (pair);
  g_autofree char *outlook = tdm_pair_words_outlook (pair);
  g_autofree char *progress =
    n_steps == 0 ? g_strdup (_ ("No goals yet"))
                 : g_strdup_printf (ngettext ("%u of %u step done", "%u of %u steps done", n_steps),
                                    tdm_pair_get_steps_done (pair), n_steps);

  /* Translators: what a screen reader says of a tandem: mentee, mentor, topic, goals, next meeting or state */
  return g_strdup_printf (_ ("%s learns from %s. %s. %s. %s"), tdm_person_get_name (tdm_pair_get_mentee (pair)),
                          tdm_person_get_name (tdm_pair_get_mentor (pair)),
                          topic ? tdm_topic_get_title (topic) : _ ("No topic yet"), progress, outlook);
}
