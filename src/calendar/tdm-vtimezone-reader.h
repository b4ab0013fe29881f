/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-zone-changes.h"

G_BEGIN_DECLS

typedef struct
{
  int first;
  int last;
} TdmYears;

/* All in which meetings take place */
#define TDM_YEARS_ALL ((TdmYears) { TDM_ZONE_FIRST_YEAR - 2, TDM_ZONE_LAST_YEAR })

GArray *tdm_vtimezone_reader_read (icalcomponent *zone,
                                   TdmYears       years);

G_END_DECLS
