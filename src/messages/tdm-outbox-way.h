/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-outbox-version.h"
#include "tdm-told.h"

G_BEGIN_DECLS

typedef struct _TdmSchedule TdmSchedule;
typedef struct _TdmScheduleAttendee TdmScheduleAttendee;

/**
 * TdmOutboxWay:
 * @version: what the series is now
 * @person: (nullable): whose calendar it is, %NULL for somebody who is not in the file any more
 * @email: (nullable): the address of the latter
 * @attendee: (nullable): the person in @now or else in @before
 * @before: (nullable): what the calendar shows
 * @now: (nullable): what it shall show, %NULL if nothing
 * @told: the messages to that person
 *
 * The way of one calendar from what it shows to what it shall show.
 */
typedef struct
{
  TdmOutboxVersion *version;
  TdmPerson *person;
  const char *email;
  const TdmScheduleAttendee *attendee;
  TdmSchedule *before;
  TdmSchedule *now;
  TdmTold told;
} TdmOutboxWay;

void        tdm_outbox_way_init          (TdmOutboxWay     *self,
                                          TdmOutboxVersion *version,
                                          TdmPerson        *person,
                                          const char       *email);
void        tdm_outbox_way_clear         (TdmOutboxWay     *self);
gboolean    tdm_outbox_way_is_up_to_date (TdmOutboxWay     *self);
gboolean    tdm_outbox_way_is_expected   (TdmOutboxWay     *self);
gboolean    tdm_outbox_way_find          (TdmOutboxWay     *self);
gboolean    tdm_outbox_way_is_sure       (TdmOutboxWay     *self);
const char *tdm_outbox_way_get_told      (TdmOutboxWay     *self);
GPtrArray  *tdm_outbox_way_go            (TdmOutboxWay     *self);
GPtrArray  *tdm_outbox_way_retell        (TdmOutboxWay     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdmOutboxWay, tdm_outbox_way_clear)

G_END_DECLS
