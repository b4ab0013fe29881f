/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "delivery/tdm-outbox.h"
#include "messages/tdm-outbox-message.h"
#include "support/tdm-test.h"

/* Anna Beck and Bo Chen with a series, and what people do with it. */

TdmSeries  *outbox_plan      (TdmTestProgramme *self);
TdmSeries  *outbox_plan_in   (TdmTestProgramme *self, const char *zone);
TdmMeeting *outbox_meeting   (TdmTestProgramme *self,
                              const char       *recurrence_id);
void        outbox_move      (TdmTestProgramme *self,
                              TdmMeeting       *meeting,
                              const char       *local_start,
                              const char       *place);
void        outbox_cancel    (TdmTestProgramme *self,
                              TdmMeeting       *meeting);
void        outbox_follow    (TdmTestProgramme *self,
                              TdmMeeting       *meeting,
                              const char       *date,
                              int               count);
TdmPerson  *outbox_replace   (TdmTestProgramme *self,
                              const char       *name,
                              const char       *email);
void        outbox_accept    (TdmTestProgramme *self,
                              TdmSeries        *series,
                              TdmPerson        *person);
GPtrArray  *outbox_pending   (TdmTestProgramme *self);
GPtrArray  *outbox_list_pair (TdmTestProgramme *self);
char       *outbox_write     (TdmOutboxMessage *message);
void        outbox_hand_over (TdmTestProgramme *self);
void        outbox_hand_over_to (TdmTestProgramme *self,
                              const char       *name);
void        outbox_save      (TdmTestProgramme *self);
void        outbox_pass_on   (TdmTestProgramme *self);
void        outbox_assert_pending  (TdmTestProgramme *self,
                                    const char       *expected);
void        outbox_set_up_half_way (TdmTestProgramme *self,
                                    gconstpointer     data);
