/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-incoming-event.h"

#include <libical/ical.h>

G_BEGIN_DECLS

void tdm_incoming_people_read           (TdmIncomingEvent *event,
                                         icalcomponent    *component);
void tdm_incoming_people_read_organizer (icalcomponent    *component,
                                         char            **name,
                                         char            **email);

G_END_DECLS
