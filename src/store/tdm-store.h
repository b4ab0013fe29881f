/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-file-access.h"
#include "model/tdm-changes.h"
#include "model/tdm-edit.h"
#include "model/tdm-scope.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TDM_TYPE_STORE (tdm_store_get_type ())
G_DECLARE_FINAL_TYPE (TdmStore, tdm_store, TDM, STORE, GObject)

void              tdm_store_open_async     (const char          *path,
                                            TdmOpenMode          mode,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
TdmStore         *tdm_store_open_finish    (GAsyncResult        *result,
                                            GError             **error);
const char       *tdm_store_get_path       (TdmStore            *self);
TdmReadOnlyReason tdm_store_get_read_only  (TdmStore            *self);
const char       *tdm_store_explain_read_only (TdmStore         *self);
const char       *tdm_store_get_alteration (TdmStore            *self);
const char       *tdm_store_get_undo       (TdmStore            *self);
const char       *tdm_store_get_redo       (TdmStore            *self);

void              tdm_store_load_async     (TdmStore            *self,
                                            TdmScope             scope,
                                            GArray              *ids,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
GPtrArray        *tdm_store_load_finish    (TdmStore            *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void              tdm_store_sum_up_async   (TdmStore            *self,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
GArray           *tdm_store_sum_up_finish  (TdmStore            *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void              tdm_store_list_meetings_async (TdmStore       *self,
                                            gint64               round,
                                            GArray              *pairs,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
GArray           *tdm_store_list_meetings_finish (TdmStore      *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void              tdm_store_find_tandems_async (TdmStore        *self,
                                            gint64               person,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
GArray           *tdm_store_find_tandems_finish (TdmStore       *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void              tdm_store_look_async     (TdmStore            *self,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
gboolean          tdm_store_look_finish    (TdmStore            *self,
                                            GAsyncResult        *result,
                                            GError             **error);

void              tdm_store_commit_async   (TdmStore            *self,
                                            TdmEdit             *edit,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
void              tdm_store_undo_async     (TdmStore            *self,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
void              tdm_store_redo_async     (TdmStore            *self,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
TdmChanges       *tdm_store_change_finish  (TdmStore            *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void              tdm_store_import_async   (TdmStore            *self,
                                            TdmEdit             *edit,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
GPtrArray        *tdm_store_import_finish  (TdmStore            *self,
                                            GAsyncResult        *result,
                                            GError             **error);

void              tdm_store_check_async    (TdmStore            *self,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
GPtrArray        *tdm_store_check_finish   (TdmStore            *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void              tdm_store_back_up_async  (TdmStore            *self,
                                            const char          *path,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
gboolean          tdm_store_back_up_finish (TdmStore            *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void              tdm_store_keep_backups   (TdmStore            *self,
                                            gboolean             goes_on);
void              tdm_store_compare_async  (TdmStore            *self,
                                            const char          *path,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
GArray           *tdm_store_compare_finish (TdmStore            *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void              tdm_store_restore_async  (TdmStore            *self,
                                            const char          *path,
                                            const char          *label,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
gboolean          tdm_store_put_back       (const char          *path,
                                            const char          *backup,
                                            char               **aside,
                                            GError             **error);
void              tdm_store_close          (TdmStore            *self);

G_END_DECLS
