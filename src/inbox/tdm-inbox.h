/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "tdm-inbox-item.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

void        tdm_inbox_read_async    (TdmWorkspace        *workspace,
                                     GPtrArray           *files,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             data);
void        tdm_inbox_read_text_async (TdmWorkspace      *workspace,
                                     const char          *text,
                                     GAsyncReadyCallback  callback,
                                     gpointer             data);
GPtrArray  *tdm_inbox_read_finish   (TdmWorkspace        *workspace,
                                     GAsyncResult        *result,
                                     GError             **error);
guint       tdm_inbox_count_sure    (GPtrArray           *items);
TdmEdit    *tdm_inbox_apply         (TdmWorkspace        *workspace,
                                     GPtrArray           *items);
TdmEdit    *tdm_inbox_decide        (TdmWorkspace        *workspace,
                                     TdmInboxItem        *item,
                                     TdmPerson           *person,
                                     TdmRound            *round);

G_END_DECLS
