/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_AGENDA_DIALOG (tdm_agenda_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmAgendaDialog, tdm_agenda_dialog, TDM, AGENDA_DIALOG, AdwWindow)

void tdm_agenda_dialog_present (GtkWidget    *over,
                                TdmWorkspace *workspace,
                                TdmMeeting   *meeting);

G_END_DECLS
