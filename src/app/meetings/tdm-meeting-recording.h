/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

void tdm_meeting_recording_start (GtkWidget       *widget,
                                  TdmWorkspace    *workspace,
                                  TdmMeeting      *meeting,
                                  TdmMeetingState  state);

G_END_DECLS
