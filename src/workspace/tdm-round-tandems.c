/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-tandems.h"

/* Who is in which tandems of a round that are not over. Looked up anew when it is asked for after a change, so that a
 * row of a list need not look through all tandems. */

struct _TdmRoundTandems
{
  GObject parent_instance;

  GSignalGroup *workspace_signals;
  GSignalGroup *pairs_signals;
  TdmRound *round;
  GHashTable *found;
};

G_DEFINE_FINAL_TYPE (TdmRoundTandems, tdm_round_tandems, G_TYPE_OBJECT)

static guint changed_signal;

static void
round_tandems_forget_cb (TdmRoundTandems *self)
{
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_signal_emit (self, changed_signal, 0);
}

static void
tdm_round_tandems_finalize (GObject *object)
{
  TdmRoundTandems *self = TDM_ROUND_TANDEMS (object);

  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->pairs_signals);
  g_clear_object (&self->round);
  g_clear_pointer (&self->found, g_hash_table_unref);
  G_OBJECT_CLASS (tdm_round_tandems_parent_class)->finalize (object);
}

static void
tdm_round_tandems_class_init (TdmRoundTandemsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_round_tandems_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tdm_round_tandems_init (TdmRoundTandems *self)
{
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  self->pairs_signals = g_signal_group_new (G_TYPE_LIST_STORE);
  /* Every change of the file, such as a tandem that ends, has a new thing to undo. */
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label", G_CALLBACK (round_tandems_forget_cb),
                                  self);
  g_signal_group_connect_swapped (self->pairs_signals, "items-changed", G_CALLBACK (round_tandems_forget_cb), self);
}

TdmRoundTandems *
tdm_round_tandems_new (void)
{
  return g_object_new (TDM_TYPE_ROUND_TANDEMS, NULL);
}

void
tdm_round_tandems_set_workspace (TdmRoundTandems *self, TdmWorkspace *workspace)
{
  g_signal_group_set_target (self->workspace_signals, workspace);
  g_signal_group_set_target (self->pairs_signals, workspace ? tdm_workspace_get_pairs (workspace) : NULL);
  round_tandems_forget_cb (self);
}

void
tdm_round_tandems_set_round (TdmRoundTandems *self, TdmRound *round)
{
  if (g_set_object (&self->round, round))
    round_tandems_forget_cb (self);
}

static void
round_tandems_add (TdmRoundTandems *self, TdmPerson *person, TdmPair *pair)
{
  GPtrArray *pairs = g_hash_table_lookup (self->found, person);

  if (!pairs)
    {
      pairs = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->found, person, pairs);
    }
  g_ptr_array_add (pairs, g_object_ref (pair));
}

/* Returns: (transfer none) (nullable) (element-type TdmPair): valid until the next change */
GPtrArray *
tdm_round_tandems_find (TdmRoundTandems *self, TdmPerson *person)
{
  g_autoptr (GListModel) pairs = NULL;

  if (self->found)
    return g_hash_table_lookup (self->found, person);
  self->found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  pairs = g_signal_group_dup_target (self->pairs_signals);
  for (guint i = 0; pairs && i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_round (pair) != self->round || tdm_pair_is_over (pair))
        continue;
      round_tandems_add (self, tdm_pair_get_mentee (pair), pair);
      round_tandems_add (self, tdm_pair_get_mentor (pair), pair);
    }
  return g_hash_table_lookup (self->found, person);
}
