/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-event.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"

/**
 * TdmPairEvent:
 *
 * One dated change of the state of a tandem.
 */

struct _TdmPairEvent
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmPairEvent, tdm_pair_event, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "pair", N_ ("Tandem"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_pair_get_type,
    .hand = TDM_FIELD_FOLLOWS },
  { "from-state", N_ ("From"), TDM_FIELD_CODE, .type = tdm_pair_state_get_type, .hand = TDM_FIELD_FOLLOWS },
  { "to-state", N_ ("To"), TDM_FIELD_CODE, .type = tdm_pair_state_get_type, .hand = TDM_FIELD_FOLLOWS },
  { "happened-on", N_ ("Date"), TDM_FIELD_DATE, TDM_FIELD_ORDER, .required = TRUE },
  { "reason", N_ ("Reason"), TDM_FIELD_CODE, .type = tdm_end_reason_get_type, .hand = TDM_FIELD_FOLLOWS },
  { "note", N_ ("Note"), TDM_FIELD_BLOCK, .most = TDM_TEXT_MOST },
  { "kind", N_ ("Kind"), TDM_FIELD_CODE, .type = tdm_pair_event_kind_get_type, .hand = TDM_FIELD_FOLLOWS },
  { "until", N_ ("Until"), TDM_FIELD_DATE, .hand = TDM_FIELD_FOLLOWS },
  { "replaced", N_ ("Who left"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .type = tdm_person_get_type,
    .hand = TDM_FIELD_FOLLOWS },
  { "successor", N_ ("Who took over"), TDM_FIELD_LINK, .type = tdm_person_get_type, .hand = TDM_FIELD_FOLLOWS },
};

static void
tdm_pair_event_class_init (TdmPairEventClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "pair_event", fields, G_N_ELEMENTS (fields));
  record_class->scopes = TDM_SCOPE_PAIR | TDM_SCOPE_ROUND_MEETINGS | TDM_SCOPE_PERSON;
  record_class->tells_parent = TRUE;
  /* Only of a paused tandem its meetings say since when. */
  record_class->limit = (TdmRecordLimit) { TDM_SCOPE_ROUND_MEETINGS, TDM_PAIR_EVENT_PAIR, TDM_PAIR_STATE,
                                           1 << TDM_PAIR_PAUSED };
}

static void
tdm_pair_event_init (TdmPairEvent *self)
{
}

/**
 * tdm_pair_event_insert:
 * @edit: where the draft goes
 * @pair: a tandem, live or a draft of @edit
 * @from: its state before
 * @to: its state from today on
 *
 * Returns: (transfer none): a draft of what happened to it today, to which a reason and a note can be added
 */
TdmRecord *
tdm_pair_event_insert (TdmEdit *edit, gpointer pair, TdmPairState from, TdmPairState to)
{
  TdmRecord *event = tdm_edit_insert (edit, TDM_TYPE_PAIR_EVENT);
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_link (event, TDM_PAIR_EVENT_PAIR, pair);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_FROM_STATE, from);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_TO_STATE, to);
  tdm_record_set_text (event, TDM_PAIR_EVENT_HAPPENED_ON, today);
  return event;
}

/**
 * tdm_pair_event_is_step:
 * @self: a live event or a draft
 *
 * Returns: whether it is one of the steps that lead from state to state, which come one after the other
 */
gboolean
tdm_pair_event_is_step (TdmPairEvent *self)
{
  TdmPairEventKind kind;

  g_return_val_if_fail (TDM_IS_PAIR_EVENT (self), FALSE);

  kind = tdm_record_get_integer (TDM_RECORD (self), TDM_PAIR_EVENT_KIND);
  return kind == TDM_EVENT_STATE || kind == TDM_EVENT_MENTEE_ASKED || kind == TDM_EVENT_MENTOR_ASKED;
}

/**
 * tdm_pair_event_is_start:
 * @self: a live event or a draft
 *
 * Returns: whether the tandem began with it: what was paused or had ended only goes on
 */
gboolean
tdm_pair_event_is_start (TdmPairEvent *self)
{
  TdmRecord *record = TDM_RECORD (self);

  g_return_val_if_fail (TDM_IS_PAIR_EVENT (self), FALSE);

  return tdm_record_get_integer (record, TDM_PAIR_EVENT_KIND) == TDM_EVENT_STATE &&
         tdm_record_get_integer (record, TDM_PAIR_EVENT_TO_STATE) == TDM_PAIR_ACTIVE &&
         tdm_record_get_integer (record, TDM_PAIR_EVENT_FROM_STATE) < TDM_PAIR_ACTIVE;
}
