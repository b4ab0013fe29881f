/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal.h"

#include "base/tdm-i18n.h"
#include "tdm-goal-step.h"
#include "tdm-pair.h"

#include <string.h>

/**
 * TdmGoal:
 *
 * What one side of a tandem, or both, want to reach.
 */

struct _TdmGoal
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmGoal, tdm_goal, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "pair", N_ ("Tandem"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_pair_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "side", N_ ("Side"), TDM_FIELD_CODE, .type = tdm_side_get_type },
  { "title", N_ ("Goal"), TDM_FIELD_LINE, .required = TRUE, .most = TDM_TEXT_MOST },
  { "output", N_ ("Result"), TDM_FIELD_LINE, .most = TDM_TEXT_MOST },
  { "state", N_ ("State"), TDM_FIELD_CODE, .type = tdm_goal_state_get_type },
  { "due", N_ ("Due"), TDM_FIELD_DATE },
  { "position", N_ ("Position"), TDM_FIELD_INTEGER, TDM_FIELD_ORDER },
};

static void
tdm_goal_class_init (TdmGoalClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "goal", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Goal added"), N_ ("Goal changed"), N_ ("Goal removed"));
  record_class->scopes = TDM_SCOPE_PAIR | TDM_SCOPE_ROUND_GOALS;
}

static void
tdm_goal_init (TdmGoal *self)
{
}

TdmPair *
tdm_goal_get_pair (TdmGoal *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_GOAL_PAIR);
}

TdmSide
tdm_goal_get_side (TdmGoal *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_GOAL_SIDE);
}

const char *
tdm_goal_get_title (TdmGoal *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_GOAL_TITLE);
}

TdmGoalState
tdm_goal_get_state (TdmGoal *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_GOAL_STATE);
}

GListModel *
tdm_goal_get_steps (TdmGoal *self)
{
  return tdm_record_get_children (self, TDM_TYPE_GOAL_STEP);
}

/**
 * tdm_goal_has_missed:
 * @day: on which the goal or one of its steps is due, empty for none
 * @today: a day
 *
 * Returns: whether the day has passed and the goal is still worked at; never in a tandem that is over
 */
gboolean
tdm_goal_has_missed (TdmGoal *self, const char *day, const char *today)
{
  TdmGoalState state = tdm_goal_get_state (self);
  TdmPair *pair = tdm_goal_get_pair (self);

  return (state == TDM_GOAL_OPEN || state == TDM_GOAL_IN_PROGRESS) && !(pair && tdm_pair_is_over (pair)) && *day &&
         strcmp (day, today) < 0;
}

gboolean
tdm_goal_is_overdue (TdmGoal *self, const char *today)
{
  return tdm_goal_has_missed (self, tdm_record_get_text (TDM_RECORD (self), TDM_GOAL_DUE), today);
}
