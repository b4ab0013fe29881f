/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TDM_PAIR_ORDER_MENTEE,
  TDM_PAIR_ORDER_MENTOR,
  TDM_PAIR_ORDER_NEXT,
  TDM_PAIR_ORDER_PROGRESS,
} TdmPairOrder;

GtkSorter *tdm_pair_order_make_sorter (TdmPairOrder order);

G_END_DECLS
