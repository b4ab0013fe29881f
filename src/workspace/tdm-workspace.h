/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-file-access.h"
#include "model/tdm-edit.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-meeting.h"
#include "model/tdm-pair.h"
#include "model/tdm-programme.h"
#include "model/tdm-scope.h"

G_BEGIN_DECLS

#define TDM_TYPE_WORKSPACE (tdm_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TdmWorkspace, tdm_workspace, TDM, WORKSPACE, GObject)

void          tdm_workspace_open_async      (const char          *path,
                                             TdmOpenMode          mode,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
TdmWorkspace *tdm_workspace_open_finish     (GAsyncResult        *result,
                                             GError             **error);
void          tdm_workspace_close           (TdmWorkspace        *self);
gboolean      tdm_workspace_is_open         (TdmWorkspace        *self);
gboolean      tdm_workspace_hold            (TdmWorkspace        *self,
                                             GCancellable        *cancellable);
void          tdm_workspace_release         (TdmWorkspace        *self);

const char   *tdm_workspace_get_path        (TdmWorkspace        *self);
gboolean      tdm_workspace_is_read_only    (TdmWorkspace        *self);
TdmReadOnlyReason tdm_workspace_get_read_only_reason (TdmWorkspace *self);
const char   *tdm_workspace_explain_read_only (TdmWorkspace     *self);
const char   *tdm_workspace_get_alteration  (TdmWorkspace        *self);
const char   *tdm_workspace_get_undo_label  (TdmWorkspace        *self);
const char   *tdm_workspace_get_redo_label  (TdmWorkspace        *self);

TdmProgramme *tdm_workspace_get_programme   (TdmWorkspace        *self);
TdmPerson    *tdm_workspace_get_participant (TdmWorkspace        *self);
GListModel   *tdm_workspace_get_rounds      (TdmWorkspace        *self);
GListModel   *tdm_workspace_get_people      (TdmWorkspace        *self);
GListModel   *tdm_workspace_get_topics      (TdmWorkspace        *self);
GListModel   *tdm_workspace_get_pairs       (TdmWorkspace        *self);
GListModel   *tdm_workspace_get_meetings    (TdmWorkspace        *self);
GListModel   *tdm_workspace_get_list        (TdmWorkspace        *self,
                                             GType                type);
gpointer      tdm_workspace_find_id         (TdmWorkspace        *self,
                                             GType                type,
                                             gint64               id);
gpointer      tdm_workspace_find_uid        (TdmWorkspace        *self,
                                             GListModel          *list,
                                             const char          *uid);

void          tdm_workspace_load_async      (TdmWorkspace        *self,
                                             TdmScope             scope,
                                             gpointer             record,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
void          tdm_workspace_load_all_async  (TdmWorkspace        *self,
                                             TdmScope             scope,
                                             GPtrArray           *records,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
void          tdm_workspace_load_rounds_async (TdmWorkspace      *self,
                                             TdmScope             scope,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
void          tdm_workspace_find_tandems_async (TdmWorkspace     *self,
                                             TdmPerson           *person,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
GPtrArray    *tdm_workspace_find_tandems_finish (TdmWorkspace    *self,
                                             GAsyncResult        *result,
                                             GError             **error);
gboolean      tdm_workspace_is_loaded       (TdmWorkspace        *self,
                                             TdmScope             scope,
                                             gpointer             record);
gboolean      tdm_workspace_load_finish     (TdmWorkspace        *self,
                                             GAsyncResult        *result,
                                             GError             **error);

void          tdm_workspace_peek_async      (TdmWorkspace        *self,
                                             TdmScope             scope,
                                             GArray              *ids,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
GPtrArray    *tdm_workspace_peek_finish     (TdmWorkspace        *self,
                                             GAsyncResult        *result,
                                             GError             **error);

void          tdm_workspace_commit_async    (TdmWorkspace        *self,
                                             TdmEdit             *taken_edit,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
void          tdm_workspace_undo_async      (TdmWorkspace        *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
void          tdm_workspace_redo_async      (TdmWorkspace        *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
char         *tdm_workspace_change_finish   (TdmWorkspace        *self,
                                             GAsyncResult        *result,
                                             GError             **error);
void          tdm_workspace_import_async    (TdmWorkspace        *self,
                                             TdmEdit             *taken_edit,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
gboolean      tdm_workspace_import_finish   (TdmWorkspace        *self,
                                             GAsyncResult        *result,
                                             GError             **error);

G_END_DECLS
