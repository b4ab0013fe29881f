/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As RFC 5545 3.3.10 writes them, by #GDateWeekday */
extern const char *const tdm_weekday_codes[];

GDateWeekday tdm_weekday_parse        (const char  *code);
void         tdm_weekday_next         (GDate       *day,
                                       GDateWeekday weekday);
gboolean     tdm_weekday_nth_of_month (GDate       *day,
                                       GDateWeekday weekday,
                                       int          nth);

G_END_DECLS
