/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdmOutboxChoice TdmOutboxChoice;
typedef struct _TdmOutboxMessage TdmOutboxMessage;

#define TDM_TYPE_OUTBOX_ITEM (tdm_outbox_item_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutboxItem, tdm_outbox_item, TDM, OUTBOX_ITEM, GObject)

TdmOutboxItem    *tdm_outbox_item_new             (TdmOutboxMessage *message,
                                                   TdmOutboxChoice  *choice,
                                                   gboolean          is_fixed);
TdmOutboxMessage *tdm_outbox_item_get_message     (TdmOutboxItem    *self);
gboolean          tdm_outbox_item_can_be_left_out (TdmOutboxItem    *self);

G_END_DECLS
