/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-match-private.h"

#include "calendar/tdm-zone.h"
#include "model/tdm-calendar-message.h"

/* Whether an answer still holds: which question it is about, and what was answered since (RFC 5546 2.1.5). Items are
 * those whose series and person are known. */

/* What a person was asked last: an answer to an earlier question says nothing. */
typedef struct
{
  gint64 version;
  gint64 stamp;
} Question;

/* Whether a message has arrived. A file may not be marked as passed on yet; an answer that knows its number shows
 * that it was. */
static gboolean
message_has_arrived (TdmCalendarMessage *message, TdmIncomingEvent *event)
{
  TdmDelivery delivery = tdm_calendar_message_get_delivery (message);

  return delivery == TDM_DELIVERY_HANDED_OVER ||
         (delivery == TDM_DELIVERY_SAVED &&
          tdm_record_get_integer (TDM_RECORD (message), TDM_CALENDAR_MESSAGE_SEQUENCE) <= event->sequence);
}

static Question
item_find_question (TdmInboxItem *item)
{
  TdmMeeting *meeting = item->meeting;
  GListModel *messages = tdm_series_get_messages (item->series);
  const char *original = meeting ? tdm_meeting_get_recurrence_id (meeting) : "";
  Question question = { 0, 0 };

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr (TdmCalendarMessage) message = g_list_model_get_item (messages, i);
      TdmRecord *record = TDM_RECORD (message);
      const char *about = tdm_record_get_text (record, TDM_CALENDAR_MESSAGE_RECURRENCE_ID);

      if (tdm_calendar_message_get_person (message) != item->person ||
          !message_has_arrived (message, item->event) ||
          !(*about == '\0' || g_str_equal (about, original)))
        continue;
      question.version = MAX (question.version, tdm_record_get_integer (record, TDM_CALENDAR_MESSAGE_SEQUENCE));
      question.stamp = MAX (question.stamp, tdm_record_get_integer (record, TDM_CALENDAR_MESSAGE_CREATED));
    }
  return question;
}

static gboolean
event_is_at (TdmIncomingEvent *event, const char *zone, const char *local)
{
  return event->start_instant != 0 ? event->start_instant == tdm_zone_resolve (zone, local, NULL)
                                   : g_str_equal (event->start_local, local);
}

/* Whether an answer repeats when the meeting is now. One to all of a series repeats one of its dates. */
static gboolean
item_says_present_time (TdmInboxItem *item)
{
  TdmIncomingEvent *event = item->event;
  TdmSeries *series = item->series;
  TdmMeeting *meeting = item->meeting;
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (series));

  if (meeting)
    return event_is_at (event, tdm_meeting_get_zone (meeting), tdm_meeting_get_local_start (meeting));
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) other = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_series (other) == series &&
          (event_is_at (event, tdm_series_get_zone (series), tdm_meeting_get_recurrence_id (other)) ||
           event_is_at (event, tdm_meeting_get_zone (other), tdm_meeting_get_local_start (other))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
event_says_time (TdmIncomingEvent *event)
{
  return *event->start_local != '\0' && !event->all_day;
}

/* Some programs repeat the single dates of a series as they were invited to in an answer for all of it: with
 * the stamp of the invitation, and perhaps with all people who are invited. */
gboolean
tdm_inbox_matcher_is_copy_of_question (TdmIncomingEvent *event, TdmSeries *series)
{
  GListModel *messages = tdm_series_get_messages (series);

  if (event->method != TDM_INCOMING_REPLY || event->stamp == 0 || event->attendees->len == 0)
    return FALSE;
  for (guint i = 0; i < event->attendees->len; i++)
    {
      const TdmIncomingAttendee *attendee = event->attendees->pdata[i];

      if (!attendee->has_partstat || attendee->partstat != TDM_REPLY_NEEDS_ACTION)
        return FALSE;
    }
  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr (TdmCalendarMessage) message = g_list_model_get_item (messages, i);

      if (message_has_arrived (message, event) &&
          event->stamp <= tdm_record_get_integer (TDM_RECORD (message), TDM_CALENDAR_MESSAGE_CREATED))
        return TRUE;
    }
  return FALSE;
}

/* Many programs count the dates of a series together, or not at all: a number that is too low says nothing where the
 * answer came after the question and knows the time. A proposal is of another time anyway. */
gboolean
tdm_inbox_matcher_is_overtaken (TdmInboxItem *item)
{
  TdmIncomingEvent *event = item->event;
  TdmMeeting *meeting = item->meeting;
  TdmPerson *person = item->person;
  GListModel *of_series = tdm_series_get_attendees (item->series);
  TdmAttendee *attendee = meeting ? tdm_meeting_get_own_attendee (meeting, person)
                                  : tdm_attendee_find (of_series, person);
  Question question = item_find_question (item);
  gint64 stamp = tdm_inbox_item_get_stamp (item), version, sequence, replied;

  if (event->sequence < question.version)
    {
      if (stamp <= question.stamp ||
          (event->method == TDM_INCOMING_REPLY && event_says_time (event) && !item_says_present_time (item)))
        return TRUE;
      item->version = question.version;
    }
  if (!attendee)
    return FALSE;
  version = tdm_inbox_item_get_sequence (item);
  sequence = tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_REPLY_SEQUENCE);
  replied = tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_REPLIED);
  return replied != 0 && (version < sequence || (version == sequence && stamp <= replied));
}

/* Its number is too low, and it does not say which time it is about: only people know. */
gboolean
tdm_inbox_matcher_is_perhaps_overtaken (TdmInboxItem *item)
{
  TdmIncomingEvent *event = item->event;

  return event->method == TDM_INCOMING_REPLY && !event_says_time (event) &&
         event->sequence < item_find_question (item).version;
}
