/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-changes.h"
#include "model/tdm-edit.h"

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

#define TDM_TYPE_HISTORY (tdm_history_get_type ())
G_DECLARE_FINAL_TYPE (TdmHistory, tdm_history, TDM, HISTORY, GObject)

TdmHistory *tdm_history_new      (TdmDatabase *database);
gboolean    tdm_history_settle   (TdmHistory  *self,
                                  TdmChanges **late,
                                  GError     **error);
TdmChanges *tdm_history_commit   (TdmHistory  *self,
                                  TdmEdit     *edit,
                                  GError     **error);
gboolean    tdm_history_import   (TdmHistory  *self,
                                  TdmEdit     *edit,
                                  GPtrArray   *records,
                                  GError     **error);
TdmChanges *tdm_history_undo     (TdmHistory  *self,
                                  GError     **error);
TdmChanges *tdm_history_redo     (TdmHistory  *self,
                                  GError     **error);
TdmChanges *tdm_history_restore  (TdmHistory  *self,
                                  TdmDatabase *backup,
                                  const char  *label,
                                  GError     **error);
const char *tdm_history_get_undo (TdmHistory  *self);
const char *tdm_history_get_redo (TdmHistory  *self);

G_END_DECLS
