/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-order.h"

static gboolean
list_is_in_order (GListModel *list, GtkSorter *sorter)
{
  g_autoptr (GObject) before = g_list_model_get_item (list, 0);

  for (guint i = 1; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (gtk_sorter_compare (sorter, before, item) == GTK_ORDERING_LARGER)
        return FALSE;
      g_set_object (&before, item);
    }
  return TRUE;
}

/* Puts what has changed where it belongs. GTK keeps what it sorts by, such as a name, as it was when an item came:
 * gtk_sorter_changed() alone does not make it look again. The items go and come anew, as the list views of GTK 4.8 may
 * crash when a row that has the focus goes far away. */
void
tdm_order_refresh (GtkSortListModel *list)
{
  GtkSorter *sorter = gtk_sort_list_model_get_sorter (list);
  g_autoptr (GListModel) model = NULL;

  g_set_object (&model, gtk_sort_list_model_get_model (list));
  if (!model || !sorter || list_is_in_order (G_LIST_MODEL (list), sorter))
    return;
  gtk_sort_list_model_set_model (list, NULL);
  gtk_sort_list_model_set_model (list, model);
}
