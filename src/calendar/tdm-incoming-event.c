/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-incoming-event.h"

#include "base/tdm-compat.h"
#include "tdm-zone.h"

void
tdm_incoming_attendee_free (TdmIncomingAttendee *self)
{
  g_free (self->name);
  g_free (self->email);
  g_free (self->sent_by);
  g_free (self);
}

/**
 * tdm_incoming_find_attendee:
 * @attendees: (element-type TdmIncomingAttendee): people
 * @email: an address, in capitals or not
 *
 * Returns: (transfer none) (nullable): the first who has it; nobody has none
 */
TdmIncomingAttendee *
tdm_incoming_find_attendee (GPtrArray *attendees, const char *email)
{
  for (guint i = 0; *email && i < attendees->len; i++)
    {
      TdmIncomingAttendee *attendee = attendees->pdata[i];

      if (g_ascii_strcasecmp (attendee->email, email) == 0)
        return attendee;
    }
  return NULL;
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

TdmIncomingEvent *
tdm_incoming_event_ref (TdmIncomingEvent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

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

/**
 * tdm_incoming_event_invites:
 * @self: an event
 *
 * Returns: whether it invites, by itself or as a copy of a calendar
 */
gboolean
tdm_incoming_event_invites (const TdmIncomingEvent *self)
{
  return self->method == TDM_INCOMING_REQUEST || self->method == TDM_INCOMING_PUBLISH;
}

/**
 * tdm_incoming_event_localize:
 * @self: an event that nobody else has yet
 * @zone: the IANA name of the zone in which it is read
 *
 * A time in UTC says when a meeting is, and not where: one that does not repeat is on the clocks of whoever reads it. A
 * series keeps UTC, in which its dates follow from its rule.
 */
void
tdm_incoming_event_localize (TdmIncomingEvent *self, const char *zone)
{
  char *local;

  g_return_if_fail (self != NULL);

  if (!g_str_equal (self->zone, "UTC") || self->all_day || *self->rule != '\0' ||
      self->rule_problem != TDM_INCOMING_RULE_FINE)
    return;
  local = tdm_zone_from_utc (zone, self->start_instant, NULL);
  if (!local)
    return;
  g_free (self->start_local);
  self->start_local = local;
  tdm_set_str (&self->zone, zone);
}
