/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_MEETINGS_PAGE (tdm_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingsPage, tdm_meetings_page, TDM, MEETINGS_PAGE, AdwBin)

void tdm_meetings_page_start_search (TdmMeetingsPage *self);

G_END_DECLS
