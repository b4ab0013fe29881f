/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

G_BEGIN_DECLS

/**
 * TdmChange:
 * @type: the type of the record
 * @id: its row id
 * @record: (nullable): the row as it is now, %NULL if it is gone
 *
 * What became of one row.
 */
typedef struct
{
  GType type;
  gint64 id;
  TdmRecord *record;
} TdmChange;

#define TDM_TYPE_CHANGES (tdm_changes_get_type ())
G_DECLARE_FINAL_TYPE (TdmChanges, tdm_changes, TDM, CHANGES, GObject)

TdmChanges       *tdm_changes_new           (const char *label);
const char       *tdm_changes_get_label     (TdmChanges *self);
void              tdm_changes_add           (TdmChanges *self,
                                             GType       type,
                                             gint64      id,
                                             TdmRecord  *taken_record);
guint             tdm_changes_get_size      (TdmChanges *self);
const TdmChange  *tdm_changes_get           (TdmChanges *self,
                                             guint       index);
GArray           *tdm_changes_get_summaries (TdmChanges *self);

G_END_DECLS
