/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates and times as people of the language of the program write them. */

char *tdm_format_day          (const char *date);
char *tdm_format_short_day    (const char *date);
char *tdm_format_month        (const char *date);
char *tdm_format_weekday      (const char *date);
char *tdm_format_time         (const char *local_start);
char *tdm_format_meeting      (gint64      start,
                               const char *zone);
char *tdm_format_instant      (gint64      instant);

G_END_DECLS
