/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting-brief.h"

G_BEGIN_DECLS

/* What the window says of a meeting. */

char       *tdm_meeting_words_names        (const TdmMeetingBrief *meeting);
char       *tdm_meeting_words_last_names   (const TdmMeetingBrief *meeting);
char       *tdm_meeting_words_day          (gint64      start);
char       *tdm_meeting_words_time         (const TdmMeetingBrief *meeting);
char       *tdm_meeting_words_elsewhere    (TdmMeeting *meeting);
char       *tdm_meeting_words_details      (TdmMeeting *meeting);
char       *tdm_meeting_words_describe     (TdmMeeting *meeting);
char       *tdm_meeting_words_time_range   (const char *local_start,
                                            gint64      minutes);

G_END_DECLS
