/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_MEETING_FILTER_BUTTON (tdm_meeting_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingFilterButton, tdm_meeting_filter_button, TDM, MEETING_FILTER_BUTTON, AdwBin)

void tdm_meeting_filter_button_clear (TdmMeetingFilterButton *self);

G_END_DECLS
