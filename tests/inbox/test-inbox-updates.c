/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "inbox-fixture.h"

#include "base/tdm-clock.h"
#include "edits/tdm-meeting-edits.h"
#include "messages/outbox-fixture.h"

#include <string.h>

/* What somebody who invited says later: Chief meets with Anna and Bo in the canteen, on four Tuesdays from 1 September
 * 2026, 12:00. */

typedef InboxFixture Fixture;

#define UID "7kukuqrfedlm2f9t0vr42q4v8r@google.com"
#define CHIEF "ORGANIZER;CN=Chief:mailto:chief@example.org\r\n"
#define ANNA "ATTENDEE;CN=Anna;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n"
#define RULE "RRULE:FREQ=WEEKLY;COUNT=4\r\nLOCATION:Canteen\r\n"
#define SECOND "RECURRENCE-ID;TZID=Europe/Berlin:20260908T120000\r\n"
#define SECOND_LATER "RECURRENCE-ID;TZID=Europe/Berlin:20260908T143000\r\n"
#define THIRD "RECURRENCE-ID;TZID=Europe/Berlin:20260915T120000\r\n"

static InboxAnswer
make (const char *method, int sequence, const char *start, const char *lines)
{
  return (InboxAnswer) { .method = method, .uid = UID, .partstat = "NEEDS-ACTION", .sequence = sequence,
                         .start = start, .lines = lines };
}

static TdmSeries *
get_series (Fixture *self)
{
  GListModel *list = tdm_pair_get_series (self->programme.pair);
  g_autoptr (TdmSeries) series = g_list_model_get_item (list, g_list_model_get_n_items (list) - 1);

  return series;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  InboxAnswer first = make ("REQUEST", 0, "20260901T120000", CHIEF ANNA RULE);
  g_autoptr (GPtrArray) items = NULL;

  inbox_set_up (self, data);
  items = inbox_read_answer (self, &first);
  inbox_decide (self, items->pdata[0], NULL, "Invitation taken over");
  self->series = get_series (self);
}

/* By their place in the series, wherever they moved */
static TdmMeeting *
find (Fixture *self, const char *local_start)
{
  GListModel *meetings = tdm_pair_get_meetings (self->programme.pair);

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_series (meeting) == self->series &&
          g_str_has_prefix (tdm_meeting_get_local_start (meeting), local_start))
        return meeting;
    }
  return NULL;
}

static guint
count (Fixture *self, TdmMeetingState state)
{
  GListModel *meetings = tdm_pair_get_meetings (self->programme.pair);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      n += tdm_meeting_get_series (meeting) == self->series && tdm_meeting_get_state (meeting) == state;
    }
  return n;
}

static void
apply (Fixture *self, GPtrArray *items, const char *expected)
{
  tdm_workspace_commit_async (self->programme.workspace, tdm_inbox_apply (self->programme.workspace, items),
                              tdm_test_result_cb, &self->programme.result);
  tdm_test_programme_finish (&self->programme, expected);
}

static void
take (Fixture *self, const InboxAnswer *message, const char *expected)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, message);
  g_autofree char *text = g_strconcat ("Chief changes the dates: ", expected, NULL);

  g_assert_cmpuint (items->len, ==, 1);
  inbox_expect (items, 0, TDM_INBOX_UPDATE, text);
  apply (self, items, expected);
}

static void
expect (Fixture *self, const InboxAnswer *message, TdmInboxKind kind, const char *text)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, message);

  inbox_expect (items, 0, kind, text);
}

static void
test_the_series_moves (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("REQUEST", 1, "20260901T143000", CHIEF ANNA RULE);
  TdmMeeting *third = find (self, "2026-09-15T12:00");

  take (self, &message, "4 meetings moved");
  g_assert_true (find (self, "2026-09-15T14:30") == third);
  g_assert_cmpstr (tdm_meeting_get_recurrence_id (third), ==, "2026-09-15T14:30:00");
  g_assert_cmpint (tdm_meeting_get_start (third), ==, 1789475400);
  g_assert_cmpint (tdm_series_get_sequence (self->series), ==, 1);
  inbox_undo (self, "4 meetings moved");
  g_assert_true (find (self, "2026-09-15T12:00") == third);
}

/* Saved from a calendar: there is no METHOD in it. */
static void
test_a_copy_of_a_calendar_moves_it_as_well (Fixture *self, gconstpointer data)
{
  InboxAnswer copy = make ("", 1, "20260901T143000", CHIEF ANNA RULE);
  TdmMeeting *third = find (self, "2026-09-15T12:00");

  take (self, &copy, "4 meetings moved");
  g_assert_true (find (self, "2026-09-15T14:30") == third);
}

/* Another weekday: the meetings stay the same, in their order. */
static void
test_the_series_goes_to_another_day (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("REQUEST", 1, "20260903T120000", CHIEF ANNA RULE);
  TdmMeeting *second = find (self, "2026-09-08");

  take (self, &message, "4 meetings moved");
  g_assert_true (find (self, "2026-09-10") == second);
}

static void
test_the_series_gets_shorter_and_longer (Fixture *self, gconstpointer data)
{
  InboxAnswer shorter =
    make ("REQUEST", 1, "20260901T120000", CHIEF ANNA "RRULE:FREQ=WEEKLY;COUNT=3\r\nLOCATION:Canteen\r\n");
  InboxAnswer longer =
    make ("REQUEST", 2, "20260901T120000", CHIEF ANNA "RRULE:FREQ=WEEKLY;COUNT=5\r\nLOCATION:Canteen\r\n");

  take (self, &shorter, "1 meeting cancelled");
  g_assert_cmpint (tdm_meeting_get_state (find (self, "2026-09-22")), ==, TDM_MEETING_STATE_CANCELLED);
  take (self, &longer, "2 meetings more");
  g_assert_cmpuint (count (self, TDM_MEETING_STATE_INVITED), ==, 5);
}

static void
test_what_was_held_stays (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("REQUEST", 1, "20260901T143000", CHIEF ANNA RULE);
  InboxAnswer cancel = make ("CANCEL", 2, "20260901T143000", CHIEF ANNA);
  TdmMeeting *first = find (self, "2026-09-01");

  tdm_clock_freeze (tdm_meeting_get_end (first));
  tdm_workspace_commit_async (self->programme.workspace, tdm_meeting_edits_record (first, TDM_MEETING_STATE_HELD),
                              tdm_test_result_cb, &self->programme.result);
  tdm_test_programme_finish (&self->programme, "Meeting took place");
  take (self, &message, "3 meetings moved");
  g_assert_cmpstr (tdm_meeting_get_local_start (first), ==, "2026-09-01T12:00:00");
  take (self, &cancel, "3 meetings cancelled");
  g_assert_cmpint (tdm_meeting_get_state (first), ==, TDM_MEETING_STATE_HELD);
}

static void
test_one_date_moves (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("REQUEST", 1, "20260909T090000", CHIEF ANNA SECOND "LOCATION:Roof\r\n");
  TdmMeeting *second = find (self, "2026-09-08");

  take (self, &message, "1 meeting moved");
  g_assert_cmpstr (tdm_meeting_get_local_start (second), ==, "2026-09-09T09:00:00");
  g_assert_cmpstr (tdm_meeting_get_recurrence_id (second), ==, "2026-09-08T12:00:00");
  g_assert_cmpstr (tdm_record_get_text (TDM_RECORD (second), TDM_MEETING_PLACE), ==, "Roof");
  g_assert_nonnull (find (self, "2026-09-15T12:00"));
}

static void
test_one_date_is_cancelled (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("CANCEL", 1, "20260908T120000", CHIEF ANNA SECOND);

  take (self, &message, "1 meeting cancelled");
  g_assert_cmpint (tdm_meeting_get_state (find (self, "2026-09-08")), ==, TDM_MEETING_STATE_CANCELLED);
  g_assert_cmpuint (count (self, TDM_MEETING_STATE_INVITED), ==, 3);
}

static void
test_left_out_is_cancelled (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("REQUEST", 1, "20260901T120000",
                              CHIEF ANNA RULE "EXDATE;TZID=Europe/Berlin:20260908T120000,20260915T120000\r\n");

  take (self, &message, "2 meetings cancelled");
  g_assert_cmpint (tdm_meeting_get_state (find (self, "2026-09-15")), ==, TDM_MEETING_STATE_CANCELLED);
}

static void
test_all_are_cancelled (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("CANCEL", 1, "20260901T120000", CHIEF ANNA);

  take (self, &message, "4 meetings cancelled");
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (self->series), TDM_SERIES_STATE), ==, TDM_SERIES_CANCELLED);
}

static void
check_following (Fixture *self, const char *from)
{
  g_autofree char *lines = g_strconcat (CHIEF ANNA "RECURRENCE-ID;RANGE=THISANDFUTURE", from, "\r\n", NULL);
  InboxAnswer message = make ("REQUEST", 1, "20260916T110000", lines);

  take (self, &message, "2 meetings moved");
  g_assert_nonnull (find (self, "2026-09-08T12:00"));
  g_assert_nonnull (find (self, "2026-09-16T11:00"));
  g_assert_nonnull (find (self, "2026-09-23T11:00"));
}

static void
test_this_and_future (Fixture *self, gconstpointer data)
{
  check_following (self, ";TZID=Europe/Berlin:20260915T120000");
}

/* 16 September, 11:00 in Berlin */
static void
test_this_and_future_in_utc (Fixture *self, gconstpointer data)
{
  check_following (self, ":20260915T100000Z");
}

static void
test_this_and_future_by_day (Fixture *self, gconstpointer data)
{
  check_following (self, ";VALUE=DATE:20260915");
}

/* Without a zone, on the clocks of the series */
static void
test_a_date_without_zone (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("CANCEL", 1, "20260908T120000", CHIEF ANNA "RECURRENCE-ID:20260908T120000\r\n");

  take (self, &message, "1 meeting cancelled");
  g_assert_cmpint (tdm_meeting_get_state (find (self, "2026-09-08")), ==, TDM_MEETING_STATE_CANCELLED);
}

static void
test_a_date_that_cannot_be_taken (Fixture *self, gconstpointer data)
{
  static const char *const lengths[] = { "DURATION:PT11H", "DURATION:PT2M" };
  static const char *const ranges[] = { "", ";RANGE=THISANDFUTURE" };
  static const char *const reasons[] = {
    "Chief changes a date in a way that cannot be taken over: Tandem. The meetings are longer than 10 hours.",
    "Chief changes a date in a way that cannot be taken over: Tandem. The meetings are shorter than 5 minutes.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lengths) * G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:" UID
                         "\r\nDTSTAMP:20260716T100000Z\r\nSEQUENCE:1\r\n" CHIEF ANNA "DTSTART;TZID=Europe/Berlin:"
                         "20260908T090000\r\n%s\r\nSUMMARY:Tandem\r\nRECURRENCE-ID%s;TZID=Europe/Berlin:20260908T120000"
                         "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", lengths[i % 2], ranges[i / 2]);
      g_autoptr (GPtrArray) items = inbox_read_text (self, text);

      inbox_expect (items, 0, TDM_INBOX_NOTHING, reasons[i % 2]);
    }
}

/* The numbers of a date are its own; what was said last counts. */
static void
test_a_date_has_numbers_of_its_own (Fixture *self, gconstpointer data)
{
  InboxAnswer series = make ("REQUEST", 5, "20260901T143000", CHIEF ANNA RULE);
  InboxAnswer date = make ("REQUEST", 1, "20260909T090000", CHIEF ANNA SECOND_LATER "LOCATION:Canteen\r\n");
  InboxAnswer again = make ("REQUEST", 6, "20260901T100000", CHIEF ANNA RULE);

  series.stamp = "20260716T100000Z";
  date.stamp = "20260717T100000Z";
  again.stamp = "20260718T100000Z";
  take (self, &series, "4 meetings moved");
  take (self, &date, "1 meeting moved");
  take (self, &again, "4 meetings moved");
  expect (self, &date, TDM_INBOX_NOTHING, "Chief changes a date that is not here: Tandem");
}

static void
test_a_cancelled_series_stays_cancelled (Fixture *self, gconstpointer data)
{
  InboxAnswer cancel = make ("CANCEL", 1, "20260901T120000", CHIEF ANNA);
  InboxAnswer date = make ("REQUEST", 2, "20260909T090000", CHIEF ANNA SECOND);

  take (self, &cancel, "4 meetings cancelled");
  expect (self, &date, TDM_INBOX_OLD, "A later message of Chief has come since then: Tandem");
}

/* The mails of a day may come in any order: each date has a version of its own. */
static void
test_dates_overtake_each_other (Fixture *self, gconstpointer data)
{
  InboxAnswer later = make ("CANCEL", 2, "20260915T120000", CHIEF ANNA THIRD);
  InboxAnswer earlier = make ("CANCEL", 1, "20260908T120000", CHIEF ANNA SECOND);
  InboxAnswer old = make ("REQUEST", 1, "20260915T150000", CHIEF ANNA THIRD);

  take (self, &later, "1 meeting cancelled");
  take (self, &earlier, "1 meeting cancelled");
  expect (self, &old, TDM_INBOX_OLD, "A later message of Chief has come since then: Tandem");
}

static void
test_an_older_message_is_ignored (Fixture *self, gconstpointer data)
{
  InboxAnswer newer = make ("REQUEST", 2, "20260901T143000", CHIEF ANNA RULE);
  InboxAnswer older = make ("REQUEST", 1, "20260901T100000", CHIEF ANNA RULE);

  take (self, &newer, "4 meetings moved");
  expect (self, &newer, TDM_INBOX_OLD, "This invitation of Chief was taken over before: Tandem");
  expect (self, &older, TDM_INBOX_OLD, "A later message of Chief has come since then: Tandem");
}

/* The invitation itself is as it was, but one of its dates is not. */
static void
test_an_invitation_that_comes_again_after_a_later_date (Fixture *self, gconstpointer data)
{
  InboxAnswer date = make ("REQUEST", 1, "20260909T090000", CHIEF ANNA SECOND);
  InboxAnswer again = make ("REQUEST", 0, "20260901T120000", CHIEF ANNA RULE);

  expect (self, &again, TDM_INBOX_OLD, "This invitation of Chief was taken over before: Tandem");
  date.stamp = "20260716T100000Z";
  take (self, &date, "1 meeting moved");
  expect (self, &again, TDM_INBOX_OLD, "A later message of Chief has come since then: Tandem");
}

/* Text alone may change without a new number (RFC 5546 2.1.4). */
static void
test_the_later_of_one_number_counts (Fixture *self, gconstpointer data)
{
  InboxAnswer message =
    make ("REQUEST", 0, "20260901T120000", CHIEF ANNA "RRULE:FREQ=WEEKLY;COUNT=4\r\nLOCATION:Roof\r\n");

  message.stamp = "20260716T100000Z";
  take (self, &message, "4 meetings in another place");
  message.stamp = "20260715T120000Z";
  expect (self, &message, TDM_INBOX_OLD, "A later message of Chief has come since then: Tandem");
}

static void
test_two_messages_are_one_step (Fixture *self, gconstpointer data)
{
  InboxAnswer move = make ("REQUEST", 1, "20260909T090000", CHIEF ANNA SECOND "LOCATION:Canteen\r\n");
  InboxAnswer cancel = make ("CANCEL", 2, "20260915T120000", CHIEF ANNA THIRD);
  g_autofree char *first = inbox_calendar (self, &move);
  g_autofree char *second = inbox_calendar (self, &cancel);
  g_autoptr (GPtrArray) items = NULL;

  inbox_save (self, "1.ics", second);
  inbox_save (self, "2.ics", first);
  items = inbox_read_files (self, (const char *[]) { "1.ics", "2.ics", NULL });
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 2);
  apply (self, items, "1 meeting moved, 1 meeting cancelled");
  inbox_undo (self, "1 meeting moved, 1 meeting cancelled");
  g_assert_nonnull (find (self, "2026-09-08T12:00"));
  g_assert_cmpuint (count (self, TDM_MEETING_STATE_INVITED), ==, 4);
}

static void
test_somebody_else_is_asked_about (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("CANCEL", 1, "20260901T120000", CHIEF ANNA);
  g_autofree char *calendar = inbox_calendar (self, &message);
  g_autofree char *mail = inbox_mail_evolution (calendar, "Eve <eve@example.com>");
  g_autoptr (GPtrArray) items = inbox_read_text (self, mail);

  inbox_expect (items, 0, TDM_INBOX_DOUBTFUL, "Eve did not invite, but changes the dates: 4 meetings cancelled");
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 0);
  inbox_decide (self, items->pdata[0], NULL, "Meetings changed");
  g_assert_cmpuint (count (self, TDM_MEETING_STATE_CANCELLED), ==, 4);
}

static void
test_a_date_that_is_not_here (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("CANCEL", 1, "20260908T120000", CHIEF ANNA "RECURRENCE-ID:20261224T120000Z\r\n");

  expect (self, &message, TDM_INBOX_NOTHING, "Chief changes a date that is not here: Tandem");
}

static void
test_answers_of_others_are_known (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("REQUEST", 1, "20260901T143000", CHIEF RULE "ATTENDEE:mailto:anna@example.org\r\n");

  message.partstat = "TENTATIVE";
  g_assert_cmpint (tdm_meeting_get_reply (find (self, "2026-09-15"), inbox_anna (self)), ==, TDM_REPLY_ACCEPTED);
  take (self, &message, "4 meetings moved");
  g_assert_cmpint (tdm_meeting_get_reply (find (self, "2026-09-15"), inbox_anna (self)), ==, TDM_REPLY_NEEDS_ACTION);
  g_assert_cmpint (tdm_meeting_get_reply (find (self, "2026-09-15"), inbox_bo (self)), ==, TDM_REPLY_TENTATIVE);
}

static void
test_somebody_takes_over (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("REQUEST", 1, "20260901T120000", CHIEF ANNA RULE);
  guint n_events = g_list_model_get_n_items (tdm_pair_get_events (self->programme.pair));
  g_autoptr (GPtrArray) items = NULL;

  message.email = "carla@example.org";
  message.name = "Carla Diaz";
  items = inbox_read_answer (self, &message);
  inbox_expect (items, 0, TDM_INBOX_DOUBTFUL,
                "Chief invites somebody else: Carla Diaz takes the place of Bo Chen · The dates stay as they are");
  inbox_decide (self, items->pdata[0], NULL, "Meetings changed");
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentor (self->programme.pair)), ==, "Carla Diaz");
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentee (self->programme.pair)), ==, "Anna Beck");
  g_assert_nonnull (tdm_attendee_find (tdm_series_get_attendees (self->series),
                                       tdm_pair_get_mentor (self->programme.pair)));
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_events (self->programme.pair)), ==, n_events + 1);
}

/* Who invites goes on inviting, though only one of the two is named. */
static void
test_the_organizer_does_not_take_over (Fixture *self, gconstpointer data)
{
  InboxAnswer message = make ("REQUEST", 1, "20260901T120000", CHIEF RULE);

  take (self, &message, "The dates stay as they are");
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentee (self->programme.pair)), ==, "Anna Beck");
}

/* Cancelled, and planned again at the same time */
static void
test_planned_again (Fixture *self, gconstpointer data)
{
  InboxAnswer cancel = make ("CANCEL", 1, "20260901T120000", CHIEF ANNA);
  InboxAnswer again = make ("REQUEST", 0, "20260901T120000", CHIEF ANNA RULE);

  again.uid = "again";
  take (self, &cancel, "4 meetings cancelled");
  expect (self, &again, TDM_INBOX_INVITATION, "Chief invites a tandem of yours: Tandem");
}

/* The first invitation may have dates of its own already. */
static void
test_a_date_apart_in_the_first_invitation (Fixture *self, gconstpointer data)
{
  InboxAnswer whole = make ("REQUEST", 0, "20261006T120000", CHIEF ANNA RULE);
  g_autofree char *calendar = NULL;
  g_autofree char *both = NULL;
  g_autoptr (GPtrArray) items = NULL;

  whole.uid = "another";
  calendar = inbox_calendar (self, &whole);
  calendar[strlen (calendar) - strlen ("END:VCALENDAR\r\n")] = '\0';
  both =
    g_strconcat (calendar,
                 "BEGIN:VEVENT\r\nUID:another\r\nDTSTAMP:20260715T100000Z\r\n"
                 "RECURRENCE-ID;TZID=Europe/Berlin:20261013T120000\r\nDTSTART;TZID=Europe/Berlin:20261014T090000\r\n"
                 "DURATION:PT1H\r\n" CHIEF ANNA "END:VEVENT\r\nEND:VCALENDAR\r\n",
                 NULL);
  items = inbox_read_text (self, both);
  g_assert_cmpuint (items->len, ==, 1);
  inbox_decide (self, items->pdata[0], NULL, "Invitation taken over");
  self->series = get_series (self);
  g_assert_null (find (self, "2026-10-13"));
  g_assert_cmpstr (tdm_meeting_get_recurrence_id (find (self, "2026-10-14T09:00")), ==, "2026-10-13T12:00:00");
}

#define ADD(name, func) g_test_add ("/inbox-updates/" name, Fixture, NULL, set_up, func, inbox_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("the-series-moves", test_the_series_moves);
  ADD ("a-copy-of-a-calendar", test_a_copy_of_a_calendar_moves_it_as_well);
  ADD ("the-series-goes-to-another-day", test_the_series_goes_to_another_day);
  ADD ("the-series-gets-shorter-and-longer", test_the_series_gets_shorter_and_longer);
  ADD ("what-was-held-stays", test_what_was_held_stays);
  ADD ("one-date-moves", test_one_date_moves);
  ADD ("one-date-is-cancelled", test_one_date_is_cancelled);
  ADD ("left-out-is-cancelled", test_left_out_is_cancelled);
  ADD ("all-are-cancelled", test_all_are_cancelled);
  ADD ("this-and-future", test_this_and_future);
  ADD ("dates-overtake-each-other", test_dates_overtake_each_other);
  ADD ("an-older-message-is-ignored", test_an_older_message_is_ignored);
  ADD ("an-invitation-that-comes-again-after-a-later-date", test_an_invitation_that_comes_again_after_a_later_date);
  ADD ("the-later-of-one-number-counts", test_the_later_of_one_number_counts);
  ADD ("two-messages-are-one-step", test_two_messages_are_one_step);
  ADD ("somebody-else-is-asked-about", test_somebody_else_is_asked_about);
  ADD ("a-date-that-is-not-here", test_a_date_that_is_not_here);
  ADD ("answers-of-others-are-known", test_answers_of_others_are_known);
  ADD ("this-and-future-in-utc", test_this_and_future_in_utc);
  ADD ("this-and-future-by-day", test_this_and_future_by_day);
  ADD ("a-date-without-zone", test_a_date_without_zone);
  ADD ("a-date-that-cannot-be-taken", test_a_date_that_cannot_be_taken);
  ADD ("a-date-has-numbers-of-its-own", test_a_date_has_numbers_of_its_own);
  ADD ("a-cancelled-series-stays-cancelled", test_a_cancelled_series_stays_cancelled);
  ADD ("somebody-takes-over", test_somebody_takes_over);
  ADD ("the-organizer-does-not-take-over", test_the_organizer_does_not_take_over);
  ADD ("planned-again", test_planned_again);
  ADD ("a-date-apart-in-the-first-invitation", test_a_date_apart_in_the_first_invitation);
  return g_test_run ();
}
