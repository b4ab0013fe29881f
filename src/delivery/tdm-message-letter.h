/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmOutboxMessage TdmOutboxMessage;
typedef struct _TdmWorkspace TdmWorkspace;

const char *tdm_message_letter_get_language (TdmWorkspace     *workspace,
                                             TdmOutboxMessage *message);
GBytes *tdm_message_letter_write (TdmWorkspace     *workspace,
                                  TdmOutboxMessage *message,
                                  GError          **error);

G_END_DECLS
