/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting-brief.h"
#include "tdm-workspace.h"

G_BEGIN_DECLS

#define TDM_TYPE_AGENDA (tdm_agenda_get_type ())
G_DECLARE_FINAL_TYPE (TdmAgenda, tdm_agenda, TDM, AGENDA, GObject)

typedef struct _TdmAgendaItem TdmAgendaItem;

TdmAgenda     *tdm_agenda_new         (TdmWorkspace        *workspace,
                                       TdmRound            *round);
void           tdm_agenda_load_async  (TdmAgenda           *self,
                                       GAsyncReadyCallback  callback,
                                       gpointer             data);
gboolean       tdm_agenda_load_finish (TdmAgenda           *self,
                                       GAsyncResult        *result,
                                       GError             **error);
TdmWorkspace  *tdm_agenda_get_workspace (TdmAgenda         *self);
TdmRound      *tdm_agenda_get_round   (TdmAgenda           *self);
GArray        *tdm_agenda_get_briefs  (TdmAgenda           *self);
guint          tdm_agenda_find_place  (TdmAgenda           *self,
                                       gint64               instant);
TdmAgendaItem *tdm_agenda_get_item    (TdmAgenda           *self,
                                       const TdmMeetingBrief *brief);

G_END_DECLS
