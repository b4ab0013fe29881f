/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "outbox-fixture.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "delivery/tdm-export.h"
#include "delivery/tdm-hand-over.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-series-edits.h"
#include "messages/tdm-outbox-message.h"
#include "model/tdm-attendee.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-record-list.h"
#include "sample/tdm-sample.h"
#include "store/tdm-store.h"

#include <string.h>

/* Which messages people need, and that they need no other. */

typedef TdmTestProgramme Fixture;

static char *
write_first (Fixture *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);

  g_assert_cmpuint (messages->len, >, 0);
  return outbox_write (messages->pdata[0]);
}

static void
assert_has (const char *text, const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\r\n%s\r\n", line);

  if (!strstr (text, whole))
    g_error ("No line “%s” in:\n%s", line, text);
}

#define INVITATIONS "Anna Beck: Invitation to 12 meetings\nBo Chen: Invitation to 12 meetings"

static void
test_a_planned_series_needs_invitations (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_assert_pending (self, INVITATIONS);
}

static void
test_who_was_invited_needs_nothing (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  outbox_assert_pending (self, "");
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE), ==, TDM_SERIES_ISSUED);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-08-11")), ==, TDM_MEETING_STATE_INVITED);
}

static void
test_who_was_invited_is_asked (Fixture *self, gconstpointer data)
{
  TdmAttendee *attendee;

  outbox_plan (self);
  outbox_hand_over (self);
  attendee = tdm_meeting_get_answer (outbox_meeting (self, "2026-09-08"), tdm_pair_get_mentor (self->pair));
  g_assert_nonnull (attendee);
  g_assert_cmpint (tdm_attendee_get_reply (attendee), ==, TDM_REPLY_NEEDS_ACTION);
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_ASKED), ==, tdm_clock_now ());
}

static void
test_a_moved_date_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
  outbox_assert_pending (self,
                         "Anna Beck: New time: 9 September 2026, 15:00\nBo Chen: New time: 9 September 2026, 15:00");
  text = write_first (self);
  assert_has (text, "METHOD:REQUEST");
  assert_has (text, "SEQUENCE:1");
  assert_has (text, "RECURRENCE-ID;TZID=Europe/Berlin:20260908T100000");
  assert_has (text, "DTSTART;TZID=Europe/Berlin:20260909T150000");
  g_assert_null (strstr (text, "\r\nRRULE:FREQ=MONTHLY"));
}

static void
test_a_change_that_was_changed_back_is_not_told (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 2");
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-08T10:00:00", "Room 1");
  outbox_assert_pending (self, "");
  outbox_cancel (self, outbox_meeting (self, "2026-10-13"));
  tdm_test_programme_undo (self, "Meeting cancelled");
  outbox_assert_pending (self, "");
}

static void
test_a_date_back_in_its_place_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 2");
  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-08T10:00:00", "Room 1");
  outbox_assert_pending (self,
                         "Anna Beck: New time: 8 September 2026, 10:00\nBo Chen: New time: 8 September 2026, 10:00");
  text = write_first (self);
  assert_has (text, "DTSTART;TZID=Europe/Berlin:20260908T100000");
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_another_room_asks_nobody_anew (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  TdmAttendee *attendee;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-08T10:00:00", "Room 2");
  outbox_assert_pending (
    self, "Anna Beck: New place on 8 September 2026, 10:00\nBo Chen: New place on 8 September 2026, 10:00");
  text = write_first (self);
  assert_has (text, "SEQUENCE:0");
  assert_has (text, "LOCATION:Room 2");
  outbox_hand_over (self);
  attendee = tdm_meeting_get_own_attendee (outbox_meeting (self, "2026-09-08"), tdm_pair_get_mentor (self->pair));
  g_assert_null (attendee);
}

static void
test_a_cancelled_date_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_cancel (self, outbox_meeting (self, "2026-10-13"));
  outbox_assert_pending (self,
                         "Anna Beck: Cancelled: 13 October 2026, 10:00\nBo Chen: Cancelled: 13 October 2026, 10:00");
  text = write_first (self);
  assert_has (text, "METHOD:CANCEL");
  assert_has (text, "STATUS:CANCELLED");
  assert_has (text, "RECURRENCE-ID;TZID=Europe/Berlin:20261013T100000");
  assert_has (text, "SEQUENCE:1");
}

static void
test_two_changes_are_two_messages_in_order (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_hand_over (self);
  outbox_cancel (self, outbox_meeting (self, "2026-10-13"));
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
  outbox_assert_pending (self,
                         "Anna Beck: Cancelled: 13 October 2026, 10:00\nAnna Beck: New time: 9 September 2026, 15:00\n"
                         "Bo Chen: Cancelled: 13 October 2026, 10:00\nBo Chen: New time: 9 September 2026, 15:00");
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_a_date_that_is_on_again_comes_with_all (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_cancel (self, outbox_meeting (self, "2026-10-13"));
  outbox_hand_over (self);
  tdm_test_programme_undo (self, "Meeting cancelled");
  outbox_assert_pending (self, "Anna Beck: A cancelled meeting takes place after all\n"
                        "Bo Chen: A cancelled meeting takes place after all");
  text = write_first (self);
  g_assert_null (strstr (text, "EXDATE"));
  assert_has (text, "SEQUENCE:2");
}

static void
test_a_new_mentor_is_invited_and_the_old_one_is_told (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GBytes) bytes = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_replace (self, "Carla Diaz", "carla@example.org");
  outbox_assert_pending (self,
                         "Anna Beck: New partner\nBo Chen: No longer invited\nCarla Diaz: Invitation to 12 meetings");
  messages = outbox_pending (self);
  bytes = tdm_outbox_message_write (messages->pdata[1], NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "mailto:bo@example.org"));
  g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "mailto:anna@example.org"));
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_who_stays_need_not_answer_again (Fixture *self, gconstpointer data)
{
  TdmPerson *anna = tdm_pair_get_mentee (self->pair);
  TdmSeries *series = outbox_plan (self);
  g_autofree char *text = NULL;

  outbox_hand_over (self);
  outbox_accept (self, series, anna);
  outbox_replace (self, "Carla Diaz", "carla@example.org");
  text = write_first (self);
  assert_has (text, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN=Anna Beck:"
                    "mailto:anna@example.org");
  outbox_hand_over (self);
  g_assert_cmpint (tdm_meeting_get_reply (outbox_meeting (self, "2026-08-11"), anna), ==, TDM_REPLY_ACCEPTED);
}

static void
test_who_stays_is_asked_about_another_time (Fixture *self, gconstpointer data)
{
  TdmPerson *anna = tdm_pair_get_mentee (self->pair);
  TdmSeries *series = outbox_plan (self);
  g_autofree char *text = NULL;

  outbox_hand_over (self);
  outbox_accept (self, series, anna);
  outbox_replace (self, "Carla Diaz", "carla@example.org");
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
  text = write_first (self);
  assert_has (text, "RECURRENCE-ID;TZID=Europe/Berlin:20260908T100000");
  g_assert_null (strstr (text, "PARTSTAT=ACCEPTED"));
}

static void
test_this_and_following_is_a_new_series (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmMeeting *june;

  outbox_plan (self);
  outbox_hand_over (self);
  june = outbox_meeting (self, "2027-06-08");
  tdm_record_set_text (tdm_edit_update (edit, june), TDM_MEETING_TOPIC, "Privacy");
  tdm_workspace_commit_async (self->workspace, edit, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Meeting changed");
  outbox_follow (self, june, "2027-06-10", 2);
  outbox_assert_pending (
    self, "Anna Beck: New last meeting: 11 May 2027, 10:00\nBo Chen: New last meeting: 11 May 2027, 10:00\n"
          "Anna Beck: Invitation to 2 meetings\nBo Chen: Invitation to 2 meetings");
  text = write_first (self);
  assert_has (text, "RRULE:FREQ=MONTHLY;UNTIL=20270511T080000Z;BYDAY=2TU");
  g_assert_cmpstr (tdm_meeting_get_recurrence_id (june), ==, "2027-06-10T10:00:00");
  g_assert_cmpstr (tdm_record_get_text (TDM_RECORD (june), TDM_MEETING_TOPIC), ==, "Privacy");
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_meetings (self->pair)), ==, 12);
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_a_cancelled_series_is_told_once (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  tdm_workspace_commit_async (self->workspace, tdm_series_edits_cancel (series), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Series cancelled");
  outbox_assert_pending (self, "Anna Beck: All meetings cancelled\nBo Chen: All meetings cancelled");
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_meetings_that_were_held_stay_in_calendars (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  tdm_clock_freeze (tdm_clock_now () + 60 * 24 * 60 * 60);
  tdm_workspace_commit_async (self->workspace, tdm_series_edits_cancel (series), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Series cancelled");
  outbox_assert_pending (self, "Anna Beck: 10 meetings cancelled\n"
                        "Bo Chen: 10 meetings cancelled");
}

/* Nobody has to answer again about the dates that stay. */
static void
test_who_accepted_has_accepted_what_stays (Fixture *self, gconstpointer data)
{
  TdmPerson *anna = tdm_pair_get_mentee (self->pair);
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  outbox_accept (self, series, anna);
  outbox_follow (self, outbox_meeting (self, "2027-06-08"), "2027-06-10", 2);
  outbox_hand_over (self);
  g_assert_cmpint (tdm_meeting_get_reply (outbox_meeting (self, "2026-08-11"), anna), ==, TDM_REPLY_ACCEPTED);
  g_assert_cmpint (tdm_meeting_get_reply (outbox_meeting (self, "2027-06-10"), anna), ==, TDM_REPLY_NEEDS_ACTION);
}

static void
test_a_tandem_that_ends_ends_its_series (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  outbox_plan (self);
  outbox_hand_over (self);
  tdm_clock_freeze (tdm_clock_now () + 60 * 24 * 60 * 60);
  g_ptr_array_add (pairs, self->pair);
  tdm_workspace_commit_async (self->workspace, tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Tandem dissolved");
  outbox_assert_pending (self, "Anna Beck: 10 meetings cancelled\n"
                        "Bo Chen: 10 meetings cancelled");
}

static void
test_nobody_hears_of_the_past (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_hand_over (self);
  tdm_clock_freeze (tdm_clock_now () + 60 * 24 * 60 * 60);
  outbox_cancel (self, outbox_meeting (self, "2026-08-11"));
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-08T11:00:00", "Room 3");
  outbox_assert_pending (self, "");
  tdm_clock_freeze (tdm_clock_now () + 600 * 24 * 60 * 60);
  outbox_cancel (self, outbox_meeting (self, "2027-07-13"));
  outbox_assert_pending (self, "");
}

static void
test_a_missing_address_is_said (Fixture *self, gconstpointer data)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->pair);
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (bo));
  g_autoptr (GPtrArray) messages = NULL;

  outbox_plan (self);
  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_EMAIL, "");
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person changed");
  messages = outbox_pending (self);
  g_assert_cmpuint (messages->len, ==, 2);
  g_assert_false (tdm_outbox_message_can_go (messages->pdata[0]));
  g_assert_cmpstr (tdm_outbox_message_get_problem (messages->pdata[1]), ==, "“Bo Chen” has no e-mail address yet.");
}

static void
test_what_was_sent_cannot_be_undone (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  g_assert_cmpstr (tdm_workspace_get_undo_label (self->workspace), ==, "Meetings planned");
  tdm_workspace_undo_async (self->workspace, tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOTHING);
  g_assert_true (g_str_has_prefix (error->message, "“Meetings planned” cannot be undone any more, for others have been "
                                                   "told of it by a message since."));
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_meetings (self->pair)), ==, 12);
}

static void
commit (Fixture *self, TdmEdit *taken_edit)
{
  tdm_workspace_commit_async (self->workspace, taken_edit, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Messages sent or saved");
}

/* As when the connection breaks after the first message has left */
static char *
leave_in_doubt (Fixture *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (TdmEdit) prepared = tdm_hand_over_edit_new (), failed = tdm_hand_over_edit_new ();

  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_prepare (prepared, messages->pdata[i], TDM_CHANNEL_MAIL);
  commit (self, g_steal_pointer (&prepared));
  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_fail (failed, messages->pdata[i], TDM_DELIVERY_UNKNOWN, "The connection was lost.");
  commit (self, g_steal_pointer (&failed));
  return g_strdup (tdm_outbox_message_get_id (messages->pdata[0]));
}

static void
test_a_message_in_doubt_is_repeated_as_it_was (Fixture *self, gconstpointer data)
{
  g_autofree char *id = NULL, *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
  before = write_first (self);
  id = leave_in_doubt (self);
  tdm_clock_freeze (tdm_clock_now () + 3600);
  messages = outbox_pending (self);
  g_assert_cmpuint (messages->len, ==, 2);
  g_assert_cmpstr (tdm_outbox_message_get_id (messages->pdata[0]), ==, id);
  g_assert_cmpint (tdm_outbox_message_get_delivery (messages->pdata[0]), ==, TDM_DELIVERY_UNKNOWN);
  g_assert_cmpstr (tdm_outbox_message_get_problem (messages->pdata[0]), ==, "The connection was lost.");
  after = write_first (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_after_a_doubt_everything_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
  g_free (leave_in_doubt (self));
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-08T10:00:00", "Room 1");
  text = write_first (self);
  assert_has (text, "RRULE:FREQ=MONTHLY;COUNT=12;BYDAY=2TU");
  assert_has (text, "SEQUENCE:2");
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_an_old_file_gets_one_message_to_be_sure (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);
  g_autoptr (TdmEdit) edit = tdm_hand_over_edit_new ();
  TdmRecord *message = tdm_edit_insert (edit, TDM_TYPE_CALENDAR_MESSAGE);

  tdm_record_set_link (message, TDM_CALENDAR_MESSAGE_SERIES, series);
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_DELIVERY, TDM_DELIVERY_HANDED_OVER);
  commit (self, g_steal_pointer (&edit));
  outbox_assert_pending (self, "Anna Beck: Invitation to 12 meetings\nBo Chen: Invitation to 12 meetings");
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_the_outbox_follows_every_change (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmOutbox) outbox = tdm_outbox_new_for_pair (self->workspace, self->pair);
  g_autofree char *text = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 0);
  outbox_plan (self);
  text = tdm_outbox_describe (outbox);
  g_assert_cmpstr (text, ==, "2 messages to Anna Beck and Bo Chen: Invitation to 12 meetings");
  outbox_hand_over (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 0);
  outbox_cancel (self, outbox_meeting (self, "2026-10-13"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 2);
  tdm_test_programme_undo (self, "Meeting cancelled");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 0);
}

static TdmWorkspace *
open_large_sample (Fixture *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "large");
  g_autoptr (TdmEdit) edit = tdm_sample_build ("2026-07-14", 10, "en", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  TdmWorkspace *workspace = tdm_test_open (path, TDM_OPEN_CREATE, NULL);

  tdm_workspace_import_async (workspace, g_steal_pointer (&edit), tdm_test_result_cb, &result);
  g_assert_true (tdm_workspace_import_finish (workspace, tdm_test_wait (&result), NULL));
  return workspace;
}

static guint
count_one_by_one (TdmWorkspace *workspace, TdmRound *round)
{
  GListModel *pairs = tdm_workspace_get_pairs (workspace);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);
      g_autoptr (TdmOutbox) outbox = tdm_outbox_new_for_pair (workspace, pair);

      if (tdm_pair_get_round (pair) == round)
        n += g_list_model_get_n_items (G_LIST_MODEL (outbox));
    }
  return n;
}

/* The window must draw meanwhile. */
static void
test_a_large_round_is_worked_out_in_pieces (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = open_large_sample (self);
  GListModel *rounds = tdm_workspace_get_rounds (workspace);
  g_autoptr (TdmRound) round = g_list_model_get_item (rounds, 2);
  g_autoptr (TdmOutbox) outbox = NULL;

  tdm_test_load (workspace, TDM_SCOPE_ROUND_MEETINGS, round);
  outbox = tdm_outbox_new_for_round (workspace, round);
  g_assert_false (tdm_outbox_is_complete (outbox));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 0);
  while (!tdm_outbox_is_complete (outbox))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), >, 10);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, count_one_by_one (workspace, round));
  tdm_workspace_close (workspace);
}

/* A series has its messages in a list, and they lead back to it. */
static void
test_what_is_read_to_count_goes_again (Fixture *self, gconstpointer data)
{
  gint64 id = tdm_record_get_id (TDM_RECORD (self->pair));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) records = NULL;
  TdmRecord *message, *series;

  outbox_plan (self);
  outbox_hand_over (self);
  g_array_append_val (ids, id);
  tdm_workspace_peek_async (self->workspace, TDM_SCOPE_PAIR_TOLD, ids, tdm_test_result_cb, &result);
  records = tdm_workspace_peek_finish (self->workspace, tdm_test_wait (&result), NULL);
  g_clear_object (&result);
  message = records->pdata[records->len - 1];
  series = tdm_record_get_link (message, TDM_CALENDAR_MESSAGE_SERIES);
  tdm_record_list_settle (TDM_RECORD_LIST (tdm_series_get_messages (TDM_SERIES (series))), message, G_MAXUINT);
  g_object_add_weak_pointer (G_OBJECT (message), (gpointer *) &message);
  g_object_add_weak_pointer (G_OBJECT (series), (gpointer *) &series);
  g_clear_pointer (&records, g_ptr_array_unref);
  g_assert_null (message);
  g_assert_null (series);
}

#define ADD(name, func) g_test_add ("/outbox/" name, Fixture, NULL, tdm_test_programme_set_up, func, \
                                 tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-planned-series-needs-invitations", test_a_planned_series_needs_invitations);
  ADD ("who-was-invited-needs-nothing", test_who_was_invited_needs_nothing);
  ADD ("who-was-invited-is-asked", test_who_was_invited_is_asked);
  ADD ("a-moved-date-is-told", test_a_moved_date_is_told);
  ADD ("a-change-that-was-changed-back-is-not-told", test_a_change_that_was_changed_back_is_not_told);
  ADD ("a-date-back-in-its-place-is-told", test_a_date_back_in_its_place_is_told);
  ADD ("another-room-asks-nobody-anew", test_another_room_asks_nobody_anew);
  ADD ("a-cancelled-date-is-told", test_a_cancelled_date_is_told);
  ADD ("two-changes-are-two-messages-in-order", test_two_changes_are_two_messages_in_order);
  ADD ("a-date-that-is-on-again-comes-with-all", test_a_date_that_is_on_again_comes_with_all);
  ADD ("a-new-mentor-is-invited-and-the-old-one-is-told", test_a_new_mentor_is_invited_and_the_old_one_is_told);
  ADD ("who-stays-need-not-answer-again", test_who_stays_need_not_answer_again);
  ADD ("who-stays-is-asked-about-another-time", test_who_stays_is_asked_about_another_time);
  ADD ("this-and-following-is-a-new-series", test_this_and_following_is_a_new_series);
  ADD ("a-cancelled-series-is-told-once", test_a_cancelled_series_is_told_once);
  ADD ("meetings-that-were-held-stay-in-calendars", test_meetings_that_were_held_stay_in_calendars);
  ADD ("who-accepted-has-accepted-what-stays", test_who_accepted_has_accepted_what_stays);
  ADD ("a-tandem-that-ends-ends-its-series", test_a_tandem_that_ends_ends_its_series);
  ADD ("nobody-hears-of-the-past", test_nobody_hears_of_the_past);
  ADD ("a-missing-address-is-said", test_a_missing_address_is_said);
  ADD ("what-was-sent-cannot-be-undone", test_what_was_sent_cannot_be_undone);
  ADD ("a-message-in-doubt-is-repeated-as-it-was", test_a_message_in_doubt_is_repeated_as_it_was);
  ADD ("after-a-doubt-everything-is-told", test_after_a_doubt_everything_is_told);
  ADD ("an-old-file-gets-one-message-to-be-sure", test_an_old_file_gets_one_message_to_be_sure);
  ADD ("the-outbox-follows-every-change", test_the_outbox_follows_every_change);
  ADD ("what-is-read-to-count-goes-again", test_what_is_read_to_count_goes_again);
  ADD ("a-large-round-is-worked-out-in-pieces", test_a_large_round_is_worked_out_in_pieces);
  return g_test_run ();
}
