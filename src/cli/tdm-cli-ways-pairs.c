/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-ways-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-outbox.h"
#include "edits/tdm-goal-edits.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-event-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-topic-edits.h"
#include "method/tdm-partner-rules.h"
#include "model/tdm-model-error.h"
#include "model/tdm-pair-event.h"
#include "tdm-cli-records.h"
#include "workspace/tdm-workspace.h"

/* Tandems and what is theirs. */

/* Whether two people may be a tandem in a round; if not, why */
static gboolean
round_allows (TdmWorkspace *workspace, TdmRound *round, TdmPerson *mentee, TdmPerson *mentor, GError **error)
{
  g_autoptr (GPtrArray) objections = NULL;

  if (!round || mentee == mentor)
    return TRUE;
  objections = tdm_partner_rules_check (round, mentee, mentor, tdm_workspace_get_pairs (workspace));
  if (!tdm_partner_rules_forbid (objections))
    return TRUE;
  g_set_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID, "%s.",
               ((const TdmObjection *) objections->pdata[0])->text);
  return FALSE;
}

/* The day on which something happens to a tandem is said in one way: with the key of its column, or with this one. */
static gboolean
values_check_day (TdmCliValues *values, GError **error)
{
  guint64 own = BIT (TDM_PAIR_STARTED_ON) | BIT (TDM_PAIR_CONSTELLATION_SINCE);

  return !tdm_cli_values_find (values->event, TDM_PAIR_EVENT_HAPPENED_ON) ||
         !(tdm_cli_values_get_fields (values) & own) ||
         tdm_cli_fail_key (values->event->type, TDM_PAIR_EVENT_HAPPENED_ON, _ ("please give one day, not two."), error);
}

/* Since when, until when and why, for the history */
static TdmEdit *
edit_tell_history (TdmEdit *taken_edit, TdmCliValues *values, GError **error)
{
  g_autoptr (TdmEdit) edit = taken_edit;
  guint64 said = tdm_cli_values_get_fields (values->event);
  TdmRecord *event = tdm_cli_edit_find_added (edit, TDM_TYPE_PAIR_EVENT);
  const char *message = NULL;
  guint wrong = TDM_PAIR_EVENT_UNTIL;

  if (!said || !tdm_edit_check (edit, NULL))
    return g_steal_pointer (&edit);
  if (!event)
    {
      message = _ ("with this, nothing happens that stands in the history.");
      wrong = g_bit_nth_lsf (said, -1);
    }
  else if (said & BIT (TDM_PAIR_EVENT_UNTIL) &&
           (tdm_record_get_integer (event, TDM_PAIR_EVENT_TO_STATE) != TDM_PAIR_PAUSED ||
            tdm_record_get_integer (event, TDM_PAIR_EVENT_FROM_STATE) == TDM_PAIR_PAUSED))
    message = _ ("only a pause has a day until which meetings are cancelled.");
  else if (said & BIT (TDM_PAIR_EVENT_NOTE) && *tdm_record_get_text (event, TDM_PAIR_EVENT_NOTE))
    {
      message = _ ("the history says here who takes the place of whom.");
      wrong = TDM_PAIR_EVENT_NOTE;
    }
  if (message)
    {
      tdm_cli_fail_key (values->event->type, wrong, message, error);
      return NULL;
    }
  if (!tdm_pair_event_is_start (TDM_PAIR_EVENT (event)))
    tdm_pair_state_edits_set_day (edit, tdm_cli_values_get_text (values->event, TDM_PAIR_EVENT_HAPPENED_ON, NULL));
  tdm_cli_values_fill (values->event, event, BIT (TDM_PAIR_EVENT_HAPPENED_ON) | BIT (TDM_PAIR_EVENT_UNTIL));
  return g_steal_pointer (&edit);
}

static const char *
values_get_start (TdmCliValues *values)
{
  return tdm_cli_values_get_text (values, TDM_PAIR_STARTED_ON,
                                  tdm_cli_values_get_text (values->event, TDM_PAIR_EVENT_HAPPENED_ON, NULL));
}

static TdmEdit *
add_pair (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  TdmRound *round = tdm_cli_values_get_link (values, TDM_PAIR_ROUND);
  TdmPairBeginning beginning = {
    .topics = tdm_workspace_get_topics (workspace),
    .topic = tdm_cli_values_get_topic (values, TDM_PAIR_TOPIC),
    .start = values_get_start (values),
    .planned_end = tdm_cli_values_get_text (values, TDM_PAIR_PLANNED_END, NULL),
  };
  TdmPerson *mentee = tdm_cli_values_get_link (values, TDM_PAIR_MENTEE);
  TdmPerson *mentor = tdm_cli_values_get_link (values, TDM_PAIR_MENTOR);
  TdmRecord *event;
  TdmEdit *edit;

  if (!tdm_cli_values_need (values, TDM_PAIR_ROUND, error) || !tdm_cli_values_need (values, TDM_PAIR_MENTEE, error) ||
      !tdm_cli_values_need (values, TDM_PAIR_MENTOR, error) || !values_check_day (values, error) ||
      !tdm_cli_load_around (workspace, round, error) ||
      !round_allows (workspace, round, mentee, mentor, error))
    return NULL;
  if (tdm_cli_values_find (values, TDM_PAIR_END_REASON))
    return tdm_cli_edit_fail_key (values, TDM_PAIR_END_REASON,
                                  _ ("A new tandem is proposed, asked, confirmed or active."), error);
  beginning.state = tdm_cli_values_get_number (values, TDM_PAIR_STATE, tdm_pair_edits_get_first_state (round));
  if (*tdm_cli_values_get_text (values, TDM_PAIR_STARTED_ON, "") && beginning.state < TDM_PAIR_ACTIVE)
    return tdm_cli_edit_fail_key (values, TDM_PAIR_STARTED_ON, _ ("The tandem has not begun yet."), error);
  edit = tdm_pair_edits_add (round, mentee, mentor, &beginning);
  edit = tdm_cli_edit_fill (edit, tdm_cli_edit_find_added (edit, TDM_TYPE_PAIR), values,
                            BIT (TDM_PAIR_STATE) | BIT (TDM_PAIR_TOPIC) | BIT (TDM_PAIR_STARTED_ON) |
                                BIT (TDM_PAIR_PLANNED_END));
  event = tdm_cli_edit_find_added (edit, TDM_TYPE_PAIR_EVENT);
  if (event && tdm_cli_values_find (values, TDM_PAIR_CONSTELLATION) &&
      !tdm_cli_values_find (values, TDM_PAIR_CONSTELLATION_SINCE))
    tdm_record_set_text (tdm_cli_edit_find_added (edit, TDM_TYPE_PAIR), TDM_PAIR_CONSTELLATION_SINCE,
                         tdm_record_get_text (event, TDM_PAIR_EVENT_HAPPENED_ON));
  return edit_tell_history (edit, values, error);
}

/* Which end a reason leads to is not said twice. */
static TdmEdit *
pairs_end (GPtrArray *pairs, TdmPairState state, TdmCliValues *values, GError **error)
{
  TdmEndReason reason = tdm_cli_values_get_number (values, TDM_PAIR_END_REASON, TDM_END_NONE);
  g_autoptr (TdmEdit) edit = tdm_pair_state_edits_end (pairs, reason, NULL);
  TdmRecord *draft = tdm_edit_touches (edit, pairs->pdata[0]) ? tdm_edit_update (edit, pairs->pdata[0]) : NULL;
  g_autofree char *message = NULL;

  if (reason != TDM_END_NONE && (!draft || tdm_record_get_integer (draft, TDM_PAIR_STATE) == (gint64) state))
    return g_steal_pointer (&edit);
  message = g_strdup_printf (_ ("please choose one of %s."),
                             state == TDM_PAIR_COMPLETED
                                 ? "goals_reached, round_end"
                                 : "time, chemistry, need_changed, left, long_absence, contact_lost, other");
  return tdm_cli_edit_fail_key (values, TDM_PAIR_END_REASON, message, error);
}

/* What leads to a state; asking comes twice, the mentee first. */
static TdmEdit *
pairs_change_state (GPtrArray *pairs, TdmPairState state, TdmCliValues *values, GError **error)
{
  TdmPairState before = tdm_pair_get_state (pairs->pdata[0]);

  if (state != TDM_PAIR_COMPLETED && state != TDM_PAIR_DISSOLVED && tdm_cli_values_find (values, TDM_PAIR_END_REASON))
    return tdm_cli_edit_fail_key (values, TDM_PAIR_END_REASON, _ ("only a tandem that ends has a reason for that."),
                                  error);
  switch (state)
    {
    case TDM_PAIR_ASKED:
      return before == TDM_PAIR_ASKED ? tdm_pair_state_edits_ask_mentor (pairs)
                                      : tdm_pair_state_edits_ask_mentee (pairs);
    case TDM_PAIR_CONFIRMED:
      return tdm_pair_state_edits_confirm (pairs);
    case TDM_PAIR_DECLINED:
      return tdm_pair_state_edits_decline (pairs, NULL);
    case TDM_PAIR_PAUSED:
      return tdm_pair_state_edits_pause (pairs, tdm_cli_values_get_text (values->event, TDM_PAIR_EVENT_UNTIL, NULL),
                                         NULL);
    case TDM_PAIR_ACTIVE:
      if (before == TDM_PAIR_PAUSED)
        return tdm_pair_state_edits_resume (pairs);
      if (tdm_pair_state_is_over (before))
        return tdm_pair_state_edits_reopen (pairs);
      return tdm_pair_state_edits_activate (pairs, values_get_start (values));
    case TDM_PAIR_COMPLETED:
    case TDM_PAIR_DISSOLVED:
      return pairs_end (pairs, state, values, error);
    case TDM_PAIR_PROPOSED:
      break;
    }
  return tdm_cli_edit_fail_key (values, TDM_PAIR_STATE,
                                _ ("That is not possible in the present state of the tandem."), error);
}

static TdmEdit *
pair_change_constellation (TdmPair *pair, TdmCliValues *values)
{
  gint64 before = tdm_record_get_integer (TDM_RECORD (pair), TDM_PAIR_CONSTELLATION);
  g_autofree char *today = tdm_clock_today ();

  return tdm_pair_edits_set_constellation (pair, tdm_cli_values_get_number (values, TDM_PAIR_CONSTELLATION, before),
                                           tdm_cli_values_get_text (values, TDM_PAIR_CONSTELLATION_SINCE, today));
}

static TdmEdit *
pair_change_people (TdmWorkspace *workspace, TdmPair *pair, TdmCliValues *values, GError **error)
{
  TdmPerson *mentee = tdm_cli_values_get_link (values, TDM_PAIR_MENTEE);
  TdmPerson *mentor = tdm_cli_values_get_link (values, TDM_PAIR_MENTOR);

  if (!mentee)
    mentee = tdm_pair_get_mentee (pair);
  if (!mentor)
    mentor = tdm_pair_get_mentor (pair);
  if (!round_allows (workspace, tdm_pair_get_round (pair), mentee, mentor, error))
    return NULL;
  return tdm_pair_edits_change_people (pair, mentee, mentor);
}

/* What is one step in the window, and has a history of its own; what is of another one is refused with its key. */
static gboolean
pair_find_step (TdmPair *pair, TdmCliValues *values, guint64 *step, GError **error)
{
  const guint64 steps[] = {
    BIT (TDM_PAIR_STATE) | BIT (TDM_PAIR_END_REASON),
    BIT (TDM_PAIR_MENTEE) | BIT (TDM_PAIR_MENTOR),
    BIT (TDM_PAIR_CONSTELLATION) | BIT (TDM_PAIR_CONSTELLATION_SINCE),
    BIT (TDM_PAIR_STARTED_ON) | BIT (TDM_PAIR_PLANNED_END),
  };
  guint64 given = tdm_cli_values_get_fields (values);

  /* The day on which it begins belongs to its state then. */
  if (tdm_cli_values_get_number (values, TDM_PAIR_STATE, TDM_PAIR_PROPOSED) == TDM_PAIR_ACTIVE &&
      tdm_pair_get_state (pair) < TDM_PAIR_ACTIVE)
    given &= ~BIT (TDM_PAIR_STARTED_ON);
  *step = 0;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (!(given & steps[i]))
        continue;
      if (*step)
        return tdm_cli_fail_key (values->type, g_bit_nth_lsf (given & steps[i], -1),
                                 _ ("State, people, constellation and days of a tandem are changed one after the "
                                    "other."), error);
      *step = steps[i];
    }
  return TRUE;
}

static TdmEdit *
change_pair (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  const char *topic = tdm_cli_values_get_topic (values, TDM_PAIR_TOPIC);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  guint64 step;
  TdmEdit *edit;

  if (!pair_find_step (TDM_PAIR (record), values, &step, error) || !values_check_day (values, error))
    return NULL;
  g_ptr_array_add (pairs, record);
  if (step & BIT (TDM_PAIR_STATE) && tdm_cli_values_find (values, TDM_PAIR_STATE))
    edit = pairs_change_state (pairs, tdm_cli_values_get_number (values, TDM_PAIR_STATE, 0), values, error);
  else if (step & BIT (TDM_PAIR_STATE))
    return tdm_cli_edit_fail_key (values, TDM_PAIR_END_REASON, _ ("please set the state with it."), error);
  else if (step & BIT (TDM_PAIR_MENTEE))
    edit = pair_change_people (workspace, TDM_PAIR (record), values, error);
  else if (step & BIT (TDM_PAIR_CONSTELLATION))
    edit = pair_change_constellation (TDM_PAIR (record), values);
  else if (step & BIT (TDM_PAIR_PLANNED_END))
    edit = tdm_pair_edits_set_days (TDM_PAIR (record), tdm_cli_values_get_text (values, TDM_PAIR_STARTED_ON, NULL),
                                    tdm_cli_values_get_text (values, TDM_PAIR_PLANNED_END, NULL));
  else
    edit = tdm_edit_new (NULL);
  if (edit && topic)
    {
      TdmTopic *found = tdm_topic_edits_find_or_add (edit, tdm_workspace_get_topics (workspace), topic);

      tdm_record_set_link (tdm_edit_update (edit, record), TDM_PAIR_TOPIC, found);
    }
  return edit ? edit_tell_history (edit, values, error) : NULL;
}

static TdmEdit *
remove_pair (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return tdm_pair_edits_remove (TDM_PAIR (record), tdm_outbox_pair_is_expected (TDM_PAIR (record)));
}

static TdmEdit *
change_event (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (record);
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) wrong = NULL;

  tdm_cli_values_fill (values, draft, 0);
  edit = tdm_pair_event_edits_save (TDM_PAIR_EVENT (record), draft);
  if (!tdm_edit_check (edit, &wrong))
    return tdm_cli_edit_fail_key (values, TDM_PAIR_EVENT_HAPPENED_ON, wrong->message, error);
  return g_steal_pointer (&edit);
}

/* A place among siblings is nothing that is changed with other things: what is new comes last.
 * @place: (out): counted from 0, -1 where nothing was said of it */
static gboolean
values_take_place (TdmCliValues *values, guint field, guint n_siblings, int *place, GError **error)
{
  const TdmCliValue *value = tdm_cli_values_find (values, field);
  g_autofree char *message = g_strdup_printf (_ ("please enter a whole number from %d to %d."), 1, (int) n_siblings);

  *place = -1;
  if (!value)
    return TRUE;
  if (tdm_cli_values_get_fields (values) != BIT (field))
    return tdm_cli_fail_key (values->type, field, _ ("please move and change one after the other."), error);
  if (value->number < 1 || value->number > n_siblings)
    return tdm_cli_fail_key (values->type, field, message, error);
  *place = (int) value->number - 1;
  return TRUE;
}

static TdmEdit *
add_goal (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  gpointer pair = tdm_cli_values_get_link (values, TDM_GOAL_PAIR);
  TdmEdit *edit;
  int place;

  if (!tdm_cli_values_need (values, TDM_GOAL_PAIR, error) || !tdm_cli_load_around (workspace, pair, error) ||
      !values_take_place (values, TDM_GOAL_POSITION, 0, &place, error))
    return NULL;
  edit = tdm_goal_edits_add (pair, tdm_cli_values_get_number (values, TDM_GOAL_SIDE, TDM_SIDE_MENTEE), NULL);
  return tdm_cli_edit_fill (edit, tdm_cli_edit_find_added (edit, TDM_TYPE_GOAL), values, 0);
}

/* Goals stand among those of their side. */
static guint
goal_count_side (TdmGoal *goal)
{
  GListModel *goals = tdm_pair_get_goals (tdm_goal_get_pair (goal));
  guint n_goals = 0;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TdmGoal) other = g_list_model_get_item (goals, i);

      n_goals += tdm_goal_get_side (other) == tdm_goal_get_side (goal);
    }
  return n_goals;
}

static TdmEdit *
change_goal (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  g_autoptr (TdmRecord) draft = NULL;
  int place;

  if (!values_take_place (values, TDM_GOAL_POSITION, goal_count_side (TDM_GOAL (record)), &place, error))
    return NULL;
  if (place >= 0)
    return tdm_goal_edits_move (TDM_GOAL (record), place);
  draft = tdm_record_new_draft (record);
  tdm_cli_values_fill (values, draft, 0);
  return tdm_goal_edits_save (TDM_GOAL (record), draft);
}

static TdmEdit *
add_step (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  gpointer goal = tdm_cli_values_get_link (values, TDM_GOAL_STEP_GOAL);
  TdmRecord *step;
  TdmEdit *edit;
  int place;

  if (!tdm_cli_values_need (values, TDM_GOAL_STEP_GOAL, error) || !tdm_cli_load_around (workspace, goal, error) ||
      !values_take_place (values, TDM_GOAL_STEP_POSITION, 0, &place, error))
    return NULL;
  edit = tdm_goal_edits_add_step (goal, NULL);
  step = tdm_cli_edit_find_added (edit, TDM_TYPE_GOAL_STEP);
  tdm_cli_values_fill (values, step, 0);
  tdm_goal_edits_follow_step (edit, TDM_GOAL_STEP (step));
  return edit;
}

static TdmEdit *
change_step (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  GListModel *steps = tdm_goal_get_steps (tdm_goal_step_get_goal (TDM_GOAL_STEP (record)));
  const TdmCliValue *done = tdm_cli_values_find (values, TDM_GOAL_STEP_DONE);
  TdmEdit *edit;
  int place;

  if (!values_take_place (values, TDM_GOAL_STEP_POSITION, g_list_model_get_n_items (steps), &place, error))
    return NULL;
  if (place >= 0)
    return tdm_goal_edits_move_step (TDM_GOAL_STEP (record), place);
  edit = done ? tdm_goal_edits_tick_step (TDM_GOAL_STEP (record), done->number != 0) : tdm_edit_new (NULL);
  return tdm_cli_edit_fill (edit, tdm_edit_update (edit, record), values, BIT (TDM_GOAL_STEP_DONE));
}

const TdmCliWay tdm_cli_ways_of_pairs[] = {
  { tdm_pair_get_type, add_pair, change_pair, remove_pair },
  { tdm_pair_event_get_type, NULL, change_event, tdm_cli_keep_record },
  { tdm_goal_get_type, add_goal, change_goal, NULL },
  { tdm_goal_step_get_type, add_step, change_step, NULL },
  { NULL },
};
