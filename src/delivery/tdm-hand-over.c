/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-hand-over.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-schedule-step.h"
#include "edits/tdm-answer-edits.h"
#include "messages/tdm-outbox-message.h"
#include "messages/tdm-told.h"
#include "model/tdm-attendee.h"
#include "model/tdm-record-list.h"
#include "workspace/tdm-workspace.h"

/* What the programme file remembers about messages: that one is on its way, that it went, that it did not. The next
 * message to the same person follows from it, so nothing of this can be undone. */

/**
 * tdm_hand_over_begin:
 *
 * For one after the other: two at the same time would hand over the same messages. The file and the program stay until
 * tdm_hand_over_end(); tdm_workspace_close() only stops it.
 *
 * Returns: whether it may begin
 */
gboolean
tdm_hand_over_begin (TdmWorkspace *workspace, GCancellable *cancellable, GError **error)
{
  if (!tdm_workspace_hold (workspace, cancellable))
    {
      g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED,
                           _ ("Other messages are on their way. Please wait until that is done."));
      return FALSE;
    }
  if (g_application_get_default ())
    g_application_hold (g_application_get_default ());
  return TRUE;
}

void
tdm_hand_over_end (TdmWorkspace *workspace)
{
  tdm_workspace_release (workspace);
  if (g_application_get_default ())
    g_application_release (g_application_get_default ());
}

/**
 * tdm_hand_over_edit_new:
 *
 * Returns: (transfer full): an empty edit for what happens to messages
 */
TdmEdit *
tdm_hand_over_edit_new (void)
{
  TdmEdit *edit = tdm_edit_new (_ ("Messages sent or saved"));

  tdm_edit_set_permanent (edit);
  return edit;
}

/**
 * tdm_hand_over_is_live:
 *
 * Returns: whether its series is still in the file: people go on working while messages go out
 */
gboolean
tdm_hand_over_is_live (TdmOutboxMessage *message)
{
  TdmPair *pair = tdm_outbox_message_get_pair (message);

  return pair && tdm_record_list_find (TDM_RECORD_LIST (tdm_pair_get_series (pair)),
                                       tdm_outbox_message_get_series (message)) != G_MAXUINT;
}

/* By its id: the row may have come after the message was worked out. */
static TdmCalendarMessage *
message_find_row (TdmOutboxMessage *message)
{
  GListModel *rows = tdm_series_get_messages (tdm_outbox_message_get_series (message));

  for (guint i = g_list_model_get_n_items (rows); i > 0; i--)
    {
      g_autoptr (TdmRecord) row = g_list_model_get_item (rows, i - 1);

      if (g_str_equal (tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_MESSAGE_ID), tdm_outbox_message_get_id (message)))
        return TDM_CALENDAR_MESSAGE (row);
    }
  return NULL;
}

static TdmRecord *
message_open_row (TdmOutboxMessage *message, TdmEdit *edit)
{
  TdmCalendarMessage *row = message_find_row (message);
  TdmRecord *draft;

  if (row)
    return tdm_edit_update (edit, row);

  draft = tdm_edit_insert (edit, TDM_TYPE_CALENDAR_MESSAGE);
  tdm_record_set_link (draft, TDM_CALENDAR_MESSAGE_SERIES, tdm_outbox_message_get_series (message));
  return draft;
}

/* Whoever invites first does so from then on: a programme that gets another organizer changes no invitation. */
static void
message_keep_organizer (TdmOutboxMessage *message, TdmEdit *edit)
{
  TdmSeries *series = tdm_outbox_message_get_series (message);
  TdmRecord *draft;

  if (tdm_outbox_message_is_reply (message) ||
      *tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_ORGANIZER_EMAIL) != '\0')
    return;
  draft = tdm_edit_update (edit, series);
  tdm_record_set_text (draft, TDM_SERIES_ORGANIZER_NAME, tdm_outbox_message_get_from_name (message));
  tdm_record_set_text (draft, TDM_SERIES_ORGANIZER_EMAIL, tdm_outbox_message_get_from_email (message));
}

static TdmRecord *
message_fill_row (TdmOutboxMessage *message, TdmEdit *edit, TdmChannel channel)
{
  TdmRecord *row = message_open_row (message, edit);
  const TdmScheduleStep *step = tdm_outbox_message_get_step (message);
  g_autofree char *content = tdm_outbox_message_get_content (message);

  tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_RECURRENCE_ID, step->original);
  tdm_record_set_integer (row, TDM_CALENDAR_MESSAGE_SEQUENCE, tdm_outbox_message_get_sequence (message));
  tdm_record_set_integer (row, TDM_CALENDAR_MESSAGE_METHOD, tdm_outbox_message_get_method (message));
  tdm_record_set_integer (row, TDM_CALENDAR_MESSAGE_CREATED, tdm_outbox_message_get_stamp (message));
  tdm_record_set_link (row, TDM_CALENDAR_MESSAGE_PERSON, tdm_outbox_message_get_person (message));
  tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_EMAIL, tdm_outbox_message_get_email (message));
  tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_MESSAGE_ID, tdm_outbox_message_get_id (message));
  tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_CONTENT, content);
  tdm_record_set_integer (row, TDM_CALENDAR_MESSAGE_CHANNEL, channel);
  message_keep_organizer (message, edit);
  return row;
}

/**
 * tdm_hand_over_prepare:
 * @edit: what is stored before the message leaves
 * @message: a message that can go
 * @channel: the way it will go
 *
 * Keeps its Message-ID and time, so that it can be repeated as the same message if it is not known whether it arrived.
 * One that was tried before and may have arrived is in doubt until it has arrived for sure; one that is still ready is
 * from a program that was killed while it sent.
 */
void
tdm_hand_over_prepare (TdmEdit *edit, TdmOutboxMessage *message, TdmChannel channel)
{
  TdmCalendarMessage *tried = message_find_row (message);
  TdmDelivery before = tried ? tdm_calendar_message_get_delivery (tried) : TDM_DELIVERY_REFUSED;
  gboolean was_saved = before == TDM_DELIVERY_SAVED;
  gboolean was_tried = was_saved || before == TDM_DELIVERY_READY || before == TDM_DELIVERY_UNKNOWN;
  TdmRecord *row = message_fill_row (message, edit, channel);

  tdm_record_set_integer (row, TDM_CALENDAR_MESSAGE_DELIVERY, was_saved   ? TDM_DELIVERY_SAVED
                                                              : was_tried ? TDM_DELIVERY_UNKNOWN
                                                                          : TDM_DELIVERY_READY);
  if (!was_tried)
    tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_PROBLEM, NULL);
}

static void
attendee_ask (TdmRecord *attendee, gint64 when)
{
  tdm_record_set_integer (attendee, TDM_ATTENDEE_ASKED, when);
  tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLY, TDM_REPLY_NEEDS_ACTION);
  tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLIED, 0);
  tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLY_SEQUENCE, 0);
  tdm_record_set_text (attendee, TDM_ATTENDEE_COMMENT, NULL);
  tdm_record_set_integer (attendee, TDM_ATTENDEE_PROPOSED_START, 0);
  tdm_record_set_integer (attendee, TDM_ATTENDEE_PROPOSED_MINUTES, 0);
}

/* Nobody waits for the answer of an assistant; but one that was given is no answer to a new question. */
static void
message_forget_answers (TdmOutboxMessage *message, TdmEdit *edit, gint64 when)
{
  TdmSeries *series = tdm_outbox_message_get_series (message);
  TdmPerson *person = tdm_outbox_message_get_person (message);
  const char *original = tdm_outbox_message_get_step (message)->original;
  TdmAttendee *known = tdm_attendee_find (tdm_series_get_attendees (series), person);
  g_autoptr (GPtrArray) meetings = tdm_meeting_list_of_series (series);

  if (known && !original)
    attendee_ask (tdm_edit_update (edit, known), 0);
  for (guint i = 0; i < meetings->len; i++)
    {
      TdmMeeting *meeting = meetings->pdata[i];
      TdmAttendee *own = tdm_meeting_get_own_attendee (meeting, person);

      if (!original && own && tdm_meeting_has_no_record (meeting))
        attendee_ask (tdm_edit_update (edit, own), 0);
      /* Otherwise what was answered to the series would be said of it. */
      else if (original && (own || known) && g_str_equal (tdm_meeting_get_recurrence_id (meeting), original))
        attendee_ask (tdm_answer_edits_open (edit, NULL, meeting, person), when);
    }
}

static void
message_ask_person (TdmOutboxMessage *message, TdmEdit *edit, gint64 when)
{
  TdmSeries *series = tdm_outbox_message_get_series (message);
  TdmPerson *person = tdm_outbox_message_get_person (message);
  const TdmScheduleStep *step = tdm_outbox_message_get_step (message);
  TdmAttendee *known = person ? tdm_attendee_find (tdm_series_get_attendees (series), person) : NULL;
  gboolean is_about_all = step->kind == TDM_STEP_INVITE || step->kind == TDM_STEP_UPDATE;
  g_autoptr (GPtrArray) meetings = NULL;

  if (person && step->asks && tdm_outbox_message_is_optional (message))
    message_forget_answers (message, edit, when);
  if (!person || tdm_outbox_message_is_optional (message))
    return;
  if (is_about_all && (step->asks || !known || !tdm_attendee_has_answer (known)))
    attendee_ask (tdm_answer_edits_open (edit, series, NULL, person), when);

  meetings = step->asks ? tdm_meeting_list_of_series (series) : NULL;
  for (guint i = 0; meetings && i < meetings->len; i++)
    {
      TdmMeeting *meeting = meetings->pdata[i];
      TdmAttendee *own = is_about_all ? tdm_meeting_get_own_attendee (meeting, person) : NULL;

      /* A new question about the series takes back the questions about single dates, and what was answered to them. */
      if (own && tdm_attendee_has_answer (own) && tdm_meeting_has_no_record (meeting))
        attendee_ask (tdm_edit_update (edit, own), 0);
      else if (step->kind == TDM_STEP_CHANGE_DATE &&
               g_strcmp0 (tdm_meeting_get_recurrence_id (meeting), step->original) == 0)
        {
          attendee_ask (tdm_answer_edits_open (edit, NULL, meeting, person), when);
          break;
        }
    }
}

static void
message_mark_invited (TdmOutboxMessage *message, TdmEdit *edit)
{
  TdmSeries *series = tdm_outbox_message_get_series (message);
  g_autoptr (GPtrArray) meetings = NULL;

  /* What an assistant has got invites nobody who takes part. */
  if (tdm_outbox_message_get_method (message) != TDM_METHOD_REQUEST || tdm_outbox_message_is_optional (message))
    return;
  meetings = tdm_meeting_list_of_series (series);
  for (guint i = 0; i < meetings->len; i++)
    if (tdm_meeting_get_state (meetings->pdata[i]) == TDM_MEETING_STATE_PLANNED)
      tdm_record_set_integer (tdm_edit_update (edit, meetings->pdata[i]), TDM_MEETING_STATE, TDM_MEETING_STATE_INVITED);
  if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) == TDM_SERIES_DRAFT)
    tdm_record_set_integer (tdm_edit_update (edit, series), TDM_SERIES_STATE, TDM_SERIES_ISSUED);
}

/**
 * tdm_hand_over_succeed:
 * @edit: what is stored after the message has left
 * @message: the message
 * @channel: the way it went
 * @file: (nullable): the name of its file
 * @when: UTC seconds
 *
 * From here on its content counts as known to its person, and the person as asked.
 */
void
tdm_hand_over_succeed (TdmEdit *edit, TdmOutboxMessage *message, TdmChannel channel, const char *file, gint64 when)
{
  TdmSeries *series = tdm_outbox_message_get_series (message);
  TdmRecord *row = message_fill_row (message, edit, channel);

  tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_FILE, file);
  tdm_record_set_integer (row, TDM_CALENDAR_MESSAGE_HANDED_OVER, when);
  tdm_record_set_integer (row, TDM_CALENDAR_MESSAGE_DELIVERY, TDM_DELIVERY_HANDED_OVER);
  tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_PROBLEM, NULL);
  /* The number of a reply is one of the organizer's, who counts alone (RFC 5546 2.1.4). */
  if (!tdm_outbox_message_is_reply (message) &&
      tdm_outbox_message_get_sequence (message) > tdm_series_get_sequence (series))
    tdm_record_set_integer (tdm_edit_update (edit, series), TDM_SERIES_SEQUENCE,
                            tdm_outbox_message_get_sequence (message));
  message_ask_person (message, edit, when);
  message_mark_invited (message, edit);
}

/**
 * tdm_hand_over_save:
 * @edit: what is stored after the message was written
 * @message: the message
 * @channel: the way it will go
 * @file: the name of its file
 *
 * It waits on until it is marked as passed on, see tdm_hand_over_pass_on(). Until then it is not known whether it has
 * arrived.
 */
void
tdm_hand_over_save (TdmEdit *edit, TdmOutboxMessage *message, TdmChannel channel, const char *file)
{
  TdmRecord *row = message_fill_row (message, edit, channel);

  tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_FILE, file);
  tdm_record_set_integer (row, TDM_CALENDAR_MESSAGE_DELIVERY, TDM_DELIVERY_SAVED);
  tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_PROBLEM, NULL);
}

/**
 * tdm_hand_over_is_saved:
 *
 * Returns: whether it was saved, and is not marked as passed on yet
 */
gboolean
tdm_hand_over_is_saved (TdmOutboxMessage *message)
{
  return tdm_outbox_message_get_delivery (message) == TDM_DELIVERY_SAVED;
}

/**
 * tdm_hand_over_pass_on:
 * @messages: (element-type TdmOutboxMessage): messages; those that were not saved stay as they are
 *
 * The user says that the files were passed on: from here on the people count as told. Unlike what was sent from here
 * this can be taken back.
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_hand_over_pass_on (GPtrArray *messages)
{
  TdmEdit *edit = tdm_edit_new (_ ("Messages handed over"));
  gint64 now = tdm_clock_now ();

  for (guint i = 0; i < messages->len; i++)
    {
      TdmOutboxMessage *message = messages->pdata[i];
      TdmRecord *row = (TdmRecord *) message_find_row (message);

      if (tdm_hand_over_is_saved (message) && tdm_hand_over_is_live (message) && row)
        tdm_hand_over_succeed (edit, message, tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_CHANNEL),
                               tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_FILE), now);
    }
  for (guint i = 0; i < messages->len; i++)
    if (tdm_hand_over_is_saved (messages->pdata[i]) && tdm_hand_over_is_live (messages->pdata[i]))
      tdm_hand_over_forget_attempts (edit, messages->pdata[i]);
  return edit;
}

/**
 * tdm_hand_over_forget_attempts:
 * @edit: what is stored after one or more messages have left
 * @message: one of them
 *
 * Attempts that never arrived say nothing once another message did. To be called when @edit has all that succeeded:
 * what failed before may be among them.
 */
void
tdm_hand_over_forget_attempts (TdmEdit *edit, TdmOutboxMessage *message)
{
  GListModel *rows = tdm_series_get_messages (tdm_outbox_message_get_series (message));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (rows, i);

      if (tdm_told_is_to (row, tdm_outbox_message_get_person (message), tdm_outbox_message_get_email (message)) &&
          tdm_calendar_message_get_delivery (row) == TDM_DELIVERY_REFUSED && !tdm_edit_touches (edit, row))
        tdm_edit_remove (edit, row);
    }
}

/**
 * tdm_hand_over_fail:
 * @edit: what is stored after the attempt
 * @message: the message
 * @delivery: %TDM_DELIVERY_REFUSED if it did not arrive for sure, %TDM_DELIVERY_UNKNOWN if that is not known
 * @problem: why, in the language of the program
 *
 * One that may have arrived before stays in doubt, or saved, whatever became of it this time.
 */
void
tdm_hand_over_fail (TdmEdit *edit, TdmOutboxMessage *message, TdmDelivery delivery, const char *problem)
{
  TdmCalendarMessage *tried = message_find_row (message);
  TdmRecord *row = message_open_row (message, edit);

  if (!tried || (tdm_calendar_message_get_delivery (tried) != TDM_DELIVERY_UNKNOWN &&
                 tdm_calendar_message_get_delivery (tried) != TDM_DELIVERY_SAVED))
    tdm_record_set_integer (row, TDM_CALENDAR_MESSAGE_DELIVERY, delivery);
  tdm_record_set_text (row, TDM_CALENDAR_MESSAGE_PROBLEM, problem);
}

/**
 * tdm_hand_over_withdraw:
 * @edit: what is stored after the user stopped
 * @message: a message that was prepared and never left
 *
 * It waits as if it had never been sent.
 */
void
tdm_hand_over_withdraw (TdmEdit *edit, TdmOutboxMessage *message)
{
  TdmCalendarMessage *row = message_find_row (message);

  if (row && tdm_calendar_message_get_delivery (row) == TDM_DELIVERY_READY)
    tdm_edit_remove (edit, row);
}
