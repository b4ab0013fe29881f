/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_AGENDA_ROW (tdm_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmAgendaRow, tdm_agenda_row, TDM, AGENDA_ROW, GtkWidget)

TdmMeeting *tdm_agenda_row_get_meeting (TdmAgendaRow   *self);
void        tdm_agenda_row_leave       (TdmAgendaRow   *self,
                                        TdmMeetingState state);

G_END_DECLS
