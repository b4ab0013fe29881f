/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-attendee.h"
#include "tdm-workspace.h"

G_BEGIN_DECLS

char    *tdm_answers_describe_series (TdmSeries           *series);
char    *tdm_answers_describe_date   (TdmMeeting          *meeting,
                                      TdmPerson           *person);
char    *tdm_answers_describe_meeting (TdmMeeting         *meeting);
TdmAttendee *tdm_answers_find_proposal (TdmMeeting        *meeting);
char    *tdm_answers_describe_proposal (TdmMeeting        *meeting);

TdmRecord   *tdm_answers_find_new             (TdmEdit             *edit,
                                               TdmSeries           *series,
                                               TdmMeeting          *meeting,
                                               TdmPerson           *person);
TdmRecord *tdm_answers_open           (TdmEdit             *edit,
                                      TdmSeries           *series,
                                      TdmMeeting          *meeting,
                                      TdmPerson           *person);

void     tdm_workspace_set_reply_async (TdmWorkspace      *self,
                                      TdmMeeting          *meeting,
                                      TdmPerson           *person,
                                      TdmReply             reply,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void     tdm_workspace_set_series_reply_async (TdmWorkspace *self,
                                      TdmSeries           *series,
                                      TdmPerson           *person,
                                      TdmReply             reply,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void     tdm_workspace_accept_proposal_async (TdmWorkspace *self,
                                      TdmMeeting          *meeting,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void     tdm_workspace_decline_proposal_async (TdmWorkspace *self,
                                      TdmMeeting          *meeting,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);

G_END_DECLS
