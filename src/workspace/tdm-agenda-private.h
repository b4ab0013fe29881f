/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-agenda-item.h"

G_BEGIN_DECLS

void           tdm_agenda_forget_item   (TdmAgenda             *self,
                                         TdmAgendaItem         *item);

TdmAgendaItem *tdm_agenda_item_new      (TdmAgenda             *agenda,
                                         const TdmMeetingBrief *brief);
void           tdm_agenda_item_set_brief (TdmAgendaItem        *self,
                                         const TdmMeetingBrief *brief);
gboolean       tdm_agenda_item_resolve  (TdmAgendaItem         *self);

G_END_DECLS
