/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-told.h"

/**
 * tdm_told_is_to:
 * @row: a message that was handed over or tried
 * @person: (nullable): a person
 * @email: (nullable): an address
 *
 * Of a person that was removed from the programme only the address is left.
 *
 * Returns: whether it went to @person or, without one, to somebody removed at @email
 */
gboolean
tdm_told_is_to (TdmCalendarMessage *row, TdmPerson *person, const char *email)
{
  if (tdm_calendar_message_get_person (row) != person)
    return FALSE;
  return person || g_strcmp0 (tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_EMAIL), email) == 0;
}

static gboolean
has_text (TdmCalendarMessage *row, guint field)
{
  return *tdm_record_get_text (TDM_RECORD (row), field) != '\0';
}

static void
add (TdmTold *self, TdmCalendarMessage *row)
{
  if (tdm_calendar_message_get_delivery (row) != TDM_DELIVERY_HANDED_OVER)
    {
      g_ptr_array_add (self->tried, row);
      return;
    }
  self->arrived = row;
  /* Without a name since it was asked for again */
  self->is_old = !has_text (row, TDM_CALENDAR_MESSAGE_MESSAGE_ID);
  g_ptr_array_set_size (self->tried, 0);
}

/**
 * tdm_told_find:
 * @self: (out caller-allocates): what was found, to be cleared with tdm_told_clear(); it holds no references
 * @series: a series whose messages are loaded
 * @person: (nullable): who was told, as in tdm_told_is_to()
 * @email: (nullable): for somebody removed
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
      if (!tdm_calendar_message_get_person (row) && !has_text (row, TDM_CALENDAR_MESSAGE_EMAIL))
        self->is_old = self->arrived == NULL;
      if (tdm_told_is_to (row, person, email))
        add (self, row);
    }
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

static const char *
get_text (TdmCalendarMessage *row, guint field)
{
  return tdm_record_get_text (TDM_RECORD (row), field);
}

static gint64
get_sequence (TdmCalendarMessage *row)
{
  return tdm_record_get_integer (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_SEQUENCE);
}

/* Whether a later one about the same may be in the calendar by now: an older number would be left out there. */
static gboolean
is_overtaken (const TdmTold *self, guint index)
{
  TdmCalendarMessage *row = self->tried->pdata[index];
  const char *original = get_text (row, TDM_CALENDAR_MESSAGE_RECURRENCE_ID);

  for (guint i = index + 1; i < self->tried->len; i++)
    {
      TdmCalendarMessage *later = self->tried->pdata[i];
      const char *other = get_text (later, TDM_CALENDAR_MESSAGE_RECURRENCE_ID);

      if (tdm_told_may_have_arrived (later) && get_sequence (later) > get_sequence (row) &&
          (!*original || !*other || g_str_equal (original, other)))
        return TRUE;
    }
  return FALSE;
}

/**
 * tdm_told_find_attempt:
 * @self: what one person was told
 * @original: (nullable): the date of the series that a message is about, %NULL if about all
 * @content: what the calendar shows once it has arrived
 * @email: where it goes
 *
 * Returns: (transfer none) (nullable): the earlier attempt at this very message, which can be repeated as it was
 */
TdmCalendarMessage *
tdm_told_find_attempt (const TdmTold *self, const char *original, const char *content, const char *email)
{
  for (guint i = 0; i < self->tried->len; i++)
    {
      TdmCalendarMessage *row = self->tried->pdata[i];

      if (g_str_equal (get_text (row, TDM_CALENDAR_MESSAGE_RECURRENCE_ID), original ? original : "") &&
          g_str_equal (get_text (row, TDM_CALENDAR_MESSAGE_CONTENT), content) &&
          g_strcmp0 (get_text (row, TDM_CALENDAR_MESSAGE_EMAIL), email) == 0 &&
          has_text (row, TDM_CALENDAR_MESSAGE_MESSAGE_ID) && !is_overtaken (self, i))
        return row;
    }
  return NULL;
}

void
tdm_told_clear (TdmTold *self)
{
  g_clear_pointer (&self->tried, g_ptr_array_unref);
}
