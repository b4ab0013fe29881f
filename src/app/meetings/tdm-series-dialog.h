/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/common/tdm-feedback.h"
#include "model/tdm-meeting.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* Plans the meetings of a tandem, with a preview of all dates. */
void tdm_series_dialog_present           (GtkWidget    *over,
                                          TdmWorkspace *workspace,
                                          TdmPair      *pair);
void tdm_series_dialog_present_several   (GtkWidget    *over,
                                          TdmWorkspace *workspace,
                                          GPtrArray    *pairs,
                                          TdmFeedbackDone done);
void tdm_series_dialog_present_following (GtkWidget    *over,
                                          TdmWorkspace *workspace,
                                          TdmMeeting   *meeting);

G_END_DECLS
