/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TdmRecurrenceKind:
 * @TDM_RECURRENCE_ONCE: one meeting
 * @TDM_RECURRENCE_WEEKLY: every so many weeks, on one weekday
 * @TDM_RECURRENCE_MONTHLY_WEEKDAY: every so many months, such as on the second Tuesday or the last Friday
 * @TDM_RECURRENCE_MONTHLY_DAY: every so many months, on a day up to the 28th or on the last day
 *
 * The repetitions on which all calendar programs agree.
 */
typedef enum
{
  TDM_RECURRENCE_ONCE,
  TDM_RECURRENCE_WEEKLY,
  TDM_RECURRENCE_MONTHLY_WEEKDAY,
  TDM_RECURRENCE_MONTHLY_DAY,
} TdmRecurrenceKind;

#define TDM_TYPE_RECURRENCE_KIND (tdm_recurrence_kind_get_type ())
GType tdm_recurrence_kind_get_type (void);

/* The place in the month that stands for the last weekday or the last day. */
#define TDM_RECURRENCE_LAST (-1)

#define TDM_RECURRENCE_INTERVAL_MOST 99
#define TDM_RECURRENCE_COUNT_MOST 120

#define TDM_TYPE_RECURRENCE (tdm_recurrence_get_type ())
G_DECLARE_FINAL_TYPE (TdmRecurrence, tdm_recurrence, TDM, RECURRENCE, GObject)

TdmRecurrence    *tdm_recurrence_new          (TdmRecurrenceKind kind);
TdmRecurrence    *tdm_recurrence_for_date     (TdmRecurrenceKind kind,
                                               const char       *date);
TdmRecurrence    *tdm_recurrence_parse        (const char       *rule,
                                               GError          **error);

TdmRecurrenceKind tdm_recurrence_get_kind     (TdmRecurrence    *self);
int               tdm_recurrence_get_interval (TdmRecurrence    *self);
int               tdm_recurrence_get_count    (TdmRecurrence    *self);
int               tdm_recurrence_get_weekday  (TdmRecurrence    *self);
int               tdm_recurrence_get_nth      (TdmRecurrence    *self);
int               tdm_recurrence_get_day      (TdmRecurrence    *self);

char             *tdm_recurrence_to_rule      (TdmRecurrence    *self);
char             *tdm_recurrence_describe     (TdmRecurrence    *self);
char             *tdm_recurrence_align        (TdmRecurrence    *self,
                                               const char       *local_start);
GStrv             tdm_recurrence_expand       (TdmRecurrence    *self,
                                               const char       *local_start,
                                               GError          **error);

G_END_DECLS
