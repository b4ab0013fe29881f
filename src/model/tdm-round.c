/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round.h"

#include "base/tdm-i18n.h"

/**
 * TdmRound:
 *
 * One run of the programme, from the call to the follow-up.
 */

struct _TdmRound
{
  TdmRecord parent_instance;

  TdmProgramme *programme; /* weak */
};

G_DEFINE_FINAL_TYPE (TdmRound, tdm_round, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "number", N_ ("Number"), TDM_FIELD_INTEGER, TDM_FIELD_ORDER, .most = 999, .least = 1 },
  { "title", N_ ("Title"), TDM_FIELD_LINE, .required = TRUE, .most = TDM_NAME_MOST },
  { "type", N_ ("Type"), TDM_FIELD_CODE, .type = tdm_round_type_get_type },
  { "state", N_ ("State"), TDM_FIELD_CODE, .type = tdm_round_state_get_type },
  { "kickoff", N_ ("Kick-off"), TDM_FIELD_DATE },
  { "end-date", N_ ("End"), TDM_FIELD_DATE },
  { "minutes", N_ ("Length of a meeting"), TDM_FIELD_INTEGER, .most = 600, .least = 5 },
  { "question", N_ ("Test question"), TDM_FIELD_BLOCK, .most = TDM_TEXT_MOST },
  { "note", N_ ("Note"), TDM_FIELD_BLOCK, .most = TDM_TEXT_MOST },
  { "call-on", N_ ("Call for applications from"), TDM_FIELD_DATE },
  { "selection-on", N_ ("Selection from"), TDM_FIELD_DATE },
  { "matching-on", N_ ("Matching from"), TDM_FIELD_DATE },
  { "closing-on", N_ ("Closing from"), TDM_FIELD_DATE },
  { "followup-on", N_ ("Follow-up from"), TDM_FIELD_DATE },
  { "archived-on", N_ ("Archived on"), TDM_FIELD_DATE },
  { "manager-rule", N_ ("Own manager as partner"), TDM_FIELD_CODE, .type = tdm_manager_rule_get_type },
  { "earlier-rule", N_ ("The same tandem as in an earlier round"), TDM_FIELD_CODE, .type = tdm_partner_rule_get_type },
  { "department-rule", N_ ("Partners of the same department"), TDM_FIELD_CODE, .type = tdm_partner_rule_get_type },
  { "criterion", N_ ("Criterion for mentors"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "justification", N_ ("Justification of the criterion"), TDM_FIELD_BLOCK, .most = TDM_TEXT_MOST },
};

static void
tdm_round_dispose (GObject *object)
{
  g_clear_weak_pointer (&TDM_ROUND (object)->programme);
  G_OBJECT_CLASS (tdm_round_parent_class)->dispose (object);
}

static void
tdm_round_class_init (TdmRoundClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_round_dispose;
  tdm_record_class_install_fields (record_class, "round", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Round added"), N_ ("Round changed"), N_ ("Round removed"));
  record_class->scopes = TDM_SCOPE_OVERVIEW;
}

static void
tdm_round_init (TdmRound *self)
{
}

const char *
tdm_round_get_title (TdmRound *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_ROUND_TITLE);
}

TdmRoundState
tdm_round_get_state (TdmRound *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_ROUND_STATE);
}

/**
 * tdm_round_state_get_date:
 *
 * Returns: the field of the day on which @state begins, -1 for a draft, which is there from the start
 */
int
tdm_round_state_get_date (TdmRoundState state)
{
  static const int dates[] = {
    [TDM_ROUND_STATE_DRAFT] = -1,
    [TDM_ROUND_STATE_CALL] = TDM_ROUND_CALL_ON,
    [TDM_ROUND_STATE_SELECTION] = TDM_ROUND_SELECTION_ON,
    [TDM_ROUND_STATE_MATCHING] = TDM_ROUND_MATCHING_ON,
    [TDM_ROUND_STATE_RUNNING] = TDM_ROUND_KICKOFF,
    [TDM_ROUND_STATE_CLOSING] = TDM_ROUND_CLOSING_ON,
    [TDM_ROUND_STATE_FOLLOWUP] = TDM_ROUND_FOLLOWUP_ON,
    [TDM_ROUND_STATE_ARCHIVED] = TDM_ROUND_ARCHIVED_ON,
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (dates), -1);

  return dates[state];
}

/**
 * tdm_round_get_programme:
 * @self: (nullable): a round
 *
 * Returns: (transfer none) (nullable): the programme of which it is a round, %NULL where it is not in a workspace
 */
TdmProgramme *
tdm_round_get_programme (TdmRound *self)
{
  return self ? self->programme : NULL;
}

/**
 * tdm_round_set_programme:
 * @programme: (nullable): the only programme of its file, for those who have the round alone
 */
void
tdm_round_set_programme (TdmRound *self, TdmProgramme *programme)
{
  g_return_if_fail (TDM_IS_ROUND (self));

  g_set_weak_pointer (&self->programme, programme);
}
