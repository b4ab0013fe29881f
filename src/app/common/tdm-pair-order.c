/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-order.h"

#include "app/common/tdm-person-order.h"
#include "model/tdm-pair.h"

static int
pair_compare_next (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 x = tdm_pair_get_next_start ((TdmPair *) a), y = tdm_pair_get_next_start ((TdmPair *) b);

  /* Tandems without a next meeting come last. */
  if (x == 0 || y == 0)
    return (x == 0) - (y == 0);
  return (x > y) - (x < y);
}

static int
pair_compare_progress (gconstpointer a, gconstpointer b, gpointer data)
{
  double x = tdm_pair_get_progress ((TdmPair *) a), y = tdm_pair_get_progress ((TdmPair *) b);

  return (x < y) - (x > y);
}

static GtkSorter *
pair_make_name_sorter (const char *side)
{
  return tdm_person_order_make_sorter (TDM_PERSON_ORDER_FIRST_NAME,
                                       gtk_property_expression_new (TDM_TYPE_PAIR, NULL, side));
}

/**
 * tdm_pair_order_make_sorter:
 * @order: an order
 *
 * Returns: (transfer full): a sorter; where it sees no difference, the names of the mentees decide
 */
GtkSorter *
tdm_pair_order_make_sorter (TdmPairOrder order)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  if (order == TDM_PAIR_ORDER_NEXT)
    gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (pair_compare_next, NULL, NULL)));
  else if (order == TDM_PAIR_ORDER_PROGRESS)
    gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (pair_compare_progress, NULL, NULL)));
  else if (order == TDM_PAIR_ORDER_MENTOR)
    gtk_multi_sorter_append (sorter, pair_make_name_sorter ("mentor"));
  gtk_multi_sorter_append (sorter, pair_make_name_sorter ("mentee"));
  return GTK_SORTER (sorter);
}
