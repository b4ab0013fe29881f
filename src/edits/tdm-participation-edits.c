/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-participation-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"

#define FIELD_BIT(field) (G_GUINT64_CONSTANT (1) << (field))

/* What people do with who takes part in a round. A person takes part once in each role. */

/* As whom a person takes part who is said to be in a tandem, where that is not made here */
static void
participation_keep_state_before (TdmRecord *draft, TdmParticipationState before)
{
  if (tdm_record_get_integer (draft, TDM_PARTICIPATION_STATE) == TDM_PARTICIPATION_MATCHED)
    tdm_record_set_integer (draft, TDM_PARTICIPATION_STATE_BEFORE, before);
}

/* The live record of a draft */
static TdmRecord *
round_find_participation (TdmRecord *round, TdmRecord *draft)
{
  GListModel *list = tdm_record_get_children (round, TDM_TYPE_PARTICIPATION);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmRecord) other = g_list_model_get_item (list, i);

      if (tdm_record_get_id (other) == tdm_record_get_id (draft))
        return other;
    }
  return NULL;
}

/* Another one than @besides of @person in @role */
static gboolean
round_has_participation (TdmRecord *round, TdmPerson *person, TdmRole role, TdmRecord *besides)
{
  GListModel *list = tdm_record_get_children (round, TDM_TYPE_PARTICIPATION);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmParticipation) other = g_list_model_get_item (list, i);

      if (tdm_participation_get_person (other) == person && tdm_participation_get_role (other) == role &&
          (!besides || tdm_record_get_id (TDM_RECORD (other)) != tdm_record_get_id (besides)))
        return TRUE;
    }
  return FALSE;
}

/* A new state counts from today, whoever decided it has not told it yet, and why it was another one before is no reason
 * for it: all of that unless @said says otherwise, fields that were filled in with the state. */
static void
participation_begin_state (TdmRecord *draft, guint64 said)
{
  g_autofree char *today = tdm_clock_today ();
  const struct { guint field; const char *text; } usual[] = {
    { TDM_PARTICIPATION_SINCE, today },
    { TDM_PARTICIPATION_TOLD_ON, "" },
    { TDM_PARTICIPATION_REASON, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (!(said & FIELD_BIT (usual[i].field)))
      tdm_record_set_text (draft, usual[i].field, usual[i].text);
}

/**
 * tdm_participation_edits_insert:
 * @edit: where the draft goes
 * @round: a round, live or a draft of @edit, as the person is
 * @person: who takes part
 * @role: as what
 *
 * Returns: (transfer none): a draft of a person who is invited today
 */
TdmRecord *
tdm_participation_edits_insert (TdmEdit *edit, gpointer round, gpointer person, TdmRole role)
{
  TdmRecord *draft = tdm_edit_insert (edit, TDM_TYPE_PARTICIPATION);

  tdm_record_set_link (draft, TDM_PARTICIPATION_ROUND, round);
  tdm_record_set_link (draft, TDM_PARTICIPATION_PERSON, person);
  tdm_record_set_integer (draft, TDM_PARTICIPATION_ROLE, role);
  tdm_record_set_integer (draft, TDM_PARTICIPATION_SOURCE, TDM_SOURCE_APPROACHED);
  tdm_record_set_integer (draft, TDM_PARTICIPATION_CAPACITY, 1);
  tdm_record_set_integer (draft, TDM_PARTICIPATION_STATE, TDM_PARTICIPATION_INVITED);
  participation_begin_state (draft, 0);
  return draft;
}

/**
 * tdm_participation_edits_insert_again:
 * @edit: where the draft goes
 * @round: a later round, live or a draft of @edit
 * @earlier: a live participation, which stays as it is
 *
 * Former participants and recommended people are that in the next round too. All others are invited anew, whatever
 * became of them: what was said, agreed to, checked and decided was about the earlier round.
 *
 * Returns: (transfer none): a draft of the same person in the same role
 */
TdmRecord *
tdm_participation_edits_insert_again (TdmEdit *edit, gpointer round, TdmParticipation *earlier)
{
  static const guint kept[] = { TDM_PARTICIPATION_SOURCE, TDM_PARTICIPATION_CAPACITY };
  TdmRecord *draft = tdm_participation_edits_insert (edit, round, tdm_participation_get_person (earlier),
                                                     tdm_participation_get_role (earlier));
  TdmParticipationState state = tdm_participation_get_state (earlier);

  tdm_record_copy_fields (draft, TDM_RECORD (earlier), kept, G_N_ELEMENTS (kept));
  if (state == TDM_PARTICIPATION_ALUMNI || state == TDM_PARTICIPATION_RECOMMENDED)
    tdm_record_set_integer (draft, TDM_PARTICIPATION_STATE, state);
  return draft;
}

/**
 * tdm_participation_edits_add:
 * @round: a live round whose people are loaded
 * @people: (element-type TdmPerson): who takes part; whoever does so already in @role stays as is
 * @role: as what
 * @source: how they came
 * @state: how far they are
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_STATE if there is nobody to add
 */
TdmEdit *
tdm_participation_edits_add (TdmRound *round, GPtrArray *people, TdmRole role, TdmSource source,
                             TdmParticipationState state)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  g_return_val_if_fail (TDM_IS_ROUND (round), edit);

  for (guint i = 0; i < people->len; i++)
    if (!round_has_participation (TDM_RECORD (round), people->pdata[i], role, NULL))
      {
        TdmRecord *draft = tdm_participation_edits_insert (edit, round, people->pdata[i], role);

        tdm_record_set_integer (draft, TDM_PARTICIPATION_SOURCE, source);
        tdm_record_set_integer (draft, TDM_PARTICIPATION_STATE, state);
        participation_keep_state_before (draft, TDM_PARTICIPATION_ACCEPTED);
      }
  if (tdm_edit_get_size (edit) == 0)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("All of them take part in this role already."));
  else if (tdm_edit_get_size (edit) > 1)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%u person takes part", "%u people take part",
                                                          tdm_edit_get_size (edit)),
                                                tdm_edit_get_size (edit));

      tdm_edit_set_label (edit, label);
    }
  return edit;
}

/**
 * tdm_participation_edits_can_be_told:
 *
 * Returns: whether there is something to tell a person of @state: nothing is while nothing is decided
 */
gboolean
tdm_participation_edits_can_be_told (TdmParticipationState state)
{
  return tdm_participation_state_is_decision (state) || state == TDM_PARTICIPATION_MATCHED ||
         state == TDM_PARTICIPATION_ALUMNI;
}

/* What was checked was checked today, unless a day was filled in with it. */
static void
participation_date_criterion (TdmRecord *draft, guint64 changed)
{
  gboolean is_known = tdm_record_get_integer (draft, TDM_PARTICIPATION_CRITERION) != TDM_CRITERION_UNKNOWN;
  g_autofree char *today = tdm_clock_today ();

  if (!(changed & FIELD_BIT (TDM_PARTICIPATION_CRITERION)))
    return;
  if (!(changed & FIELD_BIT (TDM_PARTICIPATION_CHECKED_ON)))
    tdm_record_set_text (draft, TDM_PARTICIPATION_CHECKED_ON, is_known ? today : "");
}

/**
 * tdm_participation_edits_save:
 * @draft: a new participation, or a draft of a live one, whose round has its people loaded
 *
 * A state that was changed counts from today, is still to be told and has no reason yet, unless @draft says otherwise;
 * so does whether the criterion is met.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if the person takes part in that role
 *   already, and where somebody was told, or something was checked, of which nothing is known
 */
TdmEdit *
tdm_participation_edits_save (TdmRecord *draft)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmRecord *round, *live;
  guint64 changed;

  g_return_val_if_fail (TDM_IS_PARTICIPATION (draft), edit);

  round = tdm_record_get_link (draft, TDM_PARTICIPATION_ROUND);
  changed = tdm_record_get_changed (draft);
  if (round && round_has_participation (round, tdm_participation_get_person (TDM_PARTICIPATION (draft)),
                                        tdm_participation_get_role (TDM_PARTICIPATION (draft)), draft))
    /* Translators: %s is a person */
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("%s takes part in this role already."),
                     tdm_person_get_name (tdm_participation_get_person (TDM_PARTICIPATION (draft))));
  if (tdm_record_get_id (draft) == 0 || changed & FIELD_BIT (TDM_PARTICIPATION_STATE))
    {
      live = round && tdm_record_get_id (draft) != 0 ? round_find_participation (round, draft) : NULL;
      participation_begin_state (draft, changed);
      participation_keep_state_before (draft, live ? tdm_participation_get_state (TDM_PARTICIPATION (live))
                                                   : TDM_PARTICIPATION_ACCEPTED);
    }
  participation_date_criterion (draft, changed);
  if (changed & FIELD_BIT (TDM_PARTICIPATION_TOLD_ON) && *tdm_record_get_text (draft, TDM_PARTICIPATION_TOLD_ON) &&
      !tdm_participation_edits_can_be_told (tdm_participation_get_state (TDM_PARTICIPATION (draft))))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID,
                     _ ("Nothing is decided yet: first choose who is accepted, in reserve or declined."));
  if (changed & FIELD_BIT (TDM_PARTICIPATION_CHECKED_ON) &&
      *tdm_record_get_text (draft, TDM_PARTICIPATION_CHECKED_ON) &&
      tdm_record_get_integer (draft, TDM_PARTICIPATION_CRITERION) == TDM_CRITERION_UNKNOWN)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("Please choose first whether the criterion is met."));
  tdm_edit_add_draft (edit, draft);
  return edit;
}

/**
 * tdm_participation_edits_find_tandem:
 * @participation: a participation, or a draft of one, in a live round
 *
 * A person who steps back, or is declined, is still invited to the meetings of a tandem that goes on.
 *
 * Returns: (transfer none) (nullable): the tandem of the round in which the person is in this role, and which is not
 * over
 */
TdmPair *
tdm_participation_edits_find_tandem (TdmParticipation *participation)
{
  GListModel *pairs;

  g_return_val_if_fail (TDM_IS_PARTICIPATION (participation), NULL);

  pairs = tdm_record_get_children (tdm_record_get_link (TDM_RECORD (participation), TDM_PARTICIPATION_ROUND),
                                   TDM_TYPE_PAIR);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_member (pair, tdm_participation_get_role (participation)) ==
            tdm_participation_get_person (participation) && !tdm_pair_is_over (pair))
        return pair;
    }
  return NULL;
}

/**
 * tdm_participation_edits_set_state:
 * @participations: (element-type TdmParticipation): live ones; those that are in that state already stay as they are
 * @state: the state from today on
 * @reason: (nullable): why
 *
 * Returns: (transfer full): the edit, one step for undo; it fails with %TDM_MODEL_ERROR_STATE if all are in that state
 */
TdmEdit *
tdm_participation_edits_set_state (GPtrArray *participations, TdmParticipationState state, const char *reason)
{
  gboolean is_gone = state == TDM_PARTICIPATION_DECLINED || state == TDM_PARTICIPATION_WITHDRAWN;
  TdmEdit *edit = tdm_edit_new (NULL);
  guint n_tandems = 0;

  for (guint i = 0; i < participations->len; i++)
    if (tdm_participation_get_state (participations->pdata[i]) != state)
      {
        TdmRecord *draft = tdm_edit_update (edit, participations->pdata[i]);

        tdm_record_set_integer (draft, TDM_PARTICIPATION_STATE, state);
        participation_keep_state_before (draft, tdm_participation_get_state (participations->pdata[i]));
        participation_begin_state (draft, 0);
        tdm_record_set_text (draft, TDM_PARTICIPATION_REASON, reason);
        n_tandems += is_gone && tdm_participation_edits_find_tandem (participations->pdata[i]) != NULL;
      }
  if (n_tandems > 0)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("Changed: a tandem goes on until it is ended",
                                                          "Changed: %u tandems go on until they are ended", n_tandems),
                                                n_tandems);

      tdm_edit_set_label (edit, label);
    }
  if (tdm_edit_get_size (edit) == 0)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("All of them are in that state already."));
  return edit;
}

/**
 * tdm_participation_edits_tell:
 * @participations: (element-type TdmParticipation): live ones; of those about whom nothing is decided there is nothing
 *   to tell, and they stay as they are
 * @day: when they were told the decision, `YYYY-MM-DD`, or empty where they were not told after all
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_STATE if nothing is decided about any of them
 */
TdmEdit *
tdm_participation_edits_tell (GPtrArray *participations, const char *day)
{
  TdmEdit *edit = tdm_edit_new (_ ("Answer noted"));

  for (guint i = 0; i < participations->len; i++)
    if (tdm_participation_state_is_decision (tdm_participation_get_state (participations->pdata[i])))
      tdm_record_set_text (tdm_edit_update (edit, participations->pdata[i]), TDM_PARTICIPATION_TOLD_ON, day);
  if (tdm_edit_get_size (edit) == 0)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE,
                     _ ("Nothing is decided yet: first choose who is accepted, in reserve or declined."));
  return edit;
}

/**
 * tdm_participation_edits_set_criterion:
 * @participations: (element-type TdmParticipation): live ones
 * @criterion: whether the criterion of the round is met
 * @day: when that was checked, `YYYY-MM-DD`
 *
 * What was looked at, such as a birth date, is not kept.
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_participation_edits_set_criterion (GPtrArray *participations, TdmCriterion criterion, const char *day)
{
  TdmEdit *edit = tdm_edit_new (_ ("Criterion checked"));

  for (guint i = 0; i < participations->len; i++)
    {
      TdmRecord *draft = tdm_edit_update (edit, participations->pdata[i]);

      tdm_record_set_integer (draft, TDM_PARTICIPATION_CRITERION, criterion);
      tdm_record_set_text (draft, TDM_PARTICIPATION_CHECKED_ON, criterion == TDM_CRITERION_UNKNOWN ? "" : day);
    }
  return edit;
}

/**
 * tdm_participation_edits_remove:
 * @participations: (element-type TdmParticipation): live ones
 *
 * The people stay in the programme, and so do their tandems.
 *
 * Returns: (transfer full): the edit, one step for undo
 */
TdmEdit *
tdm_participation_edits_remove (GPtrArray *participations)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  for (guint i = 0; i < participations->len; i++)
    tdm_edit_remove (edit, participations->pdata[i]);
  return edit;
}
