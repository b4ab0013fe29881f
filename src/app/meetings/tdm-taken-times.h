/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting-brief.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_TAKEN_TIMES (tdm_taken_times_get_type ())
G_DECLARE_FINAL_TYPE (TdmTakenTimes, tdm_taken_times, TDM, TAKEN_TIMES, GObject)

TdmTakenTimes *tdm_taken_times_hold          (TdmWorkspace          *workspace,
                                              TdmMeeting            *from);
char          *tdm_taken_times_describe      (TdmTakenTimes         *self,
                                              const TdmMeetingBrief *plan);
char          *tdm_taken_times_describe_move (TdmTakenTimes         *self,
                                              TdmMeeting            *meeting,
                                              const char            *start,
                                              int                    minutes,
                                              const char            *place);

G_END_DECLS
