/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-catalogue.h"

#include "app/round/tdm-catalogue-item.h"
#include "method/tdm-topic-demand.h"
#include "model/tdm-participation.h"
#include "workspace/tdm-workspace.h"

/* The topics of a file with how many need and offer each, of those who take part in a round or of all people. It is
 * read and counted when it is shown first, and again after every change of the file, but not while nobody looks. */

struct _TdmCatalogue
{
  GObject parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  GSignalGroup *workspace_signals;
  GListStore *items;
  GHashTable *people;
  gboolean is_shown;
  gboolean is_stale;
  gboolean is_counted;
  guint load; /* which answer is waited for */
};

G_DEFINE_FINAL_TYPE (TdmCatalogue, tdm_catalogue, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_COUNTED,
  SIGNAL_FAILED,
  N_SIGNALS
} TdmCatalogueSignal;

static guint signals[N_SIGNALS];

/* @taken_items: (element-type TdmCatalogueItem): what is there from now on; what stays the same is not told anew */
static void
catalogue_replace (TdmCatalogue *self, GPtrArray *taken_items)
{
  g_autoptr (GPtrArray) items = taken_items;
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items)), n_same = 0;

  for (; n_same < MIN (n_old, items->len); n_same++)
    {
      g_autoptr (TdmCatalogueItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), n_same);

      if (old != items->pdata[n_same])
        break;
    }
  if (n_same < n_old || n_same < items->len)
    g_list_store_splice (self->items, n_same, n_old - n_same, items->pdata + n_same, items->len - n_same);
}

static void
catalogue_count (TdmCatalogue *self)
{
  GListModel *topics = tdm_workspace_get_topics (self->workspace);
  g_autoptr (GArray) demands = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint most = 0;

  g_clear_pointer (&self->people, g_hash_table_unref);
  if (self->round)
    self->people = tdm_topic_demand_find_people (tdm_record_get_children (self->round, TDM_TYPE_PARTICIPATION));
  demands = tdm_topic_demand_count (topics, self->people);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TdmCatalogueItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_hash_table_insert (known, tdm_catalogue_item_get_topic (item), item);
    }
  for (guint i = 0; i < demands->len; i++)
    most = MAX (most, MAX (g_array_index (demands, TdmTopicDemand, i).n_needs,
                           g_array_index (demands, TdmTopicDemand, i).n_offers));
  for (guint i = 0; i < demands->len; i++)
    {
      const TdmTopicDemand *demand = &g_array_index (demands, TdmTopicDemand, i);
      TdmCatalogueItem *item = g_hash_table_lookup (known, demand->topic);

      item = item ? g_object_ref (item) : tdm_catalogue_item_new (demand->topic);
      tdm_catalogue_item_set_counts (item, demand->n_needs, demand->n_offers, most);
      g_ptr_array_add (items, item);
    }
  catalogue_replace (self, items);
  self->is_counted = TRUE;
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

typedef struct
{
  TdmCatalogue *catalogue;
  guint load;
} Loading;

static void catalogue_load (TdmCatalogue *self, TdmScope scope);

static void
catalogue_loaded (GObject *source, GAsyncResult *result, Loading *taken_loading, gboolean is_last)
{
  g_autofree Loading *loading = taken_loading;
  g_autoptr (TdmCatalogue) self = loading->catalogue;
  g_autoptr (GError) error = NULL;
  gboolean is_loaded = tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error);

  if (loading->load != self->load || !self->workspace)
    return;
  if (!is_loaded)
    {
      self->is_stale = TRUE;
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  if (is_last)
    catalogue_count (self);
  else
    catalogue_load (self, TDM_SCOPE_ROUND_PEOPLE);
}

static void
catalogue_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Loading *loading = data;

  catalogue_loaded (source, result, loading, !loading->catalogue->round);
}

static void
catalogue_people_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  catalogue_loaded (source, result, data, TRUE);
}

static void
catalogue_load (TdmCatalogue *self, TdmScope scope)
{
  Loading *loading = g_new (Loading, 1);

  *loading = (Loading) { g_object_ref (self), self->load };
  if (scope == TDM_SCOPE_PROFILES)
    tdm_workspace_load_async (self->workspace, scope, tdm_workspace_get_programme (self->workspace),
                              catalogue_loaded_cb, loading);
  else
    tdm_workspace_load_async (self->workspace, scope, self->round, catalogue_people_loaded_cb, loading);
}

static void
catalogue_look (TdmCatalogue *self)
{
  if (!self->is_stale || !self->is_shown || !self->workspace || !tdm_workspace_get_programme (self->workspace))
    return;
  self->is_stale = FALSE;
  self->load++;
  catalogue_load (self, TDM_SCOPE_PROFILES);
}

static void
catalogue_file_changed_cb (TdmCatalogue *self)
{
  self->is_stale = TRUE;
  catalogue_look (self);
}

static void
tdm_catalogue_dispose (GObject *object)
{
  TdmCatalogue *self = TDM_CATALOGUE (object);

  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  g_clear_object (&self->items);
  g_clear_pointer (&self->people, g_hash_table_unref);
  G_OBJECT_CLASS (tdm_catalogue_parent_class)->dispose (object);
}

static void
tdm_catalogue_class_init (TdmCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tdm_catalogue_dispose;
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", TDM_TYPE_CATALOGUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /* When it is shown again, it is tried again. */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", TDM_TYPE_CATALOGUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
tdm_catalogue_init (TdmCatalogue *self)
{
  self->items = g_list_store_new (TDM_TYPE_CATALOGUE_ITEM);
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label",
                                  G_CALLBACK (catalogue_file_changed_cb), self);
}

TdmCatalogue *
tdm_catalogue_new (void)
{
  return g_object_new (TDM_TYPE_CATALOGUE, NULL);
}

/* Of whom it counts: those of a round, or all people where that is NULL */
void
tdm_catalogue_set_file (TdmCatalogue *self, TdmWorkspace *workspace, TdmRound *round)
{
  if (self->workspace != workspace)
    {
      g_list_store_remove_all (self->items);
      self->is_counted = FALSE;
    }
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->round, round);
  g_signal_group_set_target (self->workspace_signals, workspace);
  self->load++;
  catalogue_file_changed_cb (self);
}

void
tdm_catalogue_set_shown (TdmCatalogue *self, gboolean is_shown)
{
  self->is_shown = is_shown;
  catalogue_look (self);
}

/* A list of TdmCatalogueItem, the same one as long as the catalogue is there */
GListModel *
tdm_catalogue_get_items (TdmCatalogue *self)
{
  return G_LIST_MODEL (self->items);
}

/* Whether the items are all topics of the file */
gboolean
tdm_catalogue_is_counted (TdmCatalogue *self)
{
  return self->is_counted;
}

/* Whether a person is one of those who count */
gboolean
tdm_catalogue_counts (TdmCatalogue *self, TdmPerson *person)
{
  return !self->people || g_hash_table_contains (self->people, person);
}
