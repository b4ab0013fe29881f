/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "workspace/tdm-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tdm_meeting_recording_start (GtkWidget       *widget,
                                  TdmWorkspace    *workspace,
                                  TdmMeeting      *meeting,
                                  TdmMeetingState  state);

G_END_DECLS
