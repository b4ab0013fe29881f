/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdmOutboxMessage TdmOutboxMessage;

#define TDM_TYPE_OUTBOX_CHOICE (tdm_outbox_choice_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutboxChoice, tdm_outbox_choice, TDM, OUTBOX_CHOICE, GObject)

TdmOutboxChoice  *tdm_outbox_choice_new     (GListModel       *messages);
gboolean          tdm_outbox_choice_takes   (TdmOutboxChoice  *self,
                                             TdmOutboxMessage *message);
void              tdm_outbox_choice_set     (TdmOutboxChoice  *self,
                                             TdmOutboxMessage *message,
                                             gboolean          takes);
void              tdm_outbox_choice_set_all (TdmOutboxChoice  *self,
                                             gboolean          takes);
GPtrArray        *tdm_outbox_choice_list    (TdmOutboxChoice  *self);
TdmOutboxMessage *tdm_outbox_choice_find    (TdmOutboxChoice  *self,
                                             TdmOutboxMessage *message);

G_END_DECLS
