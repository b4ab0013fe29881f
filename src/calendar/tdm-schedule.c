/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-schedule.h"

#include "base/tdm-i18n.h"
#include "tdm-calendar-error.h"
#include "tdm-recurrence.h"
#include "tdm-schedule-private.h"
#include "tdm-zone.h"

#include <string.h>

/* The text form stands in the programme file beside every message, so it must be readable for ever: one line for each
 * thing, its parts between tabs. The texts in it are clean lines, without tabs. */

static void
slot_clear (TdmSlot *slot)
{
  g_free (slot->local_start);
  g_free (slot->zone);
  g_free (slot->place);
  g_free (slot->summary);
}

static void
attendee_free (gpointer data)
{
  TdmScheduleAttendee *attendee = data;

  g_free (attendee->uid);
  g_free (attendee->name);
  g_free (attendee->email);
  g_free (attendee);
}

static void
exception_free (gpointer data)
{
  TdmScheduleException *exception = data;

  g_free (exception->original);
  slot_clear (&exception->slot);
  g_array_unref (exception->replies);
  g_free (exception);
}

static void
clear (gpointer data)
{
  TdmSchedule *self = data;

  g_free (self->uid);
  g_free (self->organizer_name);
  g_free (self->organizer_email);
  g_free (self->rule);
  g_free (self->last);
  slot_clear (&self->first);
  g_ptr_array_unref (self->attendees);
  g_ptr_array_unref (self->excluded);
  g_ptr_array_unref (self->exceptions);
}

/* For tdm_schedule_make() and tdm_schedule_parse() only: everybody else has finished ones. */
TdmSchedule *
tdm_schedule_new (void)
{
  TdmSchedule *self = g_rc_box_new0 (TdmSchedule);

  self->attendees = g_ptr_array_new_with_free_func (attendee_free);
  self->excluded = g_ptr_array_new_with_free_func (g_free);
  self->exceptions = g_ptr_array_new_with_free_func (exception_free);
  return self;
}

void
tdm_schedule_set_first (TdmSchedule *self, TdmSlot *taken_slot)
{
  slot_clear (&self->first);
  self->first = *taken_slot;
}

TdmScheduleAttendee *
tdm_schedule_add_attendee (TdmSchedule *self)
{
  TdmScheduleAttendee *attendee = g_new0 (TdmScheduleAttendee, 1);

  g_ptr_array_add (self->attendees, attendee);
  return attendee;
}

TdmScheduleException *
tdm_schedule_add_exception (TdmSchedule *self, const char *original)
{
  TdmScheduleException *exception = g_new0 (TdmScheduleException, 1);

  exception->original = g_strdup (original);
  exception->replies = g_array_new (FALSE, TRUE, sizeof (TdmReply));
  g_array_set_size (exception->replies, self->attendees->len);
  g_ptr_array_add (self->exceptions, exception);
  return exception;
}

TdmSchedule *
tdm_schedule_ref (TdmSchedule *self)
{
  return g_rc_box_acquire (self);
}

void
tdm_schedule_unref (TdmSchedule *self)
{
  g_rc_box_release_full (self, clear);
}

/* The parts of a line, with %NULL behind the last one */
static void
append_parts (GString *out, ...)
{
  va_list parts;

  va_start (parts, out);
  for (const char *part = va_arg (parts, const char *); part; part = va_arg (parts, const char *))
    {
      g_string_append_c (out, '\t');
      g_string_append (out, part);
    }
  va_end (parts);
}

static void
append_slot (GString *out, const TdmSlot *slot)
{
  char minutes[24];

  g_snprintf (minutes, sizeof minutes, "%" G_GINT64_FORMAT, slot->minutes);
  append_parts (out, slot->local_start, slot->zone, minutes, slot->place, slot->summary, NULL);
}

/**
 * tdm_schedule_write:
 * @self: a schedule
 *
 * Returns: (transfer full): the text form; equal schedules have equal texts
 */
char *
tdm_schedule_write (const TdmSchedule *self)
{
  GString *out = g_string_sized_new (1000);

  g_string_append (out, "series");
  append_parts (out, self->uid, self->rule, self->last, NULL);
  g_string_append (out, "\norganizer");
  append_parts (out, self->organizer_name, self->organizer_email, NULL);
  for (guint i = 0; i < self->attendees->len; i++)
    {
      const TdmScheduleAttendee *attendee = self->attendees->pdata[i];

      g_string_append (out, attendee->is_optional ? "\noptional" : "\nattendee");
      append_parts (out, attendee->uid, attendee->name, attendee->email, NULL);
    }
  g_string_append (out, "\nfirst");
  append_slot (out, &self->first);
  for (guint i = 0; i < self->excluded->len; i++)
    {
      g_string_append (out, "\nexcluded");
      append_parts (out, self->excluded->pdata[i], NULL);
    }
  for (guint i = 0; i < self->exceptions->len; i++)
    {
      const TdmScheduleException *exception = self->exceptions->pdata[i];

      g_string_append (out, "\nexception");
      append_parts (out, exception->original, NULL);
      append_slot (out, &exception->slot);
    }
  return g_string_free (out, FALSE);
}

static gboolean
read_slot (TdmSlot *slot, char **parts)
{
  if (tdm_zone_resolve (parts[1], parts[0], NULL) == 0 ||
      !g_ascii_string_to_signed (parts[2], 10, 1, 24 * 60, &slot->minutes, NULL))
    return FALSE;

  slot->local_start = g_strdup (parts[0]);
  slot->zone = g_strdup (parts[1]);
  slot->place = g_strdup (parts[3]);
  slot->summary = g_strdup (parts[4]);
  return TRUE;
}

static gboolean
schedule_read_line (TdmSchedule *self, char **parts, guint n_parts)
{
  const char *name = parts[0];

  if (g_str_equal (name, "series") && n_parts == 4 && !self->uid)
    {
      self->uid = g_strdup (parts[1]);
      self->rule = g_strdup (parts[2]);
      self->last = g_strdup (parts[3]);
    }
  else if (g_str_equal (name, "organizer") && n_parts == 3 && !self->organizer_name)
    {
      self->organizer_name = g_strdup (parts[1]);
      self->organizer_email = g_strdup (parts[2]);
    }
  else if ((g_str_equal (name, "attendee") || g_str_equal (name, "optional")) && n_parts == 4)
    {
      TdmScheduleAttendee *attendee = tdm_schedule_add_attendee (self);

      attendee->uid = g_strdup (parts[1]);
      attendee->name = g_strdup (parts[2]);
      attendee->email = g_strdup (parts[3]);
      attendee->is_optional = g_str_equal (name, "optional");
    }
  else if (g_str_equal (name, "first") && n_parts == 6 && !self->first.local_start)
    return read_slot (&self->first, parts + 1);
  else if (g_str_equal (name, "excluded") && n_parts == 2)
    g_ptr_array_add (self->excluded, g_strdup (parts[1]));
  else if (g_str_equal (name, "exception") && n_parts == 7)
    return read_slot (&tdm_schedule_add_exception (self, parts[1])->slot, parts + 2);
  else
    return FALSE;
  return TRUE;
}
/**
 * tdm_schedule_parse:
 * @text: what tdm_schedule_write() made
 * @error: TDM_CALENDAR_ERROR_FAILED where it is damaged
 *
 * Returns: (transfer full) (nullable): the schedule; nobody has answered it
 */
TdmSchedule *
tdm_schedule_parse (const char *text, GError **error)
{
  g_autoptr (TdmSchedule) self = tdm_schedule_new ();
  g_autofree char *copy = g_strdup (text);
  gboolean fine = TRUE;

  for (char *line = copy, *next; fine && line; line = next)
    {
      char *parts[8]; /* one more than any line has */
      guint n_parts = 0;

      next = strchr (line, '\n');
      if (next)
        *next++ = '\0';
      for (char *part = line, *tab; part && n_parts < G_N_ELEMENTS (parts); part = tab)
        {
          tab = strchr (part, '\t');
          if (tab)
            *tab++ = '\0';
          parts[n_parts++] = part;
        }
      fine = schedule_read_line (self, parts, n_parts);
    }
  if (fine && self->uid && self->organizer_name && self->first.local_start && self->attendees->len > 0 &&
      tdm_zone_resolve (self->first.zone, self->last, NULL) != 0)
    return g_steal_pointer (&self);

  tdm_calendar_fail (error, TDM_CALENDAR_ERROR_FAILED, _ ("What was sent before can no longer be read."));
  return NULL;
}

/**
 * tdm_slot_get_end:
 * @slot: a slot
 *
 * Returns: when the meeting ends, UTC seconds
 */
gint64
tdm_slot_get_end (const TdmSlot *slot)
{
  return tdm_zone_resolve (slot->zone, slot->local_start, NULL) + slot->minutes * 60;
}

/**
 * tdm_slot_same_time:
 * @a: a slot
 * @b: another
 *
 * Returns: whether who has answered one need not be asked about the other
 */
gboolean
tdm_slot_same_time (const TdmSlot *a, const TdmSlot *b)
{
  return g_str_equal (a->local_start, b->local_start) && tdm_zone_is_same (a->zone, b->zone) &&
         a->minutes == b->minutes;
}

gboolean
tdm_slot_equal (const TdmSlot *a, const TdmSlot *b)
{
  return tdm_slot_same_time (a, b) && g_str_equal (a->place, b->place) && g_str_equal (a->summary, b->summary);
}

/**
 * tdm_schedule_find_exception:
 * @self: a schedule
 * @original: a date of its rule
 *
 * Returns: (transfer none) (nullable): that date where it is another one, %NULL where it is as the rule says
 */
const TdmScheduleException *
tdm_schedule_find_exception (const TdmSchedule *self, const char *original)
{
  for (guint i = 0; i < self->exceptions->len; i++)
    {
      const TdmScheduleException *exception = self->exceptions->pdata[i];

      if (g_str_equal (exception->original, original))
        return exception;
    }
  return NULL;
}

/**
 * tdm_schedule_get_slot:
 * @self: a schedule
 * @original: a date of its rule
 *
 * Returns: (transfer none): when and where that meeting is; the texts belong to @self and to @original
 */
TdmSlot
tdm_schedule_get_slot (const TdmSchedule *self, const char *original)
{
  const TdmScheduleException *exception = tdm_schedule_find_exception (self, original);
  TdmSlot slot = exception ? exception->slot : self->first;

  if (!exception)
    slot.local_start = (char *) original;
  return slot;
}

/**
 * tdm_schedule_list_dates:
 * @self: a schedule
 *
 * Returns: (transfer full) (element-type utf8): the dates of its rule, in order, without those that are off; see
 *   tdm_schedule_get_slot() for when the meeting is
 */
GPtrArray *
tdm_schedule_list_dates (const TdmSchedule *self)
{
  g_autofree char *rule = g_strdup (self->rule);
  char *until = strstr (rule, "UNTIL=");
  g_autofree char *counted = NULL;
  g_autoptr (TdmRecurrence) recurrence = NULL;
  g_auto (GStrv) dates = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  if (until)
    {
      const char *rest = strchr (until, ';');

      *until = '\0';
      counted = g_strdup_printf ("%sCOUNT=%d%s", rule, TDM_RECURRENCE_COUNT_MOST, rest ? rest : "");
    }
  recurrence = tdm_recurrence_parse (counted ? counted : rule, NULL);
  dates = recurrence ? tdm_recurrence_expand (recurrence, self->first.local_start, NULL) : NULL;
  for (char **date = dates; date && *date && strcmp (*date, self->last) <= 0; date++)
    if (!tdm_schedule_excludes (self, *date))
      g_ptr_array_add (found, g_strdup (*date));
  return found;
}

/**
 * tdm_schedule_list_ahead:
 * @self: a schedule
 * @from: (nullable): a date of its rule, before which none counts
 * @since: UTC seconds
 *
 * Returns: (transfer full) (element-type utf8): those of tdm_schedule_list_dates() whose meeting is not over by @since
 */
GPtrArray *
tdm_schedule_list_ahead (const TdmSchedule *self, const char *from, gint64 since)
{
  GPtrArray *dates = tdm_schedule_list_dates (self);

  for (guint i = dates->len; i > 0; i--)
    {
      TdmSlot slot = tdm_schedule_get_slot (self, dates->pdata[i - 1]);

      if ((from && strcmp (dates->pdata[i - 1], from) < 0) || tdm_slot_get_end (&slot) < since)
        g_ptr_array_remove_index (dates, i - 1);
    }
  return dates;
}

gboolean
tdm_schedule_excludes (const TdmSchedule *self, const char *original)
{
  return g_ptr_array_find_with_equal_func (self->excluded, original, g_str_equal, NULL);
}

/**
 * tdm_schedule_find_attendee:
 * @self: a schedule
 * @uid: of a person
 *
 * Returns: (transfer none) (nullable): the person's part in it
 */
const TdmScheduleAttendee *
tdm_schedule_find_attendee (const TdmSchedule *self, const char *uid)
{
  for (guint i = 0; i < self->attendees->len; i++)
    {
      const TdmScheduleAttendee *attendee = self->attendees->pdata[i];

      if (g_str_equal (attendee->uid, uid))
        return attendee;
    }
  return NULL;
}

/**
 * tdm_schedule_find_address:
 * @self: a schedule
 * @email: an address, as it was when @self was made
 *
 * Returns: (transfer none) (nullable): the part of whoever has it
 */
const TdmScheduleAttendee *
tdm_schedule_find_address (const TdmSchedule *self, const char *email)
{
  for (guint i = 0; i < self->attendees->len; i++)
    {
      const TdmScheduleAttendee *attendee = self->attendees->pdata[i];

      if (g_str_equal (attendee->email, email))
        return attendee;
    }
  return NULL;
}
