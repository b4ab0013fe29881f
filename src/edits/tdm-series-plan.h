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

#define TDM_TYPE_SERIES_PLAN (tdm_series_plan_get_type ())
G_DECLARE_FINAL_TYPE (TdmSeriesPlan, tdm_series_plan, TDM, SERIES_PLAN, GObject)

TdmSeriesPlan *tdm_series_plan_new          (TdmPair        *pair,
                                             const char     *zone,
                                             gint64          minutes);
TdmSeriesPlan *tdm_series_plan_suggest      (TdmPair        *pair,
                                             TdmProgramme   *programme);
TdmPair       *tdm_series_plan_get_pair     (TdmSeriesPlan  *self);
TdmRepeat      tdm_series_plan_get_repeat   (TdmSeriesPlan  *self);
int            tdm_series_plan_get_interval (TdmSeriesPlan  *self);
int            tdm_series_plan_get_count    (TdmSeriesPlan  *self);
const char    *tdm_series_plan_get_date     (TdmSeriesPlan  *self);
int            tdm_series_plan_get_hour     (TdmSeriesPlan  *self);
int            tdm_series_plan_get_minute   (TdmSeriesPlan  *self);
const char    *tdm_series_plan_get_zone     (TdmSeriesPlan  *self);
gint64         tdm_series_plan_get_minutes  (TdmSeriesPlan  *self);
const char    *tdm_series_plan_get_place    (TdmSeriesPlan  *self);
void           tdm_series_plan_set_repeat   (TdmSeriesPlan  *self,
                                             TdmRepeat       repeat,
                                             int             interval,
                                             int             count);
void           tdm_series_plan_set_start    (TdmSeriesPlan  *self,
                                             const char     *date,
                                             int             hour,
                                             int             minute);
void           tdm_series_plan_set_zone     (TdmSeriesPlan  *self,
                                             const char     *zone);
void           tdm_series_plan_set_minutes  (TdmSeriesPlan  *self,
                                             gint64          minutes);
void           tdm_series_plan_set_place    (TdmSeriesPlan  *self,
                                             const char     *place);
void           tdm_series_plan_set_organizer (TdmSeriesPlan *self,
                                             const char     *name,
                                             const char     *email);
GStrv          tdm_series_plan_expand       (TdmSeriesPlan  *self,
                                             GError        **error);
char          *tdm_series_plan_describe     (TdmSeriesPlan  *self);
TdmEdit       *tdm_series_plan_make_edit    (TdmSeriesPlan  *self);

G_END_DECLS
