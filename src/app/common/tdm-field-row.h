/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-programme.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a form that shows a field of a record, and the row below it that says what is wrong with it. */
typedef struct _TdmFieldRow TdmFieldRow;

TdmFieldRow *tdm_field_row_new           (const TdmField *field,
                                          guint           index,
                                          GtkWidget      *row,
                                          TdmProgramme   *programme);
void         tdm_field_row_free          (TdmFieldRow    *self);
guint        tdm_field_row_get_index     (TdmFieldRow    *self);
GtkWidget   *tdm_field_row_get_row       (TdmFieldRow    *self);
GtkWidget   *tdm_field_row_get_problem   (TdmFieldRow    *self);
void         tdm_field_row_set_candidates (TdmFieldRow   *self,
                                          GListModel     *candidates,
                                          TdmRecord      *but);
void         tdm_field_row_fill          (TdmFieldRow    *self,
                                          TdmRecord      *record);
void         tdm_field_row_finish_typing (TdmFieldRow   *self);
gboolean     tdm_field_row_is_changed    (TdmFieldRow    *self);
void         tdm_field_row_write         (TdmFieldRow    *self,
                                          TdmRecord      *draft);
gboolean     tdm_field_row_was_touched   (TdmFieldRow    *self);
void         tdm_field_row_explain       (TdmFieldRow    *self,
                                          const char     *problem);
void         tdm_field_row_hint          (TdmFieldRow    *self,
                                          const char     *hint);
void         tdm_field_row_watch         (TdmFieldRow    *self,
                                          GCallback       changed,
                                          gpointer        object);

G_END_DECLS
