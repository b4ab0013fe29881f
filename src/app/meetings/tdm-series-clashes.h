/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

G_BEGIN_DECLS

typedef struct _TdmSeriesPlan TdmSeriesPlan;
typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_SERIES_CLASHES (tdm_series_clashes_get_type ())
G_DECLARE_FINAL_TYPE (TdmSeriesClashes, tdm_series_clashes, TDM, SERIES_CLASHES, GObject)

TdmSeriesClashes *tdm_series_clashes_new      (TdmWorkspace     *workspace,
                                               GPtrArray        *pairs,
                                               TdmMeeting       *from);
char             *tdm_series_clashes_describe (TdmSeriesClashes *self,
                                               TdmSeriesPlan    *plan,
                                               char            **starts);

G_END_DECLS
