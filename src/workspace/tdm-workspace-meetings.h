/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "edits/tdm-series-plan.h"
#include "tdm-workspace.h"

G_BEGIN_DECLS

gboolean       tdm_workspace_is_moved          (TdmMeeting           *meeting);
TdmSeriesPlan *tdm_workspace_plan_series       (TdmWorkspace         *self,
                                                TdmPair              *pair);
void           tdm_workspace_add_series_async  (TdmWorkspace         *self,
                                                TdmSeriesPlan        *plan,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
void           tdm_workspace_move_meeting_async (TdmWorkspace        *self,
                                                TdmMeeting           *meeting,
                                                const char           *local_start,
                                                gint64                minutes,
                                                const char           *place,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
void           tdm_workspace_cancel_meeting_async (TdmWorkspace      *self,
                                                TdmMeeting           *meeting,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
void           tdm_workspace_record_meeting_async (TdmWorkspace      *self,
                                                TdmMeeting           *meeting,
                                                TdmMeetingState       state,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
void           tdm_workspace_set_meeting_topic_async (TdmWorkspace   *self,
                                                TdmMeeting           *meeting,
                                                const char           *topic,
                                                const char           *session_goal,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
void           tdm_workspace_set_meeting_agenda_async (TdmWorkspace  *self,
                                                TdmMeeting           *meeting,
                                                const char           *agenda,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
const char *const *tdm_workspace_list_zones    (void);
char              *tdm_workspace_name_city     (const char *zone);

G_END_DECLS
