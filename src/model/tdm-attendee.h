/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-meeting.h"
#include "tdm-person.h"
#include "tdm-series.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_ATTENDEE_SERIES,
  TDM_ATTENDEE_MEETING,
  TDM_ATTENDEE_PERSON,
  TDM_ATTENDEE_REPLY,
  TDM_ATTENDEE_REPLIED,
  TDM_ATTENDEE_TOOK_PART,
  TDM_ATTENDEE_ASKED,
  TDM_ATTENDEE_REPLY_SEQUENCE,
  TDM_ATTENDEE_COMMENT,
  TDM_ATTENDEE_PROPOSED_START,
  TDM_ATTENDEE_PROPOSED_MINUTES,
} TdmAttendeeField;

#define TDM_TYPE_ATTENDEE (tdm_attendee_get_type ())
G_DECLARE_FINAL_TYPE (TdmAttendee, tdm_attendee, TDM, ATTENDEE, TdmRecord)

TdmPerson *tdm_attendee_get_person (TdmAttendee *self);
TdmReply   tdm_attendee_get_reply  (TdmAttendee *self);
gboolean   tdm_attendee_has_answer (TdmAttendee *self);
TdmAttendee *tdm_attendee_find     (GListModel  *attendees,
                                    TdmPerson   *person);

G_END_DECLS
