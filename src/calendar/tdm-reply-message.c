/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-reply-message.h"

#include "tdm-event.h"
#include "tdm-local-time.h"
#include "tdm-zone.h"

/* An answer as calendar programs send it, so that whatever the organizer has understands it. */

/* For both dates in it, which may be half a year apart */
static const char *
reply_message_get_vtimezone (const TdmReplyMessage *self, GError **error)
{
  gint64 start = tdm_zone_resolve (self->zone, self->start, error);
  gint64 original = start != 0 && self->original ? tdm_zone_resolve (self->zone, self->original, error) : start;

  if (start == 0 || original == 0)
    return NULL;
  return tdm_zone_get_vtimezone (self->zone, MIN (start, original), MAX (start, original) + self->minutes * 60, error);
}

/**
 * tdm_reply_message_write:
 * @self: what somebody answers
 * @error: TDM_CALENDAR_ERROR_NO_ADDRESS, or an error of tdm_zone_resolve()
 *
 * Writes a REPLY (RFC 5546 3.2.3): UID, SEQUENCE and ORGANIZER of what is answered, the one ATTENDEE who does, and no
 * COMMENT. The same arguments make the same bytes.
 *
 * Returns: (transfer full): a file of type text/calendar, or %NULL on error
 */
GBytes *
tdm_reply_message_write (const TdmReplyMessage *self, GError **error)
{
  g_autoptr (GString) out = g_string_new (TDM_EVENT_FILE_HEADER "METHOD:REPLY\r\n");
  const char *zone;
  TdmEvent event;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tdm_event_check_address (self->name, self->email, error) ||
      !tdm_event_check_address (self->organizer_name, self->organizer_email, error))
    return NULL;
  zone = reply_message_get_vtimezone (self, error);
  if (!zone)
    return NULL;
  event = (TdmEvent) {
    .uid = self->uid,
    .sequence = self->sequence,
    .stamp = self->stamp,
    .organizer = { self->organizer_name, self->organizer_email, TDM_REPLY_NEEDS_ACTION },
    .attendees = { { self->name, self->email, self->reply } },
    .n_attendees = 1,
    .summary = self->summary,
    .place = "",
    .zone = self->zone,
    .start = tdm_local_time_read (self->start),
    .minutes = self->minutes,
    .series_zone = self->original ? self->zone : NULL,
    .original = self->original ? tdm_local_time_read (self->original) : 0,
    .answers = TRUE,
  };
  g_string_append (out, zone);
  tdm_event_write (&event, out);
  g_string_append (out, TDM_EVENT_FILE_FOOTER);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
