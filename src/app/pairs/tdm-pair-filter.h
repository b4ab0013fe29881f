/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-round.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which states a filter lets through. */
typedef enum
{
  TDM_PAIR_SHOW_ALL,
  TDM_PAIR_SHOW_PREPARED,
  TDM_PAIR_SHOW_UNDER_WAY,
  TDM_PAIR_SHOW_PAUSED,
  TDM_PAIR_SHOW_OVER,
} TdmPairShow;

#define TDM_TYPE_PAIR_FILTER (tdm_pair_filter_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairFilter, tdm_pair_filter, TDM, PAIR_FILTER, GtkFilter)

void     tdm_pair_filter_set_round  (TdmPairFilter *self,
                                     TdmRound      *round);
void     tdm_pair_filter_set_search (TdmPairFilter *self,
                                     const char    *search);
gboolean tdm_pair_filter_narrow     (TdmPairFilter *self,
                                     TdmPairShow    show,
                                     const char    *area,
                                     const char    *department);

G_END_DECLS
