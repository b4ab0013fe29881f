/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-table.h"

G_BEGIN_DECLS

typedef struct _TdmWorkbook TdmWorkbook;

TdmWorkbook       *tdm_workbook_new             (GBytes       *bytes,
                                                 GError      **error);
void               tdm_workbook_free            (TdmWorkbook  *self);
const char *const *tdm_workbook_get_sheet_names (TdmWorkbook  *self);
TdmTable          *tdm_workbook_read_sheet      (TdmWorkbook  *self,
                                                 guint         sheet,
                                                 GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmWorkbook, tdm_workbook_free)

G_END_DECLS
