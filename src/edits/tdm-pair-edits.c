/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "model/tdm-model-error.h"
#include "model/tdm-pair-event.h"
#include "tdm-series-edits.h"
#include "tdm-series-people.h"

/* What people do with tandems. */

static void
pair_edits_fail (TdmEdit *edit, TdmModelError code, const char *message)
{
  tdm_edit_fail (edit, g_error_new_literal (TDM_MODEL_ERROR, code, message));
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
  TdmRecord *pair = tdm_edit_insert (edit, TDM_TYPE_PAIR);
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_link (pair, TDM_PAIR_ROUND, round);
  tdm_record_set_link (pair, TDM_PAIR_MENTEE, mentee);
  tdm_record_set_link (pair, TDM_PAIR_MENTOR, mentor);
  tdm_record_set_integer (pair, TDM_PAIR_STATE, TDM_PAIR_ACTIVE);
  tdm_record_set_text (pair, TDM_PAIR_STARTED_ON, today);
  tdm_record_set_text (pair, TDM_PAIR_PLANNED_END, tdm_record_get_text (round, TDM_ROUND_END_DATE));
  tdm_pair_event_insert (edit, pair, TDM_PAIR_PROPOSED, TDM_PAIR_ACTIVE);
  return pair;
}

/**
 * tdm_pair_edits_add:
 * @round: the round
 * @mentee: who learns
 * @mentor: who gives
 * @topic: (nullable): what about
 *
 * Which of the two is the senior does not matter.
 *
 * Returns: (transfer full): the edit that makes a tandem of two people, active from today
 */
TdmEdit *
tdm_pair_edits_add (TdmRound *round, TdmPerson *mentee, TdmPerson *mentor, TdmTopic *topic)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_ROUND (round), NULL);

  edit = tdm_edit_new (NULL);
  if (mentee == mentor)
    pair_edits_fail (edit, TDM_MODEL_ERROR_INVALID, _ ("A tandem needs two different people."));
  else
    tdm_record_set_link (tdm_pair_edits_insert (edit, round, mentee, mentor), TDM_PAIR_TOPIC, topic);
  return edit;
}

static gboolean
pair_edits_is_end (TdmPairState state)
{
  return state == TDM_PAIR_COMPLETED || state == TDM_PAIR_DISSOLVED;
}

static const char *
pair_edits_get_state_label (TdmPairState state)
{
  switch (state)
    {
    case TDM_PAIR_ACTIVE:
      return _ ("Tandem active");
    case TDM_PAIR_PAUSED:
      return _ ("Tandem paused");
    case TDM_PAIR_COMPLETED:
      return _ ("Tandem completed");
    case TDM_PAIR_DISSOLVED:
      return _ ("Tandem dissolved");
    default:
      return _ ("Tandem changed");
    }
}

static void
pair_edits_change_state (TdmEdit *edit, TdmPair *pair, TdmPairState state, TdmEndReason reason, const char *note)
{
  TdmRecord *draft = tdm_edit_update (edit, pair), *event;
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_integer (draft, TDM_PAIR_STATE, state);
  tdm_record_set_text (draft, TDM_PAIR_ENDED_ON, pair_edits_is_end (state) ? today : NULL);
  tdm_record_set_integer (draft, TDM_PAIR_END_REASON, pair_edits_is_end (state) ? reason : TDM_END_NONE);
  if (state == TDM_PAIR_ACTIVE && *tdm_record_get_text (draft, TDM_PAIR_STARTED_ON) == '\0')
    tdm_record_set_text (draft, TDM_PAIR_STARTED_ON, today);
  event = tdm_pair_event_insert (edit, pair, tdm_pair_get_state (pair), state);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_REASON, reason);
  tdm_record_set_text (event, TDM_PAIR_EVENT_NOTE, note);
  if (tdm_pair_state_is_over (state))
    tdm_series_edits_cancel_all (edit, pair);
}

/**
 * tdm_pair_edits_set_state:
 * @pairs: (element-type TdmPair): live tandems, whose details are loaded where @state is over; those whose state does
 *   not lead to @state stay as they are
 * @state: the new state
 * @reason: why it ends, %TDM_END_NONE for states that are no end
 * @note: (nullable): a word for the history
 *
 * One step for undo, however many tandems. The end of a tandem calls off its meetings that have not begun.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_STATE if no tandem can come to @state, or an end
 *   has no reason
 */
TdmEdit *
tdm_pair_edits_set_state (GPtrArray *pairs, TdmPairState state, TdmEndReason reason, const char *note)
{
  TdmEdit *edit = tdm_edit_new (pair_edits_get_state_label (state));

  if (pair_edits_is_end (state) && reason == TDM_END_NONE)
    {
      pair_edits_fail (edit, TDM_MODEL_ERROR_STATE, _ ("Please choose why the tandem ends."));
      return edit;
    }

  for (guint i = 0; i < pairs->len; i++)
    if (tdm_pair_can_become (pairs->pdata[i], state))
      pair_edits_change_state (edit, pairs->pdata[i], state, reason, note);
  if (tdm_edit_get_size (edit) == 0)
    pair_edits_fail (edit, TDM_MODEL_ERROR_STATE, _ ("That is not possible in the present state of the tandem."));
  return edit;
}

/**
 * tdm_pair_edits_change_people:
 * @pair: a live tandem whose details are loaded
 * @mentee: who learns from now on
 * @mentor: who gives from now on
 *
 * Returns: (transfer full): the edit that puts other people into a tandem, see tdm_series_people_replace()
 */
TdmEdit *
tdm_pair_edits_change_people (TdmPair *pair, TdmPerson *mentee, TdmPerson *mentor)
{
  TdmEdit *edit = tdm_edit_new (_ ("People changed"));

  if (mentee == mentor)
    pair_edits_fail (edit, TDM_MODEL_ERROR_INVALID, _ ("A tandem needs two different people."));
  else
    tdm_series_people_replace (edit, pair, mentee, mentor);
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
    pair_edits_fail (edit, TDM_MODEL_ERROR_STATE, _ ("Please end the tandem and send the cancellations first"));
  else
    tdm_edit_remove (edit, pair);
  return edit;
}
