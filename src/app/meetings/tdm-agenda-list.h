/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmAgendaView TdmAgendaView;
typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_AGENDA_LIST (tdm_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (TdmAgendaList, tdm_agenda_list, TDM, AGENDA_LIST, AdwBin)

void          tdm_agenda_list_refresh       (TdmAgendaList *self);
void          tdm_agenda_list_open_first    (TdmAgendaList *self);
TdmAgendaView *tdm_agenda_list_get_view     (TdmAgendaList *self);
TdmWorkspace *tdm_agenda_list_get_workspace (TdmAgendaList *self);

G_END_DECLS
