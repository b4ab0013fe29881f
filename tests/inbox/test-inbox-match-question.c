/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "inbox-fixture.h"

#include "inbox/tdm-inbox.h"
#include "messages/outbox-fixture.h"

/* Which question an answer is about: calendar programs number the dates of a series in ways of their own. */

typedef InboxFixture Fixture;

#define SEPTEMBER "RECURRENCE-ID;TZID=Europe/Berlin:20260908T100000\r\n"
#define MOVED "10 September 2026, 15:00"

/* The meeting of September is moved, and both were told on 14 July, at 9:00 UTC. */
static void
move_september (Fixture *self)
{
  outbox_move (&self->programme, outbox_meeting (&self->programme, "2026-09-08"), "2026-09-10T15:00:00", "Room 1");
  outbox_hand_over (&self->programme);
}

static void
expect_one (Fixture *self, const InboxAnswer *answer, TdmInboxKind kind, const char *text)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, answer);

  g_assert_cmpuint (items->len, ==, 1);
  inbox_expect (items, 0, kind, text);
}

static void
test_the_number_of_the_series (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;

  move_september (self);
  items = inbox_read_answer (self, &(InboxAnswer) { .start = "20260910T150000", .lines = SEPTEMBER });
  inbox_expect (items, 0, TDM_INBOX_ANSWER, "Bo Chen accepts: " MOVED);
  inbox_apply (self, items);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_ACCEPTED);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-10-13"), ==, TDM_REPLY_NEEDS_ACTION);
  /* It counts as one to the present time from now on. */
  expect_one (self, &(InboxAnswer) { .partstat = "DECLINED", .sequence = 1, .stamp = "20260715T080000Z",
                                     .start = "20260910T150000", .lines = SEPTEMBER },
              TDM_INBOX_OLD, "This answer of Bo Chen is out of date: " MOVED);
}

/* Of the zone only its name is known, and the clocks show the same. */
static void
test_a_zone_that_nobody_knows (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = NULL, *strange = NULL;
  g_autoptr (GPtrArray) items = NULL;

  move_september (self);
  calendar = inbox_calendar (self, &(InboxAnswer) { .start = "20260910T150000",
                                                    .lines = "RECURRENCE-ID:20260908T080000Z\r\n" });
  strange = g_strdup (calendar);
  memcpy (strstr (strange, "DTSTART;TZID=Europe/Berlin"), "DTSTART;TZID=Custom/1 Zone", 26);
  items = inbox_read_text (self, strange);
  inbox_expect (items, 0, TDM_INBOX_ANSWER, "Bo Chen accepts: " MOVED);
}

static void
test_without_a_time_it_asks (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;

  move_september (self);
  items = inbox_read_answer (self, &(InboxAnswer) { .start = "", .partstat = "DECLINED", .lines = SEPTEMBER });
  inbox_expect (items, 0, TDM_INBOX_UNKNOWN,
                "Bo Chen declines: " MOVED ". Perhaps it is about an earlier time: does it hold?");
  inbox_decide (self, items->pdata[0], NULL, "Answer of Bo Chen noted: Declined");
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_DECLINED);
}

static void
test_the_time_before (Fixture *self, gconstpointer data)
{
  move_september (self);
  expect_one (self, &(InboxAnswer) { .start = "20260908T100000", .lines = SEPTEMBER }, TDM_INBOX_OLD,
              "This answer of Bo Chen is out of date: " MOVED);
}

static void
test_before_the_question (Fixture *self, gconstpointer data)
{
  move_september (self);
  expect_one (self, &(InboxAnswer) { .start = "20260910T150000", .stamp = "20260714T085900Z", .lines = SEPTEMBER },
              TDM_INBOX_OLD, "This answer of Bo Chen is out of date: " MOVED);
}

/* A later answer stays the later one, whatever its number. */
static void
test_two_in_one_go (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GPtrArray) items = NULL;

  move_september (self);
  first = inbox_calendar (self, &(InboxAnswer) { .sequence = 1, .start = "20260910T150000", .lines = SEPTEMBER });
  second = inbox_calendar (self, &(InboxAnswer) { .partstat = "DECLINED", .stamp = "20260716T100000Z",
                                                  .start = "20260910T150000", .lines = SEPTEMBER });
  inbox_save (self, "1.ics", first);
  inbox_save (self, "2.ics", second);
  items = inbox_read_files (self, (const char *[]) { "1.ics", "2.ics", NULL });
  inbox_apply (self, items);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_DECLINED);
}

/* Thunderbird sends the single dates of a series along, as they were invited to. */
static void
test_a_copy_of_the_invitation (Fixture *self, gconstpointer data)
{
  g_autofree char *copy = inbox_calendar (self, &(InboxAnswer) {
    .partstat = "NEEDS-ACTION", .stamp = "20260714T090000Z", .start = "20260908T100000", .lines = SEPTEMBER });
  g_autofree char *answer = inbox_calendar (self, &(InboxAnswer) { 0 });
  g_autofree char *both = g_strconcat (answer, copy, NULL);
  g_autoptr (GPtrArray) items = inbox_read_text (self, both);

  g_assert_cmpuint (items->len, ==, 2);
  inbox_expect (items, 0, TDM_INBOX_OLD,
                "Bo Chen repeats the invitation and answers nothing: 8 September 2026, 10:00");
  inbox_apply (self, items);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_ACCEPTED);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-10-13"), ==, TDM_REPLY_ACCEPTED);
}

/* With everybody who is invited, and no mail that says who answers */
static void
test_a_copy_with_all_attendees (Fixture *self, gconstpointer data)
{
  expect_one (self,
              &(InboxAnswer){ .partstat = "NEEDS-ACTION",
                              .stamp = "20260714T090000Z",
                              .start = "20260908T100000",
                              .lines = SEPTEMBER "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:anna@example.org\r\n" },
              TDM_INBOX_OLD, "Somebody repeats the invitation and answers nothing: 8 September 2026, 10:00");
}

static void
test_somebody_takes_an_answer_back (Fixture *self, gconstpointer data)
{
  inbox_take (self, &(InboxAnswer) { 0 });
  expect_one (self, &(InboxAnswer) { .partstat = "NEEDS-ACTION", .stamp = "20260716T100000Z" }, TDM_INBOX_ANSWER,
              "Bo Chen has not decided yet: all meetings of Anna Beck and Bo Chen");
}

/* RANGE=THISANDFUTURE (RFC 5545 3.2.13) */
static void
test_a_date_and_all_later_ones (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;

  inbox_take (self, &(InboxAnswer) { .stamp = "20260717T100000Z",
                                     .lines = "RECURRENCE-ID;TZID=Europe/Berlin:20261110T100000\r\n" });
  items = inbox_read_answer (self, &(InboxAnswer) {
    .partstat = "DECLINED", .lines = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260908T100000\r\n" });
  inbox_expect (items, 0, TDM_INBOX_ANSWER, "Bo Chen declines: 8 September 2026, 10:00 and all later dates");
  inbox_apply (self, items);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-08-11"), ==, TDM_REPLY_NEEDS_ACTION);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_DECLINED);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-10-13"), ==, TDM_REPLY_DECLINED);
  /* What was said about that date later holds. */
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-11-10"), ==, TDM_REPLY_ACCEPTED);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-12-08"), ==, TDM_REPLY_DECLINED);
}

#define ADD(name, func) g_test_add ("/inbox-match-question/" name, Fixture, NULL, inbox_set_up, func, inbox_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-number-of-the-series", test_the_number_of_the_series);
  ADD ("a-zone-that-nobody-knows", test_a_zone_that_nobody_knows);
  ADD ("without-a-time-it-asks", test_without_a_time_it_asks);
  ADD ("the-time-before", test_the_time_before);
  ADD ("before-the-question", test_before_the_question);
  ADD ("two-in-one-go", test_two_in_one_go);
  ADD ("a-copy-of-the-invitation", test_a_copy_of_the_invitation);
  ADD ("a-copy-with-all-attendees", test_a_copy_with_all_attendees);
  ADD ("somebody-takes-an-answer-back", test_somebody_takes_an_answer_back);
  ADD ("a-date-and-all-later-ones", test_a_date_and_all_later_ones);
  return g_test_run ();
}
