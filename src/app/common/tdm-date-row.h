/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_DATE_ROW (tdm_date_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmDateRow, tdm_date_row, TDM, DATE_ROW, AdwActionRow)

const char *tdm_date_row_get_date     (TdmDateRow *self);
void        tdm_date_row_set_date     (TdmDateRow *self,
                                       const char *date);
void        tdm_date_row_set_optional (TdmDateRow *self,
                                       gboolean    optional);

G_END_DECLS
