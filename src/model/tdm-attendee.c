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
  { "series", N_ ("Meeting series"), TDM_FIELD_LINK, .type = tdm_series_get_type },
  { "meeting", N_ ("Meeting"), TDM_FIELD_LINK, .type = tdm_meeting_get_type },
  { "person", N_ ("Person"), TDM_FIELD_LINK, .required = TRUE, .type = tdm_person_get_type },
  { "reply", N_ ("Reply"), TDM_FIELD_CODE, .type = tdm_reply_get_type },
  { "replied", N_ ("Replied"), TDM_FIELD_INTEGER },
  { "took-part", N_ ("Took part"), TDM_FIELD_CODE, .type = tdm_took_part_get_type },
};

static void
tdm_attendee_class_init (TdmAttendeeClass *klass)
{
  tdm_record_class_install_fields (TDM_RECORD_CLASS (klass), "attendee", fields, G_N_ELEMENTS (fields));
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
