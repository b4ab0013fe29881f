/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-incoming-event.h"
#include "tdm-incoming-time.h"

G_BEGIN_DECLS

char *tdm_incoming_rule_read (const char             *rule,
                              const TdmIncomingTime  *start,
                              TdmIncomingRuleProblem *problem);

G_END_DECLS
