/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  TDM_PEOPLE_BY_FIRST_NAME,
  TDM_PEOPLE_BY_LAST_NAME,
  TDM_PEOPLE_BY_DEPARTMENT,
  TDM_PEOPLE_BY_STATE,
  TDM_PEOPLE_BY_SINCE,
  TDM_PEOPLE_BY_ROLE,
} TdmPeopleOrder;

GtkSorter *tdm_people_sorter_new (TdmPeopleOrder order);

#define TDM_TYPE_PEOPLE_FILTER (tdm_people_filter_get_type ())
G_DECLARE_FINAL_TYPE (TdmPeopleFilter, tdm_people_filter, TDM, PEOPLE_FILTER, AdwBin)

void tdm_people_filter_clear (TdmPeopleFilter *self);

G_END_DECLS
