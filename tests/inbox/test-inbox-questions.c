/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "inbox-fixture.h"

#include "edits/tdm-answer-edits.h"
#include "edits/tdm-series-edits.h"
#include "messages/outbox-fixture.h"
#include "messages/tdm-answers.h"
#include "messages/tdm-outbox-message.h"

/* What comes in and is no plain answer: proposals, wishes, strangers, invitations of others. */

typedef InboxFixture Fixture;

#define ALL "all meetings of Anna Beck and Bo Chen"
#define SEPTEMBER "RECURRENCE-ID;TZID=Europe/Berlin:20260908T100000\r\n"

static TdmMeeting *
get_september (Fixture *self)
{
  return outbox_meeting (&self->programme, "2026-09-08");
}

static void
expect_pending (Fixture *self, guint n)
{
  g_autoptr (GPtrArray) messages = outbox_pending (&self->programme);

  g_assert_cmpuint (messages->len, ==, n);
}

static void
expect_one (Fixture *self, const InboxAnswer *answer, TdmInboxKind kind, const char *text)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, answer);

  g_assert_cmpuint (items->len, ==, 1);
  inbox_expect (items, 0, kind, text);
}

/* --- another time ----------------------------------------------------------------------- */

static void
propose (Fixture *self)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, &(InboxAnswer) {
    .method = "COUNTER", .partstat = "TENTATIVE", .start = "20260909T143000",
    .lines = SEPTEMBER "COMMENT:Later?\r\n" });

  g_assert_cmpuint (items->len, ==, 1);
  inbox_expect (items, 0, TDM_INBOX_PROPOSAL, "Bo Chen proposes 9 September 2026, 14:30");
  inbox_apply (self, items);
}

static void
test_a_proposal_is_shown (Fixture *self, gconstpointer data)
{
  GHashTable *before = inbox_dump (self);
  g_autofree char *text = NULL;

  g_assert_null (tdm_answers_describe_proposal (get_september (self)));
  propose (self);
  inbox_expect_changes (self, before, "+attendee 3");
  text = tdm_answers_describe_proposal (get_september (self));
  g_assert_cmpstr (text, ==, "Bo proposes 9 September 2026, 14:30");
  g_assert_null (tdm_answers_describe_proposal (outbox_meeting (&self->programme, "2026-10-13")));
  expect_pending (self, 0);
}

static void
test_a_proposal_is_accepted (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = get_september (self);

  propose (self);
  tdm_workspace_commit_async (self->programme.workspace, tdm_answer_edits_accept_proposal (meeting), tdm_test_result_cb,
                              &self->programme.result);
  tdm_test_programme_finish (&self->programme, "Meeting moved");
  g_assert_cmpstr (tdm_meeting_get_local_start (meeting), ==, "2026-09-09T14:30:00");
  g_assert_cmpint (tdm_meeting_get_start (meeting), ==, 1788957000);
  g_assert_cmpint (tdm_meeting_get_minutes (meeting), ==, 60);
  g_assert_null (tdm_answers_describe_proposal (meeting));
  expect_pending (self, 2);
  outbox_hand_over (&self->programme);
  expect_pending (self, 0);
}

static void
test_a_proposal_is_declined (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = get_september (self);

  propose (self);
  tdm_workspace_commit_async (self->programme.workspace, tdm_answer_edits_decline_proposal (meeting),
                              tdm_test_result_cb, &self->programme.result);
  tdm_test_programme_finish (&self->programme, "Proposal declined, please tell Bo");
  g_assert_cmpstr (tdm_meeting_get_local_start (meeting), ==, "2026-09-08T10:00:00");
  g_assert_null (tdm_answers_describe_proposal (meeting));
  expect_pending (self, 0);
}

/* Who accepts later has given up the wish. */
static void
test_a_later_answer_takes_the_proposal_away (Fixture *self, gconstpointer data)
{
  propose (self);
  inbox_take (self, &(InboxAnswer) { .stamp = "20260716T100000Z", .lines = SEPTEMBER });
  g_assert_null (tdm_answers_describe_proposal (get_september (self)));
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_ACCEPTED);
}

static void
test_a_proposal_for_the_series_is_only_said (Fixture *self, gconstpointer data)
{
  expect_one (self, &(InboxAnswer) { .method = "COUNTER", .start = "20260811T160000" }, TDM_INBOX_NOTHING,
              "Bo Chen proposes other dates for the whole series. Please talk about it.");
}

static void
test_an_answer_before_a_proposal_stays (Fixture *self, gconstpointer data)
{
  g_autofree char *answer = inbox_calendar (self, &(InboxAnswer) { .partstat = "TENTATIVE", .lines = SEPTEMBER });
  g_autofree char *proposal = inbox_calendar (self, &(InboxAnswer) {
    .method = "COUNTER", .stamp = "20260715T100001Z", .start = "20260909T143000", .lines = SEPTEMBER });
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;

  inbox_save (self, "1.ics", proposal);
  inbox_save (self, "2.ics", answer);
  items = inbox_read_files (self, (const char *[]) { "1.ics", "2.ics", NULL });
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 2);
  inbox_apply (self, items);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_TENTATIVE);
  text = tdm_answers_describe_proposal (get_september (self));
  g_assert_cmpstr (text, ==, "Bo proposes 9 September 2026, 14:30");
}

/* --- once more ---------------------------------------------------------------------------- */

static void
test_who_asks_again_gets_it_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, &(InboxAnswer) { .method = "REFRESH", .partstat = "" });
  g_autoptr (GPtrArray) messages = NULL;

  inbox_expect (items, 0, TDM_INBOX_AGAIN, "Bo Chen asks for the invitation again: " ALL);
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 0);
  expect_pending (self, 0);
  inbox_decide (self, items->pdata[0], NULL, "Message to be sent again");
  messages = outbox_pending (&self->programme);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpstr (tdm_outbox_message_get_name (messages->pdata[0]), ==, "Bo Chen");
  g_assert_cmpstr (tdm_outbox_message_get_title (messages->pdata[0]), ==, "The whole invitation again");
  outbox_hand_over (&self->programme);
  expect_pending (self, 0);
}

/* Whoever lost the invitation needs all of it, not the change that came last, and need not answer again. */
static void
test_again_is_the_whole_invitation (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) answers = inbox_read_answer (self, &(InboxAnswer) { 0 });
  g_autoptr (GPtrArray) items = NULL, messages = NULL;
  g_autofree char *id = NULL;

  inbox_apply (self, answers);
  outbox_cancel (&self->programme, outbox_meeting (&self->programme, "2026-10-13"));
  messages = outbox_pending (&self->programme);
  id = g_strdup (tdm_outbox_message_get_id (messages->pdata[1]));
  outbox_hand_over (&self->programme);
  items = inbox_read_answer (self, &(InboxAnswer) { .method = "REFRESH", .partstat = "" });
  inbox_decide (self, items->pdata[0], NULL, "Message to be sent again");
  g_ptr_array_unref (messages);
  messages = outbox_pending (&self->programme);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpstr (tdm_outbox_message_get_title (messages->pdata[0]), ==, "The whole invitation again");
  g_assert_cmpstr (tdm_outbox_message_get_id (messages->pdata[0]), !=, id);
  g_assert_cmpint (tdm_outbox_message_get_sequence (messages->pdata[0]), ==, 1);
  outbox_hand_over (&self->programme);
  expect_pending (self, 0);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-08-11"), ==, TDM_REPLY_ACCEPTED);
}

/* --- who is not known ------------------------------------------------------------------------ */

static const InboxAnswer stranger = { .email = "someone@example.com", .name = "Some One" };

static void
test_a_stranger_is_asked_about (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, &stranger);
  GHashTable *before = inbox_dump (self);

  inbox_expect (items, 0, TDM_INBOX_STRANGER,
                "Some One accepts: " ALL ". Nobody invited this address: whose answer is it?");
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 0);
  inbox_decide (self, items->pdata[0], inbox_anna (self), "Answer of Anna Beck noted: Accepted");
  inbox_expect_changes (self, before, "attendee 1: replied reply");
  g_assert_cmpint (inbox_reply_on (self, inbox_anna (self), "2026-08-11"), ==, TDM_REPLY_ACCEPTED);
  inbox_undo (self, "Answer of Anna Beck noted: Accepted");
  g_assert_cmpint (inbox_reply_on (self, inbox_anna (self), "2026-08-11"), ==, TDM_REPLY_NEEDS_ACTION);
}

static void
test_a_stranger_cannot_want_anything (Fixture *self, gconstpointer data)
{
  InboxAnswer answer = stranger;

  answer.method = "REFRESH";
  expect_one (self, &answer, TDM_INBOX_NOTHING, "Some One was not invited, but wants something: " ALL);
  answer.method = "COUNTER";
  expect_one (self, &answer, TDM_INBOX_NOTHING, "Some One was not invited, but wants something: " ALL);
}

static void
test_an_address_of_before_is_known (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (inbox_bo (self)));

  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_EMAIL, "bo.chen@example.net");
  tdm_workspace_commit_async (self->programme.workspace, tdm_edit_new_save (draft), tdm_test_result_cb,
                              &self->programme.result);
  tdm_test_programme_finish (&self->programme, "Person changed");
  inbox_take (self, &(InboxAnswer) { 0 });
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-08-11"), ==, TDM_REPLY_ACCEPTED);
}

static void
test_who_has_left_answers_for_nobody (Fixture *self, gconstpointer data)
{
  outbox_replace (&self->programme, "Carla Diaz", "carla@example.org");
  outbox_hand_over (&self->programme);
  expect_one (self, &(InboxAnswer) { 0 }, TDM_INBOX_OLD,
              "Bo Chen is no longer invited, but answers: all meetings of Anna Beck and Carla Diaz");
}

/* Two people in an answer, and the mail is from neither: nobody's answer may be touched. */
static void
test_an_answer_for_nobody (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) {
    .email = "x@example.org", .lines = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:y@example.org\r\n" });
  g_autofree char *mail = inbox_mail_evolution (calendar, "Bo Chen <bo@example.org>");
  g_autoptr (GPtrArray) items = inbox_read_text (self, mail);

  inbox_expect (items, 0, TDM_INBOX_NOTHING, "Bo Chen answers, but the e-mail does not say for whom.");
}

static void
test_of_two_people_the_sender_answers (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) {
    .email = "anna@example.org", .partstat = "NEEDS-ACTION",
    .lines = "ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.org\r\n" });
  g_autofree char *mail = inbox_mail_evolution (calendar, "Bo Chen <Bo@example.org>");
  g_autoptr (GPtrArray) items = inbox_read_text (self, mail);

  inbox_expect (items, 0, TDM_INBOX_ANSWER, "Bo Chen declines: " ALL);
}

static void
test_a_delegate_is_said (Fixture *self, gconstpointer data)
{
  expect_one (self, &(InboxAnswer) { .partstat = "DELEGATED" }, TDM_INBOX_NOTHING,
              "Bo Chen answers neither yes nor no: " ALL);
}

/* --- what is not here ------------------------------------------------------------------------- */

static void
test_an_unknown_uid_is_asked_about (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, &(InboxAnswer) { .uid = "else@example.org", .sequence = 7 });

  inbox_expect (items, 0, TDM_INBOX_UNKNOWN,
                "Bo Chen answers an invitation that is not here. Is it about " ALL "?");
  inbox_decide (self, items->pdata[0], NULL, "Answer of Bo Chen noted: Accepted");
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-08-11"), ==, TDM_REPLY_ACCEPTED);
  /* Its number means nothing here: the next answer counts. */
  inbox_take (self, &(InboxAnswer) { .partstat = "DECLINED", .stamp = "20260716T100000Z" });
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-08-11"), ==, TDM_REPLY_DECLINED);
}

static void
test_an_unknown_uid_of_nobody_known (Fixture *self, gconstpointer data)
{
  InboxAnswer answer = stranger;

  answer.uid = "else@example.org";
  expect_one (self, &answer, TDM_INBOX_NOTHING,
              "Some One answers an invitation that is not in this programme: Tandem");
}

static void
test_what_was_sent_from_here (Fixture *self, gconstpointer data)
{
  expect_one (self, &(InboxAnswer) { .method = "REQUEST" }, TDM_INBOX_NOTHING,
              "This is an invitation that was sent from here: Tandem");
}

/* --- invitations of others ---------------------------------------------------------------------- */

#define OTHERS "ORGANIZER;CN=Chief:mailto:chief@example.org\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nLOCATION:Canteen\r\n"

static const InboxAnswer for_both = {
  .method = "REQUEST", .uid = "4a2e9c1e-0f0f-4c56-9d0e-0d6d7a1c2b3c", .partstat = "NEEDS-ACTION",
  .start = "20260901T120000", .lines = OTHERS "ATTENDEE;CN=Anna;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n",
};

static TdmSeries *
get_last_series (Fixture *self)
{
  GListModel *list = tdm_pair_get_series (self->programme.pair);
  g_autoptr (TdmSeries) series = g_list_model_get_item (list, g_list_model_get_n_items (list) - 1);

  return series;
}

static void
test_an_invitation_for_both (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, &for_both);
  g_autoptr (GPtrArray) again = NULL;
  TdmSeries *series;

  inbox_expect (items, 0, TDM_INBOX_INVITATION, "Chief invites a tandem of yours: Tandem");
  inbox_decide (self, items->pdata[0], NULL, "Invitation taken over");
  series = get_last_series (self);
  g_assert_true (series != self->series);
  g_assert_cmpstr (tdm_record_get_uid (TDM_RECORD (series)), ==, for_both.uid);
  g_assert_cmpstr (tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_ORGANIZER_EMAIL), ==, "chief@example.org");
  g_assert_cmpstr (tdm_meeting_get_local_start (outbox_meeting (&self->programme, "2026-09-22")), ==,
                   "2026-09-22T12:00:00");
  g_assert_cmpint (inbox_reply_on (self, inbox_anna (self), "2026-09-22"), ==, TDM_REPLY_ACCEPTED);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-22"), ==, TDM_REPLY_NEEDS_ACTION);
  g_assert_false (tdm_series_edits_can_follow (outbox_meeting (&self->programme, "2026-09-22")));
  expect_pending (self, 0);

  again = inbox_read_answer (self, &for_both);
  inbox_expect (again, 0, TDM_INBOX_OLD, "This invitation of Chief was taken over before: Tandem");
  inbox_undo (self, "Invitation taken over");
  g_assert_true (get_last_series (self) == self->series);
}

/* Not every program has UUIDs as UIDs. */
static void
test_an_invitation_with_another_uid (Fixture *self, gconstpointer data)
{
  InboxAnswer answer = for_both;
  g_autoptr (GPtrArray) items = NULL;

  answer.uid = "7kukuqrfedlm2f9t0vr42q4v8r@google.com";
  items = inbox_read_answer (self, &answer);
  inbox_decide (self, items->pdata[0], NULL, "Invitation taken over");
  expect_pending (self, 0);
  expect_one (self, &answer, TDM_INBOX_OLD, "This invitation of Chief was taken over before: Tandem");
}

static TdmPair *
find_new_pair (Fixture *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (self->programme.workspace);
  g_autoptr (TdmPair) pair = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (pairs), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TdmPair) other = g_list_model_get_item (pairs, i);

      if (other != self->programme.pair)
        g_set_object (&pair, other);
    }
  return pair;
}

static void
test_an_invitation_of_two_new_people (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, &(InboxAnswer) {
    .method = "REQUEST", .uid = "x", .email = "carla@example.org", .name = "Carla Diaz", .start = "20260901T120000",
    .lines = OTHERS "ATTENDEE:mailto:dan@example.org\r\n" });
  TdmPair *pair;

  inbox_expect (items, 0, TDM_INBOX_INVITATION, "Chief invites people: Tandem. Shall the first two be a tandem?");
  inbox_decide (self, items->pdata[0], NULL, "Invitation taken over");
  pair = find_new_pair (self);
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentee (pair)), ==, "Carla Diaz");
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentor (pair)), ==, "dan@example.org");
  tdm_test_load (self->programme.workspace, TDM_SCOPE_PAIR, pair);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_meetings (pair)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_people (self->programme.workspace)), ==, 4);
  inbox_undo (self, "Invitation taken over");
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_people (self->programme.workspace)), ==, 2);
}

static const InboxAnswer useless[] = {
  { .method = "REQUEST", .uid = "x", .lines = OTHERS },
  { .method = "REQUEST", .uid = "x", .lines = OTHERS "ATTENDEE:mailto:bo@example.org\r\n" },
  { .method = "REQUEST", .uid = "x", .email = "carla@example.org", .lines = OTHERS "ATTENDEE:CN=nobody\r\n" },
  { .method = "REQUEST", .uid = "x",
    .lines = "ORGANIZER:mailto:anna@example.org\r\nRRULE:FREQ=SECONDLY;COUNT=9999\r\n" },
  { .method = "REQUEST", .uid = "x", .lines = "ORGANIZER:mailto:anna@example.org\r\nRDATE:20260908T080000Z\r\n" },
  { .method = "CANCEL", .uid = "x", .lines = OTHERS },
  { .method = "ADD", .uid = "x", .lines = OTHERS },
};

static void
test_what_nothing_can_be_done_with (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (useless); i++)
    {
      g_autoptr (GPtrArray) items = inbox_read_answer (self, &useless[i]);

      g_assert_cmpuint (items->len, ==, 1);
      g_test_message ("%s", tdm_inbox_item_get_text (items->pdata[0]));
      g_assert_cmpint (tdm_inbox_item_get_kind (items->pdata[0]), ==, TDM_INBOX_NOTHING);
    }
}

#define ADD(name, func) g_test_add ("/inbox-questions/" name, Fixture, NULL, inbox_set_up, func, inbox_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-proposal-is-shown", test_a_proposal_is_shown);
  ADD ("a-proposal-is-accepted", test_a_proposal_is_accepted);
  ADD ("a-proposal-is-declined", test_a_proposal_is_declined);
  ADD ("a-later-answer-takes-the-proposal-away", test_a_later_answer_takes_the_proposal_away);
  ADD ("a-proposal-for-the-series-is-only-said", test_a_proposal_for_the_series_is_only_said);
  ADD ("an-answer-before-a-proposal-stays", test_an_answer_before_a_proposal_stays);
  ADD ("who-asks-again-gets-it-again", test_who_asks_again_gets_it_again);
  ADD ("again-is-the-whole-invitation", test_again_is_the_whole_invitation);
  ADD ("a-stranger-is-asked-about", test_a_stranger_is_asked_about);
  ADD ("a-stranger-cannot-want-anything", test_a_stranger_cannot_want_anything);
  ADD ("an-address-of-before-is-known", test_an_address_of_before_is_known);
  ADD ("who-has-left-answers-for-nobody", test_who_has_left_answers_for_nobody);
  ADD ("an-answer-for-nobody", test_an_answer_for_nobody);
  ADD ("of-two-people-the-sender-answers", test_of_two_people_the_sender_answers);
  ADD ("a-delegate-is-said", test_a_delegate_is_said);
  ADD ("an-unknown-uid-is-asked-about", test_an_unknown_uid_is_asked_about);
  ADD ("an-unknown-uid-of-nobody-known", test_an_unknown_uid_of_nobody_known);
  ADD ("what-was-sent-from-here", test_what_was_sent_from_here);
  ADD ("an-invitation-for-both", test_an_invitation_for_both);
  ADD ("an-invitation-with-another-uid", test_an_invitation_with_another_uid);
  ADD ("an-invitation-of-two-new-people", test_an_invitation_of_two_new_people);
  ADD ("what-nothing-can-be-done-with", test_what_nothing_can_be_done_with);
  return g_test_run ();
}
