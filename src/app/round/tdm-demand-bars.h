/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TdmDemandBars:
 * @n_needs: how many want to learn a topic
 * @n_offers: how many can pass it on
 * @most: what a whole bar stands for
 *
 * Two bars for rows that draw themselves.
 */
typedef struct
{
  guint n_needs;
  guint n_offers;
  guint most;
} TdmDemandBars;

char *tdm_demand_bars_describe (const TdmDemandBars *self);
int   tdm_demand_bars_measure  (GtkWidget           *widget,
                                int                  width);
void  tdm_demand_bars_draw     (const TdmDemandBars *self,
                                GtkWidget           *widget,
                                GtkSnapshot         *snapshot,
                                float                x,
                                float                y,
                                float                width);

G_END_DECLS
