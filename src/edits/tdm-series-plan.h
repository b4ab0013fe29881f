/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-pair.h"
#include "model/tdm-programme.h"

G_BEGIN_DECLS

/**
 * TdmRepeat:
 * @TDM_REPEAT_ONCE: one meeting
 * @TDM_REPEAT_WEEKLY: every n weeks, on the weekday of the first date
 * @TDM_REPEAT_MONTHLY_WEEKDAY: every n months, on the nth or last weekday as the first date
 * @TDM_REPEAT_MONTHLY_DAY: every n months, on the day of the first date, or the last day
 *
 * How meetings repeat. Every calendar program understands all of these in the same way.
 */
typedef enum
{
  TDM_REPEAT_ONCE,
  TDM_REPEAT_WEEKLY,
  TDM_REPEAT_MONTHLY_WEEKDAY,
  TDM_REPEAT_MONTHLY_DAY,
} TdmRepeat;

/**
 * TdmSeriesPlan:
 * @interval: every how many weeks or months it meets
 * @count: how many meetings it has where they repeat
 * @date: (nullable): the first day, `YYYY-MM-DD`, %NULL without a start
 * @hour: the hour of its start on the wall clock of @zone, with @minute
 * @zone: an IANA time zone
 * @minutes: how long a meeting takes
 * @organizer_name: (nullable): who invites
 * @organizer_email: (nullable): where the answers go
 * @first_kind: what the first meeting is for
 * @last_kind: what the last one is for, where there are several
 * @summary_mode: what invitations call the meetings
 *
 * A meeting series that is being planned: what was chosen so far, the dates it would have, and in the end the edit that
 * adds it with all its meetings. Texts are set with the functions, all else as it is.
 */
typedef struct _TdmSeriesPlan
{
  TdmPair *pair;
  TdmRepeat repeat;
  int interval;
  int count;
  char *date;
  int hour;
  int minute;
  char *zone;
  gint64 minutes;
  char *place;
  char *organizer_name;
  char *organizer_email;
  TdmMeetingKind first_kind;
  TdmMeetingKind last_kind;
  TdmSummaryMode summary_mode;
} TdmSeriesPlan;

TdmSeriesPlan *tdm_series_plan_new           (TdmPair        *pair,
                                              const char     *zone,
                                              gint64          minutes);
TdmSeriesPlan *tdm_series_plan_suggest       (TdmPair        *pair,
                                              TdmProgramme   *programme);
void           tdm_series_plan_free          (TdmSeriesPlan  *self);
void           tdm_series_plan_set_repeat    (TdmSeriesPlan  *self,
                                              TdmRepeat       repeat,
                                              int             interval,
                                              int             count);
gboolean       tdm_series_plan_set_rule      (TdmSeriesPlan  *self,
                                              const char     *rule,
                                              GError        **error);
void           tdm_series_plan_set_start     (TdmSeriesPlan  *self,
                                              const char     *date,
                                              int             hour,
                                              int             minute);
void           tdm_series_plan_set_zone      (TdmSeriesPlan  *self,
                                              const char     *zone);
void           tdm_series_plan_set_place     (TdmSeriesPlan  *self,
                                              const char     *place);
void           tdm_series_plan_set_organizer (TdmSeriesPlan  *self,
                                              const char     *name,
                                              const char     *email);
GStrv          tdm_series_plan_expand        (TdmSeriesPlan  *self,
                                              GError        **error);
char          *tdm_series_plan_describe      (TdmSeriesPlan  *self);
TdmEdit       *tdm_series_plan_make_edit     (TdmSeriesPlan  *self);
TdmEdit       *tdm_series_plan_make_edit_for (TdmSeriesPlan  *self,
                                              GPtrArray      *pairs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmSeriesPlan, tdm_series_plan_free)

G_END_DECLS
