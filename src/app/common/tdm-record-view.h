/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_RECORD_VIEW (tdm_record_view_get_type ())
G_DECLARE_FINAL_TYPE (TdmRecordView, tdm_record_view, TDM, RECORD_VIEW, AdwBin)

GListModel *tdm_record_view_get_shown     (TdmRecordView *self);
void        tdm_record_view_refresh       (TdmRecordView *self);
void        tdm_record_view_start_search  (TdmRecordView *self);
void        tdm_record_view_scroll_up     (TdmRecordView *self);

GPtrArray  *tdm_record_view_get_ticked    (TdmRecordView *self);
gboolean    tdm_record_view_is_ticked     (TdmRecordView *self,
                                           gpointer       item);
void        tdm_record_view_tick          (TdmRecordView *self,
                                           gpointer       item,
                                           gboolean       is_ticked);
void        tdm_record_view_set_ticked    (TdmRecordView *self,
                                           GPtrArray     *items);
void        tdm_record_view_start_selecting (TdmRecordView *self);
void        tdm_record_view_set_selecting (TdmRecordView *self,
                                           gboolean       selecting);

G_END_DECLS
