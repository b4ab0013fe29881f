/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "messages/tdm-outbox-message.h"
#include "workspace/tdm-workspace.h"

G_BEGIN_DECLS

const char *tdm_message_letter_get_language (TdmWorkspace     *workspace,
                                             TdmOutboxMessage *message);
GBytes *tdm_message_letter_write (TdmWorkspace     *workspace,
                                  TdmOutboxMessage *message,
                                  GError          **error);

G_END_DECLS
