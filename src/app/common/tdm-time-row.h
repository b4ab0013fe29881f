/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_TIME_ROW (tdm_time_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmTimeRow, tdm_time_row, TDM, TIME_ROW, AdwActionRow)

int   tdm_time_row_get_minute_of_day (TdmTimeRow *self);
char *tdm_time_row_join              (TdmTimeRow *self,
                                      const char *date);
void  tdm_time_row_commit            (TdmTimeRow *self);

G_END_DECLS
