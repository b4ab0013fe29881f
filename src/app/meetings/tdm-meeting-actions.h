/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_MEETING_ACTIONS (tdm_meeting_actions_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingActions, tdm_meeting_actions, TDM, MEETING_ACTIONS, GSimpleActionGroup)

TdmMeetingActions *tdm_meeting_actions_new         (GtkWidget         *shown);
void               tdm_meeting_actions_offer       (TdmMeetingActions *self,
                                                    GtkWidget         *widget);
void               tdm_meeting_actions_set_meeting (TdmMeetingActions *self,
                                                    TdmWorkspace      *workspace,
                                                    TdmMeeting        *meeting);
void               tdm_meeting_actions_update      (TdmMeetingActions *self);

G_END_DECLS
