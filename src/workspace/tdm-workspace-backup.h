/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-backups.h"
#include "tdm-workspace.h"

G_BEGIN_DECLS

void       tdm_workspace_keep_backups    (TdmWorkspace        *self,
                                          gboolean             goes_on);
void       tdm_workspace_compare_async   (TdmWorkspace        *self,
                                          const char          *backup,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
GArray    *tdm_workspace_compare_finish  (TdmWorkspace        *self,
                                          GAsyncResult        *result,
                                          GError             **error);
void       tdm_workspace_restore_async   (TdmWorkspace        *self,
                                          const char          *backup,
                                          const char          *label,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void       tdm_workspace_put_back_async  (const char          *path,
                                          const char          *backup,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
gboolean   tdm_workspace_put_back_finish (GAsyncResult        *result,
                                          char               **aside,
                                          GError             **error);

G_END_DECLS
