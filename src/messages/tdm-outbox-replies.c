/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-replies.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "calendar/tdm-zone.h"
#include "edits/tdm-answer-told.h"
#include "model/tdm-attendee.h"
#include "model/tdm-meeting.h"
#include "tdm-outbox-message-private.h"

/* What a participant has answered and the organizer does not know yet: worked out from what the organizer was told
 * last, as other messages are, so what was changed and changed back says nothing. */

typedef struct
{
  TdmSeries *series;
  TdmPerson *self;
  TdmMeeting *only; /* of a series that does not repeat */
  gint64 now;
  gint64 last_stamp;
  GPtrArray *messages;
} Replies;

static char *
describe (TdmReply reply, TdmMeeting *meeting)
{
  g_autofree char *when = meeting ? tdm_when_describe_meeting (meeting) : NULL;

  switch (reply)
    {
    case TDM_REPLY_DECLINED:
      /* Translators: %s is a day and a time */
      return when ? g_strdup_printf (_ ("You decline: %s"), when) : g_strdup (_ ("You decline all meetings"));
    case TDM_REPLY_TENTATIVE:
      /* Translators: %s is a day and a time */
      return when ? g_strdup_printf (_ ("You may come: %s"), when) : g_strdup (_ ("You may come to the meetings"));
    default:
      /* Translators: %s is a day and a time */
      return when ? g_strdup_printf (_ ("You accept: %s"), when) : g_strdup (_ ("You accept all meetings"));
    }
}

/* On the clocks of the series: a date that was moved may be said on others. */
static void
set_slot (TdmSlot *slot, TdmSeries *series, TdmMeeting *meeting)
{
  const char *zone = tdm_series_get_zone (series);
  const char *title = tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_TITLE);

  slot->local_start = meeting ? tdm_zone_from_utc (zone, tdm_meeting_get_start (meeting), NULL) : NULL;
  if (!slot->local_start)
    slot->local_start = g_strdup (tdm_series_get_local_start (series));
  slot->zone = g_strdup (zone);
  slot->minutes = meeting ? tdm_meeting_get_minutes (meeting) : tdm_series_get_minutes (series);
  slot->place = g_strdup ("");
  slot->summary = g_strdup (*title ? title : "Tandem");
}

static TdmOutboxMessage *
replies_make_message (Replies *self, TdmMeeting *meeting, TdmReply reply, char *taken_content)
{
  TdmOutboxMessage *message = g_object_new (TDM_TYPE_OUTBOX_MESSAGE, NULL);
  TdmRecord *series = TDM_RECORD (self->series);
  TdmRecord *date = meeting ? TDM_RECORD (meeting) : NULL;
  const char *name = tdm_record_get_text (series, TDM_SERIES_ORGANIZER_NAME);
  const char *email = tdm_record_get_text (series, TDM_SERIES_ORGANIZER_EMAIL);

  message->series = g_object_ref (self->series);
  message->sender = g_object_ref (self->self);
  message->name = g_strdup (*name ? name : email);
  message->email = g_strdup (email);
  message->step = g_new0 (TdmScheduleStep, 1);
  message->step->kind = TDM_STEP_REPLY;
  message->step->original = meeting ? g_strdup (tdm_meeting_get_recurrence_id (meeting)) : NULL;
  message->reply = reply;
  message->content = taken_content;
  /* The number of what was said last: a date that was spoken of apart has numbers of its own. */
  message->sequence =
    date && tdm_record_get_integer (date, TDM_MEETING_HEARD) > tdm_record_get_integer (series, TDM_SERIES_HEARD)
      ? tdm_record_get_integer (date, TDM_MEETING_SEQUENCE)
      : tdm_series_get_sequence (self->series);
  message->stamp = MAX (self->now, self->last_stamp + 1);
  message->title = describe (reply, meeting ? meeting : self->only);
  set_slot (&message->slot, self->series, meeting);
  return message;
}

static void
replies_add (Replies *self, TdmMeeting *meeting, TdmAttendee *attendee)
{
  g_auto (TdmAnswerTold) told = { NULL };
  TdmOutboxMessage *message;

  if (!attendee || tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_REPLIED) == 0 ||
      tdm_attendee_get_reply (attendee) == TDM_REPLY_NEEDS_ACTION)
    return;
  tdm_answer_told_find (&told, self->series, meeting);
  if (tdm_answer_told_knows (&told, self->series, meeting, attendee))
    return;

  message = replies_make_message (self, meeting, tdm_attendee_get_reply (attendee), tdm_answer_told_write (attendee));
  /* One that was tried before is the same message again. */
  for (guint i = 0; i < told.tried->len; i++)
    {
      TdmRecord *row = told.tried->pdata[i];

      if (!g_str_equal (tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_CONTENT), message->content) ||
          !g_str_equal (tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_EMAIL), message->email))
        continue;
      tdm_outbox_message_repeat (message, TDM_CALENDAR_MESSAGE (row));
    }
  g_ptr_array_add (self->messages, message);
}

/* The answer to all dates goes first: those to single ones stand beside it. */
static void
replies_add_all (Replies *self)
{
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (self->series));
  TdmAttendee *of_series = tdm_attendee_find (tdm_series_get_attendees (self->series), self->self);
  gboolean has_any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);
      TdmAttendee *own;

      if (tdm_meeting_get_series (meeting) != self->series || !tdm_meeting_has_no_record (meeting) ||
          tdm_meeting_get_end (meeting) <= self->now)
        continue;
      own = tdm_meeting_get_own_attendee (meeting, self->self);
      /* What does not repeat has no dates that one could name (RFC 5545 3.8.4.4). */
      if (*tdm_series_get_rule (self->series) == '\0')
        {
          self->only = meeting;
          replies_add (self, NULL, own ? own : of_series);
          return;
        }
      if (!has_any)
        replies_add (self, NULL, of_series);
      has_any = TRUE;
      replies_add (self, meeting, own);
    }
}

/**
 * tdm_outbox_replies_collect:
 * @series: a live series whose meetings, attendees and messages are loaded
 * @self: (nullable): the participant whose programme it is
 *
 * Works out which answers the organizer of a series of somebody else still has to get (RFC 5546 3.2.3).
 *
 * Returns: (transfer full) (element-type TdmOutboxMessage): the messages, none for a series that is invited to from
 * here
 */
GPtrArray *
tdm_outbox_replies_collect (TdmSeries *series, TdmPerson *self)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func (g_object_unref);
  Replies replies = { .series = series, .self = self, .now = tdm_clock_now (), .messages = messages };
  GListModel *rows;

  g_return_val_if_fail (TDM_IS_SERIES (series), messages);

  if (!tdm_series_asks (series, self))
    return messages;
  rows = tdm_series_get_messages (series);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmRecord) row = g_list_model_get_item (rows, i);

      replies.last_stamp = MAX (replies.last_stamp, tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_CREATED));
    }
  replies_add_all (&replies);
  return messages;
}
