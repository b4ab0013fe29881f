/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "support/tdm-test.h"

#include "base/tdm-alarm.h"
#include "base/tdm-clock.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* The alarm of the wall clock, as the main loop hears it */

static void
count_cb (int *n_rings)
{
  ++*n_rings;
}

static TdmAlarm *
make_alarm (const char *zone_file, int *n_rings)
{
  TdmAlarm *alarm = tdm_alarm_new (zone_file);

  g_signal_connect_swapped (alarm, "ring", G_CALLBACK (count_cb), n_rings);
  return alarm;
}

static void
wait_for_ring (int *n_rings)
{
  int before = *n_rings;

  while (*n_rings == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_it_rings_at_its_time (TdmTestFolder *folder, gconstpointer data)
{
  int n_rings = 0;
  g_autoptr (TdmAlarm) alarm = make_alarm (folder->path, &n_rings);
  gint64 then = tdm_clock_now () + 1;

  tdm_alarm_set (alarm, then);
  g_assert_cmpint (n_rings, ==, 0);
  wait_for_ring (&n_rings);
  g_assert_cmpint (tdm_clock_now (), >=, then);
}

/* As after a sleep of the computer */
static void
test_a_time_that_has_passed_rings_at_once (TdmTestFolder *folder, gconstpointer data)
{
  int n_rings = 0;
  g_autoptr (TdmAlarm) alarm = make_alarm (folder->path, &n_rings);

  tdm_alarm_set (alarm, tdm_clock_now () - 3600);
  wait_for_ring (&n_rings);
}

static void
test_another_zone_rings (TdmTestFolder *folder, gconstpointer data)
{
  int n_rings = 0;
  g_autofree char *link = tdm_test_folder_join (folder, "localtime");
  g_autofree char *other = tdm_test_folder_join (folder, "localtime.new");
  g_autoptr (TdmAlarm) alarm = NULL;

  g_assert_cmpint (symlink ("/usr/share/zoneinfo/Europe/Berlin", link), ==, 0);
  alarm = make_alarm (link, &n_rings);
  g_assert_cmpint (symlink ("/usr/share/zoneinfo/Europe/London", other), ==, 0);
  g_assert_cmpint (g_rename (other, link), ==, 0);
  wait_for_ring (&n_rings);
}

static void
test_a_clock_that_was_set_rings (TdmTestFolder *folder, gconstpointer data)
{
  int n_rings = 0;
  g_autoptr (TdmAlarm) alarm = make_alarm (folder->path, &n_rings);

  tdm_alarm_set (alarm, tdm_clock_now () + 3600);
  tdm_clock_freeze (1784019600);
  g_assert_cmpint (n_rings, ==, 1);
  tdm_clock_freeze (0);
}

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  tdm_clock_freeze (0);
  TDM_TEST_ADD ("/alarm/it-rings-at-its-time", test_it_rings_at_its_time);
  TDM_TEST_ADD ("/alarm/a-time-that-has-passed-rings-at-once", test_a_time_that_has_passed_rings_at_once);
  TDM_TEST_ADD ("/alarm/another-zone-rings", test_another_zone_rings);
  TDM_TEST_ADD ("/alarm/a-clock-that-was-set-rings", test_a_clock_that_was_set_rings);
  return g_test_run ();
}
