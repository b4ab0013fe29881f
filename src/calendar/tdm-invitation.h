/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"
#include "model/tdm-series.h"

G_BEGIN_DECLS

GBytes *tdm_invitation_build         (TdmSeries  *series,
                                      GListModel *meetings,
                                      gint64      stamp,
                                      GError    **error);
GBytes *tdm_invitation_build_meeting (TdmMeeting *meeting,
                                      TdmSeries  *series,
                                      const char *organizer_name,
                                      const char *organizer_email,
                                      gint64      sequence,
                                      gint64      stamp,
                                      GError    **error);
char   *tdm_invitation_file_name     (TdmSeries  *series);

G_END_DECLS
