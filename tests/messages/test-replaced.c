/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "outbox-fixture.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-series-edits.h"
#include "messages/tdm-message-text.h"
#include "method/tdm-conflicts.h"
#include "model/tdm-attendee.h"

#include <string.h>

/* A tandem changes hands in the middle of its meetings: two of twelve have taken place, on 11 August and 8
 * September. */

typedef TdmTestProgramme Fixture;

#define DAY (24 * 60 * 60)

static TdmPerson *
replace_mentor (Fixture *self)
{
  return outbox_replace (self, "Carla Diaz", "carla@example.org");
}

static char *
write_for (Fixture *self, const char *name, TdmMethod method)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < messages->len; i++)
    if (g_str_equal (tdm_outbox_message_get_name (messages->pdata[i]), name) &&
        tdm_outbox_message_get_method (messages->pdata[i]) == method)
      {
        g_autoptr (GBytes) bytes = tdm_outbox_message_write (messages->pdata[i], &error);

        g_assert_no_error (error);
        return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      }
  g_error ("There is no such message to %s.", name);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;
  return n;
}

static void
test_held_meetings_stay_with_the_people_of_then (Fixture *self, gconstpointer data)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->pair);
  TdmPerson *carla = replace_mentor (self);

  g_assert_true (tdm_pair_get_mentor (self->pair) == carla);
  g_assert_true (tdm_meeting_get_mentor (outbox_meeting (self, "2026-08-11")) == bo);
  g_assert_true (tdm_meeting_get_mentor (outbox_meeting (self, "2026-09-08")) == bo);
  g_assert_true (tdm_meeting_get_mentor (outbox_meeting (self, "2026-10-13")) == carla);
  g_assert_true (tdm_meeting_get_mentee (outbox_meeting (self, "2026-08-11")) == tdm_pair_get_mentee (self->pair));
}

static void
test_everybody_hears_of_dates_to_come_alone (Fixture *self, gconstpointer data)
{
  replace_mentor (self);
  outbox_assert_pending (self, "Anna Beck: 10 meetings cancelled\nBo Chen: No longer invited to 10 meetings\n"
                        "Anna Beck: Invitation to 10 meetings\nCarla Diaz: Invitation to 10 meetings");
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_who_comes_is_invited_from_the_next_date_on (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  replace_mentor (self);
  text = write_for (self, "Carla Diaz", TDM_METHOD_REQUEST);
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Berlin:20261013T100000"));
  g_assert_nonnull (strstr (text, "RRULE:FREQ=MONTHLY;COUNT=10;BYDAY=2TU"));
  g_assert_null (strstr (text, "Berlin:202608"));
  g_assert_null (strstr (text, "Berlin:202609"));
}

static void
test_who_leaves_gets_a_cancel_for_dates_to_come (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  replace_mentor (self);
  text = write_for (self, "Bo Chen", TDM_METHOD_CANCEL);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 10);
  g_assert_cmpuint (count (text, "RECURRENCE-ID;TZID=Europe/Berlin:"), ==, 10);
  g_assert_cmpuint (count (text, "STATUS:CANCELLED"), ==, 10);
  g_assert_nonnull (strstr (text, "RECURRENCE-ID;TZID=Europe/Berlin:20261013T100000"));
  g_assert_null (strstr (text, "mailto:anna@example.org"));
  g_assert_null (strstr (text, "Berlin:202608"));
  g_assert_null (strstr (text, "Berlin:202609"));
}

/* What people put down about a meeting that is over is for the programme: in the calendar of who stays it stays as it
 * was, although the message that ends the series has all of its dates. */
static void
test_who_stays_hears_nothing_of_what_is_over (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_cancel (self, outbox_meeting (self, "2026-08-11"));
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 2");
  outbox_assert_pending (self, "");
  replace_mentor (self);
  text = write_for (self, "Anna Beck", TDM_METHOD_REQUEST);
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Berlin:20260811T100000"));
  g_assert_nonnull (strstr (text, "RRULE:FREQ=MONTHLY;UNTIL=20260908T080000Z;BYDAY=2TU"));
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
  g_assert_null (strstr (text, "EXDATE"));
  g_assert_null (strstr (text, "Room 2"));
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

/* The whole invitation, written once more, has the number of the last one, so it must not say anything else. */
static void
test_the_whole_invitation_keeps_what_is_over (Fixture *self, gconstpointer data)
{
  TdmMeeting *august = outbox_meeting (self, "2026-08-11");
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  outbox_cancel (self, august);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 2");
  messages = tdm_outbox_message_retell (tdm_meeting_get_series (august), NULL);
  bytes = tdm_outbox_message_write (messages->pdata[0], NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "SEQUENCE:0"));
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
  g_assert_null (strstr (text, "EXDATE"));
}

/* What the list says and what the mail lists is the same. */
static void
test_the_mail_lists_what_the_outbox_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  guint n_seen = 0;

  replace_mentor (self);
  messages = outbox_pending (self);
  for (guint i = 0; i < messages->len; i++)
    {
      g_autofree char *mail = tdm_message_text_make (messages->pdata[i], "en");
      const char *title = tdm_outbox_message_get_title (messages->pdata[i]);

      g_assert_null (strstr (mail, "August 2026"));
      g_assert_null (strstr (mail, "September 2026"));
      g_assert_null (strstr (title, "September 2026"));
      if (!strstr (title, "10 meetings"))
        continue;
      g_assert_cmpuint (count (mail, "(Berlin time"), ==, 10);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, ==, 4);
}

/* The invitation that nobody sent while the first dates passed says how many are left, too. */
static void
test_a_late_invitation_counts_what_is_left (Fixture *self, gconstpointer data)
{
  TdmSeries *series = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  g_autofree char *mail = NULL;

  tdm_clock_freeze (tdm_clock_now () - 60 * DAY);
  series = tdm_meeting_get_series (outbox_meeting (self, "2026-10-13"));
  tdm_workspace_commit_async (self->workspace, tdm_series_edits_cancel (series), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Series cancelled");
  outbox_hand_over (self);
  outbox_plan (self);
  tdm_clock_freeze (tdm_clock_now () + 60 * DAY);
  outbox_assert_pending (self, "Anna Beck: Invitation to 10 meetings\nBo Chen: Invitation to 10 meetings");
  messages = outbox_pending (self);
  mail = tdm_message_text_make (messages->pdata[0], "en");
  g_assert_cmpuint (count (mail, "(Berlin time"), ==, 10);
}

static void
test_one_undo_takes_it_back (Fixture *self, gconstpointer data)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->pair);

  replace_mentor (self);
  tdm_test_programme_undo (self, "People changed");
  g_assert_true (tdm_meeting_get_mentor (outbox_meeting (self, "2026-10-13")) == bo);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-10-13")), ==, TDM_MEETING_STATE_INVITED);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_series (self->pair)), ==, 1);
  outbox_assert_pending (self, "");
}

static void
test_what_is_recorded_later_is_about_the_people_of_then (Fixture *self, gconstpointer data)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->pair);
  TdmPerson *carla = replace_mentor (self);
  TdmMeeting *meeting = outbox_meeting (self, "2026-09-08");

  tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_record (meeting, TDM_MEETING_STATE_HELD),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Meeting took place");
  g_assert_nonnull (tdm_meeting_get_own_attendee (meeting, bo));
  g_assert_null (tdm_meeting_get_own_attendee (meeting, carla));
}

static GPtrArray *
find_tandems (Fixture *self, TdmPerson *person)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs;

  tdm_workspace_find_tandems_async (self->workspace, person, tdm_test_result_cb, &self->result);
  tdm_test_wait (&self->result);
  pairs = tdm_workspace_find_tandems_finish (self->workspace, self->result, &error);
  g_assert_no_error (error);
  g_clear_object (&self->result);
  return pairs;
}

/* Also where others have the tandem by now, it is found for whoever met in it. */
static void
test_the_tandem_of_who_met_is_found (Fixture *self, gconstpointer data)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->pair);
  TdmPerson *carla = replace_mentor (self);
  g_autoptr (GPtrArray) of_bo = find_tandems (self, bo), of_carla = find_tandems (self, carla);

  g_assert_cmpuint (of_bo->len, ==, 1);
  g_assert_true (of_bo->pdata[0] == self->pair);
  g_assert_cmpuint (of_carla->len, ==, 1);
  g_assert_true (of_carla->pdata[0] == self->pair);
}

/* Who left is part of what was: the person cannot be taken out of the programme. */
static void
test_who_met_stays_in_the_programme (Fixture *self, gconstpointer data)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->pair);
  g_autoptr (GError) error = NULL;

  replace_mentor (self);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (bo), tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IN_USE);
}

/* October was moved ahead of September and has taken place; September was moved and is still to come. */
static void
test_a_date_out_of_order_goes_on_alone (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_autofree char *mail = NULL;
  TdmPerson *carla;
  TdmMeeting *september;

  tdm_clock_freeze (tdm_clock_now () - 60 * DAY);
  outbox_move (self, outbox_meeting (self, "2026-10-13"), "2026-09-01T10:00:00", "Room 1");
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-22T10:00:00", "Room 1");
  outbox_hand_over (self);
  tdm_clock_freeze (tdm_clock_now () + 60 * DAY);
  september = outbox_meeting (self, "2026-09-08");
  carla = replace_mentor (self);
  g_assert_true (tdm_meeting_get_mentor (september) == carla);
  g_assert_cmpstr (tdm_meeting_get_local_start (september), ==, "2026-09-22T10:00:00");
  outbox_assert_pending (self, "Anna Beck: 10 meetings cancelled\nBo Chen: No longer invited to 10 meetings\n"
                        "Anna Beck: Invitation to 9 meetings\nCarla Diaz: Invitation to 9 meetings\n"
                        "Anna Beck: Invitation to 1 meeting\nCarla Diaz: Invitation to 1 meeting");
  messages = outbox_pending (self);
  mail = tdm_message_text_make (messages->pdata[0], "en");
  g_assert_cmpuint (count (mail, "(Berlin time"), ==, 10);
}

static void
set_zone_everywhere (Fixture *self, const char *zone)
{
  g_autoptr (TdmSeries) series = g_list_model_get_item (tdm_pair_get_series (self->pair), 0);
  GListModel *meetings = tdm_pair_get_meetings (self->pair);
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Zone");

  tdm_record_set_text (tdm_edit_update (edit, series), TDM_SERIES_ZONE, zone);
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      tdm_record_set_text (tdm_edit_update (edit, meeting), TDM_MEETING_ZONE, zone);
    }
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Zone");
}

/* Its meetings still have the old name of their zone, which makes none of them a date of its own. */
static void
test_the_new_series_calls_its_zone_by_the_name_of_today (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  set_zone_everywhere (self, "CET");
  outbox_hand_over (self);
  replace_mentor (self);
  text = write_for (self, "Carla Diaz", TDM_METHOD_REQUEST);
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Brussels:20261013T100000"));
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
  g_assert_cmpuint (count (text, "BEGIN:VTIMEZONE"), ==, 1);
}

static void
test_all_dates_over_need_no_message (Fixture *self, gconstpointer data)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->pair);

  tdm_clock_freeze (tdm_clock_now () + 400 * DAY);
  replace_mentor (self);
  outbox_assert_pending (self, "");
  g_assert_true (tdm_meeting_get_mentor (outbox_meeting (self, "2027-07-13")) == bo);
}

#define ADD(name, func) \
  g_test_add ("/replaced/" name, Fixture, NULL, outbox_set_up_half_way, func, tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("held-meetings-stay-with-the-people-of-then", test_held_meetings_stay_with_the_people_of_then);
  ADD ("everybody-hears-of-dates-to-come-alone", test_everybody_hears_of_dates_to_come_alone);
  ADD ("who-comes-is-invited-from-the-next-date-on", test_who_comes_is_invited_from_the_next_date_on);
  ADD ("who-leaves-gets-a-cancel-for-dates-to-come", test_who_leaves_gets_a_cancel_for_dates_to_come);
  ADD ("who-stays-hears-nothing-of-what-is-over", test_who_stays_hears_nothing_of_what_is_over);
  ADD ("the-whole-invitation-keeps-what-is-over", test_the_whole_invitation_keeps_what_is_over);
  ADD ("the-mail-lists-what-the-outbox-counts", test_the_mail_lists_what_the_outbox_counts);
  ADD ("a-late-invitation-counts-what-is-left", test_a_late_invitation_counts_what_is_left);
  ADD ("one-undo-takes-it-back", test_one_undo_takes_it_back);
  ADD ("what-is-recorded-later-is-about-the-people-of-then", test_what_is_recorded_later_is_about_the_people_of_then);
  ADD ("the-tandem-of-who-met-is-found", test_the_tandem_of_who_met_is_found);
  ADD ("who-met-stays-in-the-programme", test_who_met_stays_in_the_programme);
  ADD ("a-date-out-of-order-goes-on-alone", test_a_date_out_of_order_goes_on_alone);
  ADD ("the-new-series-calls-its-zone-by-the-name-of-today", test_the_new_series_calls_its_zone_by_the_name_of_today);
  ADD ("all-dates-over-need-no-message", test_all_dates_over_need_no_message);
  return g_test_run ();
}
