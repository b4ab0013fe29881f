/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "edits/tdm-series-plan.h"
#include "model/tdm-meeting.h"
#include "tdm-workspace.h"

G_BEGIN_DECLS

gboolean       tdm_workspace_can_follow         (TdmMeeting          *meeting);
TdmSeriesPlan *tdm_workspace_plan_following     (TdmWorkspace        *self,
                                                 TdmMeeting          *meeting);
void           tdm_workspace_follow_async       (TdmWorkspace        *self,
                                                 TdmSeriesPlan       *plan,
                                                 TdmMeeting          *meeting,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             data);
void           tdm_workspace_cancel_series_async (TdmWorkspace       *self,
                                                 TdmSeries           *series,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             data);
void           tdm_workspace_series_cancel_all  (TdmEdit             *edit,
                                                 TdmPair             *pair);
void           tdm_workspace_change_people_async (TdmWorkspace       *self,
                                                 TdmPair             *pair,
                                                 TdmPerson           *mentee,
                                                 TdmPerson           *mentor,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             data);

G_END_DECLS
