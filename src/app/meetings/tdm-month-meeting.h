/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmAgendaItem TdmAgendaItem;
typedef struct _TdmConflicts TdmConflicts;

#define TDM_TYPE_MONTH_MEETING (tdm_month_meeting_get_type ())
G_DECLARE_FINAL_TYPE (TdmMonthMeeting, tdm_month_meeting, TDM, MONTH_MEETING, GtkButton)

void tdm_month_meeting_show (TdmMonthMeeting *self,
                             TdmAgendaItem   *item,
                             TdmConflicts    *conflicts,
                             guint            n_lines);
TdmMeeting *tdm_month_meeting_get_meeting (TdmMonthMeeting *self);

G_END_DECLS
