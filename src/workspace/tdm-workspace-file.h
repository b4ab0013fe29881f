/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-workspace.h"

G_BEGIN_DECLS

void       tdm_workspace_check_async    (TdmWorkspace        *self,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
GPtrArray *tdm_workspace_check_finish   (TdmWorkspace        *self,
                                         GAsyncResult        *result,
                                         GError             **error);
void       tdm_workspace_back_up_async  (TdmWorkspace        *self,
                                         const char          *path,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
gboolean   tdm_workspace_back_up_finish (TdmWorkspace        *self,
                                         GAsyncResult        *result,
                                         GError             **error);

G_END_DECLS
