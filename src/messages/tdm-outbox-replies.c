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

/* --- a message ------------------------------------------------------------------------------- */

static char *
describe_all (TdmReply reply)
{
  switch (reply)
    {
    case TDM_REPLY_DECLINED:
      return g_strdup (_ ("You decline all meetings"));
    case TDM_REPLY_TENTATIVE:
      return g_strdup (_ ("You may come to the meetings"));
    default:
      return g_strdup (_ ("You accept all meetings"));
    }
}

static char *
describe (TdmReply reply, TdmMeeting *meeting)
{
  g_autofree char *when = meeting ? tdm_when_describe_meeting (meeting) : NULL;

  if (!meeting)
    return describe_all (reply);
  switch (reply)
    {
    case TDM_REPLY_DECLINED:
      /* Translators: %s is a day and a time */
      return g_strdup_printf (_ ("You decline: %s"), when);
    case TDM_REPLY_TENTATIVE:
      /* Translators: %s is a day and a time */
      return g_strdup_printf (_ ("You may come: %s"), when);
    default:
      /* Translators: %s is a day and a time */
      return g_strdup_printf (_ ("You accept: %s"), when);
    }
}

static TdmScheduleStep *
make_step (TdmMeeting *meeting)
{
  TdmScheduleStep *step = g_new0 (TdmScheduleStep, 1);

  step->kind = TDM_STEP_REPLY;
  step->original = meeting ? g_strdup (tdm_meeting_get_recurrence_id (meeting)) : NULL;
  return step;
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

/* That of what was said last: a date that was spoken of apart has numbers of its own. */
static gint64
get_sequence (TdmSeries *series, TdmMeeting *meeting)
{
  gint64 heard = tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_HEARD);

  if (meeting && tdm_record_get_integer (TDM_RECORD (meeting), TDM_MEETING_HEARD) > heard)
    return tdm_record_get_integer (TDM_RECORD (meeting), TDM_MEETING_SEQUENCE);
  return tdm_series_get_sequence (series);
}

/* One that was tried before is the same message again. */
static void
repeat (TdmOutboxMessage *message, const TdmAnswerTold *told)
{
  for (guint i = 0; i < told->tried->len; i++)
    {
      TdmRecord *row = told->tried->pdata[i];

      if (!g_str_equal (tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_CONTENT), message->content) ||
          !g_str_equal (tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_EMAIL), message->email))
        continue;
      g_set_object (&message->row, TDM_CALENDAR_MESSAGE (row));
      message->stamp = tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_CREATED);
      message->sequence = tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_SEQUENCE);
      g_free (message->id);
      message->id = g_strdup (tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_MESSAGE_ID));
    }
}

static TdmOutboxMessage *
make_message (Replies *self, TdmMeeting *meeting, TdmReply reply, char *taken_content)
{
  TdmOutboxMessage *message = g_object_new (TDM_TYPE_OUTBOX_MESSAGE, NULL);
  const char *name = tdm_record_get_text (TDM_RECORD (self->series), TDM_SERIES_ORGANIZER_NAME);
  const char *email = tdm_record_get_text (TDM_RECORD (self->series), TDM_SERIES_ORGANIZER_EMAIL);

  message->series = g_object_ref (self->series);
  message->sender = g_object_ref (self->self);
  message->name = g_strdup (*name ? name : email);
  message->email = g_strdup (email);
  message->step = make_step (meeting);
  message->reply = reply;
  message->content = taken_content;
  message->sequence = get_sequence (self->series, meeting);
  message->stamp = MAX (self->now, self->last_stamp + 1);
  message->title = describe (reply, meeting ? meeting : self->only);
  set_slot (&message->slot, self->series, meeting);
  return message;
}

/* --- all of them ------------------------------------------------------------------------------ */

static void
collect (Replies *self, TdmMeeting *meeting, TdmAttendee *attendee)
{
  g_auto (TdmAnswerTold) told = { NULL };
  TdmOutboxMessage *message;

  if (!attendee || tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_REPLIED) == 0 ||
      tdm_attendee_get_reply (attendee) == TDM_REPLY_NEEDS_ACTION)
    return;
  tdm_answer_told_find (&told, self->series, meeting);
  if (tdm_answer_told_knows (&told, self->series, meeting, attendee))
    return;
  message = make_message (self, meeting, tdm_attendee_get_reply (attendee), tdm_answer_told_write (attendee));
  repeat (message, &told);
  g_ptr_array_add (self->messages, message);
}

static gboolean
is_ahead (Replies *self, TdmMeeting *meeting)
{
  return tdm_meeting_get_series (meeting) == self->series &&
         tdm_meeting_has_no_record (meeting) &&
         tdm_meeting_get_end (meeting) > self->now;
}

/* What does not repeat has no dates that one could name (RFC 5545 3.8.4.4). */
static void
collect_only (Replies *self, TdmMeeting *meeting)
{
  TdmAttendee *own = tdm_meeting_get_own_attendee (meeting, self->self);

  self->only = meeting;
  collect (self, NULL, own ? own : tdm_attendee_find (tdm_series_get_attendees (self->series), self->self));
}

/* The answer to all dates goes first: those to single ones stand beside it. */
static void
collect_all (Replies *self)
{
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (self->series));
  gboolean has_any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (!is_ahead (self, meeting))
        continue;
      if (*tdm_series_get_rule (self->series) == '\0')
        {
          collect_only (self, meeting);
          return;
        }
      if (!has_any)
        collect (self, NULL, tdm_attendee_find (tdm_series_get_attendees (self->series), self->self));
      has_any = TRUE;
      collect (self, meeting, tdm_meeting_get_own_attendee (meeting, self->self));
    }
}

static gint64
find_last_stamp (TdmSeries *series)
{
  GListModel *rows = tdm_series_get_messages (series);
  gint64 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmRecord) row = g_list_model_get_item (rows, i);

      last = MAX (last, tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_CREATED));
    }
  return last;
}

/**
 * tdm_outbox_replies_collect:
 * @series: a live series whose meetings, attendees and messages are loaded
 * @self: (nullable): the participant whose programme it is
 *
 * Works out which answers the organizer of a series of somebody else still has to get (RFC 5546 3.2.3).
 *
 * Returns: (transfer full) (element-type TdmOutboxMessage): the messages, none for a series that is invited to from here
 */
GPtrArray *
tdm_outbox_replies_collect (TdmSeries *series, TdmPerson *self)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func (g_object_unref);
  Replies replies = { .series = series, .self = self, .now = tdm_clock_now (), .messages = messages };

  g_return_val_if_fail (TDM_IS_SERIES (series), messages);

  if (!tdm_series_asks (series, self))
    return messages;
  replies.last_stamp = find_last_stamp (series);
  collect_all (&replies);
  return messages;
}
