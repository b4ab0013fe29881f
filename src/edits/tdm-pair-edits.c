/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "model/tdm-pair-event.h"
#include "tdm-pair-participations.h"
#include "tdm-pair-state-edits.h"
#include "tdm-series-people.h"
#include "tdm-topic-edits.h"

#include <string.h>

/* What people do with tandems. */

/* Returns: (transfer none): a draft of a tandem that is proposed, of which no history is written yet */
static TdmRecord *
pair_edits_propose (TdmEdit *edit, gpointer round, gpointer mentee, gpointer mentor)
{
  TdmRecord *pair = tdm_edit_insert (edit, TDM_TYPE_PAIR);

  tdm_record_set_link (pair, TDM_PAIR_ROUND, round);
  tdm_record_set_link (pair, TDM_PAIR_MENTEE, mentee);
  tdm_record_set_link (pair, TDM_PAIR_MENTOR, mentor);
  tdm_record_set_text (pair, TDM_PAIR_PLANNED_END, tdm_record_get_text (round, TDM_ROUND_END_DATE));
  return pair;
}

/* A tandem that begins in a state has been asked, or has agreed, on the same day.
 * @day: (nullable): when that was, %NULL for today */
static void
pair_edits_begin (TdmEdit *edit, TdmRecord *pair, TdmPairState state, const char *day)
{
  TdmRecord *event = tdm_pair_event_insert (edit, pair, TDM_PAIR_PROPOSED, state);

  if (day && *day)
    tdm_record_set_text (event, TDM_PAIR_EVENT_HAPPENED_ON, day);
  day = tdm_record_get_text (event, TDM_PAIR_EVENT_HAPPENED_ON);
  tdm_record_set_integer (pair, TDM_PAIR_STATE, state);
  if (state == TDM_PAIR_ACTIVE)
    tdm_record_set_text (pair, TDM_PAIR_STARTED_ON, day);
  else if (state == TDM_PAIR_ASKED)
    {
      tdm_record_set_text (pair, TDM_PAIR_MENTEE_ASKED_ON, day);
      tdm_record_set_integer (event, TDM_PAIR_EVENT_KIND, TDM_EVENT_MENTEE_ASKED);
    }
  else if (state == TDM_PAIR_CONFIRMED)
    {
      tdm_record_set_text (pair, TDM_PAIR_MENTEE_AGREED_ON, day);
      tdm_record_set_text (pair, TDM_PAIR_MENTOR_AGREED_ON, day);
    }
}

/**
 * tdm_pair_edits_insert:
 * @edit: where the draft goes
 * @round: a round, live or a draft of @edit, as the people are
 * @mentee: who learns
 * @mentor: who gives
 *
 * Returns: (transfer none): a draft of a tandem that is active from today
 */
TdmRecord *
tdm_pair_edits_insert (TdmEdit *edit, gpointer round, gpointer mentee, gpointer mentor)
{
  TdmRecord *pair = pair_edits_propose (edit, round, mentee, mentor);

  pair_edits_begin (edit, pair, TDM_PAIR_ACTIVE, NULL);
  return pair;
}

/**
 * tdm_pair_edits_get_first_state:
 * @round: a round
 *
 * Returns: in which state a new tandem begins there, unless people say otherwise: while the round is not running, it is
 *   only proposed
 */
TdmPairState
tdm_pair_edits_get_first_state (TdmRound *round)
{
  g_return_val_if_fail (TDM_IS_ROUND (round), TDM_PAIR_PROPOSED);

  return tdm_round_get_state (round) < TDM_ROUND_STATE_RUNNING ? TDM_PAIR_PROPOSED : TDM_PAIR_ACTIVE;
}

/* Returns: what is wrong with a beginning, %NULL for nothing */
static const char *
pair_edits_find_problem (const TdmPairBeginning *beginning)
{
  g_autofree char *today = tdm_clock_today ();
  const char *start = beginning->start ? beginning->start : today;
  const char *end = beginning->planned_end ? beginning->planned_end : "";

  if (beginning->state > TDM_PAIR_ACTIVE)
    return _ ("A new tandem is proposed, asked, confirmed or active.");
  if ((*start && !tdm_text_is_date (start)) || (*end && !tdm_text_is_date (end)))
    return _ ("Please choose a day.");
  if (beginning->state == TDM_PAIR_ACTIVE && *start && *end && strcmp (end, start) < 0)
    return _ ("The planned end lies before the start.");
  if (beginning->state < TDM_PAIR_ACTIVE && strcmp (start, today) > 0)
    return _ ("This day is still to come. Please note it when it is there.");
  return NULL;
}

/**
 * tdm_pair_edits_add:
 * @round: the round
 * @mentee: who learns
 * @mentor: who gives
 * @beginning: (nullable): how it begins; %NULL for a tandem that is active from today
 *
 * Which of the two is the senior does not matter. The participations of both follow, where those of the round are
 * loaded.
 *
 * Returns: (transfer full): the edit that makes a tandem of two people
 */
TdmEdit *
tdm_pair_edits_add (TdmRound *round, TdmPerson *mentee, TdmPerson *mentor, const TdmPairBeginning *beginning)
{
  static const TdmPairBeginning usual = { .state = TDM_PAIR_ACTIVE };
  TdmEdit *edit;
  TdmRecord *pair;
  const char *problem;

  g_return_val_if_fail (TDM_IS_ROUND (round), NULL);

  edit = tdm_edit_new (NULL);
  beginning = beginning ? beginning : &usual;
  problem = mentee == mentor ? _ ("A tandem needs two different people.") : pair_edits_find_problem (beginning);
  if (problem)
    {
      tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, "%s", problem);
      return edit;
    }
  pair = pair_edits_propose (edit, round, mentee, mentor);
  if (beginning->topic)
    tdm_record_set_link (pair, TDM_PAIR_TOPIC, tdm_topic_edits_find_or_add (edit, beginning->topics, beginning->topic));
  if (beginning->planned_end)
    tdm_record_set_text (pair, TDM_PAIR_PLANNED_END, beginning->planned_end);
  pair_edits_begin (edit, pair, beginning->state, beginning->start);
  /* The end of a round that is over is none for what begins after it. */
  if (beginning->state == TDM_PAIR_ACTIVE && strcmp (tdm_record_get_text (pair, TDM_PAIR_PLANNED_END),
                                                     tdm_record_get_text (pair, TDM_PAIR_STARTED_ON)) < 0)
    tdm_record_set_text (pair, TDM_PAIR_PLANNED_END, "");
  tdm_pair_participations_follow (edit, round, mentee, TDM_ROLE_MENTEE);
  tdm_pair_participations_follow (edit, round, mentor, TDM_ROLE_MENTOR);
  return edit;
}

/**
 * tdm_pair_edits_set_topic:
 * @pair: a live tandem
 * @topics: (element-type TdmTopic): all topics of the programme
 * @text: (nullable): a topic as a person types it; empty for none
 *
 * Returns: (transfer full): the edit; a topic that there is not yet is added with it
 */
TdmEdit *
tdm_pair_edits_set_topic (TdmPair *pair, GListModel *topics, const char *text)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_PAIR (pair), NULL);

  edit = tdm_edit_new (_ ("Topic changed"));
  tdm_record_set_link (tdm_edit_update (edit, pair), TDM_PAIR_TOPIC, tdm_topic_edits_find_or_add (edit, topics, text));
  return edit;
}

/* The day on which it came about stands in the history, too. */
static void
pair_edits_correct_constellation (TdmEdit *edit, TdmPair *pair, TdmConstellation constellation, const char *day)
{
  GListModel *events = tdm_pair_get_events (pair);
  TdmPairEventKind kind = constellation == TDM_CONSTELLATION_MUTUAL ? TDM_EVENT_MUTUAL : TDM_EVENT_ONE_SIDED;

  for (guint i = g_list_model_get_n_items (events); i > 0; i--)
    {
      g_autoptr (TdmRecord) event = g_list_model_get_item (events, i - 1);

      if (tdm_record_get_integer (event, TDM_PAIR_EVENT_KIND) != kind)
        continue;
      tdm_record_set_text (tdm_edit_update (edit, event), TDM_PAIR_EVENT_HAPPENED_ON, day);
      return;
    }
}

/**
 * tdm_pair_edits_set_constellation:
 * @pair: a live tandem whose events are loaded
 * @constellation: whether one or both have a goal of their own
 * @day: (nullable): since when, `YYYY-MM-DD`; empty where nobody knows and the constellation stays
 *
 * Returns: (transfer full): the edit; of the same constellation only the day is set right, in the history, too
 */
TdmEdit *
tdm_pair_edits_set_constellation (TdmPair *pair, TdmConstellation constellation, const char *day)
{
  gboolean is_same;
  TdmEdit *edit;
  TdmRecord *draft, *event;

  g_return_val_if_fail (TDM_IS_PAIR (pair), NULL);

  edit = tdm_edit_new (_ ("Changed who has goals"));
  is_same = tdm_record_get_integer (TDM_RECORD (pair), TDM_PAIR_CONSTELLATION) == (gint64) constellation;
  if (day && *day ? !tdm_text_is_date (day) : !is_same)
    {
      tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("Please choose a day."));
      return edit;
    }
  draft = tdm_edit_update (edit, pair);
  tdm_record_set_integer (draft, TDM_PAIR_CONSTELLATION, constellation);
  tdm_record_set_text (draft, TDM_PAIR_CONSTELLATION_SINCE, day);
  if (is_same)
    {
      if (day && *day)
        pair_edits_correct_constellation (edit, pair, constellation, day);
      return edit;
    }
  event = tdm_pair_event_insert (edit, pair, tdm_pair_get_state (pair), tdm_pair_get_state (pair));
  tdm_record_set_integer (event, TDM_PAIR_EVENT_KIND,
                          constellation == TDM_CONSTELLATION_MUTUAL ? TDM_EVENT_MUTUAL : TDM_EVENT_ONE_SIDED);
  tdm_record_set_text (event, TDM_PAIR_EVENT_HAPPENED_ON, day);
  return edit;
}

/* The start stands in the history, too, with which it began. */
static void
pair_edits_correct_start (TdmEdit *edit, TdmPair *pair, const char *start)
{
  GListModel *events = tdm_pair_get_events (pair);

  for (guint i = g_list_model_get_n_items (events); i > 0; i--)
    {
      g_autoptr (TdmPairEvent) event = g_list_model_get_item (events, i - 1);

      if (!tdm_pair_event_is_start (event))
        continue;
      tdm_record_set_text (tdm_edit_update (edit, event), TDM_PAIR_EVENT_HAPPENED_ON, start);
      return;
    }
}

/* What people agree on before it is under way is no history yet. */
static void
pair_edits_note_planned_end (TdmEdit *edit, TdmPair *pair, const char *planned_end)
{
  const char *before = tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_PLANNED_END);
  g_autofree char *today = tdm_clock_today ();
  gboolean is_later = *before && strcmp (planned_end, before) > 0 && strcmp (planned_end, today) >= 0;
  TdmRecord *event;

  if (g_str_equal (planned_end, before) || !tdm_pair_state_edits_can_extend (pair))
    return;
  event = tdm_pair_event_insert (edit, pair, tdm_pair_get_state (pair), tdm_pair_get_state (pair));
  tdm_record_set_integer (event, TDM_PAIR_EVENT_KIND, is_later ? TDM_EVENT_EXTENDED : TDM_EVENT_PLANNED_END);
  tdm_record_set_text (event, TDM_PAIR_EVENT_UNTIL, planned_end);
}

/* Whether it stopped, for a while or for good, before it would have begun */
static gboolean
pair_stopped_before (TdmPair *pair, const char *day)
{
  GListModel *events = tdm_pair_get_events (pair);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (TdmRecord) event = g_list_model_get_item (events, i);

      if (tdm_record_get_integer (event, TDM_PAIR_EVENT_FROM_STATE) == TDM_PAIR_ACTIVE &&
          tdm_record_get_integer (event, TDM_PAIR_EVENT_TO_STATE) == TDM_PAIR_PAUSED)
        return strcmp (tdm_record_get_text (event, TDM_PAIR_EVENT_HAPPENED_ON), day) < 0;
    }
  return FALSE;
}

/**
 * tdm_pair_edits_set_days:
 * @pair: a live tandem whose events are loaded
 * @start: (nullable): when it began or will begin, `YYYY-MM-DD`; %NULL to leave that as it is
 * @planned_end: (nullable): when it is to end, empty for no such day; %NULL to leave that as it is
 *
 * The history follows: it has the right start, and says of a tandem under way that another end was planned. A later one
 * is an extension, see tdm_pair_state_edits_extend().
 *
 * Returns: (transfer full): the edit; it fails where the days are not in order, or the tandem has not begun
 */
TdmEdit *
tdm_pair_edits_set_days (TdmPair *pair, const char *start, const char *planned_end)
{
  TdmRecord *record = TDM_RECORD (pair);
  const char *first, *last, *ended;
  const char *problem = NULL;
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_PAIR (pair), NULL);

  first = start ? start : tdm_record_get_text (record, TDM_PAIR_STARTED_ON);
  last = planned_end ? planned_end : tdm_record_get_text (record, TDM_PAIR_PLANNED_END);
  ended = tdm_record_get_text (record, TDM_PAIR_ENDED_ON);
  if ((*first && !tdm_text_is_date (first)) || (*last && !tdm_text_is_date (last)))
    problem = _ ("Please choose a day.");
  else if (start && (tdm_pair_get_state (pair) < TDM_PAIR_ACTIVE || tdm_pair_get_state (pair) == TDM_PAIR_DECLINED))
    problem = _ ("The tandem has not begun yet.");
  else if (start && *start == '\0')
    problem = _ ("Please choose a day.");
  else if (*first && *last && strcmp (last, first) < 0)
    problem = _ ("The planned end lies before the start.");
  else if (*first && *ended && strcmp (ended, first) < 0)
    problem = _ ("The tandem ended before that day.");
  else if (start && pair_stopped_before (pair, start))
    problem = _ ("The tandem was paused before that day.");
  else if (planned_end && tdm_pair_is_over (pair))
    problem = _ ("The tandem has ended or was declined.");
  edit = tdm_edit_new (start ? _ ("Start changed") : _ ("Planned end changed"));
  if (problem)
    {
      tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, "%s", problem);
      return edit;
    }
  record = tdm_edit_update (edit, pair);
  tdm_record_set_text (record, TDM_PAIR_STARTED_ON, first);
  tdm_record_set_text (record, TDM_PAIR_PLANNED_END, last);
  if (start)
    pair_edits_correct_start (edit, pair, start);
  if (planned_end)
    pair_edits_note_planned_end (edit, pair, planned_end);
  return edit;
}

/**
 * tdm_pair_edits_change_people:
 * @pair: a live tandem whose details are loaded
 * @mentee: who learns from now on
 * @mentor: who gives from now on
 *
 * Returns: (transfer full): the edit that puts other people into a tandem, see tdm_series_people_replace(); it fails
 *   with %TDM_MODEL_ERROR_STATE for one that is over, whose people are those it had
 */
TdmEdit *
tdm_pair_edits_change_people (TdmPair *pair, TdmPerson *mentee, TdmPerson *mentor)
{
  TdmEdit *edit = tdm_edit_new (_ ("People changed"));

  if (tdm_pair_is_over (pair))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("The tandem has ended or was declined."));
  else if (mentee == mentor)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("A tandem needs two different people."));
  else
    {
      tdm_series_people_replace (edit, pair, mentee, mentor);
      tdm_pair_participations_follow (edit, tdm_pair_get_round (pair), tdm_pair_get_mentee (pair), TDM_ROLE_MENTEE);
      tdm_pair_participations_follow (edit, tdm_pair_get_round (pair), tdm_pair_get_mentor (pair), TDM_ROLE_MENTOR);
      tdm_pair_participations_follow (edit, tdm_pair_get_round (pair), mentee, TDM_ROLE_MENTEE);
      tdm_pair_participations_follow (edit, tdm_pair_get_round (pair), mentor, TDM_ROLE_MENTOR);
    }
  return edit;
}

/**
 * tdm_pair_edits_remove:
 * @pair: a live tandem
 * @is_expected: whether dates ahead of it are in the calendar of any person
 *
 * Returns: (transfer full): the edit that removes a tandem with what belongs to it; it fails with
 *   %TDM_MODEL_ERROR_STATE while people expect its meetings
 */
TdmEdit *
tdm_pair_edits_remove (TdmPair *pair, gboolean is_expected)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_PAIR (pair), NULL);

  edit = tdm_edit_new (NULL);
  if (is_expected)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("Please end the tandem and send the cancellations first"));
  else
    {
      tdm_edit_remove (edit, pair);
      tdm_pair_participations_follow (edit, tdm_pair_get_round (pair), tdm_pair_get_mentee (pair), TDM_ROLE_MENTEE);
      tdm_pair_participations_follow (edit, tdm_pair_get_round (pair), tdm_pair_get_mentor (pair), TDM_ROLE_MENTOR);
    }
  return edit;
}
