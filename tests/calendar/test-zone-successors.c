/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-schedule.h"
#include "calendar/tdm-zone-changes.h"
#include "calendar/tdm-zone-name.h"
#include "calendar/tdm-zone.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <libical/ical.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Old names of zones, on a system whose time zone data have them no more, as Debian 13 and Ubuntu since 23.10: libical
 * reads the data through the fopen() below. */

#define ZONE_INFO "/usr/share/zoneinfo/"
#define FROM 1767225600 /* 2026-01-01 */
#define TO 1924991999   /* 2030-12-31 */
#define DAY (24 * 60 * 60)

static gboolean has_old_names;

/* What is in zone.tab, or no place */
static gboolean
is_kept (const char *name)
{
  static GHashTable *kept;

  if (!kept)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_true (g_file_get_contents (ZONE_INFO "zone.tab", &text, NULL, NULL));
      kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      lines = g_strsplit (text, "\n", -1);
      for (char **line = lines; *line; line++)
        {
          g_auto (GStrv) parts = g_strsplit (*line, "\t", -1);

          if (**line != '#' && g_strv_length (parts) >= 3)
            g_hash_table_add (kept, g_strdup (parts[2]));
        }
      g_assert_cmpuint (g_hash_table_size (kept), >, 400);
    }
  return g_hash_table_contains (kept, name) || g_str_has_prefix (name, "Etc/") || g_str_has_suffix (name, ".tab") ||
         g_str_equal (name, "UTC") || g_str_equal (name, "GMT");
}

FILE *
fopen (const char *path, const char *mode)
{
  FILE *(*real) (const char *, const char *) = dlsym (RTLD_NEXT, "fopen");
  const char *name = path;

  while (g_str_has_prefix (name, ZONE_INFO "/"))
    name++;
  if (!has_old_names && g_str_has_prefix (name, ZONE_INFO) && !is_kept (name + strlen (ZONE_INFO)))
    {
      errno = ENOENT;
      return NULL;
    }
  return real (path, mode);
}

static const char *const names[][2] = {
  { "Asia/Calcutta", "Asia/Kolkata" },
  { "Europe/Kiev", "Europe/Kyiv" },
  { "Asia/Saigon", "Asia/Ho_Chi_Minh" },
  { "America/Buenos_Aires", "America/Argentina/Buenos_Aires" },
  { "America/Montreal", "America/Toronto" },
  { "US/Eastern", "America/New_York" },
  { "US/East-Indiana", "America/Indiana/Indianapolis" },
  { "GB", "Europe/London" },
  { "Singapore", "Asia/Singapore" },
  { "PRC", "Asia/Shanghai" },
  { "CET", "Europe/Brussels" },
  { "EST", "America/Panama" },
  { "EST5EDT", "America/New_York" },
  { "Zulu", "UTC" },
};

static void
test_stored (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 there = tdm_zone_to_utc (names[i][0], "2027-07-01T10:00:00", &error);

      g_assert_no_error (error);
      g_assert_cmpint (there, ==, tdm_zone_to_utc (names[i][1], "2027-07-01T10:00:00", NULL));
      g_assert_true (tdm_zone_exists (names[i][0]));
    }
}

static void
test_current_name (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (tdm_zone_get_current_name (names[i][0]), ==, names[i][1]);
  for (const char *const *name = tdm_zone_list_names (); *name; name++)
    g_assert_cmpstr (tdm_zone_get_current_name (*name), ==, *name);
  g_assert_cmpstr (tdm_zone_get_current_name ("Etc/GMT-3"), ==, "Etc/GMT-3");
  g_assert_cmpstr (tdm_zone_get_current_name ("UTC"), ==, "UTC");
  g_assert_cmpstr (tdm_zone_get_current_name ("Europe/Atlantis"), ==, "Europe/Atlantis");
}

/* Three letters mean a zone in one country, and another one elsewhere. */
static void
test_no_names (void)
{
  static const char *const texts[] = { "AST", "IST", "PST", "BST", "CST", "ECT", "GMT+3", "Europe/Atlantis" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (tdm_zone_exists (texts[i]));
}

static void
test_incoming (void)
{
  g_autofree char *kolkata = tdm_zone_name_find ("Asia/Calcutta");
  g_autofree char *new_york = tdm_zone_name_find ("/mozilla.org/20070129_1/US/Eastern");
  g_autofree char *windows = tdm_zone_name_find ("US Eastern Standard Time");
  g_autofree char *brussels = tdm_zone_name_guess ("CET");

  g_assert_cmpstr (kolkata, ==, "Asia/Kolkata");
  g_assert_cmpstr (new_york, ==, "America/New_York");
  g_assert_cmpstr (windows, ==, "America/Indiana/Indianapolis");
  g_assert_cmpstr (brussels, ==, "Europe/Brussels");
}

/* A series goes on under the name by which people's calendars know it. */
static void
test_invitation (void)
{
  g_autoptr (GError) error = NULL;
  const char *text = tdm_zone_get_vtimezone ("Asia/Calcutta", FROM, TO, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "TZID:Asia/Calcutta\r\n"));
  g_assert_nonnull (strstr (text, "TZNAME:IST\r\n"));
}

static void
test_same (void)
{
  const TdmSlot old = { .local_start = (char *) "2027-07-01T10:00:00", .zone = (char *) "US/Eastern", .minutes = 60 };
  TdmSlot now = old;

  now.zone = (char *) "America/New_York";
  g_assert_true (tdm_slot_same_time (&old, &now));
  now.zone = (char *) "America/Toronto";
  g_assert_false (tdm_slot_same_time (&old, &now));
}

/* A computer is set to a zone that only GLib's data have: in a sandbox it is set from outside. */
static void
test_system (void)
{
  g_autofree char *folder = NULL, *us = NULL, *pacific = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  folder = g_dir_make_tmp ("tandem-zones.XXXXXX", NULL);
  us = g_build_filename (folder, "US", NULL);
  pacific = g_build_filename (us, "Pacific", NULL);
  g_assert_cmpint (g_mkdir (us, 0700), ==, 0);
  g_assert_cmpint (symlink (ZONE_INFO "America/Los_Angeles", pacific), ==, 0);
  g_setenv ("TZDIR", folder, TRUE);
  g_setenv ("TZ", "US/Pacific", TRUE);
  g_assert_cmpstr (tdm_zone_get_system (), ==, "America/Los_Angeles");
  g_assert_true (g_strv_contains (tdm_zone_list_names (), tdm_zone_get_system ()));
}

/* --- every name of the time zone data ------------------------------------------------------------ */

static gboolean
is_zone_file (const char *path)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && g_str_has_prefix (text, "TZif");
}

static void
add_names (GPtrArray *found, const char *folder)
{
  g_autofree char *path = g_strconcat (ZONE_INFO, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *entry;

  g_assert_nonnull (dir);
  while ((entry = g_dir_read_name (dir)))
    {
      g_autofree char *name = g_strconcat (folder, *folder ? "/" : "", entry, NULL);
      g_autofree char *whole = g_strconcat (ZONE_INFO, name, NULL);

      if (g_str_equal (name, "posix") || g_str_equal (name, "right"))
        continue;
      if (g_file_test (whole, G_FILE_TEST_IS_DIR))
        add_names (found, name);
      else if (g_ascii_isupper (*entry) && !g_str_equal (name, "Factory") && is_zone_file (whole))
        g_ptr_array_add (found, g_steal_pointer (&name));
    }
}

static GArray *
read_own_changes (const char *name)
{
  icaltimezone *zone;

  has_old_names = TRUE;
  zone = icaltimezone_get_builtin_timezone (name);
  g_assert_nonnull (zone);
  icaltimezone_get_component (zone);
  has_old_names = FALSE;
  return tdm_zone_changes_read (zone);
}

/* Wherever the old names are, they mean what their successors say. */
static void
test_all (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  add_names (all, "");
  g_assert_cmpuint (all->len, >, 400);
  for (guint i = 0; i < all->len; i++)
    {
      const char *name = all->pdata[i], *current;
      g_autoptr (GArray) own = NULL;
      GArray *changes;

      if (!tdm_zone_exists (name))
        g_error ("%s is not known", name);
      current = tdm_zone_get_current_name (name);
      g_assert_true (is_kept (current));
      changes = tdm_zone_get_changes (current, NULL);
      own = read_own_changes (name);
      for (gint64 at = FROM; at < TO; at += DAY)
        if (tdm_zone_changes_get_offset (changes, at) != tdm_zone_changes_get_offset (own, at))
          g_error ("%s has other clocks than %s", name, current);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone-successors/stored", test_stored);
  g_test_add_func ("/zone-successors/current-name", test_current_name);
  g_test_add_func ("/zone-successors/no-names", test_no_names);
  g_test_add_func ("/zone-successors/incoming", test_incoming);
  g_test_add_func ("/zone-successors/invitation", test_invitation);
  g_test_add_func ("/zone-successors/same", test_same);
  g_test_add_func ("/zone-successors/system", test_system);
  g_test_add_func ("/zone-successors/all", test_all);
  return g_test_run ();
}
