/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "story.h"

#include "calendar/tdm-zone.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-series-edits.h"
#include "inbox/tdm-inbox.h"
#include "model/tdm-attendee.h"

/* Writes what people get in the course of some stories into a folder, for calendar programs to judge. See story.h. */

/* As a calendar program answers, through the import that people use */
static void
accept (Story *self, TdmSeries *series, TdmPerson *person)
{
  TdmTestProgramme *programme = &self->programme;
  g_autofree char *reply = g_strdup_printf (
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:%s\r\nSEQUENCE:%" G_GINT64_FORMAT
      "\r\nDTSTAMP:20260714T100000Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      tdm_record_get_uid (TDM_RECORD (series)), tdm_series_get_sequence (series), tdm_person_get_email (person));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  tdm_inbox_read_text_async (programme->workspace, reply, tdm_test_result_cb, &result);
  items = tdm_inbox_read_finish (programme->workspace, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  tdm_workspace_commit_async (programme->workspace, tdm_inbox_apply (programme->workspace, items), tdm_test_result_cb,
                              &programme->result);
  label = g_strdup_printf ("Answer taken over: %s", tdm_inbox_item_get_text (items->pdata[0]));
  tdm_test_programme_finish (programme, label);
}

static void
move (Story *self, const char *date, const char *local_start, const char *place)
{
  outbox_move (&self->programme, outbox_meeting (&self->programme, date), local_start, place);
}

static void
cancel (Story *self, const char *date)
{
  outbox_cancel (&self->programme, outbox_meeting (&self->programme, date));
}

static void
cancel_series (Story *self, TdmSeries *series)
{
  TdmTestProgramme *programme = &self->programme;

  tdm_workspace_commit_async (programme->workspace, tdm_series_edits_cancel (series), tdm_test_result_cb,
                              &programme->result);
  tdm_test_programme_finish (programme, "Series cancelled");
}

static void
replace (Story *self, TdmRole role, TdmPerson *person)
{
  TdmTestProgramme *programme = &self->programme;

  TdmPerson *mentee = role == TDM_ROLE_MENTEE ? person : tdm_pair_get_mentee (programme->pair);
  TdmPerson *mentor = role == TDM_ROLE_MENTOR ? person : tdm_pair_get_mentor (programme->pair);

  tdm_workspace_commit_async (programme->workspace, tdm_pair_edits_change_people (programme->pair, mentee, mentor),
                              tdm_test_result_cb, &programme->result);
  tdm_test_programme_finish (programme, "People changed");
}

/* This and following, on the weekday of another date */
static TdmSeries *
follow (Story *self, const char *from, const char *date, TdmRepeat repeat, int count)
{
  TdmTestProgramme *programme = &self->programme;
  TdmMeeting *meeting = outbox_meeting (programme, from);
  g_autoptr (TdmSeriesPlan) plan = tdm_series_edits_plan_following (meeting);

  tdm_series_plan_set_start (plan, date, 17, 30);
  tdm_series_plan_set_repeat (plan, repeat, 1, count);
  tdm_workspace_commit_async (programme->workspace, tdm_series_edits_follow (plan, meeting), tdm_test_result_cb,
                              &programme->result);
  tdm_test_programme_finish (programme, "Series changed");
  return tdm_meeting_get_series (outbox_meeting (programme, date));
}

static void
dissolve (Story *self)
{
  TdmTestProgramme *programme = &self->programme;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  g_ptr_array_add (pairs, programme->pair);
  tdm_workspace_commit_async (programme->workspace,
                              tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL),
                              tdm_test_result_cb, &programme->result);
  tdm_test_programme_finish (programme, "Tandem dissolved");
}

/* A single date on the clocks of somewhere else, as for somebody who travels */
static void
move_to_zone (Story *self, const char *date, const char *zone, const char *local_start)
{
  TdmEdit *edit = tdm_edit_new ("Travel");
  TdmRecord *draft = tdm_edit_update (edit, outbox_meeting (&self->programme, date));

  tdm_record_set_text (draft, TDM_MEETING_ZONE, zone);
  tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, local_start);
  tdm_record_set_integer (draft, TDM_MEETING_START, tdm_zone_to_utc (zone, local_start, NULL));
  story_commit (self, edit);
}

static void
tell_single_dates (Story *self)
{
  move (self, "2026-09-08", "2026-09-09T15:00:00", "Room 1");
  story_tell (self, "move-one", 2);
  cancel (self, "2026-10-13");
  story_tell (self, "cancel-one", 2);
  story_undo (self, "Meeting cancelled");
  story_tell (self, "on-again", 2);
  cancel (self, "2026-10-13");
  story_tell (self, "off-again", 2);
  move (self, "2026-09-08", "2026-09-10T16:30:00",
        "Besprechungsraum „Weitblick“, 4. Stock, Flügel Süd; bitte am Empfang bei Frau Öztürk melden");
  story_tell (self, "move-the-moved-one", 2);
  move (self, "2026-11-10", "2026-11-11T12:00:00", "Room 2");
  move (self, "2026-11-10", "2026-11-10T10:00:00", "Room 1");
  story_tell (self, "change-and-change-back", 0);
  move (self, "2026-12-08", "2026-12-08T10:00:00", "Room 2");
  story_tell (self, "another-place", 2);
  move (self, "2026-09-08", "2026-09-08T10:00:00", "Room 1");
  story_tell (self, "back-to-its-place", 2);
  move (self, "2027-01-12", "2027-01-12T18:00:00", "Room 1");
  cancel (self, "2027-02-09");
  story_tell (self, "two-at-once", 4);
}

static void
tell_whole_series (Story *self, TdmSeries *first)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->programme.pair);
  TdmSeries *second;

  outbox_replace (&self->programme, "Carla Díaz-Müller", "carla@example.org");
  story_tell (self, "another-mentor", 3);
  second = follow (self, "2027-06-08", "2027-06-10", TDM_REPEAT_MONTHLY_WEEKDAY, 2);
  story_tell (self, "another-weekday-from-june", 4);
  move (self, "2027-07-08", "2027-07-09T08:00:00", "Room 3");
  story_tell (self, "move-one-of-the-new-ones", 2);
  replace (self, TDM_ROLE_MENTOR, bo);
  story_tell (self, "the-first-mentor-is-back", 6);
  cancel_series (self, first);
  cancel_series (self, second);
  story_tell (self, "cancel-all", 4);
  story_undo (self, "Series cancelled");
  story_tell (self, "the-second-takes-place", 2);
  cancel_series (self, second);
  story_tell (self, "the-second-does-not", 2);
}

/* Monthly, over both changes of the clocks */
static void
tell_berlin (Story *self)
{
  TdmSeries *series = outbox_plan (&self->programme);

  story_tell (self, "invite", 2);
  accept (self, series, tdm_pair_get_mentee (self->programme.pair));
  story_tell (self, "accept", 0);
  story_wait (self, 1);
  tell_single_dates (self);
  story_wait (self, 1);
  tell_whole_series (self, series);
}

static void
tell_dissolved (Story *self)
{
  outbox_plan (&self->programme);
  story_tell (self, "invite", 2);
  move (self, "2026-09-08", "2026-09-09T15:00:00", "Room 1");
  cancel (self, "2027-01-12");
  story_tell (self, "change", 4);
  story_wait (self, 60);
  dissolve (self);
  story_tell (self, "dissolve", 2);
}

/* Dates that were moved over the day on which the tandem ends, either way */
static void
tell_dissolved_moved (Story *self)
{
  outbox_plan (&self->programme);
  story_tell (self, "invite", 2);
  move (self, "2026-09-08", "2026-10-01T10:00:00", "Room 1");
  move (self, "2026-11-10", "2026-09-10T10:00:00", "Room 1");
  story_tell (self, "change", 4);
  story_wait (self, 60);
  dissolve (self);
  story_tell (self, "dissolve", 2);
}

static void
tell_ended (Story *self)
{
  TdmSeries *series = outbox_plan (&self->programme);

  story_tell (self, "invite", 2);
  move (self, "2026-09-08", "2026-09-30T10:00:00", "Room 1");
  move (self, "2026-12-08", "2026-09-10T10:00:00", "Room 1");
  story_tell (self, "change", 4);
  story_wait (self, 60);
  cancel_series (self, series);
  story_tell (self, "cancel-what-is-ahead", 2);
  story_undo (self, "Series cancelled");
  story_tell (self, "go-on-after-all", 2);
}

/* Weekly, in a zone whose summer begins in October; a date in another zone, the first and the last date off */
static void
tell_sydney (Story *self)
{
  TdmSeries *first = story_plan (self, "Australia/Sydney", "2026-09-08", TDM_REPEAT_WEEKLY, 8), *second;

  story_tell (self, "invite", 2);
  cancel (self, "2026-09-08");
  story_tell (self, "cancel-the-first", 2);
  move (self, "2026-09-29", "2026-10-05T10:00:00", "Room 1");
  story_tell (self, "move-over-the-change", 2);
  move_to_zone (self, "2026-10-13", "America/New_York", "2026-10-12T19:00:00");
  story_tell (self, "another-zone", 2);
  cancel (self, "2026-10-27");
  story_tell (self, "cancel-the-last", 2);
  replace (self, TDM_ROLE_MENTEE, tdm_test_add_person (self->programme.workspace, "Zoë Öztürk", "zoe@example.org"));
  story_tell (self, "another-mentee", 3);
  second = follow (self, "2026-10-06", "2026-10-07", TDM_REPEAT_WEEKLY, 4);
  story_tell (self, "another-weekday", 4);
  cancel_series (self, first);
  cancel_series (self, second);
  story_tell (self, "cancel-all", 4);
}

/* A single meeting has no rule and no RECURRENCE-ID. */
static void
tell_new_york (Story *self)
{
  story_plan (self, "America/New_York", "2026-10-30", TDM_REPEAT_ONCE, 1);
  story_tell (self, "invite", 2);
  move (self, "2026-10-30", "2026-11-02T09:00:00", "Room 1");
  story_tell (self, "move-over-the-change", 2);
  move (self, "2026-10-30", "2026-11-02T09:00:00", "Room 2");
  story_tell (self, "another-place", 2);
  move (self, "2026-10-30", "2026-11-03T09:00:00", "Room 2");
  move (self, "2026-10-30", "2026-11-02T09:00:00", "Room 2");
  story_tell (self, "change-and-change-back", 0);
  outbox_replace (&self->programme, "Carla Díaz-Müller", "carla@example.org");
  story_tell (self, "another-mentor", 3);
  cancel (self, "2026-10-30");
  story_tell (self, "cancel", 2);
  story_undo (self, "Meeting cancelled");
  story_tell (self, "on-again", 2);
}

/* The last day of every month, where clocks follow no rule that a calendar file could name */
static void
tell_casablanca (Story *self)
{
  TdmSeries *series = story_plan (self, "Africa/Casablanca", "2026-08-31", TDM_REPEAT_MONTHLY_DAY, 12);

  story_tell (self, "invite", 2);
  move (self, "2027-01-31", "2027-02-15T10:00:00", "Room 1");
  story_tell (self, "move-into-the-month-of-other-clocks", 2);
  cancel (self, "2026-12-31");
  outbox_replace (&self->programme, "Carla Díaz-Müller", "carla@example.org");
  story_tell (self, "cancel-one-and-another-mentor", 3);
  cancel_series (self, series);
  story_tell (self, "cancel-all", 2);
}

/* Changes of all kinds between two messages */
static void
tell_at_once (Story *self)
{
  outbox_plan (&self->programme);
  cancel (self, "2026-08-11");
  move (self, "2026-09-08", "2026-09-08T15:00:00", "Room 2");
  story_tell (self, "invite", 2);
  move (self, "2026-09-08", "2026-09-09T15:00:00", "Room 2");
  move (self, "2026-10-13", "2026-10-13T10:00:00", "Room 3");
  outbox_replace (&self->programme, "Carla Díaz-Müller", "carla@example.org");
  cancel (self, "2026-11-10");
  story_tell (self, "dates-and-mentor", 3);
  cancel (self, "2026-09-08");
  cancel (self, "2026-12-08");
  move (self, "2026-10-13", "2026-10-14T10:00:00", "Room 3");
  follow (self, "2027-03-09", "2027-03-10", TDM_REPEAT_MONTHLY_WEEKDAY, 3);
  story_tell (self, "dates-and-weekday", 4);
}

/* In the middle of its dates the tandem changes hands, and then once more: each keeps what took place in the
 * calendar. */
static void
tell_replaced (Story *self)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->programme.pair);

  outbox_plan (&self->programme);
  move (self, "2026-10-13", "2026-10-14T15:00:00", "Room 2");
  cancel (self, "2026-12-08");
  story_tell (self, "invite", 2);
  story_wait (self, 60);
  outbox_replace (&self->programme, "Carla Díaz-Müller", "carla@example.org");
  story_tell (self, "another-mentor-from-october", 4);
  move (self, "2026-11-10", "2026-11-11T10:00:00", "Room 1");
  story_tell (self, "move-one", 2);
  story_undo (self, "Meeting moved");
  story_tell (self, "back-to-its-place", 2);
  story_wait (self, 60);
  replace (self, TDM_ROLE_MENTEE, tdm_test_add_person (self->programme.workspace, "Zoë Öztürk", "zoe@example.org"));
  story_tell (self, "another-mentee-from-december", 4);
  replace (self, TDM_ROLE_MENTOR, bo);
  story_tell (self, "the-first-mentor-is-back", 3);
  story_wait (self, 400);
  replace (self, TDM_ROLE_MENTOR, tdm_test_add_person (self->programme.workspace, "Emil Frank", "emil@example.org"));
  story_tell (self, "all-is-over", 0);
}

static void
record (Story *self, const char *date, TdmMeetingState state)
{
  TdmEdit *edit = tdm_edit_new ("Record");

  tdm_record_set_integer (tdm_edit_update (edit, outbox_meeting (&self->programme, date)), TDM_MEETING_STATE, state);
  story_commit (self, edit);
}

/* What is put down about dates that are over changes no calendar, not even along with a message about all of them: once
 * the records say again what people were told, all calendars show just that. */
static void
tell_put_down (Story *self)
{
  outbox_plan (&self->programme);
  move (self, "2026-08-11", "2026-08-12T15:00:00", "Room 2");
  story_tell (self, "invite", 2);
  story_wait (self, 95);
  move (self, "2026-08-11", "2026-08-11T10:00:00", "Room 1");
  move (self, "2026-09-08", "2026-09-09T15:00:00", "Room 2");
  record (self, "2026-10-13", TDM_MEETING_STATE_CANCELLED);
  story_send (self, "put-down", 0);
  outbox_replace (&self->programme, "Carla Díaz-Müller", "carla@example.org");
  story_send (self, "another-mentor", 4);
  move (self, "2026-08-11", "2026-08-12T15:00:00", "Room 2");
  move (self, "2026-09-08", "2026-09-08T10:00:00", "Room 1");
  record (self, "2026-10-13", TDM_MEETING_STATE_HELD);
  story_tell (self, "as-it-was-told", 0);
}

/* A date that was off is said to have taken place, when it is over. */
static void
tell_put_down_held (Story *self)
{
  outbox_plan (&self->programme);
  cancel (self, "2026-08-11");
  story_tell (self, "invite", 2);
  story_wait (self, 60);
  record (self, "2026-08-11", TDM_MEETING_STATE_HELD);
  story_send (self, "put-down", 0);
  dissolve (self);
  story_send (self, "dissolve", 2);
  record (self, "2026-08-11", TDM_MEETING_STATE_CANCELLED);
  story_tell (self, "as-it-was-told", 0);
}

static void
set_assistant (Story *self, TdmPerson *person, TdmPerson *assistant)
{
  TdmEdit *edit = tdm_edit_new ("Assistant");

  tdm_record_set_link (tdm_edit_update (edit, person), TDM_PERSON_ASSISTANT, assistant);
  story_commit (self, edit);
}

/* Those who keep diaries come and go, and see what the person sees whose diary it is. */
static void
tell_assistants (Story *self)
{
  TdmWorkspace *workspace = self->programme.workspace;
  TdmPerson *anna = tdm_pair_get_mentee (self->programme.pair), *bo = tdm_pair_get_mentor (self->programme.pair);

  set_assistant (self, anna, tdm_test_add_person (workspace, "Gil Ott", "gil@example.org"));
  outbox_plan (&self->programme);
  story_tell (self, "invite", 3);
  move (self, "2026-09-08", "2026-09-09T15:00:00", "Room 1");
  story_tell (self, "move-one", 3);
  set_assistant (self, bo, tdm_test_add_person (workspace, "Hal Öz", "hal@example.org"));
  story_tell (self, "another-one-comes", 1);
  cancel (self, "2026-10-13");
  move (self, "2026-09-08", "2026-09-10T15:00:00", "Room 2");
  story_tell (self, "change-two", 8);
  set_assistant (self, anna, NULL);
  story_tell (self, "the-first-one-goes", 1);
  move (self, "2026-11-10", "2026-11-11T10:00:00", "Room 1");
  story_tell (self, "move-another", 3);
  story_wait (self, 60);
  outbox_replace (&self->programme, "Carla Díaz-Müller", "carla@example.org");
  story_tell (self, "another-mentor-without-one", 5);
  dissolve (self);
  story_tell (self, "dissolve", 2);
}

/* What is over stays in the diary that an assistant kept until then; a calendar that shows less is refused. */
static void
tell_assistant_goes (Story *self)
{
  TdmPerson *anna = tdm_pair_get_mentee (self->programme.pair);
  TdmPerson *gil = tdm_test_add_person (self->programme.workspace, "Gil Ott", "gil@example.org");

  set_assistant (self, anna, gil);
  outbox_plan (&self->programme);
  move (self, "2026-08-11", "2026-08-12T15:00:00", "Room 2");
  story_tell (self, "invite", 3);
  story_wait (self, 63);
  set_assistant (self, anna, NULL);
  story_send (self, "goes", 1);
  move (self, "2026-11-10", "2026-11-11T10:00:00", "Room 1");
  story_send (self, "move-one", 2);
  set_assistant (self, anna, gil);
  story_tell (self, "comes-back", 1);
  move (self, "2026-12-08", "2026-12-09T10:00:00", "Room 1");
  story_tell (self, "move-another", 3);
}

static void
tell_doubt (Story *self, gboolean arrives)
{
  outbox_plan (&self->programme);
  story_tell (self, "invite", 2);
  move (self, "2026-09-08", "2026-09-09T15:00:00", "Room 1");
  story_doubt (self, "move-one", arrives);
  story_wait (self, 1);
  story_tell (self, "the-same-again", 2);
  cancel (self, "2026-10-13");
  story_doubt (self, "cancel-one", arrives);
  move (self, "2026-09-08", "2026-09-08T10:00:00", "Room 1");
  story_tell (self, "the-same-again-and-another", 4);
  cancel (self, "2026-11-10");
  story_doubt (self, "cancel-another", arrives);
  story_undo (self, "Meeting cancelled");
  story_tell (self, "everything-to-be-sure", 2);
  outbox_replace (&self->programme, "Carla Díaz-Müller", "carla@example.org");
  story_doubt (self, "another-mentor", arrives);
  story_undo (self, "People changed");
  story_tell (self, "the-first-mentor-after-all", 3);
}

static void
tell_doubt_arrived (Story *self)
{
  tell_doubt (self, TRUE);
}

static void
tell_doubt_lost (Story *self)
{
  tell_doubt (self, FALSE);
}

static const struct
{
  const char *name;
  void (*tell) (Story *self);
} stories[] = {
  { "berlin", tell_berlin },
  { "dissolved", tell_dissolved },
  { "dissolved-moved", tell_dissolved_moved },
  { "ended", tell_ended },
  { "sydney", tell_sydney },
  { "new-york", tell_new_york },
  { "casablanca", tell_casablanca },
  { "at-once", tell_at_once },
  { "doubt-arrived", tell_doubt_arrived },
  { "doubt-lost", tell_doubt_lost },
  { "replaced", tell_replaced },
  { "assistants", tell_assistants },
  { "assistant-goes", tell_assistant_goes },
  { "put-down", tell_put_down },
  { "put-down-held", tell_put_down_held },
};

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  if (argc != 2)
    g_error ("Usage: write-story FOLDER");
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      Story story = { 0 };

      story_begin (&story, argv[1], stories[i].name);
      stories[i].tell (&story);
      story_end (&story);
    }
  return 0;
}
