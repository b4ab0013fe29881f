/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _TdmAgendaView TdmAgendaView;

#define TDM_TYPE_MEETING_FILTER (tdm_meeting_filter_get_type ())
G_DECLARE_FINAL_TYPE (TdmMeetingFilter, tdm_meeting_filter, TDM, MEETING_FILTER, GObject)

void     tdm_meeting_filter_set_search (TdmMeetingFilter *self,
                                        const char       *search);
void     tdm_meeting_filter_narrow     (TdmMeetingFilter *self,
                                        const char       *state,
                                        const char       *topic,
                                        const char       *place);
gboolean tdm_meeting_filter_is_narrow  (TdmMeetingFilter *self);
void     tdm_meeting_filter_attach     (TdmMeetingFilter *self,
                                        TdmAgendaView    *view);

G_END_DECLS
