/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-item.h"

#include "delivery/tdm-outbox-choice.h"
#include "messages/tdm-outbox-message.h"

/* A message that waits, and whether it goes in this hand-over. */

struct _TdmOutboxItem
{
  GObject parent_instance;

  TdmOutboxMessage *message;
  TdmOutboxChoice *choice;
  gboolean is_fixed;
};

G_DEFINE_FINAL_TYPE (TdmOutboxItem, tdm_outbox_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_MESSAGE = 1,
  PROP_CHOSEN,
  N_PROPS
} TdmOutboxItemProperty;

static GParamSpec *specs[N_PROPS];

static void
outbox_item_notify_cb (TdmOutboxItem *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_CHOSEN]);
}

static void
tdm_outbox_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmOutboxItem *self = TDM_OUTBOX_ITEM (object);

  switch ((TdmOutboxItemProperty) id)
    {
    case PROP_MESSAGE:
      g_value_set_object (value, self->message);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, tdm_outbox_choice_takes (self->choice, self->message));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_outbox_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmOutboxItem *self = TDM_OUTBOX_ITEM (object);

  tdm_outbox_choice_set (self->choice, self->message, g_value_get_boolean (value));
}

static void
tdm_outbox_item_dispose (GObject *object)
{
  TdmOutboxItem *self = TDM_OUTBOX_ITEM (object);

  g_clear_object (&self->message);
  g_clear_object (&self->choice);
  G_OBJECT_CLASS (tdm_outbox_item_parent_class)->dispose (object);
}

static void
tdm_outbox_item_class_init (TdmOutboxItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tdm_outbox_item_get_property;
  object_class->set_property = tdm_outbox_item_set_property;
  object_class->dispose = tdm_outbox_item_dispose;
  specs[PROP_MESSAGE] = g_param_spec_object ("message", NULL, NULL, TDM_TYPE_OUTBOX_MESSAGE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  specs[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, TRUE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_outbox_item_init (TdmOutboxItem *self)
{
}

/* @is_fixed: whether nothing can go, so that there is nothing to choose */
TdmOutboxItem *
tdm_outbox_item_new (TdmOutboxMessage *message, TdmOutboxChoice *choice, gboolean is_fixed)
{
  TdmOutboxItem *self = g_object_new (TDM_TYPE_OUTBOX_ITEM, NULL);

  self->message = g_object_ref (message);
  self->choice = g_object_ref (choice);
  self->is_fixed = is_fixed;
  g_signal_connect_object (choice, "changed", G_CALLBACK (outbox_item_notify_cb), self, G_CONNECT_SWAPPED);
  return self;
}

TdmOutboxMessage *
tdm_outbox_item_get_message (TdmOutboxItem *self)
{
  return self->message;
}

gboolean
tdm_outbox_item_can_be_left_out (TdmOutboxItem *self)
{
  return !self->is_fixed && tdm_outbox_message_can_go (self->message);
}
