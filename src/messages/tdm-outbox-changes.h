/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-outbox-message.h"

G_BEGIN_DECLS

GStrv tdm_outbox_changes_list (TdmOutboxMessage *message);

G_END_DECLS
