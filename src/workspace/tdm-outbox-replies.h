/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-outbox-message.h"

G_BEGIN_DECLS

gboolean   tdm_outbox_replies_are_wanted (TdmSeries *series,
                                          TdmPerson *self);
GPtrArray *tdm_outbox_replies_collect (TdmSeries *series,
                                       TdmPerson *self);
gboolean   tdm_outbox_replies_is_told (TdmSeries *series, TdmMeeting *meeting, TdmAttendee *attendee);

G_END_DECLS
