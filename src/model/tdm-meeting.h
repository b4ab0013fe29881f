/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-attendee.h"
#include "tdm-codes.h"
#include "tdm-goal.h"
#include "tdm-pair.h"
#include "tdm-record.h"
#include "tdm-series.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_MEETING_PAIR,
  TDM_MEETING_SERIES,
  TDM_MEETING_RECURRENCE_ID,
  TDM_MEETING_LOCAL_START,
  TDM_MEETING_ZONE,
  TDM_MEETING_START,
  TDM_MEETING_MINUTES,
  TDM_MEETING_KIND,
  TDM_MEETING_STATE,
  TDM_MEETING_PLACE,
  TDM_MEETING_TOPIC,
  TDM_MEETING_QUESTION,
  TDM_MEETING_SESSION_GOAL,
  TDM_MEETING_GOAL,
  TDM_MEETING_OUTCOME,
  TDM_MEETING_SEQUENCE,
  TDM_MEETING_HEARD,
  TDM_MEETING_MENTEE,
  TDM_MEETING_MENTOR,
} TdmMeetingField;

#define TDM_TYPE_MEETING (tdm_meeting_get_type ())
typedef struct _TdmAttendee TdmAttendee;

G_DECLARE_FINAL_TYPE (TdmMeeting, tdm_meeting, TDM, MEETING, TdmRecord)

TdmPair        *tdm_meeting_get_pair          (TdmMeeting *self);
TdmPerson      *tdm_meeting_get_mentee        (TdmMeeting *self);
TdmPerson      *tdm_meeting_get_mentor        (TdmMeeting *self);
TdmSeries      *tdm_meeting_get_series        (TdmMeeting *self);
TdmMeetingState tdm_meeting_get_state         (TdmMeeting *self);
TdmMeetingKind  tdm_meeting_get_kind          (TdmMeeting *self);
const char     *tdm_meeting_get_local_start   (TdmMeeting *self);
gint64          tdm_meeting_get_start         (TdmMeeting *self);
const char     *tdm_meeting_get_zone          (TdmMeeting *self);
gint64          tdm_meeting_get_minutes       (TdmMeeting *self);
const char     *tdm_meeting_get_recurrence_id (TdmMeeting *self);

gint64          tdm_meeting_get_end           (TdmMeeting *self);
gboolean        tdm_meeting_has_no_record     (TdmMeeting *self);
gboolean        tdm_meeting_is_open           (TdmMeeting *self);
gboolean        tdm_meeting_is_off            (TdmMeeting *self);
gboolean        tdm_meeting_takes_place       (TdmMeeting *self);
gboolean        tdm_meeting_waits             (TdmMeeting *self);
gboolean        tdm_meeting_is_to_record      (TdmMeeting *self);
const char     *tdm_meeting_describe_state    (TdmMeeting *self);

GListModel *tdm_meeting_get_attendees (TdmMeeting *self);
gboolean    tdm_meeting_is_accepted   (TdmMeeting *self);
void        tdm_meeting_notify_answers (TdmMeeting *self);
TdmReply    tdm_meeting_get_reply     (TdmMeeting *self,
                                       TdmPerson  *person);
TdmAttendee *tdm_meeting_get_answer      (TdmMeeting *self,
                                          TdmPerson  *person);
TdmAttendee *tdm_meeting_get_own_attendee (TdmMeeting *self,
                                          TdmPerson  *person);
TdmAttendee *tdm_meeting_find_proposal   (TdmMeeting *self);
GPtrArray   *tdm_meeting_list_of_series  (TdmSeries  *series);

G_END_DECLS
