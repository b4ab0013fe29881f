/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_MEETING_NOTES (tdm_meeting_notes_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingNotes, tdm_meeting_notes, TDM, MEETING_NOTES, AdwBin)

void tdm_meeting_notes_set_meeting (TdmMeetingNotes *self,
                                    const char      *uid);

G_END_DECLS
