/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmAgenda TdmAgenda;
typedef struct _TdmConflicts TdmConflicts;
typedef struct _TdmMeetingFilter TdmMeetingFilter;

#define TDM_TYPE_MONTH_GRID (tdm_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (TdmMonthGrid, tdm_month_grid, TDM, MONTH_GRID, GtkWidget)

void       tdm_month_grid_set_filter (TdmMonthGrid *self,
                                      TdmMeetingFilter *filter);
void       tdm_month_grid_show     (TdmMonthGrid   *self,
                                    guint32         shown_month,
                                    TdmAgenda      *agenda,
                                    TdmConflicts   *conflicts);
void       tdm_month_grid_select   (TdmMonthGrid   *self,
                                    guint32         day);
GtkWidget *tdm_month_grid_find_day (TdmMonthGrid   *self,
                                    guint32         day);

G_END_DECLS
