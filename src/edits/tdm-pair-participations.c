/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-participations.h"

#include "base/tdm-clock.h"
#include "model/tdm-participation.h"

/* How people take part in a round follows from what becomes of their tandems there. */

/* What @record is once @edit is made */
static gpointer
edit_look_at (TdmEdit *edit, gpointer record)
{
  return tdm_edit_touches (edit, record) ? tdm_edit_update (edit, record) : record;
}

static gboolean
pair_state_brings_together (TdmPairState state)
{
  return state == TDM_PAIR_CONFIRMED || state == TDM_PAIR_ACTIVE || state == TDM_PAIR_PAUSED;
}

/* What is left of the tandems of a person in a role: one that holds counts most, one that came to its end more than one
 * that was dissolved. One that is removed should never have been. */
typedef struct
{
  gboolean is_held;
  gboolean is_completed;
  gboolean is_dissolved;
  gboolean is_removed;
} Tandems;

static void
tandems_count (Tandems *self, TdmRecord *pair)
{
  TdmPairState state = tdm_record_get_integer (pair, TDM_PAIR_STATE);

  self->is_held |= pair_state_brings_together (state);
  self->is_completed |= state == TDM_PAIR_COMPLETED;
  self->is_dissolved |= state == TDM_PAIR_DISSOLVED;
}

static gboolean
edit_removes (TdmEdit *edit, gpointer record)
{
  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;

      if (tdm_edit_get_step (edit, i, &action) == record && action == TDM_EDIT_REMOVE)
        return TRUE;
    }
  return FALSE;
}

static Tandems
tandems_find (TdmEdit *edit, TdmRound *round, TdmPerson *person, TdmRole role)
{
  GListModel *pairs = tdm_record_get_children (round, TDM_TYPE_PAIR);
  guint field = role == TDM_ROLE_MENTEE ? (guint) TDM_PAIR_MENTEE : TDM_PAIR_MENTOR;
  Tandems self = { FALSE };

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmRecord) live = g_list_model_get_item (pairs, i);
      TdmRecord *pair = edit_look_at (edit, live);

      if (tdm_record_get_link (pair, field) != person)
        continue;
      if (edit_removes (edit, live))
        self.is_removed = TRUE;
      else
        tandems_count (&self, pair);
    }
  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);

      if (action == TDM_EDIT_INSERT && TDM_IS_PAIR (record) &&
          tdm_record_get_link (record, TDM_PAIR_ROUND) == round && tdm_record_get_link (record, field) == person)
        tandems_count (&self, record);
    }
  return self;
}

static TdmParticipationState
participation_find_next (TdmRecord *participation, const Tandems *tandems)
{
  TdmParticipationState state = tdm_record_get_integer (participation, TDM_PARTICIPATION_STATE);

  switch (state)
    {
    case TDM_PARTICIPATION_INVITED:
    case TDM_PARTICIPATION_APPLIED:
    case TDM_PARTICIPATION_APPROACHED:
    case TDM_PARTICIPATION_RECOMMENDED:
    case TDM_PARTICIPATION_ACCEPTED:
    case TDM_PARTICIPATION_RESERVE:
    case TDM_PARTICIPATION_ALUMNI:
      return tandems->is_held ? TDM_PARTICIPATION_MATCHED : state;
    case TDM_PARTICIPATION_MATCHED:
      if (tandems->is_held)
        return state;
      if (tandems->is_completed)
        return TDM_PARTICIPATION_ALUMNI;
      return tandems->is_removed && !tandems->is_dissolved
               ? tdm_record_get_integer (participation, TDM_PARTICIPATION_STATE_BEFORE)
               : TDM_PARTICIPATION_ACCEPTED;
    /* What a person was told, or said, is taken back by people alone. */
    case TDM_PARTICIPATION_DECLINED:
    case TDM_PARTICIPATION_WITHDRAWN:
      break;
    }
  return state;
}

/**
 * tdm_pair_participations_follow:
 * @edit: holds what becomes of the tandems of @person; what follows goes here
 * @round: a live round, whose participations and tandems are loaded; those that are not stay as they are
 * @person: who is mentee or mentor of such a tandem, or was until now
 * @role: which of the two
 *
 * A person who takes part is in a tandem as long as one is confirmed, active or paused, belongs to the former ones when
 * it was completed, and waits for another one when it came to nothing. A person whose only tandem is removed, because
 * it was made by mistake, is what the person was before that.
 */
void
tdm_pair_participations_follow (TdmEdit *edit, TdmRound *round, TdmPerson *person, TdmRole role)
{
  GListModel *participations = tdm_record_get_children (round, TDM_TYPE_PARTICIPATION);
  g_autofree char *today = tdm_clock_today ();

  for (guint i = 0; i < g_list_model_get_n_items (participations); i++)
    {
      g_autoptr (TdmRecord) live = g_list_model_get_item (participations, i);
      TdmRecord *record = edit_look_at (edit, live);
      TdmParticipationState state;
      Tandems tandems;

      if (tdm_record_get_link (record, TDM_PARTICIPATION_PERSON) != person ||
          tdm_record_get_integer (record, TDM_PARTICIPATION_ROLE) != role)
        continue;
      tandems = tandems_find (edit, round, person, role);
      state = participation_find_next (record, &tandems);
      if (tdm_record_get_integer (record, TDM_PARTICIPATION_STATE) == state)
        continue;
      record = tdm_edit_update (edit, live);
      if (state == TDM_PARTICIPATION_MATCHED)
        tdm_record_set_integer (record, TDM_PARTICIPATION_STATE_BEFORE,
                                tdm_record_get_integer (record, TDM_PARTICIPATION_STATE));
      tdm_record_set_integer (record, TDM_PARTICIPATION_STATE, state);
      tdm_record_set_text (record, TDM_PARTICIPATION_SINCE, today);
    }
}
