/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-record.h"

G_BEGIN_DECLS

#define TDM_TYPE_RECORD_LIST (tdm_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TdmRecordList, tdm_record_list, TDM, RECORD_LIST, GObject)

TdmRecordList *tdm_record_list_new       (GType          type);
guint          tdm_record_list_find      (TdmRecordList *self,
                                          gpointer       record);
void           tdm_record_list_settle    (TdmRecordList *self,
                                          gpointer       record,
                                          guint          place);
void           tdm_record_list_remove_at (TdmRecordList *self,
                                          guint          place);

G_END_DECLS
