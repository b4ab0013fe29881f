/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmSchedule TdmSchedule;
typedef struct _TdmScheduleStep TdmScheduleStep;

char *tdm_outbox_words_describe (const TdmSchedule     *before,
                                 const TdmSchedule     *now,
                                 const TdmScheduleStep *step,
                                 gint64                 since);

G_END_DECLS
