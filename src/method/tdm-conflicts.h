/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting-brief.h"

G_BEGIN_DECLS

#define TDM_TYPE_CONFLICTS (tdm_conflicts_get_type ())
G_DECLARE_FINAL_TYPE (TdmConflicts, tdm_conflicts, TDM, CONFLICTS, GObject)

TdmConflicts *tdm_conflicts_new           (void);
void          tdm_conflicts_look_at       (TdmConflicts          *self,
                                           GArray                *briefs);
gboolean      tdm_conflicts_has           (TdmConflicts          *self,
                                           const TdmMeetingBrief *meeting,
                                           TdmMeeting            *record);
char         *tdm_conflicts_describe      (TdmConflicts          *self,
                                           const TdmMeetingBrief *meeting,
                                           TdmMeeting            *record);
char         *tdm_conflicts_describe_plan (TdmConflicts          *self,
                                           const TdmMeetingBrief *meeting);

G_END_DECLS
