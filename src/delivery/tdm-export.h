/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-series.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/**
 * TdmExportForm:
 * @TDM_EXPORT_CALENDARS: calendar files; both people of a tandem share one where it says the same to both
 * @TDM_EXPORT_MAILS: whole mails (RFC 6047), one for each person
 *
 * What the files are in which messages are handed over.
 */
typedef enum
{
  TDM_EXPORT_CALENDARS,
  TDM_EXPORT_MAILS,
} TdmExportForm;

typedef void (*TdmExportProgress) (guint    n_done,
                                   guint    n_total,
                                   gpointer data);

void     tdm_export_file_async    (TdmWorkspace        *workspace,
                                   TdmSeries           *series,
                                   GFile               *file,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             data);
void     tdm_export_folder_async  (TdmWorkspace        *workspace,
                                   GPtrArray           *series,
                                   GFile               *folder,
                                   TdmExportProgress    progress,
                                   gpointer             progress_data,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             data);
void     tdm_export_messages_async (TdmWorkspace       *workspace,
                                   GPtrArray           *messages,
                                   GFile               *folder,
                                   TdmExportForm        form,
                                   TdmExportProgress    progress,
                                   gpointer             progress_data,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             data);
int      tdm_export_finish        (TdmWorkspace        *workspace,
                                   GAsyncResult        *result,
                                   GPtrArray          **left_out,
                                   GError             **error);
GPtrArray *tdm_export_collect     (TdmWorkspace        *workspace,
                                   GPtrArray           *pairs);

G_END_DECLS
