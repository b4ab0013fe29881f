/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-meeting.h"

G_BEGIN_DECLS

gboolean tdm_meeting_edits_is_moved   (TdmMeeting      *meeting);
TdmEdit *tdm_meeting_edits_move       (TdmMeeting      *meeting,
                                       const char      *local_start,
                                       gint64           minutes,
                                       const char      *place);
TdmEdit *tdm_meeting_edits_cancel     (TdmMeeting      *meeting);
TdmEdit *tdm_meeting_edits_record     (TdmMeeting      *meeting,
                                       TdmMeetingState  state);
TdmEdit *tdm_meeting_edits_set_agenda (TdmMeeting      *meeting,
                                       const char      *agenda);
TdmEdit *tdm_meeting_edits_set_kind   (GPtrArray       *meetings,
                                       TdmMeetingKind   kind);
TdmEdit *tdm_meeting_edits_frame      (GPtrArray       *meetings);
TdmEdit *tdm_meeting_edits_set_outcome (TdmMeeting     *meeting,
                                       TdmOutcome       outcome);
gboolean tdm_meeting_edits_follow_draft (TdmEdit       *edit,
                                       TdmMeeting      *meeting,
                                       TdmRecord       *draft,
                                       GListModel      *topics);
TdmEdit *tdm_meeting_edits_change     (TdmMeeting      *meeting,
                                       TdmRecord       *draft,
                                       GListModel      *topics);
void     tdm_meeting_edits_set_took_part (TdmEdit      *edit,
                                       TdmMeeting      *meeting,
                                       TdmPerson       *person,
                                       TdmTookPart      took_part);

G_END_DECLS
