/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-participation.h"

#include "base/tdm-i18n.h"

/**
 * TdmParticipation:
 *
 * A person in a round, in one role.
 */

struct _TdmParticipation
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmParticipation, tdm_participation, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "round", N_ ("Round"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_round_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "person", N_ ("Person"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_person_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "role", N_ ("Role"), TDM_FIELD_CODE, .type = tdm_role_get_type },
  { "source", N_ ("How they came"), TDM_FIELD_CODE, .type = tdm_source_get_type },
  { "state", N_ ("State"), TDM_FIELD_CODE, .type = tdm_participation_state_get_type },
  { "capacity", N_ ("Capacity"), TDM_FIELD_INTEGER, .most = 20, .least = 1 },
  { "motives", N_ ("Motives"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "expectations", N_ ("Expectations"), TDM_FIELD_BLOCK, .most = TDM_TEXT_MOST },
  { "consent", N_ ("Consent given on"), TDM_FIELD_DATE },
  { "reason", N_ ("Reason"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "since", N_ ("State since"), TDM_FIELD_DATE },
  { "told-on", N_ ("Told on"), TDM_FIELD_DATE },
  { "criterion", N_ ("Criterion"), TDM_FIELD_CODE, .type = tdm_criterion_get_type },
  { "checked-on", N_ ("Checked on"), TDM_FIELD_DATE },
  { "state-before", N_ ("State before the tandem"), TDM_FIELD_CODE, .type = tdm_participation_state_get_type,
    .hand = TDM_FIELD_FOLLOWS },
};

static void
tdm_participation_class_init (TdmParticipationClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "participation", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Participation added"), N_ ("Participation changed"),
                              N_ ("Participation removed"));
  record_class->scopes = TDM_SCOPE_PERSON | TDM_SCOPE_ROUND_PEOPLE;
}

static void
tdm_participation_init (TdmParticipation *self)
{
}

/**
 * tdm_participation_state_is_decision:
 *
 * Returns: whether it was decided by @state if a person takes part, so that the person has to be told
 */
gboolean
tdm_participation_state_is_decision (TdmParticipationState state)
{
  return state == TDM_PARTICIPATION_ACCEPTED || state == TDM_PARTICIPATION_RESERVE ||
         state == TDM_PARTICIPATION_DECLINED;
}

/**
 * tdm_participation_find:
 * @round: (nullable): a round whose participations are loaded
 * @person: a live person
 * @role: a role
 *
 * Returns: (transfer none) (nullable): how @person takes part in @round in that role
 */
TdmParticipation *
tdm_participation_find (TdmRound *round, TdmPerson *person, TdmRole role)
{
  GListModel *all;

  g_return_val_if_fail (TDM_IS_PERSON (person), NULL);

  /* A person takes part in few rounds, and many people in a round. */
  all = tdm_record_get_children (person, TDM_TYPE_PARTICIPATION);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmParticipation) participation = g_list_model_get_item (all, i);

      if (tdm_record_get_link (TDM_RECORD (participation), TDM_PARTICIPATION_ROUND) == (gpointer) round &&
          tdm_participation_get_role (participation) == role)
        return participation;
    }
  return NULL;
}

TdmPerson *
tdm_participation_get_person (TdmParticipation *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_PARTICIPATION_PERSON);
}

TdmRole
tdm_participation_get_role (TdmParticipation *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_PARTICIPATION_ROLE);
}

TdmParticipationState
tdm_participation_get_state (TdmParticipation *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_PARTICIPATION_STATE);
}
