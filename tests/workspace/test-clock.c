/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "messages/outbox-fixture.h"

#include "base/tdm-clock.h"
#include "workspace/tdm-workspace-clock.h"

/* What changes because time goes by, while the file is open */

typedef TdmTestProgramme Fixture;

#define HOUR (60 * 60)
#define DAY (24 * HOUR)

static void
set_up (Fixture *self, gconstpointer data)
{
  tdm_test_programme_set_up (self, data);
  outbox_plan (self);
  tdm_workspace_follow_clock (self->workspace);
}

static void
count_cb (int *count)
{
  ++*count;
}

static void
wait_for_next_start (Fixture *self, gint64 start)
{
  while (tdm_pair_get_next_start (self->pair) != start)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_the_next_meeting_is_the_next_one (Fixture *self, gconstpointer data)
{
  gint64 august = tdm_meeting_get_start (outbox_meeting (self, "2026-08-11"));
  gint64 september = tdm_meeting_get_start (outbox_meeting (self, "2026-09-08"));

  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, august);
  tdm_clock_freeze (august + HOUR - 1);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, august);
  tdm_clock_freeze (august + HOUR);
  wait_for_next_start (self, september);
  tdm_clock_freeze (august);
  wait_for_next_start (self, august);
}

static void
test_views_hear_that_time_went_by (Fixture *self, gconstpointer data)
{
  int n_notified = 0;
  gint64 now;

  g_signal_connect_swapped (self->workspace, "notify::now", G_CALLBACK (count_cb), &n_notified);
  tdm_clock_freeze (tdm_clock_now () + DAY);
  g_assert_cmpint (n_notified, ==, 1);
  g_object_get (self->workspace, "now", &now, NULL);
  g_assert_cmpint (now, ==, tdm_clock_now ());
}

/* Berlin is two hours ahead of UTC in summer. */
static void
test_it_turns_at_midnight_and_with_meetings (Fixture *self, gconstpointer data)
{
  gint64 august = tdm_meeting_get_start (outbox_meeting (self, "2026-08-11"));

  g_assert_cmpint (tdm_workspace_find_next_turn (self->workspace), ==, 1784066400);
  tdm_clock_freeze (august - HOUR);
  g_assert_cmpint (tdm_workspace_find_next_turn (self->workspace), ==, august);
  tdm_clock_freeze (august);
  g_assert_cmpint (tdm_workspace_find_next_turn (self->workspace), ==, august + HOUR);
  tdm_clock_freeze (august + HOUR);
  wait_for_next_start (self, tdm_meeting_get_start (outbox_meeting (self, "2026-09-08")));
  g_assert_cmpint (tdm_workspace_find_next_turn (self->workspace), ==, august + 14 * HOUR);
}

static void
test_what_is_over_is_told_nobody (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmOutbox) outbox = NULL;

  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-08-11"), "2026-08-12T15:00:00", "Room 1");
  outbox = tdm_outbox_new_for_pair (self->workspace, self->pair);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 2);
  tdm_clock_freeze (tdm_clock_now () + 40 * DAY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 0);
}

static void
test_a_closed_file_has_no_time (Fixture *self, gconstpointer data)
{
  int n_notified = 0;

  g_signal_connect_swapped (self->workspace, "notify::now", G_CALLBACK (count_cb), &n_notified);
  tdm_workspace_close (self->workspace);
  tdm_clock_freeze (tdm_clock_now () + DAY);
  g_assert_cmpint (n_notified, ==, 0);
}

#define ADD(name, func) g_test_add ("/clock/" name, Fixture, NULL, set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("the-next-meeting-is-the-next-one", test_the_next_meeting_is_the_next_one);
  ADD ("views-hear-that-time-went-by", test_views_hear_that_time_went_by);
  ADD ("it-turns-at-midnight-and-with-meetings", test_it_turns_at_midnight_and_with_meetings);
  ADD ("what-is-over-is-told-nobody", test_what_is_over_is_told_nobody);
  ADD ("a-closed-file-has-no-time", test_a_closed_file_has_no_time);
  return g_test_run ();
}
