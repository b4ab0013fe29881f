/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

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

/* The place in the month that stands for the last weekday or the last day. */
#define TDM_RECURRENCE_LAST (-1)

#define TDM_RECURRENCE_INTERVAL_MOST 99
#define TDM_RECURRENCE_COUNT_MOST 120

/**
 * TdmRecurrence:
 * @kind: how often
 * @interval: the weeks or months from one meeting to the next, 1 to 99
 * @count: the number of meetings, 1 to 120
 * @weekday: the day of the week, a #GDateWeekday
 * @nth: which weekday of the month, 1 to 4 or %TDM_RECURRENCE_LAST
 * @day: the day of the month, 1 to 28 or %TDM_RECURRENCE_LAST
 *
 * How often a tandem meets: the few shapes of RFC 5545 3.3.10 that every calendar program expands alike, always with
 * a number of meetings. Each kind uses the fields that it needs. Free it with g_free().
 */
typedef struct
{
  TdmRecurrenceKind kind;
  int interval;
  int count;
  int weekday;
  int nth;
  int day;
} TdmRecurrence;

TdmRecurrence *tdm_recurrence_for_date (TdmRecurrenceKind    kind,
                                        const char          *date);
TdmRecurrence *tdm_recurrence_parse    (const char          *rule,
                                        GError             **error);
char          *tdm_recurrence_to_rule  (const TdmRecurrence *self);
char          *tdm_recurrence_describe (const TdmRecurrence *self);
char          *tdm_recurrence_align    (const TdmRecurrence *self,
                                        const char          *local_start);
GStrv          tdm_recurrence_expand   (const TdmRecurrence *self,
                                        const char          *local_start,
                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmRecurrence, g_free)

G_END_DECLS
