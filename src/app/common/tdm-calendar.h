/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days as numbers that can be counted with (Julian days of GDate), and the weeks of the locale. */

char        *tdm_calendar_format_day    (guint32     day);
guint32      tdm_calendar_today         (void);
gint64       tdm_calendar_find_start    (guint32     day);

guint32      tdm_calendar_add_months    (guint32     day,
                                         int         months);
gboolean     tdm_calendar_is_same_month (guint32     day,
                                         guint32     other);
guint32      tdm_calendar_week_start    (guint32     day);
guint32      tdm_calendar_grid_start    (guint32     day);
gboolean     tdm_calendar_is_weekend    (guint32     day);

G_END_DECLS
