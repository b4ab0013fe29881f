/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-schedule-step.h"

G_BEGIN_DECLS

GBytes *tdm_invitation_write     (const TdmSchedule     *schedule,
                                  const TdmScheduleStep *step,
                                  const char            *only,
                                  gint64                 sequence,
                                  gint64                 stamp,
                                  GError               **error);
GBytes *tdm_invitation_build     (TdmSeries             *series,
                                  GListModel            *meetings,
                                  gint64                 stamp,
                                  GError               **error);
char   *tdm_invitation_file_name (TdmSeries             *series);

G_END_DECLS
