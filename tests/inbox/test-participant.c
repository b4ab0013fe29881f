/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "inbox-fixture.h"

#include "calendar/tdm-incoming-event.h"
#include "edits/tdm-answer-edits.h"
#include "edits/tdm-series-edits.h"
#include "inbox/tdm-participant.h"
#include "messages/outbox-fixture.h"
#include "messages/tdm-answers.h"
#include "messages/tdm-outbox-message.h"

#include <string.h>

/* From one programme to another: a coordinator invites Anna Beck and Bo Chen, Bo's own programme begins with the
 * invitation, and what Bo answers arrives with the coordinator. */

typedef struct
{
  InboxFixture office;
  TdmTestProgramme mine;
  TdmSeries *series;
  GPtrArray *items;
} Fixture;

/* What the office tells Bo now; from then on it counts as told. */
static char *
tell (Fixture *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (&self->office.programme);
  char *text = NULL;

  for (guint i = 0; i < messages->len; i++)
    if (tdm_outbox_message_get_person (messages->pdata[i]) == inbox_bo (&self->office))
      {
        g_autoptr (GBytes) bytes = tdm_outbox_message_write (messages->pdata[i], NULL);

        g_free (text);
        text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      }
  g_assert_nonnull (text);
  outbox_hand_over (&self->office.programme);
  return text;
}

static GPtrArray *
read_text (TdmWorkspace *workspace, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *items;

  tdm_inbox_read_text_async (workspace, text, tdm_test_result_cb, &result);
  items = tdm_inbox_read_finish (workspace, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  return items;
}

/* Bo (the second one) learns from Anna: the order of the invitation says nothing. */
static void
join (TdmWorkspace *workspace, TdmInboxItem *invitation, guint self, guint mentee)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tdm_participant_join_async (workspace, invitation, self, mentee, tdm_test_result_cb, &result);
  g_assert_true (tdm_participant_join_finish (workspace, tdm_test_wait (&result), &error));
  g_assert_no_error (error);
}

static void
begin (Fixture *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) series = NULL;
  TdmInboxItem *invitation;

  self->items = read_text (NULL, text);
  invitation = tdm_participant_find_invitation (self->items, &error);
  g_assert_no_error (error);
  tdm_test_folder_init (&self->mine.folder);
  self->mine.workspace = tdm_test_open (self->mine.folder.path, TDM_OPEN_CREATE, &error);
  g_assert_no_error (error);
  join (self->mine.workspace, invitation, 1, 1);
  self->mine.pair = tdm_participant_find_pair (self->mine.workspace, invitation);
  g_assert_nonnull (self->mine.pair);
  tdm_test_load (self->mine.workspace, TDM_SCOPE_PAIR, self->mine.pair);
  self->series = g_list_model_get_item (tdm_pair_get_series (self->mine.pair), 0);
  g_object_unref (self->series);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  tdm_test_programme_set_up (&self->office.programme, data);
  self->office.series = outbox_plan (&self->office.programme);
  text = tell (self);
  begin (self, text);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->items);
  tdm_test_programme_tear_down (&self->mine, data);
  tdm_test_programme_tear_down (&self->office.programme, data);
}

static TdmPerson *
get_me (Fixture *self)
{
  return tdm_programme_get_self (tdm_workspace_get_programme (self->mine.workspace));
}

/* Whether that is all, and nobody has to be told */
static const char *
get_label (gboolean is_all)
{
  return is_all ? "Answer noted" : "Answer noted, not sent yet";
}

static void
answer (Fixture *self, TdmReply reply, gboolean is_all)
{
  tdm_workspace_commit_async (self->mine.workspace,
                              tdm_answer_edits_set_series_reply (self->series, get_me (self), reply,
                                                                 tdm_workspace_get_programme (self->mine.workspace)),
                              tdm_test_result_cb, &self->mine.result);
  tdm_test_programme_finish (&self->mine, get_label (is_all));
}

static void
answer_date (Fixture *self, const char *date, TdmReply reply, gboolean is_all)
{
  tdm_workspace_commit_async (self->mine.workspace,
                              tdm_answer_edits_set_reply (outbox_meeting (&self->mine, date), get_me (self), reply,
                                                          tdm_workspace_get_programme (self->mine.workspace)),
                              tdm_test_result_cb, &self->mine.result);
  tdm_test_programme_finish (&self->mine, get_label (is_all));
}

static char *
write_message (GPtrArray *messages, guint position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpuint (position, <, messages->len);
  bytes = tdm_outbox_message_write (messages->pdata[position], &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
expect_pending (Fixture *self, guint n, const char *title)
{
  g_autoptr (GPtrArray) messages = outbox_pending (&self->mine);

  g_assert_cmpuint (messages->len, ==, n);
  if (n > 0)
    g_assert_cmpstr (tdm_outbox_message_get_title (messages->pdata[0]), ==, title);
}

/* The mail of the answer arrives: what does the office make of it? */
static void
arrive (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) messages = outbox_pending (&self->mine);
  g_autofree char *text = write_message (messages, 0);
  g_autoptr (GPtrArray) items = read_text (self->office.programme.workspace, text);

  g_assert_cmpuint (items->len, ==, 1);
  inbox_expect (items, 0, TDM_INBOX_ANSWER, expected);
  inbox_apply (&self->office, items);
  outbox_hand_over (&self->mine);
}

/* --- the way in -------------------------------------------------------------------------------- */

static void
test_an_invitation_is_a_beginning (Fixture *self, gconstpointer data)
{
  TdmProgramme *programme = tdm_workspace_get_programme (self->mine.workspace);
  g_autoptr (TdmRound) round = g_list_model_get_item (tdm_workspace_get_rounds (self->mine.workspace), 0);

  g_assert_cmpstr (tdm_programme_get_title (programme), ==, "My tandem");
  g_assert_cmpstr (tdm_person_get_name (get_me (self)), ==, "Bo Chen");
  g_assert_cmpint (tdm_round_get_state (round), ==, TDM_ROUND_STATE_RUNNING);
  g_assert_true (tdm_pair_get_mentee (self->mine.pair) == get_me (self));
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentor (self->mine.pair)), ==, "Anna Beck");
  g_assert_cmpint (tdm_pair_get_state (self->mine.pair), ==, TDM_PAIR_ACTIVE);
  g_assert_true (tdm_series_is_external (self->series));
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_meetings (self->mine.pair)), ==,
                    g_list_model_get_n_items (tdm_pair_get_meetings (self->office.programme.pair)));
  g_assert_cmpstr (tdm_series_get_calendar_uid (self->series), ==,
                   tdm_record_get_uid (TDM_RECORD (self->office.series)));
  expect_pending (self, 0, NULL);
}

static void
test_it_is_there_after_opening_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->mine.pair = NULL;
  tdm_workspace_close (self->mine.workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->mine.workspace);
  self->mine.workspace = tdm_test_open (self->mine.folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tdm_person_get_name (get_me (self)), ==, "Bo Chen");
}

static void
test_an_update_of_the_office_arrives (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) items = NULL;

  outbox_move (&self->office.programme, outbox_meeting (&self->office.programme, "2026-09-08"), "2026-09-09T14:30:00",
               "Room 3");
  text = tell (self);
  items = read_text (self->mine.workspace, text);
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 1);
  tdm_workspace_commit_async (self->mine.workspace, tdm_inbox_apply (self->mine.workspace, items), tdm_test_result_cb,
                              &self->mine.result);
  tdm_test_programme_finish (&self->mine, "1 meeting moved");
  g_assert_cmpstr (tdm_meeting_get_local_start (outbox_meeting (&self->mine, "2026-09-08")), ==, "2026-09-09T14:30:00");
}

static void
test_a_second_tandem (Fixture *self, gconstpointer data)
{
  g_autofree char *text = inbox_calendar (&self->office, &(InboxAnswer) {
    .method = "REQUEST", .uid = "second", .start = "20260901T120000",
    .lines = "ORGANIZER:mailto:chief@example.org\r\nATTENDEE;CN=Carla Diaz:mailto:carla@example.org\r\n" });
  g_autoptr (GPtrArray) items = read_text (self->mine.workspace, text);
  g_autoptr (GPtrArray) people = tdm_participant_list_people (items->pdata[0]);
  TdmPair *pair;

  g_assert_cmpint (tdm_participant_find_self (self->mine.workspace, people), ==, 0);
  join (self->mine.workspace, items->pdata[0], 0, 1);
  pair = tdm_participant_find_pair (self->mine.workspace, items->pdata[0]);
  g_assert_true (tdm_pair_get_mentor (pair) == get_me (self));
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_people (self->mine.workspace)), ==, 3);
  tdm_workspace_undo_async (self->mine.workspace, tdm_test_result_cb, &self->mine.result);
  tdm_test_programme_finish (&self->mine, "Tandem added");
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_pairs (self->mine.workspace)), ==, 1);
}

/* --- what is no beginning ---------------------------------------------------------------------- */

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
#define CHIEF "ORGANIZER:mailto:chief@example.org\r\n"
#define EVENT(uid, lines) \
  "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20260715T100000Z\r\nDTSTART;TZID=Europe/Berlin:20260901T120000\r\n" \
  "DURATION:PT1H\r\nSUMMARY:Tandem\r\n" lines "END:VEVENT\r\n"
#define PERSON(name) "ATTENDEE:mailto:" name "@example.org\r\n"
#define TAIL "END:VCALENDAR\r\n"

static const struct
{
  const char *text;
  const char *problem;
} bad[] = {
  { "Shopping: milk", "There is no calendar in it." },
  { HEAD "METHOD:REPLY\r\n" EVENT ("a", PERSON ("bo")) TAIL,
    "This is no invitation. Please open the one that you got for your tandem." },
  { HEAD "METHOD:CANCEL\r\n" EVENT ("a", CHIEF PERSON ("bo") PERSON ("anna")) TAIL,
    "This cancels meetings that are not here. The invitation to them comes first." },
  { HEAD "METHOD:PUBLISH\r\n" EVENT ("a", CHIEF PERSON ("bo") PERSON ("anna") "STATUS:CANCELLED\r\n") TAIL,
    "This cancels meetings that are not here. The invitation to them comes first." },
  { HEAD "METHOD:REQUEST\r\n" EVENT ("a", PERSON ("bo") PERSON ("anna")) EVENT ("b", PERSON ("bo") PERSON ("anna"))
      TAIL,
    "There are several invitations in this file. Please open one after the other." },
  { HEAD "METHOD:REQUEST\r\n" EVENT ("a", PERSON ("bo")) TAIL,
    "This invitation is for 1 person, but a tandem is two people." },
  { HEAD "METHOD:REQUEST\r\n" EVENT ("a", PERSON ("a") PERSON ("b") PERSON ("c") PERSON ("d") PERSON ("e")) TAIL,
    "This invitation is for 5 people, but a tandem is two people." },
  { HEAD "METHOD:REQUEST\r\n" EVENT ("a", PERSON ("bo") PERSON ("anna") "RRULE:FREQ=DAILY\r\n") TAIL,
    "This invitation cannot be taken over. The series never ends." },
  { HEAD "METHOD:REQUEST\r\n" EVENT ("a",
                                     PERSON ("bo")
                                       PERSON ("anna") "RECURRENCE-ID;TZID=Europe/Berlin:20260901T120000\r\n") TAIL,
    "This is about a single date of a series. The invitation to all of it comes first." },
  { HEAD "BEGIN:VTODO\r\nUID:a\r\nDTSTAMP:20260715T100000Z\r\nSUMMARY:Learn\r\nEND:VTODO\r\n" TAIL,
    "These are goals. Please open the invitation to your tandem first." },
};

static void
test_what_is_no_beginning (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) items = read_text (NULL, bad[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (tdm_participant_find_invitation (items, &error));
      g_assert_nonnull (error);
      if (i > 0)
        g_assert_cmpstr (error->message, ==, bad[i].problem);
    }
}

/* Who the two are that a file invites, of whom one has this address */
static void
check_two (GPtrArray *items, guint index, const char *email)
{
  g_autoptr (GError) error = NULL;
  TdmInboxItem *invitation = tdm_participant_find_invitation (items, &error);
  g_autoptr (GPtrArray) people = NULL;

  g_assert_no_error (error);
  people = tdm_participant_list_people (invitation);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (((TdmIncomingAttendee *) people->pdata[index])->email, ==, email);
}

/* A room is invited by its address as well, and somebody may only be told. */
static void
test_rooms_are_no_people (void)
{
  g_autoptr (GPtrArray) items = read_text (NULL, HEAD "METHOD:REQUEST\r\n"
    EVENT ("a", CHIEF "ATTENDEE;CUTYPE=ROOM:mailto:room@example.org\r\n" PERSON ("anna") PERSON ("bo")
                "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:list@example.org\r\n") TAIL);

  check_two (items, 0, "anna@example.org");
}

/* Whoever keeps the diary of one of the two is invited, too. */
static void
test_an_assistant_is_not_one_of_two (void)
{
  g_autoptr (GPtrArray) items = read_text (NULL, HEAD "METHOD:REQUEST\r\n"
    EVENT ("a", "ORGANIZER:mailto:anna@example.org\r\nATTENDEE;ROLE=CHAIR:mailto:anna@example.org\r\n"
                "ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:gil@example.org\r\n" PERSON ("bo")) TAIL);

  check_two (items, 0, "anna@example.org");
  check_two (items, 1, "bo@example.org");
}

/* Who invites one other person takes part. */
static void
test_a_talk_of_two (void)
{
  g_autoptr (GPtrArray) items = read_text (NULL, HEAD "METHOD:REQUEST\r\n" EVENT ("a", CHIEF PERSON ("bo")) TAIL);

  check_two (items, 1, "chief@example.org");
}

/* --- answering ---------------------------------------------------------------------------------- */

static void
test_an_answer_arrives (Fixture *self, gconstpointer data)
{
  answer (self, TDM_REPLY_ACCEPTED, FALSE);
  expect_pending (self, 1, "You accept all meetings");
  arrive (self, "Bo Chen accepts: all meetings of Anna Beck and Bo Chen");
  g_assert_cmpint (inbox_reply_on (&self->office, inbox_bo (&self->office), "2026-09-08"), ==, TDM_REPLY_ACCEPTED);
  expect_pending (self, 0, NULL);
}

static void
test_an_answer_to_one_date_arrives (Fixture *self, gconstpointer data)
{
  answer_date (self, "2026-09-08", TDM_REPLY_DECLINED, FALSE);
  expect_pending (self, 1, "You decline: 8 September 2026, 10:00");
  arrive (self, "Bo Chen declines: 8 September 2026, 10:00");
  g_assert_cmpint (inbox_reply_on (&self->office, inbox_bo (&self->office), "2026-09-08"), ==, TDM_REPLY_DECLINED);
  expect_pending (self, 0, NULL);
}

static void
test_changed_back_says_nothing (Fixture *self, gconstpointer data)
{
  answer (self, TDM_REPLY_ACCEPTED, FALSE);
  outbox_hand_over (&self->mine);
  answer (self, TDM_REPLY_DECLINED, FALSE);
  expect_pending (self, 1, "You decline all meetings");
  answer (self, TDM_REPLY_ACCEPTED, TRUE);
  expect_pending (self, 0, NULL);
  answer_date (self, "2026-09-08", TDM_REPLY_TENTATIVE, FALSE);
  expect_pending (self, 1, "You may come: 8 September 2026, 10:00");
  answer_date (self, "2026-09-08", TDM_REPLY_ACCEPTED, TRUE);
  expect_pending (self, 0, NULL);
}

static void
test_a_new_question_wants_a_new_answer (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) items = NULL;

  answer (self, TDM_REPLY_ACCEPTED, FALSE);
  arrive (self, "Bo Chen accepts: all meetings of Anna Beck and Bo Chen");
  outbox_move (&self->office.programme, outbox_meeting (&self->office.programme, "2026-09-08"), "2026-09-09T14:30:00",
               "Room 3");
  text = tell (self);
  items = read_text (self->mine.workspace, text);
  tdm_workspace_commit_async (self->mine.workspace, tdm_inbox_apply (self->mine.workspace, items), tdm_test_result_cb,
                              &self->mine.result);
  tdm_test_programme_finish (&self->mine, "1 meeting moved");
  g_assert_cmpint (tdm_meeting_get_reply (outbox_meeting (&self->mine, "2026-09-08"), get_me (self)), ==,
                   TDM_REPLY_NEEDS_ACTION);
  expect_pending (self, 0, NULL);
  answer_date (self, "2026-09-08", TDM_REPLY_ACCEPTED, FALSE);
  arrive (self, "Bo Chen accepts: 9 September 2026, 14:30");
}

static void
test_a_cancelled_series_is_not_answered (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) items = NULL;

  answer (self, TDM_REPLY_ACCEPTED, FALSE);
  tdm_workspace_commit_async (self->office.programme.workspace, tdm_series_edits_cancel (self->office.series),
                              tdm_test_result_cb, &self->office.programme.result);
  tdm_test_programme_finish (&self->office.programme, "Series cancelled");
  text = tell (self);
  items = read_text (self->mine.workspace, text);
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 1);
  tdm_workspace_commit_async (self->mine.workspace, tdm_inbox_apply (self->mine.workspace, items), tdm_test_result_cb,
                              &self->mine.result);
  g_free (tdm_test_finish_change (self->mine.workspace, &self->mine.result, NULL));
  expect_pending (self, 0, NULL);
}

/* The numbers are those of the organizer: what is sent from here must not make later messages look old. */
static void
test_an_answer_does_not_count_versions (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = outbox_meeting (&self->mine, "2026-09-08");
  g_autofree char *text = inbox_calendar (&self->office, &(InboxAnswer) {
    .method = "REQUEST", .uid = tdm_series_get_calendar_uid (self->series), .stamp = "20260716T100000Z",
    .partstat = "NEEDS-ACTION", .sequence = 5, .start = "20260908T150000",
    .lines = "ORGANIZER:mailto:tandem@example.org\r\nRECURRENCE-ID;TZID=Europe/Berlin:20260908T100000\r\n" });
  g_autoptr (GPtrArray) items = read_text (self->mine.workspace, text);
  g_autoptr (GPtrArray) messages = NULL;
  g_autofree char *reply = NULL;
  gint64 sequence = tdm_series_get_sequence (self->series);

  tdm_workspace_commit_async (self->mine.workspace, tdm_inbox_apply (self->mine.workspace, items), tdm_test_result_cb,
                              &self->mine.result);
  tdm_test_programme_finish (&self->mine, "1 meeting moved");
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (meeting), TDM_MEETING_SEQUENCE), ==, 5);
  answer_date (self, "2026-09-08", TDM_REPLY_ACCEPTED, FALSE);
  messages = outbox_pending (&self->mine);
  reply = write_message (messages, 0);
  g_assert_nonnull (strstr (reply, "SEQUENCE:5"));
  outbox_hand_over (&self->mine);
  g_assert_cmpint (tdm_series_get_sequence (self->series), ==, sequence);
}

static TdmMeeting *
begin_once (Fixture *self, const char *organizer)
{
  g_autofree char *text = g_strdup_printf (HEAD "METHOD:REQUEST\r\n" EVENT ("once", "%s" PERSON ("anna") PERSON ("bo"))
                                           TAIL, organizer);

  tdm_test_programme_tear_down (&self->mine, NULL);
  g_ptr_array_unref (self->items);
  begin (self, text);
  return outbox_meeting (&self->mine, "2026-09-01");
}

/* A calendar gives away what it has: no METHOD, and a date that does not take place. */
static void
test_a_copy_of_a_calendar (Fixture *self, gconstpointer data)
{
  const char *text = HEAD EVENT ("copy", CHIEF PERSON ("anna") PERSON ("bo") "RRULE:FREQ=WEEKLY;COUNT=3\r\n")
    "BEGIN:VEVENT\r\nUID:copy\r\nDTSTAMP:20260715T100000Z\r\nDTSTART;TZID=Europe/Berlin:20260908T120000\r\n"
    "DURATION:PT1H\r\nSTATUS:CANCELLED\r\nRECURRENCE-ID;TZID=Europe/Berlin:20260908T120000\r\nEND:VEVENT\r\n" TAIL;

  tdm_test_programme_tear_down (&self->mine, NULL);
  g_ptr_array_unref (self->items);
  begin (self, text);
  g_assert_cmpuint (self->items->len, ==, 1);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (&self->mine, "2026-09-08")), ==, TDM_MEETING_STATE_CANCELLED);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (&self->mine, "2026-09-15")), ==, TDM_MEETING_STATE_INVITED);
}

/* A single meeting has no RECURRENCE-ID. */
static void
test_an_answer_to_a_single_meeting (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_autofree char *reply = NULL;

  begin_once (self, CHIEF);
  answer_date (self, "2026-09-01", TDM_REPLY_DECLINED, FALSE);
  expect_pending (self, 1, "You decline: 1 September 2026, 12:00");
  messages = outbox_pending (&self->mine);
  reply = write_message (messages, 0);
  g_assert_nonnull (strstr (reply, "PARTSTAT=DECLINED"));
  g_assert_null (strstr (reply, "RECURRENCE-ID"));
  outbox_hand_over (&self->mine);
  expect_pending (self, 0, NULL);
}

static void
test_nobody_to_answer (Fixture *self, gconstpointer data)
{
  static const char *const organizers[] = { "", "ORGANIZER:mailto:bo@example.org\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (organizers); i++)
    {
      begin_once (self, organizers[i]);
      answer_date (self, "2026-09-01", TDM_REPLY_DECLINED, TRUE);
      expect_pending (self, 0, NULL);
    }
}

static char *
ask_python (Fixture *self, const char *text)
{
  g_autofree char *path = tdm_test_folder_join (&self->mine.folder, "reply.ics");
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  char *found = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, TEST_PYTHON, TEST_READ_REPLY, path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return found;
}

static void
test_another_library_reads_the_answer (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_autofree char *text = NULL, *found = NULL;

  answer_date (self, "2026-09-08", TDM_REPLY_TENTATIVE, FALSE);
  messages = outbox_pending (&self->mine);
  text = write_message (messages, 0);
  found = ask_python (self, text);
  g_assert_cmpstr (found, ==,
                   "method REPLY\nsequence 0\norganizer mailto:tandem@example.org\n"
                   "attendee mailto:bo@example.org TENTATIVE\ncomment none\ndate 2026-09-08T10:00:00+02:00\n");
}

#define ADD(name, func) g_test_add ("/participant/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("an-invitation-is-a-beginning", test_an_invitation_is_a_beginning);
  ADD ("it-is-there-after-opening-again", test_it_is_there_after_opening_again);
  ADD ("an-update-of-the-office-arrives", test_an_update_of_the_office_arrives);
  ADD ("a-second-tandem", test_a_second_tandem);
  ADD ("an-answer-does-not-count-versions", test_an_answer_does_not_count_versions);
  ADD ("an-answer-to-a-single-meeting", test_an_answer_to_a_single_meeting);
  ADD ("a-copy-of-a-calendar", test_a_copy_of_a_calendar);
  ADD ("nobody-to-answer", test_nobody_to_answer);
  g_test_add_func ("/participant/what-is-no-beginning", test_what_is_no_beginning);
  g_test_add_func ("/participant/rooms-are-no-people", test_rooms_are_no_people);
  g_test_add_func ("/participant/an-assistant-is-not-one-of-two", test_an_assistant_is_not_one_of_two);
  g_test_add_func ("/participant/a-talk-of-two", test_a_talk_of_two);
  ADD ("an-answer-arrives", test_an_answer_arrives);
  ADD ("an-answer-to-one-date-arrives", test_an_answer_to_one_date_arrives);
  ADD ("changed-back-says-nothing", test_changed_back_says_nothing);
  ADD ("a-new-question-wants-a-new-answer", test_a_new_question_wants_a_new_answer);
  ADD ("a-cancelled-series-is-not-answered", test_a_cancelled_series_is_not_answered);
  ADD ("another-library-reads-the-answer", test_another_library_reads_the_answer);
  return g_test_run ();
}
