/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-participation.h"
#include "tdm-workspace.h"

G_BEGIN_DECLS

void tdm_workspace_pair_async            (TdmWorkspace        *self,
                                          TdmRound            *round,
                                          TdmPerson           *mentee,
                                          TdmPerson           *mentor,
                                          TdmTopic            *topic,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void tdm_workspace_set_pair_state_async  (TdmWorkspace        *self,
                                          GPtrArray           *pairs,
                                          TdmPairState         state,
                                          TdmEndReason         reason,
                                          const char          *note,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void tdm_workspace_save_person_async     (TdmWorkspace        *self,
                                          TdmPerson           *draft,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void tdm_workspace_save_programme_async  (TdmWorkspace        *self,
                                          TdmProgramme        *draft,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void tdm_workspace_start_programme_async (TdmWorkspace        *self,
                                          const char          *title,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);

G_END_DECLS
