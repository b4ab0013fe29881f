/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-invitation.h"

#include "base/tdm-i18n.h"
#include "tdm-calendar-error.h"
#include "tdm-calendar-file-name.h"
#include "tdm-event.h"
#include "tdm-local-time.h"
#include "tdm-zone.h"

#include <string.h>

/* Invitations are the first thing that people see of the program, in calendars that it does not know: files hold what
 * Outlook, Google, Apple, Thunderbird, Evolution and Nextcloud read alike, and nothing else. */

/* A message while it is written. */
typedef struct
{
  const TdmSchedule *schedule;
  const TdmScheduleStep *step;
  const char *only;
  TdmEvent event;
  GArray *excluded;
  GString *out;
  GPtrArray *zones;
  gint64 from;
  gint64 to;
} Message;

static void
message_clear (Message *self)
{
  g_clear_pointer (&self->excluded, g_array_unref);
  if (self->out)
    g_string_free (self->out, TRUE);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Message, message_clear)

static gboolean
message_set_people (Message *self, GError **error)
{
  const TdmSchedule *schedule = self->schedule;
  TdmEvent *event = &self->event;

  if (!tdm_event_check_address (schedule->organizer_name, schedule->organizer_email, error))
    return FALSE;
  event->organizer = (TdmEventPerson) { schedule->organizer_name, schedule->organizer_email, TDM_REPLY_NEEDS_ACTION };
  for (guint i = 0; i < schedule->attendees->len && event->n_attendees < TDM_EVENT_ATTENDEES_MOST; i++)
    {
      const TdmScheduleAttendee *attendee = schedule->attendees->pdata[i];

      if (self->only && !g_str_equal (attendee->uid, self->only))
        continue;
      event->attendees[event->n_attendees++] = (TdmEventPerson) { attendee->name, attendee->email, attendee->reply,
                                                                   attendee->is_optional };
      if (!tdm_event_check_address (attendee->name, attendee->email, error))
        return FALSE;
    }
  return event->n_attendees > 0 ||
         tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_ADDRESS, _ ("Nobody is invited to these meetings."));
}

/* That a meeting is in the message: its zone must describe those years. */
static gboolean
message_cover (Message *self, const char *zone, const char *local, gint64 minutes, GError **error)
{
  gint64 start = tdm_zone_resolve (zone, local, error);

  if (start == 0)
    return FALSE;
  self->from = MIN (self->from, start);
  self->to = MAX (self->to, start + minutes * 60);
  if (!g_ptr_array_find_with_equal_func (self->zones, zone, g_str_equal, NULL))
    g_ptr_array_add (self->zones, (gpointer) zone);
  return TRUE;
}

/* Whoever is asked anew has not answered, whatever was said about other dates (RFC 5546 3.2.2.1). */
static gboolean
message_write_slot (Message *self, const TdmSlot *slot, GArray *replies, GError **error)
{
  TdmEvent *event = &self->event;

  if (!message_cover (self, slot->zone, slot->local_start, slot->minutes, error))
    return FALSE;
  event->zone = slot->zone;
  event->start = tdm_local_time_read (slot->local_start);
  event->minutes = slot->minutes;
  event->place = slot->place;
  event->summary = slot->summary;
  for (guint i = 0; i < event->n_attendees; i++)
    if (self->step->asks)
      event->attendees[i].reply = TDM_REPLY_NEEDS_ACTION;
    else if (replies && replies->len == event->n_attendees)
      event->attendees[i].reply = g_array_index (replies, TdmReply, i);
  tdm_event_write (event, self->out);
  return TRUE;
}

/* A VEVENT of its own with a RECURRENCE-ID (RFC 5545 3.8.4.4), after that of the series. */
static gboolean
message_write_date (Message *self, const char *original, const TdmSlot *slot, GArray *replies, GError **error)
{
  const TdmSlot *first = &self->schedule->first;

  if (!message_cover (self, first->zone, original, first->minutes, error))
    return FALSE;
  self->event.rule = NULL;
  self->event.excluded = NULL;
  self->event.series_zone = first->zone;
  self->event.original = tdm_local_time_read (original);
  return message_write_slot (self, slot, replies, error);
}

/* The repeated event, with the dates that are different beside it; of what is cancelled it alone stands for all. */
static gboolean
message_write_all (Message *self, GError **error)
{
  const TdmSchedule *schedule = self->schedule;
  const TdmSlot *first = &schedule->first;

  self->event.rule = *schedule->rule ? schedule->rule : NULL;
  self->event.excluded = self->excluded = g_array_sized_new (FALSE, FALSE, sizeof (gint64), schedule->excluded->len);
  for (guint i = 0; i < schedule->excluded->len; i++)
    {
      gint64 date = tdm_local_time_read (schedule->excluded->pdata[i]);

      g_array_append_val (self->excluded, date);
    }
  if (!message_cover (self, first->zone, schedule->last, first->minutes, error) ||
      !message_write_slot (self, first, NULL, error))
    return FALSE;
  for (guint i = 0; !self->event.cancelled && i < schedule->exceptions->len; i++)
    {
      const TdmScheduleException *exception = schedule->exceptions->pdata[i];

      if (!message_write_date (self, exception->original, &exception->slot, exception->replies, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
message_write_step (Message *self, GError **error)
{
  const char *original = self->step->original;
  const TdmScheduleException *exception;
  g_autoptr (GPtrArray) dates = NULL;
  TdmSlot slot;

  switch (self->step->kind)
    {
    case TDM_STEP_INVITE:
    case TDM_STEP_UPDATE:
    case TDM_STEP_CANCEL:
      return message_write_all (self, error);
    case TDM_STEP_CANCEL_REST:
      /* Each date has a VEVENT of its own (RFC 5546 3.2.5): RANGE=THISANDFUTURE is hardly known. Those that are over
       * stay. */
      dates = tdm_schedule_list_ahead (self->schedule, original, self->event.stamp);
      for (guint i = 0; i < dates->len; i++)
        {
          slot = tdm_schedule_get_slot (self->schedule, dates->pdata[i]);
          if (!message_write_date (self, dates->pdata[i], &slot, NULL, error))
            return FALSE;
        }
      return TRUE;
    case TDM_STEP_CHANGE_DATE:
    case TDM_STEP_CANCEL_DATE:
      exception = tdm_schedule_find_exception (self->schedule, original);
      slot = tdm_schedule_get_slot (self->schedule, original);
      return message_write_date (self, original, &slot, exception ? exception->replies : NULL, error);
    case TDM_STEP_REPLY:
      break;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * tdm_invitation_write:
 * @self: what is told
 * @error: TDM_CALENDAR_ERROR_NO_ADDRESS, or an error of tdm_zone_resolve()
 *
 * A message for calendar programs (RFC 5546 3.2.2, 3.2.5): METHOD, the time zones, and the events. All of a series has
 * the repeated event without the cancelled dates, and one of its own for every date that is different. The same
 * arguments make the same bytes.
 *
 * Returns: (transfer full): a file of type text/calendar, or %NULL on error
 */
GBytes *
tdm_invitation_write (const TdmInvitation *self, GError **error)
{
  g_auto (Message) message = { self->schedule, self->step, self->only, .from = G_MAXINT64, .to = G_MININT64 };
  TdmStepKind kind = self->step->kind;
  gsize head;

  g_return_val_if_fail (self->schedule != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  message.event = (TdmEvent) {
    .uid = self->schedule->uid, .sequence = self->sequence, .stamp = self->stamp,
    .cancelled = kind == TDM_STEP_CANCEL || kind == TDM_STEP_CANCEL_REST || kind == TDM_STEP_CANCEL_DATE,
  };
  message.out = g_string_sized_new (4000);
  message.zones = g_ptr_array_new ();
  if (!message_set_people (&message, error))
    return NULL;
  g_string_append (message.out, TDM_EVENT_FILE_HEADER);
  g_string_append (message.out, message.event.cancelled ? "METHOD:CANCEL\r\n" : "METHOD:REQUEST\r\n");
  head = message.out->len;
  if (!message_write_step (&message, error))
    return NULL;
  /* Zones come before the events that use them, for some programs read a file once; but which years they must tell of
   * is known when all events are written. */
  for (guint i = 0; i < message.zones->len; i++)
    {
      const char *zone = tdm_zone_get_vtimezone (message.zones->pdata[i], message.from, message.to, error);

      if (!zone)
        return NULL;
      g_string_insert (message.out, head, zone);
      head += strlen (zone);
    }
  g_string_append (message.out, TDM_EVENT_FILE_FOOTER);
  return g_string_free_to_bytes (g_steal_pointer (&message.out));
}

/**
 * tdm_invitation_file_name:
 * @series: a series
 *
 * Returns: (transfer full): a file name with both names and the beginning of the uid, for two people may have two
 *   series, such as `tandem-anna-beck-bo-chen-1f0c22aa.ics`
 */
char *
tdm_invitation_file_name (TdmSeries *series)
{
  TdmPair *pair;
  g_autofree char *names = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *uid = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  pair = tdm_series_get_pair (series);
  names = pair ? g_strdup_printf ("%s %s", tdm_person_get_name (tdm_series_get_mentee (series)),
                                  tdm_person_get_name (tdm_series_get_mentor (series)))
               : NULL;
  stem = tdm_calendar_file_name (names, "ics");
  *strrchr (stem, '.') = '\0';
  uid = g_strndup (tdm_record_get_uid (TDM_RECORD (series)), 8);
  g_strcanon (uid, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS, '-');
  return g_strdup_printf ("%s-%s.ics", stem, uid);
}
