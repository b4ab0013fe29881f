/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

G_BEGIN_DECLS

char *tdm_when_here             (gint64      instant);
char *tdm_when_here_of          (const char *zone,
                                 const char *local_start);
char *tdm_when_elsewhere        (gint64      instant,
                                 const char *zone);
char *tdm_when_elsewhere_of     (const char *zone,
                                 const char *local_start);
char *tdm_when_describe         (const char *zone,
                                 const char *local_start);
char *tdm_when_describe_meeting (TdmMeeting *meeting);

G_END_DECLS
