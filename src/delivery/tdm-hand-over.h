/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"
#include "model/tdm-edit.h"

G_BEGIN_DECLS

typedef struct _TdmOutboxMessage TdmOutboxMessage;
typedef struct _TdmWorkspace TdmWorkspace;

gboolean tdm_hand_over_begin    (TdmWorkspace     *workspace,
                                 GCancellable     *cancellable,
                                 GError          **error);
void     tdm_hand_over_end      (TdmWorkspace     *workspace);
TdmEdit *tdm_hand_over_edit_new (void);
void     tdm_hand_over_prepare  (TdmEdit          *edit,
                                 TdmOutboxMessage *message,
                                 TdmChannel        channel);
void     tdm_hand_over_succeed  (TdmEdit          *edit,
                                 TdmOutboxMessage *message,
                                 TdmChannel        channel,
                                 const char       *file,
                                 gint64            when);
void     tdm_hand_over_forget_attempts (TdmEdit   *edit,
                                 TdmOutboxMessage *message);
void     tdm_hand_over_fail     (TdmEdit          *edit,
                                 TdmOutboxMessage *message,
                                 TdmDelivery       delivery,
                                 const char       *problem);
void     tdm_hand_over_withdraw (TdmEdit          *edit,
                                 TdmOutboxMessage *message);
gboolean tdm_hand_over_is_live  (TdmOutboxMessage *message);

void     tdm_hand_over_save            (TdmEdit             *edit,
                                        TdmOutboxMessage    *message,
                                        TdmChannel           channel,
                                        const char          *file);
gboolean tdm_hand_over_is_saved        (TdmOutboxMessage    *message);
TdmEdit *tdm_hand_over_pass_on         (GPtrArray           *messages);

G_END_DECLS
