/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

G_BEGIN_DECLS

#define TDM_TYPE_MEETING_DAYS (tdm_meeting_days_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingDays, tdm_meeting_days, TDM, MEETING_DAYS, GObject)

TdmMeetingDays *tdm_meeting_days_new          (void);
void            tdm_meeting_days_set_meetings (TdmMeetingDays *self,
                                               GListModel     *meetings);
void            tdm_meeting_days_set_round    (TdmMeetingDays *self,
                                               TdmRound       *round);
void            tdm_meeting_days_look_again   (TdmMeetingDays *self);
GPtrArray      *tdm_meeting_days_find         (TdmMeetingDays *self,
                                               guint32         day);

G_END_DECLS
