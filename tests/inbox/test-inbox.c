/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "inbox-fixture.h"

#include "base/tdm-clock.h"
#include "messages/outbox-fixture.h"
#include "messages/tdm-answers.h"

#include <string.h>

/* Answers that come in: in all the shapes that calendar programs give them, and nothing changes but the answer. */

typedef InboxFixture Fixture;

#define ALL "all meetings of Anna Beck and Bo Chen"
#define BO "attendee 2: replied reply"
#define DAY (24 * 60 * 60)

static void
expect_state (Fixture *self, const char *expected)
{
  g_autofree char *text = tdm_answers_describe_series (self->series);

  g_assert_cmpstr (text, ==, expected);
}

/* --- shapes ---------------------------------------------------------------------------- */

static void
take_file (Fixture *self, const char *name, const char *text)
{
  g_autoptr (GPtrArray) items = NULL;
  GHashTable *before = inbox_dump (self);

  inbox_save (self, name, text);
  items = inbox_read_files (self, (const char *[]) { name, NULL });
  g_assert_cmpuint (items->len, ==, 1);
  inbox_expect (items, 0, TDM_INBOX_ANSWER, "Bo Chen accepts: " ALL);
  inbox_apply (self, items);
  inbox_expect_changes (self, before, BO);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_ACCEPTED);
  g_assert_cmpint (inbox_reply_on (self, inbox_anna (self), "2026-09-08"), ==, TDM_REPLY_NEEDS_ACTION);
}

static void
test_thunderbird (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) {
    .name = "\"Bö Chen\"",
    .lines = "ORGANIZER;CN=\"Büro, Köln\":mailto:tandem@example.org\r\nRRULE:FREQ=MONTHLY;COUNT=12;BYDAY=2TU\r\n",
  });
  g_autofree char *mail = inbox_mail_thunderbird (calendar, "=?UTF-8?Q?B=C3=B6_Chen?= <bo@example.org>");

  take_file (self, "reply.eml", mail);
}

static void
test_outlook_has_no_organizer (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) { .email = "BO@EXAMPLE.ORG" });
  g_autofree char *mail = inbox_mail_outlook (calendar, "Bo Chen <bo@example.org>");

  take_file (self, "Accepted.eml", mail);
}

static void
test_evolution (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) {
    .lines = "ORGANIZER:mailto:tandem@example.org\r\nLOCATION:Büro\\, Köln = oben\r\n",
  });
  g_autofree char *mail = inbox_mail_evolution (calendar, "Bo Chen <bo@example.org>");

  take_file (self, "mail", mail);
}

static void
test_calendar_file (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) { 0 });

  take_file (self, "invite.ics", calendar);
}

static void
test_pasted_text (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) { 0 });
  g_autofree char *mail = inbox_mail_evolution (calendar, "bo@example.org");
  g_autoptr (GPtrArray) items = inbox_read_text (self, mail);

  g_assert_cmpuint (items->len, ==, 1);
  inbox_apply (self, items);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_ACCEPTED);
}

static void
test_mailbox_of_several (Fixture *self, gconstpointer data)
{
  g_autofree char *first = inbox_calendar (self, &(InboxAnswer) { 0 });
  g_autofree char *second = inbox_calendar (self, &(InboxAnswer) { .email = "anna@example.org", .name = "Anna Beck" });
  g_autofree char *a = inbox_mail_outlook (first, "bo@example.org");
  g_autofree char *b = inbox_mail_thunderbird (second, "anna@example.org");
  g_autofree char *mailbox = g_strdup_printf ("From bo@example.org Wed Jul 15 10:00:00 2026\n%s\n"
                                              "From x@example.org Wed Jul 15 10:00:00 2026\nSubject: Lunch\n\nHello\n\n"
                                              "From anna@example.org Wed Jul 15 11:00:00 2026\n%s\n", a, b);
  g_autoptr (GPtrArray) items = NULL;
  GHashTable *before = inbox_dump (self);

  inbox_save (self, "Inbox.mbox", mailbox);
  items = inbox_read_files (self, (const char *[]) { "Inbox.mbox", NULL });
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 2);
  inbox_apply (self, items);
  inbox_expect_changes (self, before, "attendee 1: replied reply\n" BO);
  expect_state (self, "Everyone has accepted");
  inbox_undo (self, "2 answers taken over");
  expect_state (self, "Waiting for Anna · Waiting for Bo");
}

/* --- one date ---------------------------------------------------------------------------- */

static void
decline_date (Fixture *self, const char *lines)
{
  GHashTable *before = inbox_dump (self);
  g_autoptr (GPtrArray) items = inbox_read_answer (self, &(InboxAnswer) { .partstat = "DECLINED", .lines = lines });

  g_assert_cmpuint (items->len, ==, 1);
  inbox_expect (items, 0, TDM_INBOX_ANSWER, "Bo Chen declines: 8 September 2026, 10:00");
  inbox_apply (self, items);
  inbox_expect_changes (self, before, "+attendee 3");
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_DECLINED);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-08-11"), ==, TDM_REPLY_NEEDS_ACTION);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-10-13"), ==, TDM_REPLY_NEEDS_ACTION);
  g_assert_cmpint (inbox_reply_on (self, inbox_anna (self), "2026-09-08"), ==, TDM_REPLY_NEEDS_ACTION);
}

static void
test_one_date (Fixture *self, gconstpointer recurrence_id)
{
  decline_date (self, recurrence_id);
}

/* The date goes on being called as it was meant to be. */
static void
test_a_moved_date (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;

  outbox_move (&self->programme, outbox_meeting (&self->programme, "2026-09-08"), "2026-09-10T15:00:00", "Room 1");
  outbox_hand_over (&self->programme);
  items = inbox_read_answer (self, &(InboxAnswer) {
    .sequence = 1, .start = "20260910T150000", .lines = "RECURRENCE-ID:20260908T080000Z\r\n",
  });
  inbox_expect (items, 0, TDM_INBOX_ANSWER, "Bo Chen accepts: 10 September 2026, 15:00");
  inbox_apply (self, items);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_ACCEPTED);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-10-13"), ==, TDM_REPLY_NEEDS_ACTION);
}

static void
test_no_such_date (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, &(InboxAnswer) {
    .lines = "RECURRENCE-ID:20260909T080000Z\r\n" });

  inbox_expect (items, 0, TDM_INBOX_NOTHING, "Bo Chen answers about a date that is not here.");
}

static void
test_a_cancelled_date (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;

  outbox_cancel (&self->programme, outbox_meeting (&self->programme, "2026-09-08"));
  items = inbox_read_answer (self, &(InboxAnswer) { .lines = "RECURRENCE-ID:20260908T080000Z\r\n" });
  inbox_expect (items, 0, TDM_INBOX_OLD,
                "Bo Chen answers about a meeting that is over or cancelled: 8 September 2026, 10:00");
}

/* --- what is written with it ---------------------------------------------------------------- */

static void
test_declined_with_comment (Fixture *self, gconstpointer data)
{
  GHashTable *before = inbox_dump (self);
  TdmMeeting *meeting = outbox_meeting (&self->programme, "2026-09-08");
  g_autofree char *text = NULL;

  inbox_take (self, &(InboxAnswer) { .partstat = "DECLINED", .lines = "COMMENT:Leider krank\\,\\nbis Herbst\r\n" });
  inbox_expect_changes (self, before, "attendee 2: comment replied reply");
  expect_state (self, "Waiting for Anna · Bo has declined");
  text = tdm_answers_describe_date (meeting, inbox_bo (self));
  g_assert_cmpstr (text, ==, "Bo has declined: “Leider krank,\nbis Herbst”");
}

static void
test_a_new_answer_takes_the_comment_away (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  inbox_take (self, &(InboxAnswer) { .partstat = "TENTATIVE", .lines = "COMMENT:Perhaps\r\n" });
  inbox_take (self, &(InboxAnswer) { .stamp = "20260715T100001Z" });
  text = tdm_answers_describe_date (outbox_meeting (&self->programme, "2026-09-08"), inbox_bo (self));
  g_assert_cmpstr (text, ==, "Bo has accepted");
}

static void
test_a_long_comment_is_cut (Fixture *self, gconstpointer data)
{
  g_autofree char *words = g_strnfill (60000, 'x');
  g_autofree char *line = g_strdup_printf ("COMMENT:%s\r\n", words);
  TdmAttendee *attendee;

  inbox_take (self, &(InboxAnswer) { .lines = line });
  attendee = tdm_attendee_find (tdm_series_get_attendees (self->series), inbox_bo (self));
  g_assert_cmpuint (strlen (tdm_record_get_text (TDM_RECORD (attendee), TDM_ATTENDEE_COMMENT)), >, 1000);
}

/* --- which one holds -------------------------------------------------------------------------- */

#define OVERTAKEN "This answer of Bo Chen is out of date: " ALL

static void
expect_old (Fixture *self, const InboxAnswer *answer, const char *text)
{
  GHashTable *before = inbox_dump (self);
  g_autoptr (GPtrArray) items = inbox_read_answer (self, answer);

  inbox_expect (items, 0, TDM_INBOX_OLD, text);
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 0);
  inbox_expect_changes (self, before, "");
}

/* By a computer that believes to be in another year */
static void
test_a_stamp_far_ahead (Fixture *self, gconstpointer data)
{
  inbox_take (self, &(InboxAnswer) { .stamp = "20360715T100000Z" });
  inbox_take (self, &(InboxAnswer) { .partstat = "DECLINED", .stamp = "20260716T100000Z" });
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-08-11"), ==, TDM_REPLY_DECLINED);
}

static void
test_an_older_stamp (Fixture *self, gconstpointer data)
{
  inbox_take (self, &(InboxAnswer) { 0 });
  expect_old (self, &(InboxAnswer) { .partstat = "DECLINED", .stamp = "20260715T095959Z" }, OVERTAKEN);
}

static void
test_the_same_again (Fixture *self, gconstpointer data)
{
  inbox_take (self, &(InboxAnswer) { 0 });
  expect_old (self, &(InboxAnswer) { 0 }, OVERTAKEN);
}

static void
test_an_older_sequence (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Later");
  TdmRecord *draft;

  draft = tdm_edit_update (edit, self->series);
  tdm_record_set_text (draft, TDM_SERIES_LOCAL_START, "2026-08-11T11:00:00");
  for (guint i = 0; i < g_list_model_get_n_items (tdm_pair_get_meetings (self->programme.pair)); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (tdm_pair_get_meetings (self->programme.pair), i);
      g_autofree char *later = g_strdup_printf ("%.10sT11:00:00", tdm_meeting_get_local_start (meeting));

      draft = tdm_edit_update (edit, meeting);
      tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, later);
      tdm_record_set_text (draft, TDM_MEETING_RECURRENCE_ID, later);
      tdm_record_set_integer (draft, TDM_MEETING_START, tdm_meeting_get_start (meeting) + 3600);
    }
  tdm_workspace_commit_async (self->programme.workspace, g_steal_pointer (&edit), tdm_test_result_cb,
                              &self->programme.result);
  tdm_test_programme_finish (&self->programme, "Later");
  outbox_hand_over (&self->programme);
  g_assert_cmpint (tdm_series_get_sequence (self->series), ==, 1);
  expect_old (self, &(InboxAnswer) { 0 }, OVERTAKEN);
  inbox_take (self, &(InboxAnswer) { .sequence = 1 });
}

/* Whoever was asked about one date anew has answered for the others all the same. */
static void
test_an_older_sequence_of_one_date (Fixture *self, gconstpointer data)
{
  outbox_move (&self->programme, outbox_meeting (&self->programme, "2026-09-08"), "2026-09-10T15:00:00", "Room 1");
  outbox_hand_over (&self->programme);
  expect_old (self, &(InboxAnswer) { .lines = "RECURRENCE-ID:20260908T080000Z\r\n" },
              "This answer of Bo Chen is out of date: 10 September 2026, 15:00");
  inbox_take (self, &(InboxAnswer) { 0 });
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-08-11"), ==, TDM_REPLY_ACCEPTED);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_NEEDS_ACTION);
}

static void
test_of_two_in_one_go_the_later_stays (Fixture *self, gconstpointer data)
{
  g_autofree char *later = inbox_calendar (self, &(InboxAnswer) {
    .partstat = "DECLINED", .stamp = "20260716T100000Z" });
  g_autofree char *earlier = inbox_calendar (self, &(InboxAnswer) { 0 });
  g_autoptr (GPtrArray) items = NULL;

  inbox_save (self, "1.ics", later);
  inbox_save (self, "2.ics", earlier);
  items = inbox_read_files (self, (const char *[]) { "1.ics", "2.ics", "1.ics", NULL });
  g_assert_cmpuint (items->len, ==, 3);
  inbox_expect (items, 0, TDM_INBOX_OLD, OVERTAKEN);
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 1);
  inbox_apply (self, items);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_DECLINED);
}

static void
test_two_in_one_go_about_one_date (Fixture *self, gconstpointer data)
{
  g_autofree char *later = inbox_calendar (self, &(InboxAnswer) {
    .partstat = "DECLINED", .stamp = "20260716T100000Z", .lines = "RECURRENCE-ID:20260908T080000Z\r\n" });
  g_autofree char *earlier = inbox_calendar (self, &(InboxAnswer) { .lines = "RECURRENCE-ID;VALUE=DATE:20260908\r\n" });
  g_autoptr (GPtrArray) items = NULL;
  GHashTable *before = inbox_dump (self);

  inbox_save (self, "1.ics", later);
  inbox_save (self, "2.ics", earlier);
  items = inbox_read_files (self, (const char *[]) { "1.ics", "2.ics", NULL });
  inbox_apply (self, items);
  inbox_expect_changes (self, before, "+attendee 3");
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_DECLINED);
}

/* --- waiting ------------------------------------------------------------------------------------ */

static void
test_who_is_waited_for (Fixture *self, gconstpointer data)
{
  inbox_take (self, &(InboxAnswer) { .email = "anna@example.org", .name = "Anna Beck" });
  expect_state (self, "Waiting for Bo");
  tdm_clock_freeze (tdm_clock_now () + 3 * DAY);
  expect_state (self, "Waiting for Bo for 3 days");
  inbox_take (self, &(InboxAnswer) { 0 });
  expect_state (self, "Everyone has accepted");
}

static void
test_undo_takes_all_back_in_one_step (Fixture *self, gconstpointer data)
{
  GHashTable *before = inbox_dump (self);
  g_autofree char *first = inbox_calendar (self, &(InboxAnswer) { 0 });
  g_autofree char *second = inbox_calendar (self, &(InboxAnswer) {
    .email = "anna@example.org", .partstat = "DECLINED", .lines = "RECURRENCE-ID:20260908T080000Z\r\n" });
  g_autoptr (GPtrArray) items = NULL;

  inbox_save (self, "1.ics", first);
  inbox_save (self, "2.ics", second);
  items = inbox_read_files (self, (const char *[]) { "1.ics", "2.ics", NULL });
  inbox_apply (self, items);
  inbox_undo (self, "2 answers taken over");
  inbox_expect_changes (self, before, "");
  g_assert_cmpint (inbox_reply_on (self, inbox_anna (self), "2026-09-08"), ==, TDM_REPLY_NEEDS_ACTION);
}

static void
invite_assistant (Fixture *self)
{
  TdmTestProgramme *programme = &self->programme;
  TdmPerson *gil = tdm_test_add_person (programme->workspace, "Gil Ott", "gil@example.org");
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (inbox_anna (self)));

  tdm_record_set_link (draft, TDM_PERSON_ASSISTANT, gil);
  tdm_workspace_commit_async (programme->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &programme->result);
  tdm_test_programme_finish (programme, "Person changed");
  outbox_hand_over (programme);
}

/* PARTSTAT of the assistant in the message that waits for her */
static char *
read_gil (Fixture *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (&self->programme);

  for (guint i = 0; i < messages->len; i++)
    if (g_str_equal (tdm_outbox_message_get_name (messages->pdata[i]), "Gil Ott"))
      {
        g_autofree char *text = outbox_write (messages->pdata[i]);
        char *found = strstr (text, "ROLE=OPT-PARTICIPANT;PARTSTAT=");

        g_assert_nonnull (found);
        found += strlen ("ROLE=OPT-PARTICIPANT;PARTSTAT=");
        return g_strndup (found, strcspn (found, ";"));
      }
  g_error ("Nothing is to be told to Gil Ott.");
}

static void
expect_gil (Fixture *self, const char *partstat)
{
  g_autofree char *found = read_gil (self);

  g_assert_cmpstr (found, ==, partstat);
}

/* It says nothing of the person whose diary it is, and is in the next message to the calendar of the assistant. */
static void
test_an_assistant_answers_for_nobody_else (Fixture *self, gconstpointer data)
{
  TdmTestProgramme *programme = &self->programme;
  TdmSeries *series = tdm_meeting_get_series (outbox_meeting (programme, "2026-10-13"));
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *before = NULL, *after = NULL;

  invite_assistant (self);
  before = tdm_answers_describe_series (series);
  items = inbox_read_answer (self, &(InboxAnswer) { .email = "gil@example.org", .name = "Gil Ott" });
  g_assert_cmpuint (items->len, ==, 1);
  inbox_expect (items, 0, TDM_INBOX_ANSWER, "Gil Ott accepts: " ALL " (as an assistant)");
  inbox_apply (self, items);
  after = tdm_answers_describe_series (series);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (tdm_meeting_get_reply (outbox_meeting (programme, "2026-10-13"), inbox_anna (self)), ==,
                   TDM_REPLY_NEEDS_ACTION);
  outbox_assert_pending (programme, "");
  outbox_move (programme, outbox_meeting (programme, "2026-10-13"), "2026-10-13T10:00:00", "Room 7");
  expect_gil (self, "ACCEPTED");
  outbox_hand_over (programme);

  /* Asked anew, she has not answered; and that is so after the hand-over, too. */
  outbox_move (programme, outbox_meeting (programme, "2026-10-13"), "2026-10-14T10:00:00", "Room 7");
  expect_gil (self, "NEEDS-ACTION");
  outbox_hand_over (programme);
  outbox_move (programme, outbox_meeting (programme, "2026-10-13"), "2026-10-14T10:00:00", "Room 8");
  expect_gil (self, "NEEDS-ACTION");
  outbox_hand_over (programme);
  outbox_move (programme, outbox_meeting (programme, "2026-11-10"), "2026-11-10T10:00:00", "Room 7");
  expect_gil (self, "ACCEPTED");
}

static void
test_an_assistant_proposes_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;

  invite_assistant (self);
  items =
    inbox_read_answer (self, &(InboxAnswer){ .method = "COUNTER", .email = "gil@example.org", .name = "Gil Ott" });
  inbox_expect (items, 0, TDM_INBOX_NOTHING, "Gil Ott is invited as an assistant, whose answer does not count: " ALL);
}

static void
test_an_assistant_gets_it_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;

  invite_assistant (self);
  items = inbox_read_answer (self, &(InboxAnswer) { .method = "REFRESH", .partstat = "", .email = "gil@example.org",
                                                    .name = "Gil Ott" });
  inbox_expect (items, 0, TDM_INBOX_AGAIN, "Gil Ott asks for the invitation again: " ALL);
  inbox_decide (self, items->pdata[0], NULL, "Message to be sent again");
  outbox_assert_pending (&self->programme, "Gil Ott: The whole invitation again");
}

#define ADD_DATA(name, func, data) g_test_add ("/inbox/" name, Fixture, data, inbox_set_up, func, inbox_tear_down)
#define ADD(name, func) ADD_DATA (name, func, NULL)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("thunderbird", test_thunderbird);
  ADD ("outlook-has-no-organizer", test_outlook_has_no_organizer);
  ADD ("evolution", test_evolution);
  ADD ("calendar-file", test_calendar_file);
  ADD ("pasted-text", test_pasted_text);
  ADD ("mailbox-of-several", test_mailbox_of_several);
  ADD_DATA ("one-date/zoned", test_one_date, "RECURRENCE-ID;TZID=Europe/Berlin:20260908T100000\r\n");
  ADD_DATA ("one-date/utc", test_one_date, "RECURRENCE-ID:20260908T080000Z\r\n");
  ADD_DATA ("one-date/day", test_one_date, "RECURRENCE-ID;VALUE=DATE:20260908\r\n");
  ADD_DATA ("one-date/other-zone", test_one_date, "RECURRENCE-ID;TZID=America/New_York:20260908T040000\r\n");
  ADD_DATA ("one-date/windows-zone", test_one_date,
            "RECURRENCE-ID;TZID=\"W. Europe Standard Time\":20260908T100000\r\n");
  ADD ("a-moved-date", test_a_moved_date);
  ADD ("no-such-date", test_no_such_date);
  ADD ("a-cancelled-date", test_a_cancelled_date);
  ADD ("declined-with-comment", test_declined_with_comment);
  ADD ("a-new-answer-takes-the-comment-away", test_a_new_answer_takes_the_comment_away);
  ADD ("a-long-comment-is-cut", test_a_long_comment_is_cut);
  ADD ("a-stamp-far-ahead", test_a_stamp_far_ahead);
  ADD ("an-older-stamp", test_an_older_stamp);
  ADD ("the-same-again", test_the_same_again);
  ADD ("an-older-sequence", test_an_older_sequence);
  ADD ("an-older-sequence-of-one-date", test_an_older_sequence_of_one_date);
  ADD ("of-two-in-one-go-the-later-stays", test_of_two_in_one_go_the_later_stays);
  ADD ("two-in-one-go-about-one-date", test_two_in_one_go_about_one_date);
  ADD ("who-is-waited-for", test_who_is_waited_for);
  ADD ("undo-takes-all-back-in-one-step", test_undo_takes_all_back_in_one_step);
  ADD ("an-assistant-answers-for-nobody-else", test_an_assistant_answers_for_nobody_else);
  ADD ("an-assistant-proposes-nothing", test_an_assistant_proposes_nothing);
  ADD ("an-assistant-gets-it-again", test_an_assistant_gets_it_again);
  return g_test_run ();
}
