/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-order.h"

/* The filter between a model and the list that puts it in order, which hides what is about to go elsewhere */
#define FILTER "tdm-order-filter"

static gboolean
order_shows_cb (gpointer item, gpointer hidden)
{
  return !g_hash_table_contains (hidden, item);
}

/* What a list is made of, so that tdm_order_refresh() can put it in order. */
void
tdm_order_set_model (GtkSortListModel *list, GListModel *model)
{
  g_autoptr (GtkFilterListModel) filtered = NULL;
  GtkCustomFilter *filter;

  if (!model)
    {
      gtk_sort_list_model_set_model (list, NULL);
      return;
    }
  filter = gtk_custom_filter_new (NULL, NULL, NULL);
  g_object_set_data (G_OBJECT (list), FILTER, filter);
  filtered = gtk_filter_list_model_new (g_object_ref (model), GTK_FILTER (filter));
  gtk_sort_list_model_set_model (list, G_LIST_MODEL (filtered));
}

static gboolean
order_is_larger (GtkSorter *sorter, gpointer item, gpointer than)
{
  return gtk_sorter_compare (sorter, item, than) == GTK_ORDERING_LARGER;
}

/* Of two neighbours in the wrong order, the one without which those around it are in order is not where it belongs.
 *
 * Returns: (element-type GObject): without these items, the others are in order */
static GHashTable *
order_find_misplaced (GListModel *list, GtkSorter *sorter)
{
  GHashTable *misplaced = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_items = g_list_model_get_n_items (list);

  for (guint i = 0; i < n_items; i++)
    {
      gpointer item = g_list_model_get_item (list, i);
      gpointer last = kept->len > 0 ? kept->pdata[kept->len - 1] : NULL;
      gpointer before = kept->len > 1 ? kept->pdata[kept->len - 2] : NULL;
      g_autoptr (GObject) next = i + 1 < n_items ? g_list_model_get_item (list, i + 1) : NULL;
      gboolean is_wrong = last && order_is_larger (sorter, last, item);

      if (is_wrong && ((before && order_is_larger (sorter, before, item)) ||
                       (next && !order_is_larger (sorter, last, next))))
        g_hash_table_add (misplaced, item);
      else
        {
          if (is_wrong)
            g_hash_table_add (misplaced, g_ptr_array_steal_index (kept, kept->len - 1));
          g_ptr_array_add (kept, item);
        }
    }
  return misplaced;
}

/* Puts what has changed where it belongs. GTK keeps what it sorts by, such as a name, as it was when an item came:
 * gtk_sorter_changed() alone does not make it look again. What is not where it belongs goes and comes anew; all else
 * stays, and with it what is selected and how far the list is scrolled. The list views of GTK 4.8 may crash when a row
 * that has the focus goes far away in one step. */
void
tdm_order_refresh (GtkSortListModel *list)
{
  GtkSorter *sorter = gtk_sort_list_model_get_sorter (list);
  GtkCustomFilter *filter = g_object_get_data (G_OBJECT (list), FILTER);
  g_autoptr (GHashTable) misplaced = NULL;

  if (!sorter || !gtk_sort_list_model_get_model (list))
    return;
  misplaced = order_find_misplaced (G_LIST_MODEL (list), sorter);
  if (g_hash_table_size (misplaced) == 0)
    return;
  gtk_custom_filter_set_filter_func (filter, order_shows_cb, misplaced, NULL);
  gtk_custom_filter_set_filter_func (filter, NULL, NULL, NULL);
}
