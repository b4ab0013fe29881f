/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-goal.h"
#include "tdm-meeting.h"
#include "tdm-pair-event.h"
#include "tdm-series.h"

/**
 * TdmPair:
 *
 * A tandem: who learns from whom in a round.
 */

struct _TdmPair
{
  TdmRecord parent_instance;

  TdmSummary summary;
  char *search_text;
};

typedef enum
{
  PROP_PROGRESS = TDM_RECORD_FIRST_FREE_PROPERTY,
  PROP_STEPS_DONE,
  PROP_STEPS_TOTAL,
  PROP_NEXT_START,
  PROP_NEXT_ZONE,
} TdmPairProperty;

static GParamSpec *summary_specs[5];

G_DEFINE_FINAL_TYPE (TdmPair, tdm_pair, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "round", N_ ("Round"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_round_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "mentee", N_ ("Mentee"), TDM_FIELD_LINK, .required = TRUE, .type = tdm_person_get_type },
  { "mentor", N_ ("Mentor"), TDM_FIELD_LINK, .required = TRUE, .type = tdm_person_get_type },
  { "state", N_ ("State"), TDM_FIELD_CODE, .type = tdm_pair_state_get_type },
  { "topic", N_ ("Topic"), TDM_FIELD_LINK, .type = tdm_topic_get_type },
  { "constellation", N_ ("Who has goals"), TDM_FIELD_CODE, .type = tdm_constellation_get_type },
  { "constellation-since", N_ ("Applies since"), TDM_FIELD_DATE },
  { "started-on", N_ ("Start"), TDM_FIELD_DATE },
  { "planned-end", N_ ("Planned end"), TDM_FIELD_DATE },
  { "ended-on", N_ ("End"), TDM_FIELD_DATE, .hand = TDM_FIELD_FOLLOWS },
  { "end-reason", N_ ("Reason for the end"), TDM_FIELD_CODE, .type = tdm_end_reason_get_type },
  { "mentee-asked-on", N_ ("Mentee asked on"), TDM_FIELD_DATE, .hand = TDM_FIELD_FOLLOWS },
  { "mentee-agreed-on", N_ ("Mentee agreed on"), TDM_FIELD_DATE, .hand = TDM_FIELD_FOLLOWS },
  { "mentor-asked-on", N_ ("Mentor asked on"), TDM_FIELD_DATE, .hand = TDM_FIELD_FOLLOWS },
  { "mentor-agreed-on", N_ ("Mentor agreed on"), TDM_FIELD_DATE, .hand = TDM_FIELD_FOLLOWS },
};

static void
tdm_pair_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmPair *self = TDM_PAIR (object);

  switch (id)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, tdm_pair_get_progress (self));
      break;
    case PROP_STEPS_DONE:
      g_value_set_uint (value, self->summary.steps_done);
      break;
    case PROP_STEPS_TOTAL:
      g_value_set_uint (value, self->summary.steps_total);
      break;
    case PROP_NEXT_START:
      g_value_set_int64 (value, self->summary.next_start);
      break;
    case PROP_NEXT_ZONE:
      g_value_set_string (value, tdm_pair_get_next_zone (self));
      break;
    default:
      G_OBJECT_CLASS (tdm_pair_parent_class)->get_property (object, id, value, spec);
    }
}

static void
tdm_pair_finalize (GObject *object)
{
  g_free (TDM_PAIR (object)->search_text);
  G_OBJECT_CLASS (tdm_pair_parent_class)->finalize (object);
}

static void
tdm_pair_renamed (TdmRecord *record)
{
  g_clear_pointer (&TDM_PAIR (record)->search_text, g_free);
}

/* Since when it is paused, its history says. */
static void
tdm_pair_children_changed (TdmRecord *record)
{
  if (tdm_pair_get_state (TDM_PAIR (record)) == TDM_PAIR_PAUSED)
    g_object_notify (G_OBJECT (record), "state");
}

static void
tdm_pair_class_init (TdmPairClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tdm_pair_finalize;
  object_class->get_property = tdm_pair_get_property;
  tdm_record_class_install_fields (record_class, "pair", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Tandem added"), N_ ("Tandem changed"), N_ ("Tandem removed"));
  record_class->scopes = TDM_SCOPE_OVERVIEW;
  record_class->renamed = tdm_pair_renamed;
  record_class->children_changed = tdm_pair_children_changed;

  summary_specs[0] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  summary_specs[1] = g_param_spec_uint ("steps-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  summary_specs[2] = g_param_spec_uint ("steps-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  summary_specs[3] = g_param_spec_int64 ("next-start", NULL, NULL, 0, G_MAXINT64, 0, flags);
  summary_specs[4] = g_param_spec_string ("next-zone", NULL, NULL, "", flags);
  for (guint i = 0; i < G_N_ELEMENTS (summary_specs); i++)
    g_object_class_install_property (object_class, PROP_PROGRESS + i, summary_specs[i]);
}

static void
tdm_pair_init (TdmPair *self)
{
}

TdmRound *
tdm_pair_get_round (TdmPair *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_PAIR_ROUND);
}

TdmPerson *
tdm_pair_get_mentee (TdmPair *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_PAIR_MENTEE);
}

TdmPerson *
tdm_pair_get_mentor (TdmPair *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_PAIR_MENTOR);
}

/**
 * tdm_pair_get_member:
 *
 * Returns: (transfer none) (nullable): who is in the tandem in @role
 */
TdmPerson *
tdm_pair_get_member (TdmPair *self, TdmRole role)
{
  return role == TDM_ROLE_MENTEE ? tdm_pair_get_mentee (self) : tdm_pair_get_mentor (self);
}

/**
 * tdm_pair_get_person_of:
 * @record: what belongs to a tandem, such as a meeting
 * @own: the index of its link to the person who had a part in it when the tandem changed hands
 * @field: the part
 *
 * Returns: (transfer none) (nullable): who has that part in it, of its own or as the tandem says
 */
TdmPerson *
tdm_pair_get_person_of (gpointer record, guint own, TdmPairField field)
{
  TdmPerson *person = tdm_record_get_link (record, own);
  TdmRecord *pair = tdm_record_get_parent (record);

  return person || !pair ? person : tdm_record_get_link (pair, field);
}

TdmPairState
tdm_pair_get_state (TdmPair *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_PAIR_STATE);
}

TdmTopic *
tdm_pair_get_topic (TdmPair *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_PAIR_TOPIC);
}

GListModel *
tdm_pair_get_goals (TdmPair *self)
{
  return tdm_record_get_children (self, TDM_TYPE_GOAL);
}

GListModel *
tdm_pair_get_series (TdmPair *self)
{
  return tdm_record_get_children (self, TDM_TYPE_SERIES);
}

GListModel *
tdm_pair_get_meetings (TdmPair *self)
{
  return tdm_record_get_children (self, TDM_TYPE_MEETING);
}

GListModel *
tdm_pair_get_events (TdmPair *self)
{
  return tdm_record_get_children (self, TDM_TYPE_PAIR_EVENT);
}

guint
tdm_pair_get_steps_done (TdmPair *self)
{
  g_return_val_if_fail (TDM_IS_PAIR (self), 0);

  return self->summary.steps_done;
}

guint
tdm_pair_get_steps_total (TdmPair *self)
{
  g_return_val_if_fail (TDM_IS_PAIR (self), 0);

  return self->summary.steps_total;
}

/**
 * tdm_pair_get_progress:
 *
 * Returns: the share of goal steps that are done, from 0 to 1; 0 where there are no goals
 */
double
tdm_pair_get_progress (TdmPair *self)
{
  g_return_val_if_fail (TDM_IS_PAIR (self), 0);

  return self->summary.steps_total > 0 ? (double) self->summary.steps_done / self->summary.steps_total : 0;
}

/**
 * tdm_pair_get_next_start:
 *
 * Returns: when its next meeting starts, seconds since 1970-01-01 UTC, or 0 where none is planned
 */
gint64
tdm_pair_get_next_start (TdmPair *self)
{
  g_return_val_if_fail (TDM_IS_PAIR (self), 0);

  return self->summary.next_start;
}

/**
 * tdm_pair_get_next_end:
 *
 * Returns: when its next meeting is over, seconds since 1970-01-01 UTC, or 0 where none is planned
 */
gint64
tdm_pair_get_next_end (TdmPair *self)
{
  g_return_val_if_fail (TDM_IS_PAIR (self), 0);

  return self->summary.next_end;
}

/**
 * tdm_pair_get_next_zone:
 *
 * Returns: (transfer none): the IANA time zone in which its next meeting was planned, empty where there is none
 */
const char *
tdm_pair_get_next_zone (TdmPair *self)
{
  g_return_val_if_fail (TDM_IS_PAIR (self), "");

  return self->summary.next_zone ? self->summary.next_zone : "";
}

/**
 * tdm_pair_set_summary:
 * @self: a live tandem
 * @summary: what lists show of it, whether its details are loaded or not
 *
 * For the workspace.
 */
void
tdm_pair_set_summary (TdmPair *self, const TdmSummary *summary)
{
  const TdmSummary *before = &self->summary;

  g_return_if_fail (TDM_IS_PAIR (self));

  if (before->steps_done == summary->steps_done && before->steps_total == summary->steps_total &&
      before->next_start == summary->next_start && before->next_end == summary->next_end &&
      before->next_zone == summary->next_zone)
    return;

  self->summary = *summary;
  for (guint i = 0; i < G_N_ELEMENTS (summary_specs); i++)
    g_object_notify_by_pspec (G_OBJECT (self), summary_specs[i]);
}

#define BIT(state) (1u << TDM_PAIR_##state)

/* Which states a state leads to; index is the state it leads from. */
static const guint next_states[] = {
  [TDM_PAIR_PROPOSED] = BIT (ASKED) | BIT (CONFIRMED) | BIT (ACTIVE) | BIT (DECLINED),
  [TDM_PAIR_ASKED] = BIT (CONFIRMED) | BIT (ACTIVE) | BIT (DECLINED),
  [TDM_PAIR_CONFIRMED] = BIT (ACTIVE) | BIT (DISSOLVED),
  [TDM_PAIR_ACTIVE] = BIT (PAUSED) | BIT (COMPLETED) | BIT (DISSOLVED),
  [TDM_PAIR_PAUSED] = BIT (ACTIVE) | BIT (COMPLETED) | BIT (DISSOLVED),
  [TDM_PAIR_COMPLETED] = BIT (ACTIVE),
  [TDM_PAIR_DISSOLVED] = BIT (ACTIVE),
  [TDM_PAIR_DECLINED] = 0,
};

/**
 * tdm_pair_can_become:
 *
 * Returns: whether the state of @self leads to @state in one step
 */
gboolean
tdm_pair_can_become (TdmPair *self, TdmPairState state)
{
  g_return_val_if_fail (TDM_IS_PAIR (self), FALSE);

  return (next_states[tdm_pair_get_state (self)] & (1u << state)) != 0;
}

gboolean
tdm_pair_state_is_over (TdmPairState state)
{
  return state >= TDM_PAIR_COMPLETED;
}

/**
 * tdm_pair_is_over:
 *
 * Returns: whether it came to an end, whatever the reason
 */
gboolean
tdm_pair_is_over (TdmPair *self)
{
  return tdm_pair_state_is_over (tdm_pair_get_state (self));
}

/**
 * tdm_pair_get_paused_on:
 * @self: a paused tandem whose events are loaded
 *
 * Returns: (transfer none): the day since when it is paused, `YYYY-MM-DD`; empty if nobody knows
 */
const char *
tdm_pair_get_paused_on (TdmPair *self)
{
  GListModel *events;

  g_return_val_if_fail (TDM_IS_PAIR (self), "");

  events = tdm_pair_get_events (self);
  for (guint i = g_list_model_get_n_items (events); i > 0; i--)
    {
      g_autoptr (TdmRecord) event = g_list_model_get_item (events, i - 1);

      if (tdm_record_get_integer (event, TDM_PAIR_EVENT_TO_STATE) == TDM_PAIR_PAUSED &&
          tdm_record_get_integer (event, TDM_PAIR_EVENT_FROM_STATE) != TDM_PAIR_PAUSED)
        return tdm_record_get_text (event, TDM_PAIR_EVENT_HAPPENED_ON);
    }
  return "";
}

/**
 * tdm_pair_get_search_text:
 * @self: a live tandem
 *
 * Returns: (transfer none): what a search looks through, folded by tdm_text_fold(): both people with their
 *   departments, and the topic
 */
const char *
tdm_pair_get_search_text (TdmPair *self)
{
  g_return_val_if_fail (TDM_IS_PAIR (self), "");

  if (!self->search_text)
    {
      TdmPerson *mentee = tdm_pair_get_mentee (self), *mentor = tdm_pair_get_mentor (self);
      TdmTopic *topic = tdm_pair_get_topic (self);
      g_autofree char *text = g_strjoin ("\n",
                                         tdm_person_get_name (mentee),
                                         tdm_person_get_name (mentor),
                                         topic ? tdm_topic_get_title (topic) : "",
                                         mentee ? tdm_person_get_department (mentee) : "",
                                         mentor ? tdm_person_get_department (mentor) : "", NULL);

      self->search_text = tdm_text_fold (text);
    }
  return self->search_text;
}
