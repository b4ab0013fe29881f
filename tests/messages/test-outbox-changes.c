/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "outbox-fixture.h"

#include "messages/tdm-outbox-changes.h"

/* What whoever sends a message can read of it: what it changes in the calendar of its recipient. */

typedef TdmTestProgramme Fixture;

/* Of the messages to @name, what each changes, a line each */
static void
assert_changes (Fixture *self, const char *name, const char *expected)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < messages->len; i++)
    {
      g_auto (GStrv) lines = tdm_outbox_changes_list (messages->pdata[i]);

      if (!g_str_equal (tdm_outbox_message_get_name (messages->pdata[i]), name))
        continue;
      for (char **line = lines; *line; line++)
        g_string_append_printf (found, "%s\n", *line);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
follow (Fixture *self, const char *date, int count)
{
  outbox_follow (self, outbox_meeting (self, "2026-08-11"), date, count);
}

static void
test_an_invitation_brings_its_dates (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  follow (self, "2026-08-11", 2);
  assert_changes (self, "Anna Beck", "New date: 11 August 2026, 10:00\nNew date: 8 September 2026, 10:00\n");
}

static void
test_a_move_says_both_times_and_places (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 2");
  assert_changes (self, "Bo Chen",
                  "New time: 9 September 2026, 15:00, before: 8 September 2026, 10:00\n"
                  "New place on 9 September 2026, 15:00: Room 2, before: Room 1\n");
}

static void
test_a_cancelled_date_is_named (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_hand_over (self);
  outbox_cancel (self, outbox_meeting (self, "2026-09-08"));
  assert_changes (self, "Bo Chen", "Cancelled: 8 September 2026, 10:00\n");
}

/* Each of two messages says its own change, not that of the other. */
static void
test_each_message_has_its_change (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_auto (GStrv) first = NULL, second = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_cancel (self, outbox_meeting (self, "2026-09-08"));
  outbox_move (self, outbox_meeting (self, "2026-10-13"), "2026-10-13T11:00:00", "Room 1");
  messages = outbox_pending (self);
  g_assert_cmpuint (messages->len, ==, 4);
  first = tdm_outbox_changes_list (messages->pdata[0]);
  second = tdm_outbox_changes_list (messages->pdata[1]);
  g_assert_cmpuint (g_strv_length (first), ==, 1);
  g_assert_cmpstr (*first, ==, "Cancelled: 8 September 2026, 10:00");
  g_assert_cmpuint (g_strv_length (second), ==, 1);
  g_assert_cmpstr (*second, ==, "New time: 13 October 2026, 11:00, before: 13 October 2026, 10:00");
}

static void
test_a_new_partner_is_named (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_hand_over (self);
  outbox_replace (self, "Dora Ernst", "dora@example.org");
  assert_changes (self, "Anna Beck",
                  "New partner: Dora Ernst\nNo longer invited: Bo Chen\n"
                  "New title: Tandem: Anna Beck & Dora Ernst\n");
}

/* Who leaves is told of every date that is off. */
static void
test_who_leaves_loses_all_dates (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  follow (self, "2026-08-11", 2);
  outbox_hand_over (self);
  outbox_replace (self, "Dora Ernst", "dora@example.org");
  assert_changes (self, "Bo Chen", "Cancelled: 11 August 2026, 10:00\nCancelled: 8 September 2026, 10:00\n");
}

/* What does not repeat has no date that would keep its name. */
static void
test_an_only_meeting_moves (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  follow (self, "2026-08-11", 1);
  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-08-11"), "2026-08-12T10:00:00", "Room 1");
  assert_changes (self, "Anna Beck", "New time: 12 August 2026, 10:00, before: 11 August 2026, 10:00\n");
}

/* A place that all dates share is named once. */
static void
test_a_new_place_of_all_is_said_once (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);
  g_autoptr (TdmRecord) draft = NULL;

  outbox_hand_over (self);
  draft = tdm_record_new_draft (TDM_RECORD (series));
  tdm_record_set_text (draft, TDM_SERIES_PLACE, "Room 3");
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Series changed");
  assert_changes (self, "Anna Beck", "New place: Room 3, before: Room 1\n");
}

#define ADD(name, func) g_test_add ("/outbox-changes/" name, Fixture, NULL, tdm_test_programme_set_up, func, \
                                 tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("an-invitation-brings-its-dates", test_an_invitation_brings_its_dates);
  ADD ("a-move-says-both-times-and-places", test_a_move_says_both_times_and_places);
  ADD ("a-cancelled-date-is-named", test_a_cancelled_date_is_named);
  ADD ("each-message-has-its-change", test_each_message_has_its_change);
  ADD ("a-new-partner-is-named", test_a_new_partner_is_named);
  ADD ("who-leaves-loses-all-dates", test_who_leaves_loses_all_dates);
  ADD ("an-only-meeting-moves", test_an_only_meeting_moves);
  ADD ("a-new-place-of-all-is-said-once", test_a_new_place_of_all_is_said_once);
  return g_test_run ();
}
