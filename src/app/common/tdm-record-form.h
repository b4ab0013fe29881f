/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_RECORD_FORM (tdm_record_form_get_type ())
G_DECLARE_FINAL_TYPE (TdmRecordForm, tdm_record_form, TDM, RECORD_FORM, GObject)

TdmRecordForm *tdm_record_form_new            (GtkWidget     *root,
                                               TdmWorkspace  *workspace,
                                               gpointer       record);
void           tdm_record_form_fill           (TdmRecordForm *self,
                                               gpointer       record);
gpointer       tdm_record_form_get_record     (TdmRecordForm *self);
gpointer       tdm_record_form_make_draft     (TdmRecordForm *self);
void           tdm_record_form_finish_typing  (TdmRecordForm *self);
gboolean       tdm_record_form_is_changed     (TdmRecordForm *self);
gboolean       tdm_record_form_is_complete    (TdmRecordForm *self);
void           tdm_record_form_update         (TdmRecordForm *self);
GtkWidget     *tdm_record_form_get_row        (TdmRecordForm *self,
                                               guint          field);
void           tdm_record_form_set_candidates (TdmRecordForm *self,
                                               guint          field,
                                               GListModel    *candidates);
void           tdm_record_form_explain        (TdmRecordForm *self,
                                               guint          field,
                                               const char    *problem);
void           tdm_record_form_hint           (TdmRecordForm *self,
                                               guint          field,
                                               const char    *hint);
void           tdm_record_form_focus          (TdmRecordForm *self);

G_END_DECLS
