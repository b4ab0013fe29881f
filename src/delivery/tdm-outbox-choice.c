/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-choice.h"

#include "calendar/tdm-schedule-step.h"
#include "messages/tdm-outbox-message.h"

/**
 * TdmOutboxChoice:
 *
 * Which of the messages that wait go in one hand-over: all that can, but for those that are left out. It follows the
 * list, in which a message that says the same is another object after each change. Emits "changed" when another choice
 * was made; what the list does it says itself.
 *
 * A message changes what the calendar shows after the one before it, so it cannot go without that one.
 */

struct _TdmOutboxChoice
{
  GObject parent_instance;

  GListModel *messages;
  GHashTable *left_out; /* names, see message_make_name() */
};

G_DEFINE_FINAL_TYPE (TdmOutboxChoice, tdm_outbox_choice, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The same for a message that was worked out anew, also once the one before it has gone; it has no id that stays before
 * it was tried. */
static char *
message_make_name (TdmOutboxMessage *message)
{
  const TdmScheduleStep *step = tdm_outbox_message_get_step (message);
  g_autofree char *way = tdm_outbox_message_make_way (message);

  return g_strdup_printf ("%s %d %s", way, step->kind, step->original ? step->original : "");
}

static gboolean
message_is_called (TdmOutboxMessage *message, const char *name)
{
  g_autofree char *own = message_make_name (message);

  return g_str_equal (own, name);
}

static void
tdm_outbox_choice_dispose (GObject *object)
{
  g_clear_object (&TDM_OUTBOX_CHOICE (object)->messages);
  G_OBJECT_CLASS (tdm_outbox_choice_parent_class)->dispose (object);
}

static void
tdm_outbox_choice_finalize (GObject *object)
{
  g_hash_table_unref (TDM_OUTBOX_CHOICE (object)->left_out);
  G_OBJECT_CLASS (tdm_outbox_choice_parent_class)->finalize (object);
}

static void
tdm_outbox_choice_class_init (TdmOutboxChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tdm_outbox_choice_dispose;
  object_class->finalize = tdm_outbox_choice_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TDM_TYPE_OUTBOX_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tdm_outbox_choice_init (TdmOutboxChoice *self)
{
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * tdm_outbox_choice_new:
 * @messages: a list of #TdmOutboxMessage, those to one person in order
 *
 * Returns: (transfer full): the choice of all
 */
TdmOutboxChoice *
tdm_outbox_choice_new (GListModel *messages)
{
  TdmOutboxChoice *self = g_object_new (TDM_TYPE_OUTBOX_CHOICE, NULL);

  self->messages = g_object_ref (messages);
  return self;
}

/* Returns: (transfer container): @message, and those before it without which it cannot go */
static GPtrArray *
outbox_choice_list_until (TdmOutboxChoice *self, TdmOutboxMessage *message)
{
  g_autofree char *way = tdm_outbox_message_make_way (message), *name = message_make_name (message);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (self->messages) && !is_found; i++)
    {
      g_autoptr (TdmOutboxMessage) other = g_list_model_get_item (self->messages, i);
      g_autofree char *way_of_other = tdm_outbox_message_make_way (other);

      if (!tdm_outbox_message_can_go (other) || !g_str_equal (way, way_of_other))
        continue;
      is_found = message_is_called (other, name);
      g_ptr_array_add (found, g_steal_pointer (&other));
    }
  return found;
}

/**
 * tdm_outbox_choice_takes:
 *
 * Returns: whether @message goes
 */
gboolean
tdm_outbox_choice_takes (TdmOutboxChoice *self, TdmOutboxMessage *message)
{
  g_autoptr (GPtrArray) needed = NULL;

  g_return_val_if_fail (TDM_IS_OUTBOX_CHOICE (self), FALSE);

  if (!tdm_outbox_message_can_go (message) || g_hash_table_size (self->left_out) == 0)
    return tdm_outbox_message_can_go (message);
  needed = outbox_choice_list_until (self, message);
  for (guint i = 0; i < needed->len; i++)
    {
      g_autofree char *name = message_make_name (needed->pdata[i]);

      if (g_hash_table_contains (self->left_out, name))
        return FALSE;
    }
  return TRUE;
}

/**
 * tdm_outbox_choice_set:
 * @message: a message that can go
 * @takes: whether it goes; if so, those before it do, too, and if not, those after it do not either
 */
void
tdm_outbox_choice_set (TdmOutboxChoice *self, TdmOutboxMessage *message, gboolean takes)
{
  g_autoptr (GPtrArray) needed = NULL;

  g_return_if_fail (TDM_IS_OUTBOX_CHOICE (self));

  if (!tdm_outbox_message_can_go (message) || tdm_outbox_choice_takes (self, message) == takes)
    return;
  needed = outbox_choice_list_until (self, message);
  if (!takes)
    g_hash_table_add (self->left_out, message_make_name (message));
  for (guint i = 0; takes && i < needed->len; i++)
    {
      g_autofree char *name = message_make_name (needed->pdata[i]);

      g_hash_table_remove (self->left_out, name);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tdm_outbox_choice_set_all:
 * @takes: whether all messages go, or none
 */
void
tdm_outbox_choice_set_all (TdmOutboxChoice *self, gboolean takes)
{
  g_return_if_fail (TDM_IS_OUTBOX_CHOICE (self));

  g_hash_table_remove_all (self->left_out);
  for (guint i = 0; !takes && i < g_list_model_get_n_items (self->messages); i++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (self->messages, i);

      if (tdm_outbox_message_can_go (message))
        g_hash_table_add (self->left_out, message_make_name (message));
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tdm_outbox_choice_list:
 *
 * Returns: (transfer full) (element-type TdmOutboxMessage): what goes, in the order of the list
 */
GPtrArray *
tdm_outbox_choice_list (TdmOutboxChoice *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) held_back = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (TDM_IS_OUTBOX_CHOICE (self), chosen);

  for (guint i = 0; i < g_list_model_get_n_items (self->messages); i++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (self->messages, i);
      g_autofree char *name = tdm_outbox_message_can_go (message) ? message_make_name (message) : NULL;
      g_autofree char *way = tdm_outbox_message_make_way (message);

      if (name && g_hash_table_contains (self->left_out, name))
        g_hash_table_add (held_back, g_steal_pointer (&way));
      else if (name && !g_hash_table_contains (held_back, way))
        g_ptr_array_add (chosen, g_steal_pointer (&message));
    }
  return chosen;
}

/**
 * tdm_outbox_choice_find:
 * @message: a message that was in the list
 *
 * Returns: (transfer full) (nullable): the one that does the same now
 */
TdmOutboxMessage *
tdm_outbox_choice_find (TdmOutboxChoice *self, TdmOutboxMessage *message)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TDM_IS_OUTBOX_CHOICE (self), NULL);

  name = message_make_name (message);
  for (guint i = 0; i < g_list_model_get_n_items (self->messages); i++)
    {
      g_autoptr (TdmOutboxMessage) other = g_list_model_get_item (self->messages, i);

      if (tdm_outbox_message_can_go (other) && message_is_called (other, name))
        return g_steal_pointer (&other);
    }
  return NULL;
}
