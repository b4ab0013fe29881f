/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-answer-told.h"

/**
 * tdm_answer_told_write:
 * @attendee: an answer
 *
 * Returns: (transfer full): what a reply with it says, as it is kept with the message. The question is part of it: a
 *   person who is asked anew answers anew, though it be the same.
 */
char *
tdm_answer_told_write (TdmAttendee *attendee)
{
  return g_strdup_printf ("reply\t%s\t%" G_GINT64_FORMAT,
                          tdm_record_get_code (TDM_RECORD (attendee), TDM_ATTENDEE_REPLY),
                          tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_ASKED));
}

/**
 * tdm_answer_told_find:
 * @self: (out caller-allocates): what was found, to be cleared with tdm_answer_told_clear()
 * @series: a series of another organizer whose messages are loaded
 * @meeting: (nullable): which date is answered, %NULL for all of it
 */
void
tdm_answer_told_find (TdmAnswerTold *self, TdmSeries *series, TdmMeeting *meeting)
{
  GListModel *rows = tdm_series_get_messages (series);
  const char *original = meeting ? tdm_meeting_get_recurrence_id (meeting) : "";

  *self = (TdmAnswerTold) { .tried = g_ptr_array_new () };
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmRecord) row = g_list_model_get_item (rows, i);

      if (tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_METHOD) != TDM_METHOD_REPLY ||
          !g_str_equal (tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_RECURRENCE_ID), original))
        continue;
      if (tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_DELIVERY) == TDM_DELIVERY_HANDED_OVER)
        {
          self->arrived = row;
          g_ptr_array_set_size (self->tried, 0);
        }
      else
        g_ptr_array_add (self->tried, row);
    }
}

void
tdm_answer_told_clear (TdmAnswerTold *self)
{
  g_clear_pointer (&self->tried, g_ptr_array_unref);
}

/**
 * tdm_answer_told_knows:
 * @self: what was told about @meeting, or all of @series
 * @series: the series
 * @meeting: (nullable): as in tdm_answer_told_find()
 * @attendee: the answer of the participant, perhaps a draft
 *
 * Returns: whether the organizer knows it already
 */
gboolean
tdm_answer_told_knows (const TdmAnswerTold *self, TdmSeries *series, TdmMeeting *meeting, TdmAttendee *attendee)
{
  g_autofree char *content = tdm_answer_told_write (attendee);
  TdmAttendee *of_series;

  /* Something else may have arrived since. */
  for (guint i = 0; i < self->tried->len; i++)
    if (tdm_record_get_integer (self->tried->pdata[i], TDM_CALENDAR_MESSAGE_DELIVERY) != TDM_DELIVERY_REFUSED)
      return FALSE;
  if (self->arrived)
    return g_str_equal (tdm_record_get_text (self->arrived, TDM_CALENDAR_MESSAGE_CONTENT), content);
  if (!meeting || tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_ASKED) != 0)
    return FALSE;
  /* A person who accepted the series has accepted each date of it. */
  of_series = tdm_attendee_find (tdm_series_get_attendees (series), tdm_attendee_get_person (attendee));
  return of_series && tdm_attendee_get_reply (of_series) == tdm_attendee_get_reply (attendee);
}
