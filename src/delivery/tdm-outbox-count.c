/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-count.h"

#include "base/tdm-id-set.h"
#include "messages/tdm-outbox-message.h"
#include "model/tdm-record-list.h"
#include "tdm-outbox.h"
#include "workspace/tdm-workspace.h"

/* Up to so many tandems are counted one by one after a change. */
#define SINGLE_MOST 64

/* So many series are worked out before the window may draw again. */
#define AT_ONCE 50

/**
 * TdmOutboxCount:
 *
 * How many messages the people of a round need. It reads no more than that takes, and holds nothing of it: for a window
 * that shows the number alone. It follows every change, and the clock of the workspace; what it says stays as it was
 * until all is counted.
 */

struct _TdmOutboxCount
{
  GObject parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  guint count;

  /* By the row id of a tandem; those that need none are not in it */
  GHashTable *counts;

  /* While series are worked out; tandems of which all has to be known */
  GPtrArray *records;
  guint next;
  GHashTable *meetings;
  GPtrArray *whole;
  guint source;

  /* What is to be counted next: all, or some */
  gboolean is_stale;
  GHashTable *stale;
  gboolean is_reading;
};

G_DEFINE_FINAL_TYPE (TdmOutboxCount, tdm_outbox_count, G_TYPE_OBJECT)

enum { PROP_COUNT = 1, N_PROPS };

static GParamSpec *specs[N_PROPS];

static void outbox_count_go_on (TdmOutboxCount *self);

static void
tdm_outbox_count_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_uint (value, TDM_OUTBOX_COUNT (object)->count);
}

static void
tdm_outbox_count_dispose (GObject *object)
{
  TdmOutboxCount *self = TDM_OUTBOX_COUNT (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_hash_table_unref);
  g_clear_pointer (&self->whole, g_ptr_array_unref);
  g_clear_pointer (&self->stale, g_hash_table_unref);
  G_OBJECT_CLASS (tdm_outbox_count_parent_class)->dispose (object);
}

static void
tdm_outbox_count_class_init (TdmOutboxCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tdm_outbox_count_get_property;
  object_class->dispose = tdm_outbox_count_dispose;
  specs[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_outbox_count_init (TdmOutboxCount *self)
{
  self->counts = tdm_id_set_new ();
  self->stale = tdm_id_set_new ();
}

static gboolean
outbox_count_is_in_use (TdmOutboxCount *self)
{
  return self->workspace && tdm_workspace_is_open (self->workspace);
}

static void
outbox_count_add (TdmOutboxCount *self, TdmPair *pair, guint n)
{
  gint64 id = tdm_record_get_id (TDM_RECORD (pair));

  if (n > 0)
    g_hash_table_insert (self->counts, g_memdup2 (&id, sizeof id),
                         GUINT_TO_POINTER (n + GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &id))));
}

static void
outbox_count_tell (TdmOutboxCount *self)
{
  GHashTableIter iter;
  gpointer n;
  guint count = 0;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    count += GPOINTER_TO_UINT (n);
  self->is_reading = FALSE;
  if (count != self->count)
    {
      self->count = count;
      g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_COUNT]);
    }
  outbox_count_go_on (self);
}

static void
outbox_count_whole_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmOutboxCount) self = data;
  g_autoptr (GPtrArray) pairs = g_steal_pointer (&self->whole);
  g_autoptr (GError) error = NULL;
  gboolean is_loaded = tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error);

  if (!outbox_count_is_in_use (self))
    return;
  if (!is_loaded)
    g_warning ("Cannot count messages: %s", error->message);
  for (guint i = 0; is_loaded && i < pairs->len; i++)
    {
      g_autoptr (GPtrArray) messages = tdm_outbox_collect (self->workspace, pairs->pdata[i]);
      gint64 id = tdm_record_get_id (pairs->pdata[i]);

      g_hash_table_remove (self->counts, &id);
      outbox_count_add (self, pairs->pdata[i], messages->len);
    }
  outbox_count_tell (self);
}

/* Everything about a few tandems, for which their series is not enough */
static void
outbox_count_load_whole (TdmOutboxCount *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_hash_table_unref);
  tdm_workspace_load_all_async (self->workspace, TDM_SCOPE_PAIR, self->whole, outbox_count_whole_loaded_cb,
                                g_object_ref (self));
}

static gboolean
outbox_count_some_cb (gpointer data)
{
  TdmOutboxCount *self = data;
  g_autoptr (GListStore) none = g_list_store_new (TDM_TYPE_MEETING);

  if (!outbox_count_is_in_use (self))
    {
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
  for (guint n = 0; n < AT_ONCE && self->next < self->records->len; self->next++)
    {
      TdmSeries *series = TDM_IS_SERIES (self->records->pdata[self->next]) ? self->records->pdata[self->next] : NULL;
      TdmPair *pair = series ? tdm_series_get_pair (series) : NULL;
      GListModel *meetings = series ? g_hash_table_lookup (self->meetings, series) : NULL;
      guint count;

      if (!pair || tdm_pair_get_round (pair) != self->round)
        continue;
      if (tdm_outbox_message_count (series, meetings ? meetings : G_LIST_MODEL (none), &count))
        outbox_count_add (self, pair, count);
      else
        g_ptr_array_add (self->whole, g_object_ref (pair));
      n++;
    }
  if (self->next < self->records->len)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  outbox_count_load_whole (self);
  return G_SOURCE_REMOVE;
}

/* Gives the series what belongs to them; a meeting stands in the list of its series alone. */
static void
outbox_count_sort (TdmOutboxCount *self, GPtrArray *taken_records)
{
  self->records = taken_records;
  self->next = 0;
  self->whole = g_ptr_array_new_with_free_func (g_object_unref);
  self->meetings = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  for (guint i = 0; i < self->records->len; i++)
    {
      TdmRecord *record = self->records->pdata[i];
      TdmSeries *series = TDM_IS_CALENDAR_MESSAGE (record) ? tdm_record_get_link (record, TDM_CALENDAR_MESSAGE_SERIES)
                          : TDM_IS_MEETING (record)        ? tdm_record_get_link (record, TDM_MEETING_SERIES)
                                                           : NULL;

      /* The series may be left out of a file that another program has changed. */
      if (!series)
        continue;
      if (TDM_IS_CALENDAR_MESSAGE (record))
        tdm_record_list_settle (TDM_RECORD_LIST (tdm_series_get_messages (series)), record, G_MAXUINT);
      else
        {
          GListStore *meetings = g_hash_table_lookup (self->meetings, series);

          if (!meetings)
            {
              meetings = g_list_store_new (TDM_TYPE_MEETING);
              g_hash_table_insert (self->meetings, series, meetings);
            }
          g_list_store_append (meetings, record);
        }
    }
}

static void
outbox_count_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmOutboxCount) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = tdm_workspace_peek_finish (TDM_WORKSPACE (source), result, &error);

  if (!outbox_count_is_in_use (self))
    return;
  if (!records)
    {
      g_warning ("Cannot count messages: %s", error->message);
      outbox_count_tell (self);
      return;
    }
  outbox_count_sort (self, g_steal_pointer (&records));
  self->source = g_idle_add (outbox_count_some_cb, self);
}

/* The answers of a participant need more than what was told: there are few tandems then. */
static void
outbox_count_load_own (TdmOutboxCount *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);

  self->whole = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_round (pair) == self->round)
        g_ptr_array_add (self->whole, g_steal_pointer (&pair));
    }
  outbox_count_load_whole (self);
}

/* One reading at a time: what changes meanwhile is read after it. */
static void
outbox_count_go_on (TdmOutboxCount *self)
{
  gboolean is_all = self->is_stale || g_hash_table_size (self->stale) > SINGLE_MOST;
  g_autoptr (GArray) ids = NULL;
  gint64 round = tdm_record_get_id (TDM_RECORD (self->round));

  if (self->is_reading || (!self->is_stale && g_hash_table_size (self->stale) == 0) || !outbox_count_is_in_use (self))
    return;

  ids = is_all ? g_array_new (FALSE, FALSE, sizeof (gint64)) : tdm_id_set_list (self->stale);
  self->is_reading = TRUE;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_remove (self->counts, &g_array_index (ids, gint64, i));
  if (is_all)
    {
      g_array_append_val (ids, round);
      g_hash_table_remove_all (self->counts);
    }
  self->is_stale = FALSE;
  g_hash_table_remove_all (self->stale);
  if (tdm_workspace_get_participant (self->workspace))
    outbox_count_load_own (self);
  else
    tdm_workspace_peek_async (self->workspace, is_all ? TDM_SCOPE_ROUND_TOLD : TDM_SCOPE_PAIR_TOLD, ids,
                              outbox_count_read_cb, g_object_ref (self));
}

static void
outbox_count_all (TdmOutboxCount *self)
{
  self->is_stale = TRUE;
  outbox_count_go_on (self);
}

static void
outbox_count_changed_cb (TdmWorkspace *workspace, TdmChanges *changes, gpointer data)
{
  TdmOutboxCount *self = data;

  for (guint i = 0; i < tdm_changes_get_size (changes); i++)
    {
      const TdmChange *change = tdm_changes_get (changes, i);
      TdmPair *pair = change->record ? tdm_outbox_find_pair (change->record) : NULL;

      if (pair)
        tdm_id_set_add (self->stale, tdm_record_get_id (TDM_RECORD (pair)));
      else
        self->is_stale |= tdm_outbox_is_touched (change) || change->type == TDM_TYPE_CALENDAR_MESSAGE;
    }
  outbox_count_go_on (self);
}

/**
 * tdm_outbox_count_new:
 * @workspace: an open workspace
 * @round: a live round
 *
 * Returns: (transfer full): the number of messages, none until they are counted
 */
TdmOutboxCount *
tdm_outbox_count_new (TdmWorkspace *workspace, TdmRound *round)
{
  TdmOutboxCount *self = g_object_new (TDM_TYPE_OUTBOX_COUNT, NULL);

  self->workspace = g_object_ref (workspace);
  self->round = g_object_ref (round);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (outbox_count_changed_cb), self, 0);
  g_signal_connect_object (workspace, "notify::now", G_CALLBACK (outbox_count_all), self, G_CONNECT_SWAPPED);
  outbox_count_all (self);
  return self;
}

guint
tdm_outbox_count_get (TdmOutboxCount *self)
{
  g_return_val_if_fail (TDM_IS_OUTBOX_COUNT (self), 0);

  return self->count;
}

/* Returns: whether the number counts all that has changed so far */
gboolean
tdm_outbox_count_is_complete (TdmOutboxCount *self)
{
  g_return_val_if_fail (TDM_IS_OUTBOX_COUNT (self), FALSE);

  return !self->is_reading;
}
