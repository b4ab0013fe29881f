/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-meeting.h"
#include "tdm-series-plan.h"

G_BEGIN_DECLS

gboolean       tdm_series_edits_can_follow     (TdmMeeting    *meeting);
GPtrArray     *tdm_series_edits_list_following (TdmMeeting    *meeting);
TdmSeriesPlan *tdm_series_edits_plan_following (TdmMeeting    *meeting);
TdmEdit       *tdm_series_edits_follow         (TdmSeriesPlan *plan,
                                                TdmMeeting    *meeting);
gboolean       tdm_series_edits_can_reinstate  (TdmMeeting    *meeting);
TdmEdit       *tdm_series_edits_reinstate      (TdmMeeting    *meeting);
void           tdm_series_edits_put_summary_mode (TdmEdit     *edit,
                                                TdmSeries     *series,
                                                TdmSummaryMode mode);
TdmEdit       *tdm_series_edits_cancel         (TdmSeries     *series);
void           tdm_series_edits_cancel_all     (TdmEdit       *edit,
                                                TdmPair       *pair);

G_END_DECLS
