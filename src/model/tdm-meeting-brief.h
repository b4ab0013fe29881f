/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-meeting.h"

G_BEGIN_DECLS

/**
 * TdmMeetingBrief:
 * @id: the row id of the meeting
 * @start: when it starts, seconds since 1970-01-01 UTC
 * @minutes: its length
 * @state: what was put down about it
 * @pair: its tandem
 * @mentee: (nullable): who learned in it, if the tandem has changed hands since; see tdm_meeting_get_mentee()
 * @mentor: (nullable): who gave in it
 * @kind: what sort of meeting it is
 * @place: (nullable): where it is; in a brief that owns what it names, a #GRefString
 * @topic: (nullable): what it is about, likewise
 * @local_start: when it starts on the clocks of its zone, `YYYY-MM-DDTHH:MM:SS`
 * @paused_on: since when its tandem is paused, an interned string; empty where it is not, or where nobody knows
 * @is_out_of_order: whether a meeting of its series was moved, so that it may not stand where its calendars expect it
 *
 * What is asked of each of very many meetings: enough to sort, count and compare them without a record of each.
 */
typedef struct
{
  gint64 id;
  gint64 start;
  int minutes;
  TdmMeetingState state;
  TdmPair *pair;
  TdmPerson *mentee;
  TdmPerson *mentor;
  TdmMeetingKind kind;
  const char *place;
  const char *topic;
  char local_start[20];
  const char *paused_on;
  gboolean is_out_of_order;
} TdmMeetingBrief;

TdmMeetingBrief tdm_meeting_brief_of      (TdmMeeting            *meeting);
void       tdm_meeting_brief_copy         (TdmMeetingBrief       *self,
                                           const TdmMeetingBrief *from);
void       tdm_meeting_brief_clear        (TdmMeetingBrief       *self);

gint64     tdm_meeting_brief_get_end      (const TdmMeetingBrief *self);
TdmPerson *tdm_meeting_brief_get_mentee   (const TdmMeetingBrief *self);
TdmPerson *tdm_meeting_brief_get_mentor   (const TdmMeetingBrief *self);
const char *tdm_meeting_brief_get_topic   (const TdmMeetingBrief *self);
const char *tdm_meeting_brief_describe_state (const TdmMeetingBrief *self);
gboolean   tdm_meeting_brief_has_no_record (const TdmMeetingBrief *self);
gboolean   tdm_meeting_brief_is_off       (const TdmMeetingBrief *self);
gboolean   tdm_meeting_brief_takes_place  (const TdmMeetingBrief *self);
gboolean   tdm_meeting_brief_waits        (const TdmMeetingBrief *self);
gboolean   tdm_meeting_brief_is_to_record (const TdmMeetingBrief *self);
int        tdm_meeting_brief_compare      (const TdmMeetingBrief *self,
                                           const TdmMeetingBrief *other);

G_END_DECLS
