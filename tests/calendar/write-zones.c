/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-zone-changes.h"
#include "calendar/tdm-zone.h"

#include <stdlib.h>

/* Writes the description of every zone for some years, for another program to read: `write-zones FIRST LAST`. A line
 * with the name in brackets comes before each. */

static void
write_zone (const char *name, int first_year, int last_year)
{
  g_autoptr (GError) error = NULL;
  const char *text = tdm_zone_get_vtimezone (name, tdm_zone_year_start (first_year),
                                             tdm_zone_year_start (last_year + 1) - 1, &error);

  g_assert_no_error (error);
  g_print ("[%s]\r\n%s", name, text);
}

int
main (int argc, char *argv[])
{
  g_assert_cmpint (argc, ==, 3);
  for (const char *const *name = tdm_zone_list_names (); *name; name++)
    write_zone (*name, atoi (argv[1]), atoi (argv[2]));
  write_zone ("UTC", atoi (argv[1]), atoi (argv[2]));
  return 0;
}
