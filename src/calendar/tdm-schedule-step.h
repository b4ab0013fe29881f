/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-schedule.h"

G_BEGIN_DECLS

/**
 * TdmStepKind:
 * @TDM_STEP_INVITE: all of a series, to somebody who knows nothing of it (REQUEST)
 * @TDM_STEP_UPDATE: all of a series anew (REQUEST)
 * @TDM_STEP_CHANGE_DATE: one date is different now (REQUEST with a RECURRENCE-ID)
 * @TDM_STEP_CANCEL_DATE: one date is off (CANCEL with a RECURRENCE-ID)
 * @TDM_STEP_CANCEL_REST: a date and all after it are off (CANCEL with a RECURRENCE-ID each)
 * @TDM_STEP_CANCEL: all of it is off (CANCEL)
 * @TDM_STEP_REPLY: nothing: it answers the organizer (REPLY), and comes from no schedule
 *
 * What one message does to a calendar (RFC 5546 3.2.2, 3.2.5).
 */
typedef enum
{
  TDM_STEP_INVITE,
  TDM_STEP_UPDATE,
  TDM_STEP_CHANGE_DATE,
  TDM_STEP_CANCEL_DATE,
  TDM_STEP_CANCEL_REST,
  TDM_STEP_CANCEL,
  TDM_STEP_REPLY,
} TdmStepKind;

/**
 * TdmScheduleStep:
 * @kind: what the message does
 * @original: the date of the rule that it is about, or the first of several, %NULL if about all
 * @asks: whether people have to answer anew
 *
 * One message on the way from one schedule to the next.
 */
typedef struct _TdmScheduleStep
{
  TdmStepKind kind;
  char *original;
  gboolean asks;
} TdmScheduleStep;

GPtrArray   *tdm_schedule_compare     (const TdmSchedule     *before,
                                       const TdmSchedule     *now,
                                       gint64                 since);
GPtrArray   *tdm_schedule_leave       (const TdmSchedule     *before,
                                       const TdmSchedule     *now,
                                       gint64                 since);
GPtrArray   *tdm_schedule_retell      (const TdmSchedule     *before,
                                       const TdmSchedule     *now,
                                       gint64                 since);
gboolean     tdm_schedule_is_over     (const TdmSchedule     *self,
                                       gint64                 since);
gboolean     tdm_schedule_equal       (const TdmSchedule     *a,
                                       const TdmSchedule     *b);
gboolean     tdm_schedule_same_times  (const TdmSchedule     *a,
                                       const TdmSchedule     *b);
TdmSchedule *tdm_schedule_apply       (const TdmSchedule     *before,
                                       const TdmSchedule     *now,
                                       const TdmScheduleStep *step);
TdmSchedule *tdm_schedule_keep_past   (TdmSchedule           *now,
                                       const TdmSchedule     *before,
                                       gint64                 since);
TdmSchedule *tdm_schedule_keep_only_past (const TdmSchedule *before,
                                          gint64             since);
void         tdm_schedule_step_free   (TdmScheduleStep       *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmScheduleStep, tdm_schedule_step_free)

G_END_DECLS
