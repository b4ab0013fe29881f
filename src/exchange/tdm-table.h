/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-table-error.h"

G_BEGIN_DECLS

/* Ten thousand people below a header that stands in one of the first ten rows */
#define TDM_TABLE_ROWS_MOST 10010
#define TDM_TABLE_COLUMNS_MOST 200
/* In bytes; a cell of Excel holds 32,767 characters. */
#define TDM_TABLE_CELL_MOST 32768
/* In bytes, of all cells */
#define TDM_TABLE_TEXT_MOST (32 * 1024 * 1024)

typedef struct _TdmTable TdmTable;

TdmTable   *tdm_table_new            (void);
void        tdm_table_free           (TdmTable    *self);
void        tdm_table_begin_row      (TdmTable    *self,
                                      guint        number);
gboolean    tdm_table_add_cell       (TdmTable    *self,
                                      guint        column,
                                      const char  *text,
                                      gsize        length,
                                      GError     **error);
void        tdm_table_hide_row       (TdmTable    *self);
void        tdm_table_end            (TdmTable    *self);
guint       tdm_table_get_n_rows     (TdmTable    *self);
guint       tdm_table_get_n_columns  (TdmTable    *self);
guint       tdm_table_get_number     (TdmTable    *self,
                                      guint        row);
gboolean    tdm_table_is_hidden      (TdmTable    *self,
                                      guint        row);
const char *tdm_table_get_cell       (TdmTable    *self,
                                      guint        row,
                                      guint        column);
char       *tdm_table_name_column    (guint        column);
gboolean    tdm_table_fail_cell      (GError     **error,
                                      TdmTableError code,
                                      guint        number,
                                      guint        column,
                                      const char  *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmTable, tdm_table_free)

G_END_DECLS
