/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_MEETING_LAYOUT (tdm_meeting_layout_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingLayout, tdm_meeting_layout, TDM, MEETING_LAYOUT, GtkLayoutManager)

G_END_DECLS
