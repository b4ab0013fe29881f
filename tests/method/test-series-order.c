/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "messages/outbox-fixture.h"
#include "method/tdm-conflicts.h"
#include "method/tdm-series-order.h"

/* Dates of a series that Exchange does not take: a warning, for other calendars do. The series is on 11 August, 8
 * September, 13 October 2026 and so on. */

typedef TdmTestProgramme Fixture;

#define ONE_DAY "Outlook refuses two meetings of a series on one day"
#define PAST "Outlook refuses a meeting that moves past another one of its series"

static void
assert_warning (Fixture *self, const char *date, const char *local_start, const char *expected)
{
  g_autofree char *text = tdm_series_order_describe (outbox_meeting (self, date), local_start);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_a_date_on_the_day_of_another (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  assert_warning (self, "2026-09-08", "2026-10-13T15:00:00", ONE_DAY);
  assert_warning (self, "2026-09-08", "2026-10-13T10:00:00", ONE_DAY);
  assert_warning (self, "2026-09-08", "2026-08-11T08:00:00", ONE_DAY);
  assert_warning (self, "2026-09-08", "2026-10-12T23:00:00", NULL);
}

static void
test_a_date_past_another (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  assert_warning (self, "2026-09-08", "2026-10-14T10:00:00", PAST);
  assert_warning (self, "2026-09-08", "2026-08-10T10:00:00", PAST);
  assert_warning (self, "2026-09-08", "2026-09-30T10:00:00", NULL);
}

/* Days are those of the clocks of the series. */
static void
test_a_day_on_the_clocks_of_the_series (Fixture *self, gconstpointer data)
{
  outbox_plan_in (self, "Pacific/Auckland");
  assert_warning (self, "2026-09-08", "2026-10-13T00:30:00", ONE_DAY);
  assert_warning (self, "2026-09-08", "2026-10-12T23:30:00", NULL);
}

static void
test_a_neighbour_that_moved_too (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_move (self, outbox_meeting (self, "2026-10-13"), "2026-10-20T10:00:00", "");
  assert_warning (self, "2026-09-08", "2026-10-13T10:00:00", NULL);
  assert_warning (self, "2026-09-08", "2026-10-20T15:00:00", ONE_DAY);
}

static void
test_a_neighbour_that_is_off (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_cancel (self, outbox_meeting (self, "2026-10-13"));
  assert_warning (self, "2026-09-08", "2026-10-13T15:00:00", NULL);
  assert_warning (self, "2026-09-08", "2026-10-20T15:00:00", NULL);
}

/* Among what is in the way of a meeting, for both of them */
static void
test_it_is_marked (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmConflicts) conflicts = tdm_conflicts_new ();
  GListModel *meetings = tdm_workspace_get_meetings (self->workspace);
  TdmMeeting *september, *october;
  g_autofree char *before = NULL, *one = NULL, *other = NULL;

  outbox_plan (self);
  september = outbox_meeting (self, "2026-09-08");
  october = outbox_meeting (self, "2026-10-13");
  before = tdm_test_find_conflict (conflicts, meetings, september);
  g_assert_null (before);
  outbox_move (self, september, "2026-10-13T15:00:00", "");
  one = tdm_test_find_conflict (conflicts, meetings, september);
  other = tdm_test_find_conflict (conflicts, meetings, october);
  g_assert_cmpstr (one, ==, ONE_DAY);
  g_assert_cmpstr (other, ==, ONE_DAY);
}

#define ADD(name, func) \
  g_test_add ("/series-order/" name, Fixture, NULL, tdm_test_programme_set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-date-on-the-day-of-another", test_a_date_on_the_day_of_another);
  ADD ("a-date-past-another", test_a_date_past_another);
  ADD ("a-day-on-the-clocks-of-the-series", test_a_day_on_the_clocks_of_the_series);
  ADD ("a-neighbour-that-moved-too", test_a_neighbour_that_moved_too);
  ADD ("a-neighbour-that-is-off", test_a_neighbour_that_is_off);
  ADD ("it-is-marked", test_it_is_marked);
  return g_test_run ();
}
