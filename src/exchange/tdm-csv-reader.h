/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-table.h"

G_BEGIN_DECLS

TdmTable *tdm_csv_read (const char  *text,
                        char        *separator,
                        GError     **error);

G_END_DECLS
