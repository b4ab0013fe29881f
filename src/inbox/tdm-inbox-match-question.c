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

/* Whether a message has arrived. Of a file nobody may have said yet that it was passed on; an answer that knows its number
 * shows that it was. */
static gboolean
has_arrived (TdmCalendarMessage *message, TdmIncomingEvent *event)
{
  TdmDelivery delivery = tdm_calendar_message_get_delivery (message);

  return delivery == TDM_DELIVERY_HANDED_OVER ||
         (delivery == TDM_DELIVERY_SAVED &&
          tdm_record_get_integer (TDM_RECORD (message), TDM_CALENDAR_MESSAGE_SEQUENCE) <= event->sequence);
}

static Question
find_question (TdmInboxItem *item)
{
  TdmMeeting *meeting = tdm_inbox_item_get_meeting (item);
  GListModel *messages = tdm_series_get_messages (tdm_inbox_item_get_series (item));
  const char *original = meeting ? tdm_meeting_get_recurrence_id (meeting) : "";
  Question question = { 0, 0 };

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr (TdmCalendarMessage) message = g_list_model_get_item (messages, i);
      TdmRecord *record = TDM_RECORD (message);
      const char *about = tdm_record_get_text (record, TDM_CALENDAR_MESSAGE_RECURRENCE_ID);

      if (tdm_calendar_message_get_person (message) != tdm_inbox_item_get_person (item) ||
          !has_arrived (message, tdm_inbox_item_get_event (item)) ||
          !(*about == '\0' || g_str_equal (about, original)))
        continue;
      question.version = MAX (question.version, tdm_record_get_integer (record, TDM_CALENDAR_MESSAGE_SEQUENCE));
      question.stamp = MAX (question.stamp, tdm_record_get_integer (record, TDM_CALENDAR_MESSAGE_CREATED));
    }
  return question;
}

static gboolean
is_time (TdmIncomingEvent *event, const char *zone, const char *local)
{
  return event->start_instant != 0 ? event->start_instant == tdm_zone_resolve (zone, local, NULL)
                                   : g_str_equal (event->start_local, local);
}

/* Whether an answer repeats when the meeting is now. One to all of a series repeats one of its dates. */
static gboolean
says_present_time (TdmInboxItem *item)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  TdmSeries *series = tdm_inbox_item_get_series (item);
  TdmMeeting *meeting = tdm_inbox_item_get_meeting (item);
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (series));

  if (meeting)
    return is_time (event, tdm_meeting_get_zone (meeting), tdm_meeting_get_local_start (meeting));
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) other = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_series (other) == series &&
          (is_time (event, tdm_series_get_zone (series), tdm_meeting_get_recurrence_id (other)) ||
           is_time (event, tdm_meeting_get_zone (other), tdm_meeting_get_local_start (other))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
says_time (TdmIncomingEvent *event)
{
  return *event->start_local != '\0' && !event->all_day;
}

static TdmRecord *
get_attendee (TdmInboxItem *item)
{
  TdmMeeting *meeting = tdm_inbox_item_get_meeting (item);
  TdmPerson *person = tdm_inbox_item_get_person (item);
  GListModel *of_series = tdm_series_get_attendees (tdm_inbox_item_get_series (item));

  return TDM_RECORD (meeting ? tdm_meeting_get_own_attendee (meeting, person) : tdm_attendee_find (of_series, person));
}

/* Many programs count the dates of a series together, or not at all: a number that is too low says nothing where the
 * answer came after the question and knows the time. A proposal is of another time anyway. */
static gboolean
is_about_earlier (TdmInboxItem *item, Question question)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);

  if (event->sequence >= question.version)
    return FALSE;
  if (tdm_inbox_item_get_stamp (item) <= question.stamp)
    return TRUE;
  return event->method == TDM_INCOMING_REPLY && says_time (event) && !says_present_time (item);
}

static gboolean
answers_nothing (TdmIncomingEvent *event)
{
  for (guint i = 0; i < event->attendees->len; i++)
    {
      const TdmIncomingAttendee *attendee = event->attendees->pdata[i];

      if (!attendee->has_partstat || attendee->partstat != TDM_REPLY_NEEDS_ACTION)
        return FALSE;
    }
  return event->attendees->len > 0;
}

/* Some programs repeat the single dates of a series as they were invited to when somebody answers for all of it: with
 * the stamp of the invitation, and perhaps with everybody who is invited. */
gboolean
tdm_inbox_matcher_is_copy_of_question (TdmIncomingEvent *event, TdmSeries *series)
{
  GListModel *messages = tdm_series_get_messages (series);

  if (event->method != TDM_INCOMING_REPLY || event->stamp == 0 || !answers_nothing (event))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr (TdmCalendarMessage) message = g_list_model_get_item (messages, i);

      if (has_arrived (message, event) &&
          event->stamp <= tdm_record_get_integer (TDM_RECORD (message), TDM_CALENDAR_MESSAGE_CREATED))
        return TRUE;
    }
  return FALSE;
}

gboolean
tdm_inbox_matcher_is_overtaken (TdmInboxItem *item)
{
  TdmRecord *attendee = get_attendee (item);
  Question question = find_question (item);
  gint64 version, sequence, replied;

  if (is_about_earlier (item, question))
    return TRUE;
  if (tdm_inbox_item_get_event (item)->sequence < question.version)
    tdm_inbox_item_set_version (item, question.version);
  if (!attendee)
    return FALSE;
  version = tdm_inbox_item_get_sequence (item);
  sequence = tdm_record_get_integer (attendee, TDM_ATTENDEE_REPLY_SEQUENCE);
  replied = tdm_record_get_integer (attendee, TDM_ATTENDEE_REPLIED);
  return replied != 0 && (version < sequence || (version == sequence && tdm_inbox_item_get_stamp (item) <= replied));
}

/* Its number is too low, and it does not say which time it is about: only people know. */
gboolean
tdm_inbox_matcher_is_perhaps_overtaken (TdmInboxItem *item)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);

  return event->method == TDM_INCOMING_REPLY && !says_time (event) && event->sequence < find_question (item).version;
}
