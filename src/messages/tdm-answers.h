/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-attendee.h"
#include "model/tdm-meeting.h"

G_BEGIN_DECLS

char    *tdm_answers_describe_series (TdmSeries           *series);
char    *tdm_answers_describe_date   (TdmMeeting          *meeting,
                                      TdmPerson           *person);
char    *tdm_answers_describe_comments (TdmMeeting        *meeting);
gboolean tdm_answers_is_to_old_time  (TdmMeeting          *meeting,
                                      TdmPerson           *person);
gboolean tdm_answers_is_accepted     (TdmMeeting          *meeting);
char    *tdm_answers_describe_meeting (TdmMeeting         *meeting);
char    *tdm_answers_describe_proposal (TdmMeeting        *meeting);

G_END_DECLS
