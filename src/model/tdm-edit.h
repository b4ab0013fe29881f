/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-model-error.h"
#include "tdm-record.h"

G_BEGIN_DECLS

typedef enum
{
  TDM_EDIT_INSERT,
  TDM_EDIT_UPDATE,
  TDM_EDIT_REMOVE,
} TdmEditAction;

#define TDM_TYPE_EDIT (tdm_edit_get_type ())
G_DECLARE_FINAL_TYPE (TdmEdit, tdm_edit, TDM, EDIT, GObject)

TdmEdit    *tdm_edit_new       (const char    *label);
TdmEdit    *tdm_edit_new_save  (gpointer       draft);
TdmEdit    *tdm_edit_new_remove (gpointer      record);
const char *tdm_edit_get_label (TdmEdit       *self);
void        tdm_edit_set_label (TdmEdit       *self,
                                const char    *label);
void        tdm_edit_set_permanent (TdmEdit   *self);
gboolean    tdm_edit_is_permanent (TdmEdit    *self);
void        tdm_edit_fail      (TdmEdit       *self,
                                GError        *taken_error);
void        tdm_edit_refuse    (TdmEdit       *self,
                                TdmModelError  code,
                                const char    *format,
                                ...) G_GNUC_PRINTF (3, 4);
gpointer    tdm_edit_insert    (TdmEdit       *self,
                                GType          type);
gpointer    tdm_edit_insert_first (TdmEdit    *self,
                                GType          type);
gpointer    tdm_edit_update    (TdmEdit       *self,
                                gpointer       record);
void        tdm_edit_add_draft (TdmEdit       *self,
                                gpointer       draft);
void        tdm_edit_remove    (TdmEdit       *self,
                                gpointer       record);
gboolean    tdm_edit_touches   (TdmEdit       *self,
                                gpointer       record);
guint       tdm_edit_get_size  (TdmEdit       *self);
TdmRecord  *tdm_edit_get_step  (TdmEdit       *self,
                                guint          index,
                                TdmEditAction *action);
gboolean    tdm_edit_check     (TdmEdit       *self,
                                GError       **error);

G_END_DECLS
