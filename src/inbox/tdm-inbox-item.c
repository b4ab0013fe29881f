/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-item-private.h"

#include "base/tdm-clock.h"
#include "calendar/tdm-incoming-event.h"
#include "calendar/tdm-todo.h"
#include "mail/tdm-mail-part.h"

G_DEFINE_FINAL_TYPE (TdmInboxItem, tdm_inbox_item, G_TYPE_OBJECT)

static void
tdm_inbox_item_finalize (GObject *object)
{
  TdmInboxItem *self = TDM_INBOX_ITEM (object);

  g_clear_pointer (&self->event, tdm_incoming_event_unref);
  g_ptr_array_unref (self->dates);
  g_clear_pointer (&self->part, tdm_mail_part_unref);
  g_clear_pointer (&self->todos, tdm_todo_file_free);
  g_free (self->text);
  g_free (self->detail);
  g_clear_object (&self->pair);
  g_clear_object (&self->series);
  g_clear_object (&self->meeting);
  g_clear_object (&self->person);
  G_OBJECT_CLASS (tdm_inbox_item_parent_class)->finalize (object);
}

static void
tdm_inbox_item_class_init (TdmInboxItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_inbox_item_finalize;
}

static void
tdm_inbox_item_init (TdmInboxItem *self)
{
  self->kind = TDM_INBOX_NOTHING;
  self->version = -1;
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_incoming_event_unref);
}

TdmInboxKind
tdm_inbox_item_get_kind (TdmInboxItem *self)
{
  return self->kind;
}

/**
 * tdm_inbox_item_get_event:
 *
 * Returns: (transfer none) (nullable): the event, %NULL where nothing could be read and for goals
 */
TdmIncomingEvent *
tdm_inbox_item_get_event (TdmInboxItem *self)
{
  return self->event;
}

/**
 * tdm_inbox_item_get_todos:
 *
 * Returns: (transfer none) (nullable): the goals that came in, %NULL for everything else
 */
const TdmTodoFile *
tdm_inbox_item_get_todos (TdmInboxItem *self)
{
  return self->todos;
}

/**
 * tdm_inbox_item_get_pair:
 *
 * Returns: (transfer none) (nullable): the tandem that it is about
 */
TdmPair *
tdm_inbox_item_get_pair (TdmInboxItem *self)
{
  return self->series ? tdm_series_get_pair (self->series) : self->pair;
}

/**
 * tdm_inbox_item_get_stamp:
 * @self: an item with an event
 *
 * Returns: when it was written: what the event says, or else the mail, or else now; UTC seconds
 */
gint64
tdm_inbox_item_get_stamp (TdmInboxItem *self)
{
  if (self->event->stamp != 0)
    return self->event->stamp;
  return self->part->date != 0 ? self->part->date : tdm_clock_now ();
}

/**
 * tdm_inbox_item_get_sequence:
 * @self: an item with an event
 *
 * Returns: which version of the dates it answers; never one that was not sent from here yet, so that an answer cannot
 *   be one to all later ones in advance
 */
gint64
tdm_inbox_item_get_sequence (TdmInboxItem *self)
{
  if (self->version >= 0)
    return self->version;
  return self->series ? MIN (self->event->sequence, tdm_series_get_sequence (self->series)) : self->event->sequence;
}

/**
 * tdm_inbox_item_get_text:
 *
 * Returns: (transfer none): what it is, as a sentence in the language of the program
 */
const char *
tdm_inbox_item_get_text (TdmInboxItem *self)
{
  return self->text;
}

/**
 * tdm_inbox_item_get_detail:
 *
 * Returns: (transfer none): what else there is to say, in several lines; "" for nothing. Of an answer, what was written
 *   with it
 */
const char *
tdm_inbox_item_get_detail (TdmInboxItem *self)
{
  if (self->detail)
    return self->detail;
  return self->event ? self->event->comment : "";
}

/**
 * tdm_inbox_item_asks:
 *
 * Returns: whether the user has to decide what becomes of it
 */
gboolean
tdm_inbox_item_asks (TdmInboxItem *self)
{
  return self->kind >= TDM_INBOX_AGAIN && self->kind <= TDM_INBOX_INVITATION;
}

/**
 * tdm_inbox_item_is_sure:
 *
 * Returns: whether it is taken over without asking
 */
gboolean
tdm_inbox_item_is_sure (TdmInboxItem *self)
{
  return self->kind == TDM_INBOX_ANSWER || self->kind == TDM_INBOX_PROPOSAL || self->kind == TDM_INBOX_UPDATE;
}

/* For the matcher alone: all other code has items that are matched. */
void
tdm_inbox_item_set_kind (TdmInboxItem *self, TdmInboxKind kind, char *taken_text)
{
  self->kind = kind;
  g_free (self->text);
  self->text = taken_text;
}

void
tdm_inbox_item_set_target (TdmInboxItem *self, TdmSeries *series, TdmMeeting *meeting, TdmPerson *person)
{
  g_set_object (&self->series, series);
  g_set_object (&self->meeting, meeting);
  g_set_object (&self->person, person);
}
