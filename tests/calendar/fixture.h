/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"
#include "model/tdm-series.h"

/* 2026-11-02T08:00:00Z */
#define STAMP 1793606400

TdmPair    *fixture_pair_new       (const char *mentee,
                                    const char *mentor);
TdmSeries  *fixture_series_new     (TdmPair    *pair,
                                    const char *rule,
                                    const char *zone,
                                    const char *local_start,
                                    int         minutes);
TdmMeeting *fixture_meeting_new    (TdmSeries  *series,
                                    const char *recurrence_id,
                                    const char *local_start);
GBytes     *fixture_invitation_new (TdmSeries  *series,
                                    GListStore *meetings,
                                    GError    **error);
