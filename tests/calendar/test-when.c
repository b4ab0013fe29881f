/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "messages/outbox-fixture.h"

#include "calendar/tdm-when.h"
#include "calendar/tdm-zone.h"
#include "edits/tdm-answer-edits.h"
#include "messages/tdm-answers.h"
#include "messages/tdm-message-text.h"
#include "model/tdm-attendee.h"

#include <string.h>

/* A tandem meets at 10:00 in London; whoever reads is in Berlin, where that is 11:00. All that says when says both. */

typedef TdmTestProgramme Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  tdm_test_programme_set_up (self, data);
  g_assert_cmpstr (g_getenv ("TZ"), ==, "Europe/Berlin");
  outbox_plan_in (self, "Europe/London");
}

static void
set_zone (Fixture *self, TdmPerson *person, const char *zone)
{
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (person));

  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_ZONE, zone);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person changed");
}

static void
test_a_meeting (Fixture *self, gconstpointer data)
{
  g_autofree char *when = tdm_when_describe_meeting (outbox_meeting (self, "2026-09-08"));

  g_assert_cmpstr (when, ==, "8 September 2026, 11:00 (10:00 London time)");
}

static void
test_the_same_clock_is_not_said_twice (Fixture *self, gconstpointer data)
{
  g_autofree char *when = tdm_when_describe ("Europe/Vienna", "2026-09-08T10:00:00");

  g_assert_cmpstr (when, ==, "8 September 2026, 10:00");
}

static void
test_another_day_there_is_said (Fixture *self, gconstpointer data)
{
  g_autofree char *when = tdm_when_describe ("Asia/Tokyo", "2026-09-08T06:00:00");

  g_assert_cmpstr (when, ==, "7 September 2026, 23:00 (8 September 2026, 06:00 Tokyo time)");
}

static void
test_what_a_list_of_tandems_knows (Fixture *self, gconstpointer data)
{
  g_autofree char *there = NULL;

  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==,
                   tdm_zone_to_utc ("Europe/London", "2026-08-11T10:00:00", NULL));
  there = tdm_when_elsewhere (tdm_pair_get_next_start (self->pair), tdm_pair_get_next_zone (self->pair));
  g_assert_cmpstr (there, ==, "10:00 London time");
}

static void
test_a_message_in_the_outbox (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;

  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
  messages = outbox_pending (self);
  g_assert_cmpstr (tdm_outbox_message_get_title (messages->pdata[0]), ==,
                   "New time: 9 September 2026, 16:00 (15:00 London time)");
}

static void
test_a_proposal (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = outbox_meeting (self, "2026-09-08");
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Proposal");
  TdmRecord *draft = tdm_answer_edits_open (edit, NULL, meeting, tdm_pair_get_mentor (self->pair));
  g_autofree char *text = NULL;

  tdm_record_set_integer (draft, TDM_ATTENDEE_PROPOSED_START, tdm_meeting_get_start (meeting) + 3600);
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Proposal");
  text = tdm_answers_describe_proposal (meeting);
  g_assert_cmpstr (text, ==, "Bo proposes 8 September 2026, 12:00 (11:00 London time)");
}

static void
assert_mail_has (Fixture *self, guint index, const char *line)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autofree char *mail = tdm_message_text_make (messages->pdata[index], "en");
  g_autofree char *whole = g_strdup_printf ("\n%s\n", line);

  if (!strstr (mail, whole))
    g_error ("No line “%s” in:\n%s", line, mail);
}

/* The reader of a mail is who gets it. */
static void
test_a_mail (Fixture *self, gconstpointer data)
{
  set_zone (self, tdm_pair_get_mentee (self->pair), "America/New_York");
  set_zone (self, tdm_pair_get_mentor (self->pair), "Europe/London");
  assert_mail_has (self, 0, "Tuesday, 8 September 2026, 05:00 to 06:00 (New York time, UTC−4) · "
                            "Tuesday, 8 September 2026, 10:00 to 11:00 (London time, UTC+1)");
  assert_mail_has (self, 1, "Tuesday, 8 September 2026, 10:00 to 11:00 (London time, UTC+1)");
}

#define ADD(name, func) g_test_add ("/when/" name, Fixture, NULL, set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-meeting", test_a_meeting);
  ADD ("the-same-clock-is-not-said-twice", test_the_same_clock_is_not_said_twice);
  ADD ("another-day-there-is-said", test_another_day_there_is_said);
  ADD ("what-a-list-of-tandems-knows", test_what_a_list_of_tandems_knows);
  ADD ("a-message-in-the-outbox", test_a_message_in_the_outbox);
  ADD ("a-proposal", test_a_proposal);
  ADD ("a-mail", test_a_mail);
  return g_test_run ();
}
