/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-file-error.h"

#include <glib-object.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define TDM_TYPE_DATABASE (tdm_database_get_type ())
G_DECLARE_FINAL_TYPE (TdmDatabase, tdm_database, TDM, DATABASE, GObject)

TdmDatabase  *tdm_database_new         (const char   *path,
                                        gboolean      read_only,
                                        GError      **error);
gboolean      tdm_database_check_path (const char   *path,
                                        GError      **error);
sqlite3      *tdm_database_get_handle  (TdmDatabase  *self);
const char   *tdm_database_get_path    (TdmDatabase  *self);

gboolean      tdm_database_execute     (TdmDatabase  *self,
                                        const char   *sql,
                                        GError      **error);
gboolean      tdm_database_get_integer (TdmDatabase  *self,
                                        const char   *sql,
                                        gint64       *value,
                                        GError      **error);
sqlite3_stmt *tdm_database_prepare     (TdmDatabase  *self,
                                        const char   *sql,
                                        GError      **error);
gboolean      tdm_database_step        (TdmDatabase  *self,
                                        sqlite3_stmt *statement,
                                        gboolean     *has_row,
                                        GError      **error);
const char   *tdm_database_get_text    (sqlite3_stmt *statement,
                                        int           column);
gboolean      tdm_database_begin       (TdmDatabase  *self,
                                        GError      **error);
gboolean      tdm_database_commit      (TdmDatabase  *self,
                                        GError      **error);
gboolean      tdm_database_is_unsettled (TdmDatabase *self);
gboolean      tdm_database_settle      (TdmDatabase  *self,
                                        gboolean     *is_committed,
                                        GError      **error);
void          tdm_database_rollback    (TdmDatabase  *self);
gboolean      tdm_database_read_all    (TdmDatabase  *self,
                                        GError      **error);
gboolean      tdm_database_set_foreign_keys (TdmDatabase *self,
                                             gboolean     on,
                                             GError     **error);
void          tdm_database_limit_effort (TdmDatabase *self);
void          tdm_database_add_fault   (TdmDatabase  *self,
                                        char         *taken_fault);
GPtrArray    *tdm_database_take_faults (TdmDatabase  *self);

G_END_DECLS
