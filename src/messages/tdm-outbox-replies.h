/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-outbox-message.h"

G_BEGIN_DECLS

GPtrArray *tdm_outbox_replies_collect (TdmSeries *series,
                                       TdmPerson *self);

G_END_DECLS
