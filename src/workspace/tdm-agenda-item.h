/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-agenda.h"

G_BEGIN_DECLS

#define TDM_TYPE_AGENDA_ITEM (tdm_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (TdmAgendaItem, tdm_agenda_item, TDM, AGENDA_ITEM, GObject)

const TdmMeetingBrief *tdm_agenda_item_get_brief   (TdmAgendaItem *self);
TdmMeeting            *tdm_agenda_item_get_meeting (TdmAgendaItem *self);

G_END_DECLS
