/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-version.h"

#include "base/tdm-clock.h"
#include "tdm-outbox-message-private.h"

void
tdm_outbox_version_init (TdmOutboxVersion *self, TdmSeries *series)
{
  TdmPair *pair = tdm_series_get_pair (series);

  *self = (TdmOutboxVersion) { .series = series, .meetings = pair ? tdm_pair_get_meetings (pair) : NULL,
                               .clock = tdm_clock_now () };
}

void
tdm_outbox_version_clear (TdmOutboxVersion *self)
{
  g_clear_pointer (&self->now, tdm_schedule_unref);
  g_clear_pointer (&self->known, tdm_schedule_unref);
  g_clear_pointer (&self->kept, tdm_schedule_unref);
  g_free (self->now_text);
}

/**
 * tdm_outbox_version_read:
 * @self: a version
 * @text: what somebody was told, which must stay as long as @self; empty for nothing
 *
 * Both people mostly were told the same, which then is read once.
 *
 * Returns: (transfer full) (nullable): what that is, %NULL also if it cannot be read
 */
TdmSchedule *
tdm_outbox_version_read (TdmOutboxVersion *self, const char *text)
{
  if (*text == '\0')
    return NULL;
  if (g_strcmp0 (text, self->known_text) != 0)
    {
      g_clear_pointer (&self->known, tdm_schedule_unref);
      g_clear_pointer (&self->kept, tdm_schedule_unref);
      self->known = tdm_schedule_parse (text, NULL);
      self->known_text = text;
    }
  return self->known ? tdm_schedule_ref (self->known) : NULL;
}

/**
 * tdm_outbox_version_keep_past:
 * @self: a version that was made, of which something is left
 * @before: what a calendar shows, as tdm_outbox_version_read() has read it
 *
 * What people put down about dates that are over is not for calendars: see tdm_schedule_keep_past().
 *
 * Returns: (transfer full): what the calendar must show
 */
TdmSchedule *
tdm_outbox_version_keep_past (TdmOutboxVersion *self, const TdmSchedule *before)
{
  if (before != self->known)
    return tdm_schedule_keep_past (self->now, before, self->clock);
  if (!self->kept)
    self->kept = tdm_schedule_keep_past (self->now, before, self->clock);
  return tdm_schedule_ref (self->kept);
}

static gboolean
version_is_same (TdmOutboxVersion *self, const char *text)
{
  g_autoptr (TdmSchedule) then = NULL;
  g_autoptr (TdmSchedule) now = NULL;

  if (!self->now)
    return FALSE;
  if (g_str_equal (text, self->now_text))
    return TRUE;
  then = tdm_outbox_version_read (self, text);
  now = then ? tdm_outbox_version_keep_past (self, then) : NULL;
  return then && tdm_schedule_same_times (then, now);
}

/* SEQUENCE counts the versions of the dates and people that anybody was told (RFC 5546 2.1.4). */
static void
version_set_sequence (TdmOutboxVersion *self)
{
  GListModel *rows = tdm_series_get_messages (self->series);
  guint n_rows = g_list_model_get_n_items (rows);
  const char *latest = NULL;
  gint64 latest_sequence = 0;

  self->sequence = tdm_series_get_sequence (self->series);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (TdmRecord) row = g_list_model_get_item (rows, i);
      const char *content = tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_CONTENT);
      gint64 sequence = tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_SEQUENCE);

      self->last_stamp = MAX (self->last_stamp, tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_CREATED));
      self->sequence = MAX (self->sequence, sequence);
      /* Who left a series was told a cancellation of the same number, which says nothing about the others. */
      if (latest && (sequence < latest_sequence || (sequence == latest_sequence && *content == '\0')))
        continue;
      latest = content;
      latest_sequence = sequence;
    }
  if (latest && !version_is_same (self, latest))
    self->sequence++;
}

/**
 * tdm_outbox_version_make:
 * @self: a version of a series whose meetings, attendees and messages are loaded
 * @error: see tdm_schedule_make()
 *
 * Works out what calendars shall show, and the number of it.
 *
 * Returns: whether that is possible
 */
gboolean
tdm_outbox_version_make (TdmOutboxVersion *self, GError **error)
{
  if (!tdm_schedule_make (self->series, self->meetings, &self->now, error))
    return FALSE;
  self->now_text = self->now ? tdm_schedule_write (self->now) : NULL;
  version_set_sequence (self);
  return TRUE;
}

/**
 * tdm_outbox_version_new_message:
 * @self: a version
 * @person: (nullable): who gets it, %NULL for somebody who is not in the file any more
 * @attendee: the name and the address of that person
 *
 * Returns: (transfer full): a message that says nothing yet
 */
TdmOutboxMessage *
tdm_outbox_version_new_message (TdmOutboxVersion *self, TdmPerson *person, const TdmScheduleAttendee *attendee)
{
  TdmOutboxMessage *message = g_object_new (TDM_TYPE_OUTBOX_MESSAGE, NULL);

  message->series = g_object_ref (self->series);
  g_set_object (&message->person, person);
  message->name = g_strdup (attendee->name);
  message->email = g_strdup (attendee->email);
  message->sequence = self->sequence;
  message->stamp = MAX (self->clock, self->last_stamp + 1);
  return message;
}
