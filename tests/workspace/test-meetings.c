/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "support/tdm-test.h"

#include "base/tdm-clock.h"
#include "calendar/tdm-calendar-error.h"
#include "delivery/tdm-export.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-series-plan.h"
#include "model/tdm-attendee.h"
#include "model/tdm-model-error.h"

#include <glib/gstdio.h>
#include <string.h>

/* Planning, moving, cancelling and recording meetings, and the invitations that follow from them. */

typedef TdmTestProgramme Fixture;

/* Every second Tuesday of a month at 10:00 in Berlin, twelve times, over both clock changes */
static TdmSeriesPlan *
make_plan (Fixture *self)
{
  TdmSeriesPlan *plan = tdm_series_plan_suggest (self->pair, tdm_workspace_get_programme (self->workspace));

  tdm_series_plan_set_zone (plan, "Europe/Berlin");
  tdm_series_plan_set_start (plan, "2026-08-11", 10, 0);
  tdm_series_plan_set_organizer (plan, "Coordination", "tandem@example.org");
  return plan;
}

static TdmSeries *
add_series (Fixture *self)
{
  g_autoptr (TdmSeriesPlan) plan = make_plan (self);
  g_autoptr (TdmSeries) series = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_series_plan_make_edit (plan), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Meetings planned");
  series = g_list_model_get_item (tdm_pair_get_series (self->pair), 0);
  return series;
}

static TdmMeeting *
get_meeting (Fixture *self, guint position)
{
  g_autoptr (TdmMeeting) meeting = g_list_model_get_item (tdm_pair_get_meetings (self->pair), position);

  g_assert_nonnull (meeting);
  return meeting;
}

static void
test_a_series_has_all_its_meetings (Fixture *self, gconstpointer data)
{
  TdmSeries *series = add_series (self);

  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_meetings (self->pair)), ==, 12);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_series_get_attendees (series)), ==, 2);
  g_assert_cmpstr (tdm_series_get_rule (series), ==, "FREQ=MONTHLY;BYDAY=2TU;COUNT=12");
  g_assert_cmpstr (tdm_meeting_get_local_start (get_meeting (self, 11)), ==, "2027-07-13T10:00:00");
  g_assert_cmpint (tdm_meeting_get_start (get_meeting (self, 0)), ==, 1786435200);
  g_assert_cmpint (tdm_meeting_get_start (get_meeting (self, 3)), ==, 1794301200);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, 1786435200);
}

static void
test_the_first_meeting_is_for_getting_to_know (Fixture *self, gconstpointer data)
{
  add_series (self);
  g_assert_cmpint (tdm_meeting_get_kind (get_meeting (self, 0)), ==, TDM_KIND_GETTING_TO_KNOW);
  g_assert_cmpint (tdm_meeting_get_kind (get_meeting (self, 1)), ==, TDM_KIND_TOPIC);
}

static void
test_a_series_is_undone_in_one_step (Fixture *self, gconstpointer data)
{
  add_series (self);
  tdm_workspace_undo_async (self->workspace, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Meetings planned");
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_meetings (self->pair)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_series (self->pair)), ==, 0);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, 0);
}

static void
assert_not_planned (Fixture *self, TdmSeriesPlan *plan, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  tdm_workspace_commit_async (self->workspace, tdm_series_plan_make_edit (plan), tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_meetings (self->pair)), ==, 0);
}

static void
test_a_series_without_an_end_is_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = make_plan (self);

  tdm_series_plan_set_repeat (plan, TDM_REPEAT_WEEKLY, 1, 0);
  assert_not_planned (self, plan, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_END);
}

/* Whoever invites is asked for when the first invitation goes. */
static void
test_a_series_is_planned_before_anybody_invites (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = make_plan (self);
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  tdm_series_plan_set_organizer (plan, "Coordination", "");
  edit = tdm_series_plan_make_edit (plan);
  g_assert_true (tdm_edit_check (edit, &error));
  g_assert_no_error (error);
}

static void
test_a_zone_that_does_not_exist_is_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = make_plan (self);

  tdm_series_plan_set_zone (plan, "Europe/Atlantis");
  assert_not_planned (self, plan, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNKNOWN_ZONE);
}

static void
test_a_time_that_does_not_exist_is_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = make_plan (self);

  tdm_series_plan_set_start (plan, "2027-03-28", 2, 30);
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_ONCE, 1, 1);
  assert_not_planned (self, plan, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_SUCH_TIME);
}

static void
test_the_31st_becomes_the_last_day (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = make_plan (self);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) dates = NULL;

  tdm_series_plan_set_start (plan, "2026-08-31", 10, 0);
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_MONTHLY_DAY, 1, 3);
  dates = tdm_series_plan_expand (plan, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dates[1], ==, "2026-09-30T10:00:00");
}

static void
move (Fixture *self, TdmMeeting *meeting, const char *local_start)
{
  tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_move (meeting, local_start, 60, "Room 2"),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Meeting moved");
}

static void
test_a_moved_meeting_keeps_its_place_in_the_series (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting;

  add_series (self);
  meeting = get_meeting (self, 1);
  move (self, meeting, "2026-12-01T15:00:00");
  g_assert_cmpstr (tdm_meeting_get_recurrence_id (meeting), ==, "2026-09-08T10:00:00");
  g_assert_cmpstr (tdm_meeting_get_local_start (meeting), ==, "2026-12-01T15:00:00");
  g_assert_true (get_meeting (self, 3) == meeting);
}

static void
test_a_meeting_cannot_move_to_nowhere (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_series (self);
  tdm_workspace_commit_async (self->workspace,
                              tdm_meeting_edits_move (get_meeting (self, 1), "2027-03-28T02:30:00", 60, ""),
                              tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_SUCH_TIME);
}

static void
test_a_meeting_that_took_place_counts_both (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting;
  g_autoptr (TdmAttendee) attendee = NULL;

  add_series (self);
  meeting = get_meeting (self, 0);
  tdm_clock_freeze (tdm_meeting_get_end (meeting));
  for (guint i = 0; i < 2; i++)
    {
      tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_record (meeting, TDM_MEETING_STATE_HELD),
                                  tdm_test_result_cb, &self->result);
      tdm_test_programme_finish (self, "Meeting took place");
    }
  g_assert_cmpint (tdm_meeting_get_state (meeting), ==, TDM_MEETING_STATE_HELD);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_meeting_get_attendees (meeting)), ==, 2);
  attendee = g_list_model_get_item (tdm_meeting_get_attendees (meeting), 1);
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_TOOK_PART), ==, TDM_TOOK_PART_YES);
}

static int
export (Fixture *self, const char *folder, GPtrArray **left_out, GError **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr (GPtrArray) series = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GListModel *all = tdm_workspace_get_pairs (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      TdmPair *pair = g_list_model_get_item (all, i);

      g_ptr_array_add (pairs, pair);
      g_object_unref (pair);
    }
  series = tdm_export_collect (self->workspace, pairs);
  tdm_export_folder_async (self->workspace, series, file, NULL, NULL, NULL, tdm_test_result_cb, &result);
  return tdm_export_finish (self->workspace, tdm_test_wait (&result), left_out, error);
}

static char *
read_only_file (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = g_dir_read_name (dir);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *content = NULL;

  g_assert_true (g_str_has_suffix (name, ".ics"));
  g_assert_null (g_dir_read_name (dir));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

static void
test_an_export_is_saved (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "out");
  TdmSeries *series = add_series (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_mkdir (folder, 0700);
  g_assert_cmpint (export (self, folder, NULL, &error), ==, 1);
  g_assert_no_error (error);
  content = read_only_file (folder);
  g_assert_nonnull (strstr (content, "METHOD:REQUEST"));
  g_assert_nonnull (strstr (content, tdm_record_get_uid (TDM_RECORD (series))));
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE), ==, TDM_SERIES_DRAFT);
  g_assert_cmpint (tdm_meeting_get_state (get_meeting (self, 0)), ==, TDM_MEETING_STATE_PLANNED);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_series_get_messages (series)), ==, 2);
}

static char *
cut_stamp (const char *content)
{
  g_autoptr (GRegex) stamp = g_regex_new ("^DTSTAMP:[0-9TZ]+\\r\\n", G_REGEX_MULTILINE | G_REGEX_NEWLINE_CRLF, 0, NULL);
  char *rest = g_regex_replace_literal (stamp, content, -1, 0, "", 0, NULL);

  g_assert_cmpuint (strlen (rest), ==, strlen (content) - strlen ("DTSTAMP:20260714T090000Z\r\n"));
  return rest;
}

static void
test_an_export_without_a_change_is_the_same (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "out");
  g_autofree char *first = NULL, *second = NULL, *cut_first = NULL, *cut_second = NULL;

  add_series (self);
  g_mkdir (folder, 0700);
  export (self, folder, NULL, NULL);
  first = read_only_file (folder);
  export (self, folder, NULL, NULL);
  second = read_only_file (folder);
  g_assert_cmpstr (cut_first = cut_stamp (first), ==, cut_second = cut_stamp (second));
}

static void
test_a_change_after_the_invitation_counts (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "out");
  TdmSeries *series = add_series (self);
  g_autofree char *content = NULL;

  move (self, get_meeting (self, 1), "2026-09-09T11:00:00");
  g_assert_cmpint (tdm_series_get_sequence (series), ==, 0);
  g_mkdir (folder, 0700);
  export (self, folder, NULL, NULL);
  move (self, get_meeting (self, 2), "2026-10-14T11:00:00");
  tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_cancel (get_meeting (self, 3)), tdm_test_result_cb,
                              &self->result);
  tdm_test_programme_finish (self, "Meeting cancelled");
  export (self, folder, NULL, NULL);
  content = read_only_file (folder);
  g_assert_nonnull (strstr (content, "SEQUENCE:1"));
  g_assert_nonnull (strstr (content, "EXDATE;TZID=Europe/Berlin:20261110T100000"));
  g_assert_nonnull (strstr (content, "RECURRENCE-ID;TZID=Europe/Berlin:20261013T100000"));
}

static void
test_a_person_without_address_keeps_nobody_waiting (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "out");
  TdmPair *with_addresses = self->pair;
  TdmPerson *carla = tdm_test_add_person (self->workspace, "Carla <b>", "");
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GError) error = NULL;

  add_series (self);
  tdm_workspace_commit_async (self->workspace,
                              tdm_pair_edits_add (tdm_pair_get_round (self->pair), carla,
                                                  tdm_pair_get_mentor (self->pair), NULL),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Tandem added");
  self->pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 1);
  g_object_unref (self->pair);
  g_assert_true (self->pair != with_addresses);
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, self->pair);
  add_series (self);

  g_mkdir (folder, 0700);
  g_assert_cmpint (export (self, folder, &left_out, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (left_out->len, ==, 1);
  g_assert_nonnull (strstr (left_out->pdata[0], "Carla <b>"));
}

static void
test_a_folder_that_takes_no_files (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TdmSeries *series = add_series (self);

  /* A folder below a file can never be written, by nobody. */
  g_autofree char *folder = g_build_filename (self->folder.path, "out", NULL);

  g_assert_cmpint (export (self, folder, NULL, &error), ==, -1);
  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE), ==, TDM_SERIES_DRAFT);
  g_assert_cmpint (tdm_meeting_get_state (get_meeting (self, 0)), ==, TDM_MEETING_STATE_PLANNED);
}

static void
test_an_export_can_be_stopped (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) series = g_ptr_array_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder.folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (series, add_series (self));
  g_cancellable_cancel (cancellable);
  tdm_export_folder_async (self->workspace, series, folder, NULL, NULL, cancellable, tdm_test_result_cb, &result);
  g_assert_cmpint (tdm_export_finish (self->workspace, tdm_test_wait (&result), NULL, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (tdm_meeting_get_state (get_meeting (self, 0)), ==, TDM_MEETING_STATE_PLANNED);
}

#define ADD(name, func) g_test_add ("/meetings/" name, Fixture, NULL, tdm_test_programme_set_up, func, \
                                 tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-series-has-all-its-meetings", test_a_series_has_all_its_meetings);
  ADD ("the-first-meeting-is-for-getting-to-know", test_the_first_meeting_is_for_getting_to_know);
  ADD ("a-series-is-undone-in-one-step", test_a_series_is_undone_in_one_step);
  ADD ("a-series-without-an-end-is-refused", test_a_series_without_an_end_is_refused);
  ADD ("a-series-is-planned-before-anybody-invites", test_a_series_is_planned_before_anybody_invites);
  ADD ("a-zone-that-does-not-exist-is-refused", test_a_zone_that_does_not_exist_is_refused);
  ADD ("a-time-that-does-not-exist-is-refused", test_a_time_that_does_not_exist_is_refused);
  ADD ("the-31st-becomes-the-last-day", test_the_31st_becomes_the_last_day);
  ADD ("a-moved-meeting-keeps-its-place-in-the-series", test_a_moved_meeting_keeps_its_place_in_the_series);
  ADD ("a-meeting-cannot-move-to-nowhere", test_a_meeting_cannot_move_to_nowhere);
  ADD ("a-meeting-that-took-place-counts-both", test_a_meeting_that_took_place_counts_both);
  ADD ("an-export-is-saved", test_an_export_is_saved);
  ADD ("an-export-without-a-change-is-the-same", test_an_export_without_a_change_is_the_same);
  ADD ("a-change-after-the-invitation-counts", test_a_change_after_the_invitation_counts);
  ADD ("a-person-without-address-keeps-nobody-waiting", test_a_person_without_address_keeps_nobody_waiting);
  ADD ("a-folder-that-takes-no-files", test_a_folder_that_takes_no_files);
  ADD ("an-export-can-be-stopped", test_an_export_can_be_stopped);
  return g_test_run ();
}
