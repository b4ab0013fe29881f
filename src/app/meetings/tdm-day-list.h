/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmAgenda TdmAgenda;
typedef struct _TdmConflicts TdmConflicts;
typedef struct _TdmMeetingFilter TdmMeetingFilter;

#define TDM_TYPE_DAY_LIST (tdm_day_list_get_type ())
G_DECLARE_FINAL_TYPE (TdmDayList, tdm_day_list, TDM, DAY_LIST, AdwBin)

void tdm_day_list_set_filter (TdmDayList *self,
                              TdmMeetingFilter *filter);
void tdm_day_list_show (TdmDayList   *self,
                        guint32       day,
                        TdmAgenda    *agenda,
                        TdmConflicts *conflicts);

G_END_DECLS
