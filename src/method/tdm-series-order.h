/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

G_BEGIN_DECLS

char *tdm_series_order_describe (TdmMeeting *meeting,
                                 const char *local_start);

G_END_DECLS
