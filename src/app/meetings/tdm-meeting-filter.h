/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-round.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which meetings of a round a filter lets through. */
typedef enum
{
  TDM_MEETING_SHOW_UPCOMING,
  TDM_MEETING_SHOW_TO_RECORD,
  TDM_MEETING_SHOW_ALL,
} TdmMeetingShow;

#define TDM_TYPE_MEETING_SHOW (tdm_meeting_show_get_type ())
GType tdm_meeting_show_get_type (void);

#define TDM_TYPE_MEETING_FILTER (tdm_meeting_filter_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingFilter, tdm_meeting_filter, TDM, MEETING_FILTER, GtkFilter)

void tdm_meeting_filter_refresh (TdmMeetingFilter *self);

G_END_DECLS
