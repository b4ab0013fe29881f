/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmYearlyRule:
 * @month: 1 to 12
 * @weekday: a #GDateWeekday, or 0 where the day of the month counts
 * @nth: which @weekday of the month, negative ones from its end; 0 for the first one among @days
 * @days: bits of the days of the month, day 1 is bit 1; 0 where @nth counts
 * @hour: when on that day, -1 where the start says it
 * @minute: the same
 * @second: the same
 * @count: how many times, 0 where that does not end it
 * @has_until: whether @until ends it
 * @until_is_utc: whether @until is an instant and not a time on the wall clock
 * @until: the last second, of either kind
 *
 * When the clocks of a zone change: the yearly rules that stand in files.
 */
typedef struct
{
  int month;
  guint weekday;
  int nth;
  guint32 days;
  int hour;
  int minute;
  int second;
  int count;
  gboolean has_until;
  gboolean until_is_utc;
  gint64 until;
} TdmYearlyRule;

gboolean tdm_yearly_rule_parse   (TdmYearlyRule       *self,
                                  const char          *text,
                                  const GDate         *start);
gboolean tdm_yearly_rule_get_day (const TdmYearlyRule *self,
                                  int                  year,
                                  GDate               *day);

G_END_DECLS
