/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-outbox-message.h"

G_BEGIN_DECLS

const char *tdm_message_text_get_language (TdmOutboxMessage *message,
                                           const char       *otherwise);
char       *tdm_message_text_make_subject (TdmOutboxMessage *message,
                                           const char       *language);
char       *tdm_message_text_make         (TdmOutboxMessage *message,
                                           const char       *language);

G_END_DECLS
