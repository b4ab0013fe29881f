/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts such as 2026-03-10T13:00:00 and the zero after them */
#define TDM_SAMPLE_LOCAL_SIZE 20
/* Texts such as 13:00 and the zero after them */
#define TDM_SAMPLE_TIME_SIZE 6
#define TDM_SAMPLE_MOST_DATES 26

/* When a tandem meets: on the nth such weekday of a month, 0 for every second week */
typedef struct
{
  guint nth;
  GDateWeekday weekday;
} TdmSampleRule;

GDate    tdm_sample_dates_parse           (const char          *text);
GDate    tdm_sample_dates_add_days        (GDate                day,
                                           int                  days);
GDate    tdm_sample_dates_add_months      (GDate                day,
                                           int                  months);
GDate    tdm_sample_dates_nearest_tuesday (GDate                day);
guint    tdm_sample_dates_expand          (const TdmSampleRule *rule,
                                           GDate                from,
                                           GDate                to,
                                           guint                most,
                                           GDate               *dates);
void     tdm_sample_dates_parse_rule      (const char          *text,
                                           TdmSampleRule       *rule,
                                           char                *time);
char    *tdm_sample_dates_format_rule     (const TdmSampleRule *rule,
                                           guint                count);
void     tdm_sample_dates_format_local    (GDate                day,
                                           const char          *time,
                                           char                *local);
gint64   tdm_sample_dates_instant         (GDate                day);
gboolean tdm_sample_dates_find_holiday    (GDate                from,
                                           GDate                to,
                                           TdmSampleRule       *rule);

G_END_DECLS
