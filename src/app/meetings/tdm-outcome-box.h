/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_OUTCOME_BOX (tdm_outcome_box_get_type ())
typedef struct _TdmWorkspace TdmWorkspace;
G_DECLARE_FINAL_TYPE (TdmOutcomeBox, tdm_outcome_box, TDM, OUTCOME_BOX, AdwBin)

gboolean   tdm_outcome_box_has_question (TdmMeeting   *meeting);
GtkWidget *tdm_outcome_box_new          (TdmWorkspace *workspace,
                                         TdmMeeting   *meeting);

G_END_DECLS
