/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-export.h"

G_BEGIN_DECLS

typedef struct _TdmMailAccount TdmMailAccount;
typedef struct _TdmOutboxMessage TdmOutboxMessage;
typedef struct _TdmWorkspace TdmWorkspace;

void     tdm_sending_start_async (TdmWorkspace        *workspace,
                                  TdmMailAccount      *account,
                                  const char          *password,
                                 GPtrArray           *messages,
                                  TdmExportProgress    progress,
                                  gpointer             progress_data,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             data);
int      tdm_sending_finish      (TdmWorkspace        *workspace,
                                  GAsyncResult        *result,
                                  guint               *n_failed,
                                  GError             **error);
void     tdm_sending_open_async  (TdmWorkspace        *workspace,
                                  TdmOutboxMessage    *message,
                                  GAsyncReadyCallback  callback,
                                  gpointer             data);
char    *tdm_sending_open_finish (TdmWorkspace        *workspace,
                                  GAsyncResult        *result,
                                  char               **address,
                                  GError             **error);

G_END_DECLS
