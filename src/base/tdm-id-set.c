/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-id-set.h"

GHashTable *
tdm_id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

gboolean
tdm_id_set_has (GHashTable *self, gint64 id)
{
  return g_hash_table_contains (self, &id);
}

/**
 * tdm_id_set_add:
 * @self: a set
 * @id: a row id; 0 is none
 */
void
tdm_id_set_add (GHashTable *self, gint64 id)
{
  if (id != 0)
    g_hash_table_add (self, g_memdup2 (&id, sizeof id));
}

/* Returns: (transfer full) (element-type gint64): the row ids, in no order */
GArray *
tdm_id_set_list (GHashTable *self)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (self));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (list, *(gint64 *) id);
  return list;
}
