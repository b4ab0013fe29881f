/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_MEETING_ROW (tdm_meeting_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingRow, tdm_meeting_row, TDM, MEETING_ROW, GtkListBoxRow)

TdmMeeting *tdm_meeting_row_get_meeting (TdmMeetingRow *self);

G_END_DECLS
