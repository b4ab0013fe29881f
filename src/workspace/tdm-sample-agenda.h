/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"
#include "tdm-sample-pairs.h"

G_BEGIN_DECLS

#define TDM_SAMPLE_MOST_SESSIONS 30

/**
 * TdmSampleAgenda:
 * @sessions: for each side, indexes of what a meeting can be about, the best first
 * @n_sessions: how many there are
 * @n_used: how many meetings had one
 *
 * What a tandem talks about.
 */
typedef struct
{
  guint8 sessions[2][TDM_SAMPLE_MOST_SESSIONS];
  guint n_sessions[2];
  guint n_used[2];
} TdmSampleAgenda;

void           tdm_sample_agenda_init        (TdmSampleAgenda     *self,
                                              const TdmSample     *sample,
                                              const TdmSamplePair *pair);
TdmMeetingKind tdm_sample_agenda_choose_kind (const TdmSamplePair *pair,
                                              guint                index);
void           tdm_sample_agenda_set_session (TdmSampleAgenda     *self,
                                              TdmSample           *sample,
                                              const TdmSamplePair *pair,
                                              GDate                day,
                                              TdmMeeting          *meeting);
void           tdm_sample_agenda_set_title   (TdmSample           *sample,
                                              TdmMeeting          *meeting);

G_END_DECLS
