/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox.h"

#include "base/tdm-i18n.h"
#include "messages/tdm-outbox-replies.h"
#include "model/tdm-changes.h"
#include "model/tdm-programme.h"
#include "workspace/tdm-workspace.h"

/* Up to so many tandems are looked up one by one. */
#define SINGLE_MOST 8

/* So many are worked out before the window may draw again. */
#define AT_ONCE 100

/**
 * TdmOutbox:
 *
 * The messages that people of a tandem or of a round need, as a #GListModel of #TdmOutboxMessage. It follows every
 * change, and the clock of the workspace. The meetings of the tandem or the round must be loaded first. Where there are
 * very many tandems, the list stays as it was until all are worked out, see tdm_outbox_is_complete().
 */

struct _TdmOutbox
{
  GObject parent_instance;

  TdmWorkspace *workspace;
  TdmPair *pair;
  TdmRound *round;
  GListStore *messages;

  /* While all are worked out */
  GPtrArray *found;
  guint next;
  guint source;
};

static void tdm_outbox_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdmOutbox, tdm_outbox, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tdm_outbox_model_init))

typedef enum
{
  PROP_COUNT = 1,
  PROP_COMPLETE,
  N_PROPS
} TdmOutboxProperty;

static GParamSpec *specs[N_PROPS];

static GType
outbox_get_item_type (GListModel *model)
{
  return TDM_TYPE_OUTBOX_MESSAGE;
}

static guint
outbox_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (TDM_OUTBOX (model)->messages));
}

static gpointer
outbox_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (TDM_OUTBOX (model)->messages), position);
}

static void
tdm_outbox_model_init (GListModelInterface *iface)
{
  iface->get_item_type = outbox_get_item_type;
  iface->get_n_items = outbox_get_n_items;
  iface->get_item = outbox_get_item;
}

static gboolean
outbox_concerns (TdmOutbox *self, TdmPair *pair)
{
  return self->pair ? pair == self->pair : tdm_pair_get_round (pair) == self->round;
}

/**
 * tdm_outbox_collect:
 * @workspace: an open workspace
 * @pair: a live tandem whose details are loaded
 *
 * Returns: (transfer full) (element-type TdmOutboxMessage): the messages that its people need
 */
GPtrArray *
tdm_outbox_collect (TdmWorkspace *workspace, TdmPair *pair)
{
  TdmPerson *participant = tdm_workspace_get_participant (workspace);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *series = tdm_pair_get_series (pair);

  for (guint i = 0; i < g_list_model_get_n_items (series); i++)
    {
      g_autoptr (TdmSeries) one = g_list_model_get_item (series, i);

      g_ptr_array_extend_and_steal (found, tdm_outbox_message_collect (one));
      g_ptr_array_extend_and_steal (found, tdm_outbox_replies_collect (one, participant));
    }
  return found;
}

/* How many messages from a place on are for one tandem */
static guint
outbox_count_run (TdmOutbox *self, guint from, TdmPair *pair)
{
  guint n = 0, n_messages = g_list_model_get_n_items (G_LIST_MODEL (self->messages));

  for (; from + n < n_messages; n++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (G_LIST_MODEL (self->messages), from + n);

      if (tdm_outbox_message_get_pair (message) != pair)
        break;
    }
  return n;
}

/* Only what changed is worked out anew. The messages of a tandem stand together, in the order of the list of tandems,
 * whatever order that is. */
static void
outbox_replace_pair (TdmOutbox *self, TdmPair *pair)
{
  g_autoptr (GPtrArray) found = tdm_outbox_collect (self->workspace, pair);
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);
  guint place = 0, n_old;

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) other = g_list_model_get_item (pairs, i);

      if (other == pair)
        break;
      place += outbox_count_run (self, place, other);
    }
  n_old = outbox_count_run (self, place, pair);
  if (n_old > 0 || found->len > 0)
    g_list_store_splice (self->messages, place, n_old, found->pdata, found->len);
}

static void
outbox_collect_some (TdmOutbox *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);
  guint n_pairs = g_list_model_get_n_items (pairs), n_old;
  g_autoptr (GPtrArray) found = NULL;

  for (guint n = 0; n < AT_ONCE && self->next < n_pairs; self->next++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, self->next);

      if (outbox_concerns (self, pair))
        {
          g_ptr_array_extend_and_steal (self->found, tdm_outbox_collect (self->workspace, pair));
          n++;
        }
    }
  if (self->next < n_pairs)
    return;
  found = g_steal_pointer (&self->found);
  n_old = g_list_model_get_n_items (G_LIST_MODEL (self->messages));
  g_list_store_splice (self->messages, 0, n_old, found->pdata, found->len);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_COMPLETE]);
}

static gboolean
outbox_collect_more_cb (gpointer data)
{
  TdmOutbox *self = data;

  if (tdm_workspace_is_open (self->workspace))
    outbox_collect_some (self);
  if (self->found && tdm_workspace_is_open (self->workspace))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
outbox_stop_collecting (TdmOutbox *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

static void
outbox_collect_all (TdmOutbox *self)
{
  outbox_stop_collecting (self);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->next = 0;
  outbox_collect_some (self);
  if (!self->found)
    return;
  self->source = g_idle_add (outbox_collect_more_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_COMPLETE]);
}

/* Messages follow from a tandem, and from what belongs to it and is loaded with the meetings. */
static gboolean
outbox_follows_from (GType type)
{
  TdmRecordClass *klass = g_type_class_peek (type);

  return type == TDM_TYPE_PAIR || (klass->scopes & TDM_SCOPE_ROUND_MEETINGS);
}

/**
 * tdm_outbox_find_pair:
 * @record: a record, live or not
 *
 * Returns: (transfer none) (nullable): the tandem whose messages follow from @record
 */
TdmPair *
tdm_outbox_find_pair (TdmRecord *record)
{
  return outbox_follows_from (G_OBJECT_TYPE (record)) ? tdm_record_get_ancestor (record, TDM_TYPE_PAIR) : NULL;
}

/**
 * tdm_outbox_is_touched:
 * @change: what became of a row
 *
 * Returns: whether messages of many tandems may follow from it, or of one that is gone
 */
gboolean
tdm_outbox_is_touched (const TdmChange *change)
{
  /* Who invites may be said of the programme alone. */
  return change->type == TDM_TYPE_PROGRAMME ||
         (change->record ? TDM_RECORD_GET_CLASS (change->record)->is_name : outbox_follows_from (change->type));
}

/* Messages hold what they were made from, so those of a tandem that has gone must go, too. */
static void
outbox_changed_cb (TdmWorkspace *workspace, TdmChanges *changes, gpointer data)
{
  TdmOutbox *self = data;
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer pair;

  for (guint i = 0; i < tdm_changes_get_size (changes); i++)
    {
      const TdmChange *change = tdm_changes_get (changes, i);
      TdmPair *of = change->record ? tdm_outbox_find_pair (change->record) : NULL;

      if (tdm_outbox_is_touched (change))
        {
          outbox_collect_all (self);
          return;
        }
      if (of)
        g_hash_table_add (pairs, GSIZE_TO_POINTER (tdm_record_get_id (TDM_RECORD (of))));
    }
  if (g_hash_table_size (pairs) > SINGLE_MOST || (self->found && g_hash_table_size (pairs) > 0))
    {
      outbox_collect_all (self);
      return;
    }
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    {
      TdmPair *live = tdm_workspace_find_id (workspace, TDM_TYPE_PAIR, GPOINTER_TO_SIZE (pair));

      if (live && outbox_concerns (self, live))
        outbox_replace_pair (self, live);
    }
}

static void
outbox_items_changed_cb (GListModel *messages, guint position, guint removed, guint added, gpointer data)
{
  g_list_model_items_changed (data, position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (data, specs[PROP_COUNT]);
}

static void
tdm_outbox_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  switch ((TdmOutboxProperty) id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, outbox_get_n_items (G_LIST_MODEL (object)));
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, tdm_outbox_is_complete (TDM_OUTBOX (object)));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_outbox_dispose (GObject *object)
{
  TdmOutbox *self = TDM_OUTBOX (object);

  outbox_stop_collecting (self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->pair);
  g_clear_object (&self->round);
  g_clear_object (&self->messages);
  G_OBJECT_CLASS (tdm_outbox_parent_class)->dispose (object);
}

static void
tdm_outbox_class_init (TdmOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tdm_outbox_get_property;
  object_class->dispose = tdm_outbox_dispose;
  specs[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  specs[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, TRUE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_outbox_init (TdmOutbox *self)
{
  self->messages = g_list_store_new (TDM_TYPE_OUTBOX_MESSAGE);
  g_signal_connect_object (self->messages, "items-changed", G_CALLBACK (outbox_items_changed_cb), self, 0);
}

static TdmOutbox *
outbox_start (TdmOutbox *self, TdmWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  outbox_collect_all (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (outbox_changed_cb), self, 0);
  /* What is over needs no messages. */
  g_signal_connect_object (workspace, "notify::now", G_CALLBACK (outbox_collect_all), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tdm_outbox_new_for_pair:
 * @pair: a live tandem whose details are loaded
 *
 * Returns: (transfer full): the messages that its people need
 */
TdmOutbox *
tdm_outbox_new_for_pair (TdmWorkspace *workspace, TdmPair *pair)
{
  TdmOutbox *self = g_object_new (TDM_TYPE_OUTBOX, NULL);

  self->pair = g_object_ref (pair);
  return outbox_start (self, workspace);
}

/**
 * tdm_outbox_new_for_round:
 * @round: a live round whose meetings are loaded
 *
 * Returns: (transfer full): the messages that the people of all its tandems need
 */
TdmOutbox *
tdm_outbox_new_for_round (TdmWorkspace *workspace, TdmRound *round)
{
  TdmOutbox *self = g_object_new (TDM_TYPE_OUTBOX, NULL);

  self->round = g_object_ref (round);
  return outbox_start (self, workspace);
}

/**
 * tdm_outbox_is_complete:
 *
 * Returns: whether all tandems are worked out
 */
gboolean
tdm_outbox_is_complete (TdmOutbox *self)
{
  g_return_val_if_fail (TDM_IS_OUTBOX (self), FALSE);

  return self->found == NULL;
}

/* "2 messages to Anna Beck and Bo Chen", for an organizer need not be a person with a first name; with more than two
 * only how many */
static char *
outbox_describe_recipients (TdmOutbox *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = outbox_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdmOutboxMessage) message = outbox_get_item (G_LIST_MODEL (self), i);
      const char *name = tdm_outbox_message_get_name (message);

      if (!g_hash_table_add (seen, g_strdup (name)))
        continue;
      if (names->len > 0)
        /* Translators: between two names, as in "Anna and Bo" */
        g_string_append (names, _ (" and "));
      g_string_append (names, name);
    }
  if (g_hash_table_size (seen) > 2)
    return g_strdup_printf (ngettext ("%u message to send", "%u messages to send", n), n);
  /* Translators: how many messages, and to whom, as in "2 messages to Anna Beck and Bo Chen" */
  return g_strdup_printf (ngettext ("%u message to %s", "%u messages to %s", n), n, names->str);
}

/**
 * tdm_outbox_describe:
 *
 * Returns: (transfer full): how many messages wait, to whom and why, in the language of the program
 */
char *
tdm_outbox_describe (TdmOutbox *self)
{
  g_autofree char *who = NULL;
  const char *title = NULL;

  g_return_val_if_fail (TDM_IS_OUTBOX (self), NULL);

  if (outbox_get_n_items (G_LIST_MODEL (self)) == 0)
    return g_strdup (_ ("Everyone knows the latest dates."));
  who = outbox_describe_recipients (self);
  for (guint i = 0; i < outbox_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (TdmOutboxMessage) message = outbox_get_item (G_LIST_MODEL (self), i);

      if (title && !g_str_equal (title, tdm_outbox_message_get_title (message)))
        return g_steal_pointer (&who);
      title = tdm_outbox_message_get_title (message);
    }
  /* Translators: first who gets messages, then what they say */
  return g_strdup_printf (C_ ("outbox", "%s: %s"), who, title);
}

/**
 * tdm_outbox_pair_is_expected:
 * @pair: a live tandem whose details are loaded
 *
 * Returns: whether dates ahead of it are in the calendar of any person, as far as the program knows
 */
gboolean
tdm_outbox_pair_is_expected (TdmPair *pair)
{
  GListModel *list = tdm_pair_get_series (pair);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i);

      if (tdm_outbox_message_is_expected (series))
        return TRUE;
    }
  return FALSE;
}
