/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-attendee.h"
#include "model/tdm-edit.h"
#include "model/tdm-meeting.h"
#include "model/tdm-programme.h"

G_BEGIN_DECLS

TdmRecord *tdm_answer_edits_find_new         (TdmEdit      *edit,
                                              TdmSeries    *series,
                                              TdmMeeting   *meeting,
                                              TdmPerson    *person);
TdmRecord *tdm_answer_edits_add              (TdmEdit      *edit,
                                              gpointer      series,
                                              gpointer      meeting,
                                              gpointer      person);
void       tdm_answer_edits_remove_all       (TdmEdit      *edit,
                                              TdmMeeting   *meeting);
TdmRecord *tdm_answer_edits_open             (TdmEdit      *edit,
                                              TdmSeries    *series,
                                              TdmMeeting   *meeting,
                                              TdmPerson    *person);
TdmEdit   *tdm_answer_edits_set_reply        (TdmMeeting   *meeting,
                                              TdmPerson    *person,
                                              TdmReply      reply,
                                              TdmProgramme *programme);
TdmEdit   *tdm_answer_edits_set_series_reply (TdmSeries    *series,
                                              TdmPerson    *person,
                                              TdmReply      reply,
                                              TdmProgramme *programme);
char      *tdm_answer_edits_read_proposal    (TdmMeeting   *meeting,
                                              int          *minutes);
TdmEdit   *tdm_answer_edits_accept_proposal  (TdmMeeting   *meeting);
TdmEdit   *tdm_answer_edits_decline_proposal (TdmMeeting   *meeting);

G_END_DECLS
