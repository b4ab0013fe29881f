/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-attendee.h"

#include "base/tdm-i18n.h"

/**
 * TdmAttendee:
 *
 * A person invited to a series or to one meeting; the reply is not the attendance.
 */

struct _TdmAttendee
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmAttendee, tdm_attendee, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "series", N_ ("Meeting series"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .type = tdm_series_get_type,
    .hand = TDM_FIELD_FOLLOWS },
  { "meeting", N_ ("Meeting"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .type = tdm_meeting_get_type,
    .hand = TDM_FIELD_FOLLOWS },
  { "person", N_ ("Person"), TDM_FIELD_LINK, .required = TRUE, .type = tdm_person_get_type, .hand = TDM_FIELD_FOLLOWS },
  { "reply", N_ ("Reply"), TDM_FIELD_CODE, .type = tdm_reply_get_type },
  { "replied", N_ ("Replied"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "took-part", N_ ("Took part"), TDM_FIELD_CODE, .type = tdm_took_part_get_type },
  { "asked", N_ ("Asked"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "reply-sequence", N_ ("Sequence"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "comment", N_ ("Comment"), TDM_FIELD_BLOCK, .most = TDM_TEXT_MOST, .hand = TDM_FIELD_FOLLOWS },
  { "proposed-start", N_ ("Proposed start"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_FOLLOWS },
  { "proposed-minutes", N_ ("Proposed length"), TDM_FIELD_INTEGER, .most = 600, .hand = TDM_FIELD_FOLLOWS },
};

static void
tdm_attendee_class_init (TdmAttendeeClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "attendee", fields, G_N_ELEMENTS (fields));
  record_class->scopes = TDM_SCOPE_PAIR | TDM_SCOPE_ROUND_MEETINGS;
  /* What was answered to a meeting that is recorded is asked for with the tandem alone: of those there are many. */
  record_class->limit = (TdmRecordLimit) { TDM_SCOPE_ROUND_MEETINGS, TDM_ATTENDEE_MEETING, TDM_MEETING_STATE,
                                           1 << TDM_MEETING_STATE_PLANNED | 1 << TDM_MEETING_STATE_INVITED };
  record_class->tells_parent = TRUE;
}

static void
tdm_attendee_init (TdmAttendee *self)
{
}

TdmPerson *
tdm_attendee_get_person (TdmAttendee *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_ATTENDEE_PERSON);
}

TdmReply
tdm_attendee_get_reply (TdmAttendee *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_ATTENDEE_REPLY);
}

/**
 * tdm_attendee_has_answer:
 * @self: a person's part in a series or a meeting
 *
 * Returns: whether it says what the person answered, or that an answer is awaited; one that only knows who took part
 *   does not
 */
gboolean
tdm_attendee_has_answer (TdmAttendee *self)
{
  TdmRecord *record = TDM_RECORD (self);

  return tdm_record_get_integer (record, TDM_ATTENDEE_ASKED) != 0 ||
         tdm_record_get_integer (record, TDM_ATTENDEE_REPLIED) != 0;
}

/**
 * tdm_attendee_find:
 * @attendees: (element-type TdmAttendee): of a series or a meeting
 * @person: who
 *
 * Returns: (transfer none) (nullable): the part of @person in it
 */
TdmAttendee *
tdm_attendee_find (GListModel *attendees, TdmPerson *person)
{
  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr (TdmAttendee) attendee = g_list_model_get_item (attendees, i);

      if (tdm_attendee_get_person (attendee) == person)
        return attendee;
    }
  return NULL;
}
