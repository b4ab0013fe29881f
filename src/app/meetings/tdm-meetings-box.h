/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_MEETINGS_BOX (tdm_meetings_box_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingsBox, tdm_meetings_box, TDM, MEETINGS_BOX, AdwBin)

void tdm_meetings_box_set_pair     (TdmMeetingsBox *self,
                                    TdmWorkspace   *workspace,
                                    TdmPair        *pair);
void tdm_meetings_box_show_meeting (TdmMeetingsBox *self,
                                    gint64          id);

G_END_DECLS
