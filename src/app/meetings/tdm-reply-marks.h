/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

#include "model/tdm-meeting.h"

G_BEGIN_DECLS

#define TDM_TYPE_REPLY_MARKS (tdm_reply_marks_get_type ())
G_DECLARE_FINAL_TYPE (TdmReplyMarks, tdm_reply_marks, TDM, REPLY_MARKS, AdwBin)

void tdm_reply_marks_show (TdmReplyMarks *self,
                           TdmMeeting    *meeting);

G_END_DECLS
