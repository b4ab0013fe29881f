/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal-step.h"

#include "base/tdm-i18n.h"

/**
 * TdmGoalStep:
 *
 * One line of the checklist of a goal.
 */

struct _TdmGoalStep
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmGoalStep, tdm_goal_step, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "goal", N_ ("Goal"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_goal_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "title", N_ ("Step"), TDM_FIELD_LINE, .required = TRUE, .most = TDM_TEXT_MOST },
  { "done", N_ ("Done"), TDM_FIELD_BOOLEAN },
  { "due", N_ ("Due"), TDM_FIELD_DATE },
  { "position", N_ ("Position"), TDM_FIELD_INTEGER, TDM_FIELD_ORDER },
};

static void
tdm_goal_step_class_init (TdmGoalStepClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "goal_step", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Step added"), N_ ("Step changed"), N_ ("Step removed"));
  record_class->scopes = TDM_SCOPE_PAIR | TDM_SCOPE_ROUND_GOALS;
}

static void
tdm_goal_step_init (TdmGoalStep *self)
{
}

TdmGoal *
tdm_goal_step_get_goal (TdmGoalStep *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_GOAL_STEP_GOAL);
}

const char *
tdm_goal_step_get_title (TdmGoalStep *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_GOAL_STEP_TITLE);
}

gboolean
tdm_goal_step_get_done (TdmGoalStep *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_GOAL_STEP_DONE) != 0;
}

gboolean
tdm_goal_step_is_overdue (TdmGoalStep *self, const char *today)
{
  TdmGoal *goal = tdm_goal_step_get_goal (self);

  return goal && !tdm_goal_step_get_done (self) &&
         tdm_goal_has_missed (goal, tdm_record_get_text (TDM_RECORD (self), TDM_GOAL_STEP_DUE), today);
}
