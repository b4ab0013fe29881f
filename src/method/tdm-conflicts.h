/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

G_BEGIN_DECLS

#define TDM_TYPE_CONFLICTS (tdm_conflicts_get_type ())
G_DECLARE_FINAL_TYPE (TdmConflicts, tdm_conflicts, TDM, CONFLICTS, GObject)

TdmConflicts *tdm_conflicts_new        (GListModel   *meetings);
void          tdm_conflicts_look_again (TdmConflicts *self);
gboolean      tdm_conflicts_has        (TdmConflicts *self,
                                        TdmMeeting   *meeting);
char         *tdm_conflicts_describe   (TdmConflicts *self,
                                        TdmMeeting   *meeting);

G_END_DECLS
