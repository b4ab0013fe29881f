/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-schedule.h"

G_BEGIN_DECLS

TdmSchedule          *tdm_schedule_new           (void);
void                  tdm_schedule_set_first     (TdmSchedule *self,
                                                  TdmSlot     *taken_slot);
TdmScheduleAttendee  *tdm_schedule_add_attendee  (TdmSchedule *self);
TdmScheduleException *tdm_schedule_add_exception (TdmSchedule *self,
                                                  const char  *original);

G_END_DECLS
