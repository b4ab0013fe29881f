/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "base/tdm-id-set.h"
#include "model/tdm-pair-event.h"
#include "store/tdm-meeting-row.h"
#include "tdm-agenda-private.h"
#include "tdm-workspace-private.h"

/* The tandems of so many meetings that come next are loaded first: as many as have room in a window. */
#define FIRST_SHOWN 40

#define SECONDS_OF_DAY (24 * 60 * 60)

/* So many tandems are read anew one by one after a change. */
#define SINGLE_MOST 64

/**
 * TdmAgenda:
 *
 * All meetings of a round, or of all rounds that are not archived, in the order of time. Of each it knows a brief,
 * read as a row and not as a record; the tandem of a meeting is loaded when a view holds its item. It follows every
 * change of the file.
 */

struct _TdmAgenda
{
  GObject parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  GArray *briefs;

  /* Those that views hold, by row id; they hold the agenda */
  GHashTable *items;
  /* Tandems that are to be loaded for them, and those on their way */
  GHashTable *wanted;
  GHashTable *under_way;
  guint source;
};

G_DEFINE_FINAL_TYPE (TdmAgenda, tdm_agenda, G_TYPE_OBJECT)

static guint changed_signal, loaded_signal, failed_signal;

static GArray *
agenda_new_briefs (guint n_most)
{
  GArray *briefs = g_array_sized_new (FALSE, FALSE, sizeof (TdmMeetingBrief), n_most);

  g_array_set_clear_func (briefs, (GDestroyNotify) tdm_meeting_brief_clear);
  return briefs;
}

static void
tdm_agenda_finalize (GObject *object)
{
  TdmAgenda *self = TDM_AGENDA (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  g_array_unref (self->briefs);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->under_way);
  G_OBJECT_CLASS (tdm_agenda_parent_class)->finalize (object);
}

static void
tdm_agenda_class_init (TdmAgendaClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tdm_agenda_finalize;

  /**
   * TdmAgenda::changed:
   *
   * There are other meetings, or they are at other times.
   */
  changed_signal = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TdmAgenda::loaded:
   *
   * Records of meetings that views hold have come.
   */
  loaded_signal = g_signal_new ("loaded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TdmAgenda::failed:
   * @error: why
   *
   * Something could not be read.
   */
  failed_signal = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
tdm_agenda_init (TdmAgenda *self)
{
  self->briefs = agenda_new_briefs (0);
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->wanted = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->under_way = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/* Whether its meetings are asked for */
static gboolean
agenda_has_pair (TdmAgenda *self, TdmPair *pair)
{
  TdmRound *round = tdm_pair_get_round (pair);

  return self->round ? round == self->round : round && tdm_round_get_state (round) != TDM_ROUND_STATE_ARCHIVED;
}

/* Returns: whether the tandem of a row is one of those; if so, @brief has taken over what the row owns */
static gboolean
agenda_take_row (TdmAgenda *self, TdmMeetingRow *row, TdmMeetingBrief *brief)
{
  TdmPair *pair = tdm_workspace_find_id (self->workspace, TDM_TYPE_PAIR, row->pair);

  if (!pair || !agenda_has_pair (self, pair))
    return FALSE;
  *brief = (TdmMeetingBrief) {
    .id = row->id, .start = row->start, .minutes = row->minutes, .state = row->state, .pair = g_object_ref (pair),
    .kind = row->kind, .place = g_steal_pointer (&row->place), .topic = g_steal_pointer (&row->topic),
    .paused_on = row->paused_on, .is_out_of_order = row->is_out_of_order,
  };
  memcpy (brief->local_start, row->local_start, sizeof brief->local_start);
  if (row->mentee != 0)
    g_set_object (&brief->mentee, tdm_workspace_find_id (self->workspace, TDM_TYPE_PERSON, row->mentee));
  if (row->mentor != 0)
    g_set_object (&brief->mentor, tdm_workspace_find_id (self->workspace, TDM_TYPE_PERSON, row->mentor));
  return TRUE;
}

/* What was known before stays as it was for those who hold it. */
static void
agenda_keep (TdmAgenda *self, const TdmMeetingBrief *brief)
{
  TdmMeetingBrief kept;

  tdm_meeting_brief_copy (&kept, brief);
  g_array_append_val (self->briefs, kept);
}

/* The rows come in the place of what was known of these tandems, or of all: two runs in the order of time become
 * one. */
static void
agenda_merge (TdmAgenda *self, GArray *rows, GHashTable *pairs)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->briefs);
  g_autoptr (GArray) fresh = agenda_new_briefs (rows->len);
  guint next = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      TdmMeetingBrief brief;

      if (agenda_take_row (self, &g_array_index (rows, TdmMeetingRow, i), &brief))
        g_array_append_val (fresh, brief);
    }
  g_array_sort (fresh, (GCompareFunc) tdm_meeting_brief_compare);

  self->briefs = pairs ? agenda_new_briefs (fresh->len + before->len) : g_array_ref (fresh);
  for (guint i = 0; pairs && i <= fresh->len; i++)
    {
      const TdmMeetingBrief *brief = i < fresh->len ? &g_array_index (fresh, TdmMeetingBrief, i) : NULL;

      for (; next < before->len; next++)
        {
          const TdmMeetingBrief *old = &g_array_index (before, TdmMeetingBrief, next);

          if (brief && tdm_meeting_brief_compare (old, brief) > 0)
            break;
          if (!tdm_id_set_has (pairs, tdm_record_get_id (TDM_RECORD (old->pair))))
            agenda_keep (self, old);
        }
      if (brief)
        agenda_keep (self, brief);
    }

  /* Views hear of it when all is in its place. */
  for (guint i = 0; i < fresh->len && g_hash_table_size (self->items) > 0; i++)
    {
      const TdmMeetingBrief *brief = &g_array_index (fresh, TdmMeetingBrief, i);
      TdmAgendaItem *held = g_hash_table_lookup (self->items, &brief->id);
      g_autoptr (TdmAgendaItem) item = held ? g_object_ref (held) : NULL;

      if (!item)
        continue;
      tdm_agenda_item_set_brief (item, brief);
      tdm_agenda_item_resolve (item);
    }
}

typedef struct
{
  TdmAgenda *agenda;
  GHashTable *pairs;
} TdmAgendaReading;

static void
agenda_read_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree TdmAgendaReading *reading = data;
  g_autoptr (TdmAgenda) self = reading->agenda;
  g_autoptr (GHashTable) pairs = reading->pairs;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = tdm_store_list_meetings_finish (TDM_STORE (source), result, &error);

  if (!tdm_workspace_is_open (self->workspace))
    return;
  if (!rows)
    {
      g_signal_emit (self, failed_signal, 0, error);
      return;
    }
  agenda_merge (self, rows, pairs);
  g_signal_emit (self, changed_signal, 0);
}

/* Which tandems a change may have given other meetings. Of a meeting that is gone only its brief knows. */
static GHashTable *
agenda_find_changed (TdmAgenda *self, TdmChanges *changes)
{
  GHashTable *pairs = tdm_id_set_new ();
  g_autoptr (GHashTable) gone = tdm_id_set_new ();

  for (guint i = 0; i < tdm_changes_get_size (changes); i++)
    {
      const TdmChange *change = tdm_changes_get (changes, i);

      if (change->type == TDM_TYPE_PAIR)
        tdm_id_set_add (pairs, change->id);
      else if (change->type == TDM_TYPE_MEETING && !change->record)
        tdm_id_set_add (gone, change->id);
      else if (change->type == TDM_TYPE_MEETING)
        tdm_id_set_add (pairs, tdm_record_get_link_id (change->record, TDM_MEETING_PAIR));
      else if (change->type == TDM_TYPE_PAIR_EVENT && change->record)
        tdm_id_set_add (pairs, tdm_record_get_link_id (change->record, TDM_PAIR_EVENT_PAIR));
    }
  for (guint i = 0; i < self->briefs->len && g_hash_table_size (gone) > 0; i++)
    {
      const TdmMeetingBrief *brief = &g_array_index (self->briefs, TdmMeetingBrief, i);

      if (tdm_id_set_has (gone, brief->id))
        tdm_id_set_add (pairs, tdm_record_get_id (TDM_RECORD (brief->pair)));
    }
  return pairs;
}

/* Whether there may be meetings of other rounds now: one was archived, or is no more */
static gboolean
agenda_may_have_other_rounds (TdmAgenda *self, TdmChanges *changes)
{
  for (guint i = 0; !self->round && i < tdm_changes_get_size (changes); i++)
    if (tdm_changes_get (changes, i)->type == TDM_TYPE_ROUND)
      return TRUE;
  return FALSE;
}

static gint64
agenda_get_round_id (TdmAgenda *self)
{
  return self->round ? tdm_record_get_id (TDM_RECORD (self->round)) : TDM_STORE_ALL_ROUNDS;
}

static void
agenda_changed_cb (TdmWorkspace *workspace, TdmChanges *changes, gpointer data)
{
  TdmAgenda *self = data;
  g_autoptr (GHashTable) pairs = agenda_find_changed (self, changes);
  g_autoptr (GArray) ids = tdm_id_set_list (pairs);
  gboolean is_all = ids->len > SINGLE_MOST || agenda_may_have_other_rounds (self, changes);
  TdmAgendaReading *reading;

  if (ids->len == 0 && !is_all)
    return;
  reading = g_new (TdmAgendaReading, 1);
  *reading = (TdmAgendaReading) { g_object_ref (self), is_all ? NULL : g_steal_pointer (&pairs) };
  tdm_store_list_meetings_async (tdm_workspace_get_store (workspace), agenda_get_round_id (self),
                                 reading->pairs ? ids : NULL, agenda_read_again_cb, reading);
}

/**
 * tdm_agenda_new:
 * @workspace: an open workspace
 * @round: (nullable): a live round; %NULL for all that are not archived
 *
 * Returns: (transfer full): the meetings of @round, none before they are loaded
 */
TdmAgenda *
tdm_agenda_new (TdmWorkspace *workspace, TdmRound *round)
{
  TdmAgenda *self;

  g_return_val_if_fail (TDM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (!round || TDM_IS_ROUND (round), NULL);

  self = g_object_new (TDM_TYPE_AGENDA, NULL);
  self->workspace = g_object_ref (workspace);
  self->round = round ? g_object_ref (round) : NULL;
  return self;
}

static void
agenda_first_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
agenda_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmAgenda *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GArray) rows = tdm_store_list_meetings_finish (TDM_STORE (source), result, &error);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  guint first;

  if (!rows)
    {
      g_task_return_error (task, error);
      return;
    }
  if (tdm_workspace_is_open (self->workspace))
    {
      agenda_merge (self, rows, NULL);
      /* Changes before this are in what was read. */
      g_signal_connect_object (self->workspace, "changed", G_CALLBACK (agenda_changed_cb), self, 0);
    }
  /* The first come together rather than piece by piece, where a round is to be shown. */
  first = tdm_agenda_find_place (self, tdm_clock_now () - SECONDS_OF_DAY);
  for (guint i = first; self->round && i < self->briefs->len && i < first + FIRST_SHOWN; i++)
    {
      TdmPair *pair = g_array_index (self->briefs, TdmMeetingBrief, i).pair;

      if (!g_ptr_array_find (pairs, pair, NULL))
        g_ptr_array_add (pairs, pair);
    }
  tdm_workspace_load_all_async (self->workspace, TDM_SCOPE_PAIR, pairs, agenda_first_loaded_cb,
                                g_steal_pointer (&task));
}

/**
 * tdm_agenda_load_async:
 * @self: an agenda that was not loaded before
 * @callback: called when its meetings are known, and of those of a round that come next the records are there, too
 */
void
tdm_agenda_load_async (TdmAgenda *self, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);

  tdm_store_list_meetings_async (tdm_workspace_get_store (self->workspace), agenda_get_round_id (self), NULL,
                                 agenda_read_cb, task);
}

gboolean
tdm_agenda_load_finish (TdmAgenda *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

TdmWorkspace *
tdm_agenda_get_workspace (TdmAgenda *self)
{
  g_return_val_if_fail (TDM_IS_AGENDA (self), NULL);

  return self->workspace;
}

/* Returns: (transfer none) (nullable): whose meetings these are, %NULL for those of all rounds */
TdmRound *
tdm_agenda_get_round (TdmAgenda *self)
{
  g_return_val_if_fail (TDM_IS_AGENDA (self), NULL);

  return self->round;
}

/* Returns: (transfer none) (element-type TdmMeetingBrief): in the order of time; after a change there is another
 * array */
GArray *
tdm_agenda_get_briefs (TdmAgenda *self)
{
  g_return_val_if_fail (TDM_IS_AGENDA (self), NULL);

  return self->briefs;
}

/**
 * tdm_agenda_find_place:
 * @instant: UTC seconds
 *
 * Returns: the place of the first meeting that does not start before @instant; their number if all do
 */
guint
tdm_agenda_find_place (TdmAgenda *self, gint64 instant)
{
  guint low = 0, high = self->briefs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->briefs, TdmMeetingBrief, middle).start < instant)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What another program wrote may have no record that can be shown: it is left out here, too. */
static void
agenda_leave_out (TdmAgenda *self)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->briefs);

  self->briefs = agenda_new_briefs (before->len);
  for (guint i = 0; i < before->len; i++)
    {
      const TdmMeetingBrief *brief = &g_array_index (before, TdmMeetingBrief, i);

      if (!g_hash_table_contains (self->under_way, brief->pair) ||
          tdm_workspace_find_id (self->workspace, TDM_TYPE_MEETING, brief->id))
        agenda_keep (self, brief);
    }
  g_signal_emit (self, changed_signal, 0);
}

static void agenda_load_wanted (TdmAgenda *self);

static void
agenda_wanted_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmAgenda) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) items = NULL;
  gboolean is_loaded = tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error);

  if (!tdm_workspace_is_open (self->workspace))
    return;
  if (is_loaded)
    {
      gboolean is_known = TRUE;

      items = g_hash_table_get_values (self->items);
      g_list_foreach (items, (GFunc) g_object_ref, NULL);
      for (GList *l = items; l; l = l->next)
        is_known &= tdm_agenda_item_resolve (l->data) ||
                    !g_hash_table_contains (self->under_way, tdm_agenda_item_get_brief (l->data)->pair);
      g_list_foreach (items, (GFunc) g_object_unref, NULL);
      if (!is_known)
        agenda_leave_out (self);
      g_signal_emit (self, loaded_signal, 0);
    }
  else
    g_signal_emit (self, failed_signal, 0, error);
  g_hash_table_remove_all (self->under_way);
  agenda_load_wanted (self);
}

static void
agenda_load_wanted (TdmAgenda *self)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer pair;

  if (g_hash_table_size (self->under_way) > 0 || g_hash_table_size (self->wanted) == 0)
    return;
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    g_ptr_array_add (pairs, pair);
  g_hash_table_unref (self->under_way);
  self->under_way = g_steal_pointer (&self->wanted);
  self->wanted = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  tdm_workspace_load_all_async (self->workspace, TDM_SCOPE_PAIR, pairs, agenda_wanted_loaded_cb, g_object_ref (self));
}

static gboolean
agenda_load_wanted_cb (gpointer data)
{
  TdmAgenda *self = data;

  self->source = 0;
  if (tdm_workspace_is_open (self->workspace))
    agenda_load_wanted (self);
  return G_SOURCE_REMOVE;
}

/**
 * tdm_agenda_get_item:
 * @brief: one of its meetings, now or before a change
 *
 * Its tandem is loaded soon, see #TdmAgendaItem::changed.
 *
 * Returns: (transfer full): the meeting, the same object as long as it is held
 */
TdmAgendaItem *
tdm_agenda_get_item (TdmAgenda *self, const TdmMeetingBrief *brief)
{
  TdmAgendaItem *item;

  g_return_val_if_fail (TDM_IS_AGENDA (self), NULL);

  item = g_hash_table_lookup (self->items, &brief->id);
  if (item)
    return g_object_ref (item);
  item = tdm_agenda_item_new (self, brief);
  g_hash_table_insert (self->items, (gpointer) &tdm_agenda_item_get_brief (item)->id, item);
  if (tdm_agenda_item_resolve (item) || g_hash_table_contains (self->under_way, brief->pair))
    return item;
  /* The others that a view is about to ask for go with it. */
  if (g_hash_table_add (self->wanted, g_object_ref (brief->pair)) && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, agenda_load_wanted_cb, self, NULL);
  return item;
}

/* For an item that nobody holds any more */
void
tdm_agenda_forget_item (TdmAgenda *self, TdmAgendaItem *item)
{
  g_hash_table_remove (self->items, &tdm_agenda_item_get_brief (item)->id);
}
