/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-incoming-event.h"

G_DEFINE_BOXED_TYPE (TdmIncomingEvent, tdm_incoming_event, tdm_incoming_event_ref, tdm_incoming_event_unref)

/**
 * tdm_incoming_attendee_free:
 * @self: (transfer full): an attendee
 */
void
tdm_incoming_attendee_free (TdmIncomingAttendee *self)
{
  g_free (self->name);
  g_free (self->email);
  g_free (self->sent_by);
  g_free (self);
}

/**
 * tdm_incoming_event_new:
 *
 * Returns: (transfer full): an event without attendees and texts, which who made it must fill in
 */
TdmIncomingEvent *
tdm_incoming_event_new (void)
{
  TdmIncomingEvent *self = g_new0 (TdmIncomingEvent, 1);

  g_atomic_ref_count_init (&self->refs);
  self->attendees = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_incoming_attendee_free);
  return self;
}

/**
 * tdm_incoming_event_ref:
 * @self: an event
 *
 * Returns: (transfer full): @self
 */
TdmIncomingEvent *
tdm_incoming_event_ref (TdmIncomingEvent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * tdm_incoming_event_unref:
 * @self: (transfer full): an event
 */
void
tdm_incoming_event_unref (TdmIncomingEvent *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->attendees);
  g_free (self->uid);
  g_free (self->organizer_name);
  g_free (self->organizer_email);
  g_free (self->summary);
  g_free (self->comment);
  g_free (self->place);
  g_free (self->description);
  g_free (self->recurrence_local);
  g_free (self->recurrence_zone);
  g_free (self->start_local);
  g_free (self->zone);
  g_free (self->rule);
  g_strfreev (self->excluded);
  g_free (self);
}
