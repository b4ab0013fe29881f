/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "calendar/tdm-schedule-step.h"
#include "tdm-told.h"

/* Who expects meetings, because of what was told so far. */

/* Whether dates ahead are in a calendar, or may be there */
static gboolean
series_may_be_expected (TdmSeries *series, TdmPerson *person, const char *email, TdmToldReader *reader)
{
  g_auto (TdmTold) told = { 0 };
  g_autoptr (TdmSchedule) schedule = NULL;

  tdm_told_find (&told, series, person, email);
  schedule = tdm_told_reader_read (reader, tdm_told_get_content (&told));
  if (!schedule)
    schedule = tdm_told_read_tried (&told, reader);
  return schedule && !tdm_schedule_is_over (schedule, tdm_clock_now ());
}

/**
 * tdm_outbox_message_find_expecting:
 * @series: a live series whose messages are loaded
 * @people: (element-type utf8): a set to which everyone is added who has dates ahead of it in the calendar, or may have
 *
 * Nobody is told by the program of a series to which another organizer invites.
 */
void
tdm_outbox_message_find_expecting (TdmSeries *series, GHashTable *people)
{
  g_auto (TdmToldReader) reader = { 0 };
  GListModel *rows;

  g_return_if_fail (TDM_IS_SERIES (series));

  if (tdm_series_is_external (series))
    return;
  rows = tdm_series_get_messages (series);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (rows, i);
      TdmPerson *person = tdm_calendar_message_get_person (row);
      const char *email = tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_EMAIL);
      const char *name = person ? tdm_record_get_uid (TDM_RECORD (person)) : email;

      if (!g_hash_table_contains (people, name) && series_may_be_expected (series, person, email, &reader))
        g_hash_table_add (people, g_strdup (name));
    }
}

/**
 * tdm_outbox_message_is_expected:
 * @series: a live series whose messages are loaded
 *
 * Returns: whether dates ahead of it are in the calendar of anybody, or may be, see tdm_outbox_message_find_expecting()
 */
gboolean
tdm_outbox_message_is_expected (TdmSeries *series)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  tdm_outbox_message_find_expecting (series, people);
  return g_hash_table_size (people) > 0;
}
