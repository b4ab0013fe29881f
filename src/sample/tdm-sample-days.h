/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-day.h"

G_BEGIN_DECLS

GDate  tdm_sample_days_add             (GDate       day,
                                        int         days);
GDate  tdm_sample_days_add_months      (GDate       day,
                                        int         months);
GDate  tdm_sample_days_nearest_tuesday (GDate       day);
gint64 tdm_sample_days_get_instant     (GDate       day);

G_END_DECLS
