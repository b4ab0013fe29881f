/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-clock.h"

/* 0 means that the clock runs. */
static gint64 frozen_now;

static gint64
read_frozen_environment (void)
{
  const char *text = g_getenv ("TANDEM_NOW");
  g_autoptr (GDateTime) moment = text ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return moment ? g_date_time_to_unix (moment) : 0;
}

/**
 * tdm_clock_now:
 *
 * The one clock of the program. Tests freeze it with tdm_clock_freeze(), or for a whole process with the
 * environment variable `TANDEM_NOW` (ISO 8601 with a zone, such as `2026-07-14T09:00:00Z`).
 *
 * Returns: seconds since 1970-01-01 UTC
 */
gint64
tdm_clock_now (void)
{
  static gsize asked;

  if (g_once_init_enter (&asked))
    {
      if (frozen_now == 0)
        frozen_now = read_frozen_environment ();
      g_once_init_leave (&asked, 1);
    }

  return frozen_now != 0 ? frozen_now : g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * tdm_clock_local:
 *
 * Returns: (transfer full): now, on the wall clock of this computer
 */
GDateTime *
tdm_clock_local (void)
{
  return g_date_time_new_from_unix_local (tdm_clock_now ());
}

/**
 * tdm_clock_today:
 *
 * Returns: (transfer full): the local date as `YYYY-MM-DD`, the form in which dates are stored
 */
char *
tdm_clock_today (void)
{
  g_autoptr (GDateTime) now = tdm_clock_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * tdm_clock_freeze:
 * @now: seconds since 1970-01-01 UTC, or 0 to let the clock run again
 *
 * Stops the clock, for tests.
 */
void
tdm_clock_freeze (gint64 now)
{
  tdm_clock_now ();
  frozen_now = now;
}
