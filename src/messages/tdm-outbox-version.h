/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-outbox-message.h"

G_BEGIN_DECLS

typedef struct _TdmSchedule TdmSchedule;
typedef struct _TdmScheduleAttendee TdmScheduleAttendee;

/**
 * TdmOutboxVersion:
 * @series: the series
 * @meetings: (nullable): its meetings, and maybe others; those that are as it says may be left out
 * @now: (nullable): what calendars shall show, %NULL if nothing any more
 * @now_text: (nullable): the same as text
 * @sequence: the number of these dates
 * @last_stamp: when the last message was made, UTC seconds
 * @clock: now, UTC seconds
 * @known: (nullable): what tdm_outbox_version_read() read last
 * @known_text: (nullable): its text
 * @kept: (nullable): @now with what is over as in @known
 *
 * What a series is now, and what all of its messages have in common.
 */
typedef struct
{
  TdmSeries *series;
  GListModel *meetings;
  TdmSchedule *now;
  char *now_text;
  gint64 sequence;
  gint64 last_stamp;
  gint64 clock;
  TdmSchedule *known;
  const char *known_text;
  TdmSchedule *kept;
} TdmOutboxVersion;

void              tdm_outbox_version_init         (TdmOutboxVersion          *self,
                                                   TdmSeries                 *series);
void              tdm_outbox_version_clear        (TdmOutboxVersion          *self);
gboolean          tdm_outbox_version_make         (TdmOutboxVersion          *self,
                                                   GError                   **error);
TdmSchedule      *tdm_outbox_version_read         (TdmOutboxVersion          *self,
                                                   const char                *text);
TdmSchedule      *tdm_outbox_version_keep_past    (TdmOutboxVersion          *self,
                                                   const TdmSchedule         *before);
TdmOutboxMessage *tdm_outbox_version_new_message  (TdmOutboxVersion          *self,
                                                   TdmPerson                 *person,
                                                   const TdmScheduleAttendee *attendee);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdmOutboxVersion, tdm_outbox_version_clear)

G_END_DECLS
