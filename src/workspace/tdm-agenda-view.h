/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-agenda.h"

G_BEGIN_DECLS

/**
 * TdmAgendaShow:
 * @TDM_AGENDA_SHOW_UPCOMING: meetings from today on that are not off
 * @TDM_AGENDA_SHOW_TO_RECORD: those that are over and that have no record yet
 * @TDM_AGENDA_SHOW_ALL: all
 */
typedef enum
{
  TDM_AGENDA_SHOW_UPCOMING,
  TDM_AGENDA_SHOW_TO_RECORD,
  TDM_AGENDA_SHOW_ALL,
} TdmAgendaShow;

#define TDM_TYPE_AGENDA_SHOW (tdm_agenda_show_get_type ())
GType tdm_agenda_show_get_type (void);

/* Whether a meeting is one of those that are looked for */
typedef gboolean (*TdmAgendaMatch) (gpointer data, const TdmMeetingBrief *brief);

#define TDM_TYPE_AGENDA_VIEW (tdm_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (TdmAgendaView, tdm_agenda_view, TDM, AGENDA_VIEW, GObject)

void                   tdm_agenda_view_set_agenda (TdmAgendaView *self,
                                                   TdmAgenda     *agenda);
void                   tdm_agenda_view_set_show   (TdmAgendaView *self,
                                                   TdmAgendaShow  show);
TdmAgendaShow          tdm_agenda_view_get_show   (TdmAgendaView *self);
void                   tdm_agenda_view_set_span   (TdmAgendaView *self,
                                                   gint64         from,
                                                   gint64         to);
void                   tdm_agenda_view_set_match  (TdmAgendaView *self,
                                                   TdmAgendaMatch match,
                                                   gpointer       data);
void                   tdm_agenda_view_refresh    (TdmAgendaView *self);
const TdmMeetingBrief *tdm_agenda_view_get_brief  (TdmAgendaView *self,
                                                   guint          position);

G_END_DECLS
