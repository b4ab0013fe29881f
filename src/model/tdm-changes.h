/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

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

/**
 * TdmSummary:
 * @pair: the row id of a tandem
 * @steps_done: how many of its goal steps are done
 * @steps_total: of how many
 * @next_start: when its next meeting starts, seconds since 1970-01-01 UTC, 0 for none
 * @next_end: when that one is over
 * @next_zone: in which time zone it was planned, an interned string; empty for none
 *
 * What lists show of a tandem.
 */
typedef struct
{
  gint64 pair;
  guint steps_done;
  guint steps_total;
  gint64 next_start;
  gint64 next_end;
  const char *next_zone;
} TdmSummary;

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
