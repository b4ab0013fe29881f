/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-attendee.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-meeting.h"

G_BEGIN_DECLS

/**
 * TdmAnswerTold:
 * @arrived: (nullable): the last reply that arrived
 * @tried: (element-type TdmCalendarMessage): later ones that were tried
 *
 * What the organizer of a series was told of one answer of a participant. It holds no references.
 */
typedef struct
{
  TdmRecord *arrived;
  GPtrArray *tried;
} TdmAnswerTold;

void     tdm_answer_told_find  (TdmAnswerTold       *self,
                                TdmSeries           *series,
                                TdmMeeting          *meeting);
void     tdm_answer_told_clear (TdmAnswerTold       *self);
gboolean tdm_answer_told_knows (const TdmAnswerTold *self,
                                TdmSeries           *series,
                                TdmMeeting          *meeting,
                                TdmAttendee         *attendee);
char    *tdm_answer_told_write (TdmAttendee         *attendee);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdmAnswerTold, tdm_answer_told_clear)

G_END_DECLS
