/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-table.h"
#include "tdm-zip.h"

G_BEGIN_DECLS

/**
 * TdmWorkbookShared:
 * @strings: (element-type utf8): texts that cells name by their number
 * @dates: (element-type gboolean): whether a format that cells name by its number shows a day or a time
 * @from_1904: see tdm_serial_date_write()
 *
 * What the sheets of a workbook have in common.
 */
typedef struct
{
  GPtrArray *strings;
  GArray *dates;
  gboolean from_1904;
} TdmWorkbookShared;

TdmTable *tdm_worksheet_read (TdmZip                  *zip,
                              const char              *part,
                              const TdmWorkbookShared *shared,
                              GError                 **error);

G_END_DECLS
