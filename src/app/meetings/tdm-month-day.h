/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmAgenda TdmAgenda;
typedef struct _TdmConflicts TdmConflicts;
typedef struct _TdmMeetingFilter TdmMeetingFilter;

#define TDM_TYPE_MONTH_DAY (tdm_month_day_get_type ())
G_DECLARE_FINAL_TYPE (TdmMonthDay, tdm_month_day, TDM, MONTH_DAY, GtkWidget)

void     tdm_month_day_set_filter   (TdmMonthDay  *self,
                                     TdmMeetingFilter *filter);
void     tdm_month_day_show         (TdmMonthDay  *self,
                                     guint32       day,
                                     guint32       shown_month,
                                     TdmAgenda    *agenda,
                                     TdmConflicts *conflicts);
void     tdm_month_day_set_selected (TdmMonthDay  *self,
                                     gboolean      selected);
void     tdm_month_day_set_compact  (TdmMonthDay  *self,
                                     gboolean      compact);
gboolean tdm_month_day_has_meetings (TdmMonthDay  *self);

G_END_DECLS
