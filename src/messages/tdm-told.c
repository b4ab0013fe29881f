/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-told.h"

#include "calendar/tdm-schedule-step.h"
#include "calendar/tdm-schedule.h"

static const char *
row_get_text (TdmCalendarMessage *row, guint field)
{
  return tdm_record_get_text (TDM_RECORD (row), field);
}

/**
 * tdm_told_is_to:
 * @row: a message that was handed over or tried
 * @person: (nullable): a person
 * @email: (nullable): an address
 *
 * Of a person that was removed from the programme only the address is left.
 *
 * Returns: whether it went to @person or, without one, to a removed one at @email
 */
gboolean
tdm_told_is_to (TdmCalendarMessage *row, TdmPerson *person, const char *email)
{
  if (tdm_calendar_message_get_person (row) != person)
    return FALSE;
  return person || g_strcmp0 (row_get_text (row, TDM_CALENDAR_MESSAGE_EMAIL), email) == 0;
}

/**
 * tdm_told_may_have_arrived:
 * @row: a message that was handed over, saved or tried
 *
 * Returns: whether its content may be in a calendar
 */
gboolean
tdm_told_may_have_arrived (TdmCalendarMessage *row)
{
  return tdm_calendar_message_get_delivery (row) != TDM_DELIVERY_REFUSED;
}

/* Returns: (transfer none): what a calendar shows once @row has arrived, empty for nothing */
const char *
tdm_told_get_row_content (TdmCalendarMessage *row)
{
  return row_get_text (row, TDM_CALENDAR_MESSAGE_CONTENT);
}

/**
 * tdm_told_reader_read:
 * @self: what was read last, {0} at first
 * @text: what a message said, empty for nothing; it has to stay as long as @self is used
 *
 * Returns: (transfer full) (nullable): what @text says; %NULL also for a text that cannot be read
 */
TdmSchedule *
tdm_told_reader_read (TdmToldReader *self, const char *text)
{
  if (*text == '\0')
    return NULL;
  if (g_strcmp0 (text, self->text) != 0)
    {
      g_clear_pointer (&self->schedule, tdm_schedule_unref);
      self->schedule = tdm_schedule_parse (text, NULL);
      self->text = text;
    }
  return self->schedule ? tdm_schedule_ref (self->schedule) : NULL;
}

void
tdm_told_reader_clear (TdmToldReader *self)
{
  g_clear_pointer (&self->schedule, tdm_schedule_unref);
  self->text = NULL;
}

/**
 * tdm_told_find:
 * @self: (out caller-allocates): what was found, to be cleared with tdm_told_clear(); it holds no references
 * @series: a series whose messages are loaded
 * @person: (nullable): who was told, as in tdm_told_is_to()
 * @email: (nullable): for a removed one
 */
void
tdm_told_find (TdmTold *self, TdmSeries *series, TdmPerson *person, const char *email)
{
  GListModel *rows = tdm_series_get_messages (series);

  *self = (TdmTold) { .tried = g_ptr_array_new () };
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (rows, i);

      /* From a file of schema 1: to nobody in particular */
      if (!tdm_calendar_message_get_person (row) && *row_get_text (row, TDM_CALENDAR_MESSAGE_EMAIL) == '\0')
        self->is_old = self->arrived == NULL;
      if (!tdm_told_is_to (row, person, email))
        continue;
      if (tdm_calendar_message_get_delivery (row) != TDM_DELIVERY_HANDED_OVER)
        {
          g_ptr_array_add (self->tried, row);
          continue;
        }
      self->arrived = row;
      /* It has no name any more since it was asked for again. */
      self->is_old = *row_get_text (row, TDM_CALENDAR_MESSAGE_MESSAGE_ID) == '\0';
      g_ptr_array_set_size (self->tried, 0);
    }
}

void
tdm_told_clear (TdmTold *self)
{
  g_clear_pointer (&self->tried, g_ptr_array_unref);
}

/* Returns: (transfer none): what the last message that arrived said, empty for nothing */
const char *
tdm_told_get_content (const TdmTold *self)
{
  return self->arrived ? tdm_told_get_row_content (self->arrived) : "";
}

/**
 * tdm_told_read_tried:
 * @self: what one person was told
 * @reader: reads it
 *
 * Returns: (transfer full) (nullable): what the first of the later messages says that may have arrived
 */
TdmSchedule *
tdm_told_read_tried (const TdmTold *self, TdmToldReader *reader)
{
  TdmSchedule *schedule = NULL;

  for (guint i = 0; !schedule && i < self->tried->len; i++)
    if (tdm_told_may_have_arrived (self->tried->pdata[i]))
      schedule = tdm_told_reader_read (reader, tdm_told_get_row_content (self->tried->pdata[i]));
  return schedule;
}

/**
 * tdm_told_is_up_to_date:
 * @self: what one person was told
 * @content: what the calendar must show
 *
 * A person who knows all may have got it once more: that says nothing new, and need not be passed on.
 *
 * Returns: whether nothing is to be said
 */
gboolean
tdm_told_is_up_to_date (const TdmTold *self, const char *content)
{
  if (!self->arrived || self->is_old || !g_str_equal (tdm_told_get_content (self), content))
    return FALSE;
  for (guint i = 0; i < self->tried->len; i++)
    if (tdm_calendar_message_get_delivery (self->tried->pdata[i]) != TDM_DELIVERY_SAVED ||
        !g_str_equal (tdm_told_get_row_content (self->tried->pdata[i]), content))
      return FALSE;
  return TRUE;
}

/* Whether a later one about the same may be in the calendar by now: an older number would be left out there. */
static gboolean
told_is_overtaken (const TdmTold *self, guint index)
{
  TdmCalendarMessage *row = self->tried->pdata[index];
  const char *original = row_get_text (row, TDM_CALENDAR_MESSAGE_RECURRENCE_ID);

  for (guint i = index + 1; i < self->tried->len; i++)
    {
      TdmCalendarMessage *later = self->tried->pdata[i];
      const char *other = row_get_text (later, TDM_CALENDAR_MESSAGE_RECURRENCE_ID);

      if (tdm_told_may_have_arrived (later) && (!*original || !*other || g_str_equal (original, other)) &&
          tdm_record_get_integer (TDM_RECORD (later), TDM_CALENDAR_MESSAGE_SEQUENCE) >
            tdm_record_get_integer (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_SEQUENCE))
        return TRUE;
    }
  return FALSE;
}

/**
 * tdm_told_find_attempt:
 * @self: what one person was told
 * @message: a message to that person
 *
 * Returns: (transfer none) (nullable): an earlier attempt at this very message, which can be repeated as it was
 */
TdmCalendarMessage *
tdm_told_find_attempt (const TdmTold *self, TdmOutboxMessage *message)
{
  const char *original = tdm_outbox_message_get_step (message)->original;
  g_autofree char *content = self->tried->len > 0 ? tdm_outbox_message_get_content (message) : NULL;

  for (guint i = 0; i < self->tried->len; i++)
    {
      TdmCalendarMessage *row = self->tried->pdata[i];

      if (g_str_equal (row_get_text (row, TDM_CALENDAR_MESSAGE_RECURRENCE_ID), original ? original : "") &&
          g_str_equal (tdm_told_get_row_content (row), content) &&
          g_strcmp0 (row_get_text (row, TDM_CALENDAR_MESSAGE_EMAIL), tdm_outbox_message_get_email (message)) == 0 &&
          *row_get_text (row, TDM_CALENDAR_MESSAGE_MESSAGE_ID) && !told_is_overtaken (self, i))
        return row;
    }
  return NULL;
}
