/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "calendar/tdm-schedule-step.h"

G_BEGIN_DECLS

char *tdm_outbox_words_describe (const TdmSchedule     *before,
                                 const TdmSchedule     *now,
                                 const TdmScheduleStep *step,
                                 gint64                 since);

G_END_DECLS
