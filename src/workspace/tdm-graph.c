/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-graph.h"

#include "model/tdm-changes.h"
#include "model/tdm-programme.h"
#include "model/tdm-record-list.h"
#include "model/tdm-record-types.h"

/**
 * TdmGraph:
 *
 * The live records: one object for a row, whoever shows it, linked as the rows are. Rows of an overview are all here;
 * details of a tandem, a person or the meetings of a round are here once that was opened.
 */

struct _TdmGraph
{
  GObject parent_instance;

  GHashTable *records;
  GHashTable *open;     /* TdmKey of a record: the scopes of which all of it is here */
  GHashTable *lists;
  GHashTable *waiting;  /* TdmKey of a record that is not here yet: array of TdmWait */
  GHashTable *told;     /* whose children have changed; used as a set */
  guint whole;          /* scopes of which all rows of the file are here */
  gboolean names_changed;
};

G_DEFINE_FINAL_TYPE (TdmGraph, tdm_graph, G_TYPE_OBJECT)

typedef struct
{
  GType type;
  gint64 id;
} TdmKey;

/* A live record with a link that leads to a record which is not here yet */
typedef struct
{
  TdmKey from;
  guint field;
} TdmWait;

static guint
graph_hash_key (gconstpointer data)
{
  const TdmKey *key = data;

  return (guint) key->type * 31 + g_int64_hash (&key->id);
}

static gboolean
graph_same_key (gconstpointer a, gconstpointer b)
{
  const TdmKey *x = a, *y = b;

  return x->type == y->type && x->id == y->id;
}

static TdmKey *
graph_make_key (GType type, gint64 id)
{
  TdmKey *key = g_new (TdmKey, 1);

  key->type = type;
  key->id = id;
  return key;
}

static GHashTable *
graph_make_set (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

static void
tdm_graph_dispose (GObject *object)
{
  TdmGraph *self = TDM_GRAPH (object);
  GHashTableIter iter;
  gpointer record;

  /* Parents hold children in lists and children hold parents by links: somebody has to let go first. */
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_object_run_dispose (record);
  g_hash_table_remove_all (self->records);
  g_hash_table_remove_all (self->lists);
  g_hash_table_remove_all (self->told);
  G_OBJECT_CLASS (tdm_graph_parent_class)->dispose (object);
}

static void
tdm_graph_finalize (GObject *object)
{
  TdmGraph *self = TDM_GRAPH (object);

  g_hash_table_unref (self->records);
  g_hash_table_unref (self->open);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->waiting);
  g_hash_table_unref (self->told);
  G_OBJECT_CLASS (tdm_graph_parent_class)->finalize (object);
}

static void
tdm_graph_class_init (TdmGraphClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tdm_graph_dispose;
  G_OBJECT_CLASS (klass)->finalize = tdm_graph_finalize;
}

static void
tdm_graph_init (TdmGraph *self)
{
  self->records = g_hash_table_new_full (graph_hash_key, graph_same_key, g_free, g_object_unref);
  self->open = g_hash_table_new_full (graph_hash_key, graph_same_key, g_free, NULL);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->waiting = g_hash_table_new_full (graph_hash_key, graph_same_key, g_free, (GDestroyNotify) g_array_unref);
  self->told = graph_make_set ();
}

TdmGraph *
tdm_graph_new (void)
{
  return g_object_new (TDM_TYPE_GRAPH, NULL);
}

/**
 * tdm_graph_get_list:
 * @type: a record type that is in the overview, or says that it is listed
 *
 * Returns: (transfer none): all live records of that type
 */
GListModel *
tdm_graph_get_list (TdmGraph *self, GType type)
{
  GListStore *list = g_hash_table_lookup (self->lists, GSIZE_TO_POINTER (type));

  if (!list)
    {
      list = g_list_store_new (type);
      g_hash_table_insert (self->lists, GSIZE_TO_POINTER (type), list);
    }
  return G_LIST_MODEL (list);
}

/**
 * tdm_graph_find:
 *
 * Returns: (transfer none) (nullable): the live record, if it is here
 */
gpointer
tdm_graph_find (TdmGraph *self, GType type, gint64 id)
{
  TdmKey key = { type, id };

  return g_hash_table_lookup (self->records, &key);
}

/**
 * tdm_graph_open:
 * @scope: any but %TDM_SCOPE_OVERVIEW
 * @id: the row id of the tandem, the person or the round
 *
 * From here on such rows are taken in.
 */
void
tdm_graph_open (TdmGraph *self, TdmScope scope, gint64 id)
{
  TdmKey key = { tdm_scope_get_anchor (scope), id };
  guint scopes = GPOINTER_TO_UINT (g_hash_table_lookup (self->open, &key));

  g_hash_table_insert (self->open, graph_make_key (key.type, key.id), GUINT_TO_POINTER (scopes | scope));
  if (key.type == TDM_TYPE_PROGRAMME)
    self->whole |= scope;
}

gboolean
tdm_graph_is_open (TdmGraph *self, TdmScope scope, gint64 id)
{
  TdmKey key = { tdm_scope_get_anchor (scope), id };

  return (GPOINTER_TO_UINT (g_hash_table_lookup (self->open, &key)) & scope) != 0;
}

/* Whether a record belongs to what was opened with one of these scopes, be it by way of others */
static gboolean
graph_has_opened (TdmGraph *self, TdmRecord *record, guint scopes)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_parents; i++)
    {
      TdmRecord *above = tdm_record_get_link (record, klass->parents[i]);
      TdmKey key = { above ? G_OBJECT_TYPE (above) : G_TYPE_INVALID, above ? tdm_record_get_id (above) : 0 };

      /* Only the belongings of what is in the overview are opened. */
      if (above && (((TDM_RECORD_GET_CLASS (above)->scopes & TDM_SCOPE_OVERVIEW) &&
                     (GPOINTER_TO_UINT (g_hash_table_lookup (self->open, &key)) & scopes)) ||
                    graph_has_opened (self, above, scopes)))
        return TRUE;
    }
  return FALSE;
}

/* Whether a row is of the overview, or belongs to what was opened */
static gboolean
graph_wants (TdmGraph *self, TdmRecord *record)
{
  guint scopes = TDM_RECORD_GET_CLASS (record)->scopes;

  return (scopes & (TDM_SCOPE_OVERVIEW | self->whole)) != 0 || graph_has_opened (self, record, scopes);
}

/* The list in which a record stands with one of those to which it belongs, NULL if that is not here */
static TdmRecordList *
record_find_list (TdmRecord *record, guint index)
{
  TdmRecord *parent = tdm_record_get_link (record, TDM_RECORD_GET_CLASS (record)->parents[index]);

  return parent ? TDM_RECORD_LIST (tdm_record_get_children (parent, G_OBJECT_TYPE (record))) : NULL;
}

static void
record_join_lists (TdmRecord *record)
{
  for (guint i = 0; i < TDM_RECORD_GET_CLASS (record)->n_parents; i++)
    {
      TdmRecordList *list = record_find_list (record, i);

      if (list)
        tdm_record_list_settle (list, record, G_MAXUINT);
    }
}

static void
record_leave_lists (TdmRecord *record)
{
  for (guint i = 0; i < TDM_RECORD_GET_CLASS (record)->n_parents; i++)
    {
      TdmRecordList *list = record_find_list (record, i);
      guint place = list ? tdm_record_list_find (list, record) : G_MAXUINT;

      if (place != G_MAXUINT)
        tdm_record_list_remove_at (list, place);
    }
}

static gboolean
record_class_is_listed (TdmRecordClass *klass)
{
  return klass->is_listed || (klass->scopes & TDM_SCOPE_OVERVIEW);
}

/* A link whose record is not here waits for it. */
static void
graph_resolve_links (TdmGraph *self, TdmRecord *record, GHashTable *rows)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TDM_FIELD_LINK && tdm_record_get_link_id (record, i) != 0)
      {
        TdmKey key = { fields[i].type (), tdm_record_get_link_id (record, i) };
        gpointer row = rows ? g_hash_table_lookup (rows, &key) : NULL;

        tdm_record_resolve_link (record, i, row ? row : tdm_graph_find (self, key.type, key.id));
      }
}

static void
graph_wait_for_links (TdmGraph *self, TdmRecord *live)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (live, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      TdmKey target = { fields[i].kind == TDM_FIELD_LINK ? fields[i].type () : G_TYPE_INVALID, 0 };
      TdmWait wait = { { G_OBJECT_TYPE (live), tdm_record_get_id (live) }, i };
      GArray *waiting;

      if (target.type == G_TYPE_INVALID || tdm_record_get_link (live, i) || tdm_record_get_link_id (live, i) == 0)
        continue;
      target.id = tdm_record_get_link_id (live, i);
      waiting = g_hash_table_lookup (self->waiting, &target);
      if (!waiting)
        {
          waiting = g_array_new (FALSE, FALSE, sizeof (TdmWait));
          g_hash_table_insert (self->waiting, graph_make_key (target.type, target.id), waiting);
        }
      g_array_append_val (waiting, wait);
    }
}

/* Gives a record that has just come to all links that waited for it, if they still lead to it. */
static void
graph_end_waiting (TdmGraph *self, TdmRecord *live)
{
  TdmKey key = { G_OBJECT_TYPE (live), tdm_record_get_id (live) };
  g_autofree gpointer kept_key = NULL;
  g_autoptr (GArray) waiting = NULL;

  if (!g_hash_table_steal_extended (self->waiting, &key, &kept_key, (gpointer *) &waiting))
    return;
  for (guint i = 0; i < waiting->len; i++)
    {
      const TdmWait *wait = &g_array_index (waiting, TdmWait, i);
      TdmRecord *from = tdm_graph_find (self, wait->from.type, wait->from.id);

      if (!from || tdm_record_get_link_id (from, wait->field) != key.id)
        continue;
      tdm_record_resolve_link (from, wait->field, live);
      if (TDM_RECORD_GET_CLASS (from)->fields[wait->field].role == TDM_FIELD_PARENT)
        {
          TdmRecordList *list = TDM_RECORD_LIST (tdm_record_get_children (live, wait->from.type));

          tdm_record_list_settle (list, from, G_MAXUINT);
        }
      if (TDM_RECORD_GET_CLASS (from)->renamed)
        TDM_RECORD_GET_CLASS (from)->renamed (from);
    }
}

static void
graph_note_child (TdmGraph *self, TdmRecord *child)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (child);

  for (guint i = 0; klass->tells_parent && i < klass->n_parents; i++)
    {
      TdmRecord *parent = tdm_record_get_link (child, klass->parents[i]);

      if (parent)
        g_hash_table_add (self->told, g_object_ref (parent));
    }
}

static void
graph_tell_renamed (GListModel *list)
{
  TdmRecordClass *klass = g_type_class_peek (g_list_model_get_item_type (list));

  for (guint i = 0; klass->renamed && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (list, i);

      klass->renamed (record);
    }
}

static void
graph_tell (TdmGraph *self)
{
  g_autoptr (GHashTable) told = g_steal_pointer (&self->told);
  GHashTableIter iter;
  gpointer item;

  self->told = graph_make_set ();
  if (self->names_changed)
    {
      g_hash_table_iter_init (&iter, self->lists);
      while (g_hash_table_iter_next (&iter, NULL, &item))
        graph_tell_renamed (item);
    }
  self->names_changed = FALSE;
  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (TDM_RECORD_GET_CLASS (item)->children_changed)
      TDM_RECORD_GET_CLASS (item)->children_changed (item);
}

static void
graph_let_go (TdmGraph *self, GType type, gint64 id)
{
  TdmKey key = { type, id };
  g_autoptr (TdmRecord) record = NULL;
  GListStore *all;
  guint place;

  g_set_object (&record, tdm_graph_find (self, type, id));
  if (!record)
    return;

  record_leave_lists (record);
  all = record_class_is_listed (TDM_RECORD_GET_CLASS (record)) ? G_LIST_STORE (tdm_graph_get_list (self, type)) : NULL;
  if (all && g_list_store_find (all, record, &place))
    g_list_store_remove (all, place);
  g_hash_table_remove (self->records, &key);
  graph_note_child (self, record);
}

static void
graph_update (TdmGraph *self, TdmRecord *live, TdmRecord *fresh)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (live);
  TdmRecordList *before[TDM_RECORD_PARENTS_MOST];
  guint places[TDM_RECORD_PARENTS_MOST];
  gboolean is_wanted;

  /* The last link to a record that was let go is all that holds it, and its lists. */
  for (guint i = 0; i < klass->n_parents; i++)
    {
      before[i] = record_find_list (live, i);
      if (before[i])
        g_object_ref (before[i]);
      places[i] = before[i] ? tdm_record_list_find (before[i], live) : G_MAXUINT;
    }
  tdm_record_assign (live, fresh);
  graph_wait_for_links (self, live);
  is_wanted = graph_wants (self, live);
  for (guint i = 0; i < klass->n_parents; i++)
    {
      TdmRecordList *now = is_wanted ? record_find_list (live, i) : NULL;

      if (now != before[i] && places[i] != G_MAXUINT)
        {
          tdm_record_list_remove_at (before[i], places[i]);
          places[i] = G_MAXUINT;
        }
      if (now)
        tdm_record_list_settle (now, live, places[i]);
      g_clear_object (&before[i]);
    }

  if (klass->renamed)
    klass->renamed (live);
  self->names_changed |= klass->is_name;
  graph_note_child (self, live);
}

/* Takes a row in, or what is new about it. Returns the record if it is to be appended to the list of its type. */
static TdmRecord *
graph_take_in (TdmGraph *self, TdmRecord *fresh)
{
  GType type = G_OBJECT_TYPE (fresh);
  TdmRecord *live = tdm_graph_find (self, type, tdm_record_get_id (fresh));

  graph_resolve_links (self, fresh, NULL);
  /* SQLite gives the id of a removed row to a new one: that is another thing. */
  if (live && g_strcmp0 (tdm_record_get_uid (live), tdm_record_get_uid (fresh)) != 0)
    {
      graph_let_go (self, type, tdm_record_get_id (fresh));
      live = NULL;
    }
  if (live)
    {
      graph_update (self, live, fresh);
      return NULL;
    }

  if (!graph_wants (self, fresh))
    return NULL;
  tdm_record_make_live (fresh);
  g_hash_table_insert (self->records, graph_make_key (type, tdm_record_get_id (fresh)), g_object_ref (fresh));
  graph_wait_for_links (self, fresh);
  graph_end_waiting (self, fresh);
  record_join_lists (fresh);
  graph_note_child (self, fresh);
  return record_class_is_listed (TDM_RECORD_GET_CLASS (fresh)) ? fresh : NULL;
}

static void
graph_append_all (TdmGraph *self, GType type, GPtrArray *records)
{
  GListStore *list;

  if (records->len == 0)
    return;

  list = G_LIST_STORE (tdm_graph_get_list (self, type));
  g_list_store_splice (list, g_list_model_get_n_items (G_LIST_MODEL (list)), 0, records->pdata, records->len);
  g_ptr_array_set_size (records, 0);
}

/**
 * tdm_graph_add_loaded:
 * @records: (element-type TdmRecord): rows, those that others link to first
 *
 * Takes rows in; those that are here already are brought up to date.
 */
void
tdm_graph_add_loaded (TdmGraph *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) run = g_ptr_array_new ();
  GType run_type = G_TYPE_INVALID;

  g_return_if_fail (TDM_IS_GRAPH (self));

  /* Rows come type by type: one signal for each run instead of one for each row. */
  for (guint i = 0; i < records->len; i++)
    {
      TdmRecord *added = graph_take_in (self, records->pdata[i]);

      if (!added)
        continue;
      if (G_OBJECT_TYPE (added) != run_type)
        graph_append_all (self, run_type, run);
      run_type = G_OBJECT_TYPE (added);
      g_ptr_array_add (run, added);
    }
  graph_append_all (self, run_type, run);
  graph_tell (self);
}

/**
 * tdm_graph_link:
 * @records: (element-type TdmRecord): rows that do not become live, those that others link to first
 *
 * Leads their links to each other, and to live records.
 */
void
tdm_graph_link (TdmGraph *self, GPtrArray *records)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (graph_hash_key, graph_same_key, g_free, NULL);

  g_return_if_fail (TDM_IS_GRAPH (self));

  for (guint i = 0; i < records->len; i++)
    {
      TdmRecord *record = records->pdata[i];

      graph_resolve_links (self, record, rows);
      g_hash_table_insert (rows, graph_make_key (G_OBJECT_TYPE (record), tdm_record_get_id (record)), record);
    }
}

/**
 * tdm_graph_set_summaries:
 * @summaries: (element-type TdmSummary): figures of tandems
 */
void
tdm_graph_set_summaries (TdmGraph *self, GArray *summaries)
{
  g_return_if_fail (TDM_IS_GRAPH (self));

  for (guint i = 0; i < summaries->len; i++)
    {
      const TdmSummary *summary = &g_array_index (summaries, TdmSummary, i);
      TdmPair *pair = tdm_graph_find (self, TDM_TYPE_PAIR, summary->pair);

      if (pair)
        tdm_pair_set_summary (pair, summary);
    }
}

/**
 * tdm_graph_apply:
 * @changes: what a committed transaction did
 *
 * Makes the live records equal to the rows again. Changes come in the order of tables, not of links: rows that link to
 * rows of the same transaction wait for those.
 */
void
tdm_graph_apply (TdmGraph *self, TdmChanges *changes)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  g_return_if_fail (TDM_IS_GRAPH (self));

  for (guint i = n_types; i > 0; i--)
    for (guint j = 0; j < tdm_changes_get_size (changes); j++)
      {
        const TdmChange *change = tdm_changes_get (changes, j);

        if (change->type == types[i - 1] && !change->record)
          graph_let_go (self, change->type, change->id);
      }
  for (guint i = 0; i < n_types; i++)
    for (guint j = 0; j < tdm_changes_get_size (changes); j++)
      {
        const TdmChange *change = tdm_changes_get (changes, j);

        TdmRecord *added = change->type == types[i] && change->record ? graph_take_in (self, change->record) : NULL;

        if (added)
          g_list_store_append (G_LIST_STORE (tdm_graph_get_list (self, change->type)), added);
      }
  graph_tell (self);
  tdm_graph_set_summaries (self, tdm_changes_get_summaries (changes));
}
