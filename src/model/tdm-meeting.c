/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting.h"

#include "base/tdm-i18n.h"
#include "tdm-attendee.h"
#include "tdm-meeting-brief.h"

#include <string.h>

/**
 * TdmMeeting:
 *
 * One meeting of a tandem, mostly one date of a series.
 */

struct _TdmMeeting
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmMeeting, tdm_meeting, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "pair", N_ ("Tandem"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_pair_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "series", N_ ("Meeting series"), TDM_FIELD_LINK, .type = tdm_series_get_type, .hand = TDM_FIELD_FOLLOWS },
  { "recurrence-id", N_ ("Original start"), TDM_FIELD_LINE, .most = 19, .hand = TDM_FIELD_KEPT },
  { "local-start", N_ ("Start"), TDM_FIELD_LINE, .required = TRUE, .most = 19 },
  { "zone", N_ ("Time zone"), TDM_FIELD_LINE, .required = TRUE, .most = 80, .hand = TDM_FIELD_AT_FIRST },
  { "start", N_ ("Start"), TDM_FIELD_INTEGER, TDM_FIELD_ORDER, .hand = TDM_FIELD_FOLLOWS },
  { "minutes", N_ ("Length"), TDM_FIELD_INTEGER, .most = 600, .least = 5 },
  { "kind", N_ ("Kind"), TDM_FIELD_CODE, .type = tdm_meeting_kind_get_type },
  { "state", N_ ("State"), TDM_FIELD_CODE, .type = tdm_meeting_state_get_type },
  { "place", N_ ("Place"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "topic", N_ ("Topic"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "question", N_ ("Question"), TDM_FIELD_BLOCK, .most = TDM_TEXT_MOST },
  { "session-goal", N_ ("Goal of the meeting"), TDM_FIELD_LINE, .most = TDM_TEXT_MOST },
  { "goal", N_ ("Goal"), TDM_FIELD_LINK, .type = tdm_goal_get_type },
  { "outcome", N_ ("Outcome"), TDM_FIELD_CODE, .type = tdm_outcome_get_type },
  { "sequence", N_ ("Sequence"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "heard", N_ ("Last message"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "mentee", N_ ("Mentee"), TDM_FIELD_LINK, .type = tdm_person_get_type, .hand = TDM_FIELD_FOLLOWS },
  { "mentor", N_ ("Mentor"), TDM_FIELD_LINK, .type = tdm_person_get_type, .hand = TDM_FIELD_FOLLOWS },
};

enum { PROP_ACCEPTED = TDM_RECORD_FIRST_FREE_PROPERTY };

static GParamSpec *accepted_spec;

static void
tdm_meeting_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_ACCEPTED)
    g_value_set_boolean (value, tdm_meeting_is_accepted (TDM_MEETING (object)));
  else
    G_OBJECT_CLASS (tdm_meeting_parent_class)->get_property (object, id, value, spec);
}

static void
tdm_meeting_children_changed (TdmRecord *record)
{
  tdm_meeting_notify_answers (TDM_MEETING (record));
}

static void
tdm_meeting_class_init (TdmMeetingClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "meeting", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Meeting added"), N_ ("Meeting changed"), N_ ("Meeting removed"));
  record_class->scopes = TDM_SCOPE_PAIR | TDM_SCOPE_PAIR_TOLD | TDM_SCOPE_ROUND_MEETINGS | TDM_SCOPE_ROUND_TOLD;
  record_class->is_listed = TRUE;
  record_class->children_changed = tdm_meeting_children_changed;
  G_OBJECT_CLASS (klass)->get_property = tdm_meeting_get_property;
  accepted_spec = g_param_spec_boolean ("accepted", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_ACCEPTED, accepted_spec);
}

static void
tdm_meeting_init (TdmMeeting *self)
{
}

TdmPair *
tdm_meeting_get_pair (TdmMeeting *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_MEETING_PAIR);
}

/**
 * tdm_meeting_get_mentee:
 *
 * Returns: (transfer none) (nullable): who learns in it: whoever did then, if the tandem has changed hands since it
 * began
 */
TdmPerson *
tdm_meeting_get_mentee (TdmMeeting *self)
{
  g_return_val_if_fail (TDM_IS_MEETING (self), NULL);

  return tdm_pair_get_person_of (self, TDM_MEETING_MENTEE, TDM_PAIR_MENTEE);
}

/**
 * tdm_meeting_get_mentor:
 *
 * Returns: (transfer none) (nullable): who gives in it, see tdm_meeting_get_mentee()
 */
TdmPerson *
tdm_meeting_get_mentor (TdmMeeting *self)
{
  g_return_val_if_fail (TDM_IS_MEETING (self), NULL);

  return tdm_pair_get_person_of (self, TDM_MEETING_MENTOR, TDM_PAIR_MENTOR);
}

TdmSeries *
tdm_meeting_get_series (TdmMeeting *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_MEETING_SERIES);
}

TdmMeetingState
tdm_meeting_get_state (TdmMeeting *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_MEETING_STATE);
}

TdmMeetingKind
tdm_meeting_get_kind (TdmMeeting *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_MEETING_KIND);
}

const char *
tdm_meeting_get_local_start (TdmMeeting *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_MEETING_LOCAL_START);
}

gint64
tdm_meeting_get_start (TdmMeeting *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_MEETING_START);
}

const char *
tdm_meeting_get_zone (TdmMeeting *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_MEETING_ZONE);
}

gint64
tdm_meeting_get_minutes (TdmMeeting *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_MEETING_MINUTES);
}

const char *
tdm_meeting_get_recurrence_id (TdmMeeting *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_MEETING_RECURRENCE_ID);
}

/**
 * tdm_meeting_get_end:
 *
 * Returns: when it is over, seconds since 1970-01-01 UTC
 */
gint64
tdm_meeting_get_end (TdmMeeting *self)
{
  return tdm_meeting_get_start (self) + tdm_meeting_get_minutes (self) * 60;
}

/**
 * tdm_meeting_has_no_record:
 * @self: a meeting, live or not
 *
 * Returns: whether it was neither put down what became of it nor was it cancelled; its tandem and the day do not count
 */
gboolean
tdm_meeting_has_no_record (TdmMeeting *self)
{
  const TdmMeetingBrief brief = { .state = tdm_meeting_get_state (self) };

  return tdm_meeting_brief_has_no_record (&brief);
}

/**
 * tdm_meeting_is_off:
 *
 * Returns: see tdm_meeting_brief_is_off()
 */
gboolean
tdm_meeting_is_off (TdmMeeting *self)
{
  TdmMeetingBrief brief;

  g_return_val_if_fail (TDM_IS_MEETING (self), FALSE);

  brief = tdm_meeting_brief_of (self);
  return tdm_meeting_brief_is_off (&brief);
}

/**
 * tdm_meeting_takes_place:
 *
 * Returns: see tdm_meeting_brief_takes_place()
 */
gboolean
tdm_meeting_takes_place (TdmMeeting *self)
{
  TdmMeetingBrief brief;

  g_return_val_if_fail (TDM_IS_MEETING (self), FALSE);

  brief = tdm_meeting_brief_of (self);
  return tdm_meeting_brief_takes_place (&brief);
}

/**
 * tdm_meeting_waits:
 *
 * Returns: see tdm_meeting_brief_waits()
 */
gboolean
tdm_meeting_waits (TdmMeeting *self)
{
  TdmMeetingBrief brief;

  g_return_val_if_fail (TDM_IS_MEETING (self), FALSE);

  brief = tdm_meeting_brief_of (self);
  return tdm_meeting_brief_waits (&brief);
}

/**
 * tdm_meeting_is_open:
 *
 * Returns: whether it is neither recorded nor off: it may still take place, or nobody has said yet whether it did
 */
gboolean
tdm_meeting_is_open (TdmMeeting *self)
{
  g_return_val_if_fail (TDM_IS_MEETING (self), FALSE);

  return tdm_meeting_has_no_record (self) && !tdm_meeting_is_off (self);
}

/**
 * tdm_meeting_is_to_record:
 *
 * Returns: see tdm_meeting_brief_is_to_record()
 */
gboolean
tdm_meeting_is_to_record (TdmMeeting *self)
{
  TdmMeetingBrief brief;

  g_return_val_if_fail (TDM_IS_MEETING (self), FALSE);

  brief = tdm_meeting_brief_of (self);
  return tdm_meeting_brief_is_to_record (&brief);
}

/**
 * tdm_meeting_describe_state:
 *
 * Returns: (transfer none): how it stands, in the language of the program: its state, or what its tandem makes of it
 */
const char *
tdm_meeting_describe_state (TdmMeeting *self)
{
  const TdmMeetingBrief brief = tdm_meeting_brief_of (self);

  return tdm_meeting_brief_describe_state (&brief);
}

GListModel *
tdm_meeting_get_attendees (TdmMeeting *self)
{
  return tdm_record_get_children (self, TDM_TYPE_ATTENDEE);
}

/**
 * tdm_meeting_get_own_attendee:
 * @person: who
 *
 * Returns: (transfer none) (nullable): the person's part in this very meeting, if anything is known of it
 */
TdmAttendee *
tdm_meeting_get_own_attendee (TdmMeeting *self, TdmPerson *person)
{
  return tdm_attendee_find (tdm_meeting_get_attendees (self), person);
}

/**
 * tdm_meeting_get_answer:
 * @person: one of the people of its tandem
 *
 * An answer to one date stands before one to the series, and so does a question: who accepted the series has not
 * answered yet about a date that was moved later.
 *
 * Returns: (transfer none) (nullable): where the answer of @person to this meeting stands; %NULL if nobody asked
 */
TdmAttendee *
tdm_meeting_get_answer (TdmMeeting *self, TdmPerson *person)
{
  TdmAttendee *attendee = tdm_meeting_get_own_attendee (self, person);
  TdmSeries *series = tdm_meeting_get_series (self);

  if (attendee && tdm_attendee_has_answer (attendee))
    return attendee;
  attendee = series ? tdm_attendee_find (tdm_series_get_attendees (series), person) : NULL;
  return attendee && tdm_attendee_has_answer (attendee) ? attendee : NULL;
}

TdmReply
tdm_meeting_get_reply (TdmMeeting *self, TdmPerson *person)
{
  TdmAttendee *attendee = tdm_meeting_get_answer (self, person);

  return attendee ? tdm_attendee_get_reply (attendee) : TDM_REPLY_NEEDS_ACTION;
}

/**
 * tdm_meeting_is_accepted:
 *
 * Returns: whether both of its people have accepted it; changes of any answer are notified as `accepted`
 */
gboolean
tdm_meeting_is_accepted (TdmMeeting *self)
{
  return tdm_meeting_get_pair (self) &&
         tdm_meeting_get_reply (self, tdm_meeting_get_mentee (self)) == TDM_REPLY_ACCEPTED &&
         tdm_meeting_get_reply (self, tdm_meeting_get_mentor (self)) == TDM_REPLY_ACCEPTED;
}

/**
 * tdm_meeting_notify_answers:
 * @self: a live meeting
 *
 * For the model alone: an answer to this meeting or to its series has changed.
 */
void
tdm_meeting_notify_answers (TdmMeeting *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), accepted_spec);
}

/**
 * tdm_meeting_find_proposal:
 *
 * Returns: (transfer none) (nullable): the part of a person who proposes another time for it (COUNTER, RFC 5546 3.2.7)
 */
TdmAttendee *
tdm_meeting_find_proposal (TdmMeeting *self)
{
  GListModel *attendees = tdm_meeting_get_attendees (self);

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr (TdmAttendee) attendee = g_list_model_get_item (attendees, i);

      if (tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_PROPOSED_START) != 0)
        return attendee;
    }
  return NULL;
}

static int
meeting_compare_dates (gconstpointer a, gconstpointer b)
{
  return strcmp (tdm_meeting_get_recurrence_id (*(TdmMeeting *const *) a),
                 tdm_meeting_get_recurrence_id (*(TdmMeeting *const *) b));
}

/**
 * tdm_meeting_list_of_series:
 * @series: a live series whose meetings are loaded
 *
 * Returns: (transfer full) (element-type TdmMeeting): its meetings in the order of its dates, wherever they were moved
 */
GPtrArray *
tdm_meeting_list_of_series (TdmSeries *series)
{
  GListModel *all = tdm_pair_get_meetings (tdm_series_get_pair (series));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (all, i);

      if (tdm_meeting_get_series (meeting) == series)
        g_ptr_array_add (found, g_steal_pointer (&meeting));
    }
  g_ptr_array_sort (found, meeting_compare_dates);
  return found;
}
