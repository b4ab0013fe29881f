/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-list-target.h"
#include "tdm-table.h"

G_BEGIN_DECLS

/**
 * TdmListColumn:
 * @name: as the list has it, "" for one without
 * @meaning: where it goes
 */
typedef struct
{
  char *name;
  TdmListMeaning meaning;
} TdmListColumn;

/**
 * TdmListHeader:
 * @columns: (element-type TdmListColumn): all columns of the table, in their order
 * @first_row: from which on rows are people or tandems
 * @has_pairs: whether rows are tandems
 *
 * What the columns of a list are.
 */
typedef struct
{
  GPtrArray *columns;
  guint first_row;
  gboolean has_pairs;
} TdmListHeader;

TdmListHeader *tdm_list_header_find (TdmTable      *table);
void           tdm_list_header_free (TdmListHeader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmListHeader, tdm_list_header_free)

G_END_DECLS
