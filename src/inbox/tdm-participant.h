/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-inbox-item.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

TdmInboxItem *tdm_participant_find_invitation (GPtrArray           *items,
                                               GError             **error);
GPtrArray    *tdm_participant_list_people     (TdmInboxItem        *invitation);
char         *tdm_participant_describe        (TdmInboxItem        *invitation);
int           tdm_participant_find_self       (TdmWorkspace        *workspace,
                                               GPtrArray           *people);
void          tdm_participant_join_async      (TdmWorkspace        *workspace,
                                               TdmInboxItem        *invitation,
                                               guint                self,
                                               guint                mentee,
                                               GAsyncReadyCallback  callback,
                                               gpointer             data);
gboolean      tdm_participant_join_finish     (TdmWorkspace        *workspace,
                                               GAsyncResult        *result,
                                               GError             **error);
TdmPair      *tdm_participant_find_pair       (TdmWorkspace        *workspace,
                                               TdmInboxItem        *invitation);

G_END_DECLS
