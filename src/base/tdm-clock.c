/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-clock.h"

#include <string.h>

/* 0 means that the clock runs. */
static gint64 frozen_now;

/* How far a clock that runs is ahead of that of the computer */
static gint64 seconds_ahead;

typedef struct
{
  TdmClockSetFunc set_cb;
  gpointer data;
} Watcher;

static GArray *watchers;

static gint64
get_real_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * tdm_clock_now:
 *
 * The one clock of the program. Tests freeze it with tdm_clock_freeze(), or for a whole process with the environment
 * variable `TANDEM_NOW` (ISO 8601 with a zone, such as `2026-07-14T09:00:00Z`; with a `+` behind it, the clock runs on
 * from there).
 *
 * Returns: seconds since 1970-01-01 UTC
 */
gint64
tdm_clock_now (void)
{
  static gsize asked;

  if (g_once_init_enter (&asked))
    {
      g_autofree char *text = g_strdup (g_getenv ("TANDEM_NOW"));
      gboolean runs = text && g_str_has_suffix (text, "+");
      g_autoptr (GDateTime) moment = NULL;

      if (runs)
        text[strlen (text) - 1] = '\0';
      moment = text ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
      if (frozen_now == 0 && moment && runs)
        seconds_ahead = g_date_time_to_unix (moment) - get_real_now ();
      else if (frozen_now == 0 && moment)
        frozen_now = g_date_time_to_unix (moment);
      g_once_init_leave (&asked, 1);
    }

  return frozen_now != 0 ? frozen_now : get_real_now () + seconds_ahead;
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
 * tdm_clock_find_midnight:
 * @days: how many days from today
 *
 * Returns: when that day begins on this computer, UTC seconds; later in zones whose clocks leave midnight out
 */
gint64
tdm_clock_find_midnight (int days)
{
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                                          g_date_time_get_day_of_month (day), 0, 0, 0);

  return g_date_time_to_unix (midnight ? midnight : day);
}

/**
 * tdm_clock_freeze:
 * @now: seconds since 1970-01-01 UTC, or 0 to let the clock run again
 *
 * Stops the clock, for tests. Who watches hears of it, as when somebody sets the clock of the computer.
 */
void
tdm_clock_freeze (gint64 now)
{
  gboolean is_other = tdm_clock_now () != now;

  frozen_now = now;
  for (guint i = watchers && is_other ? watchers->len : 0; i > 0; i--)
    {
      Watcher watcher = g_array_index (watchers, Watcher, i - 1);

      watcher.set_cb (watcher.data);
    }
}

/**
 * tdm_clock_get_real:
 * @instant: UTC seconds by tdm_clock_now()
 *
 * Returns: what the clock of the computer shows then, UTC seconds; %G_MAXINT64 if the clock of the program stands
 */
gint64
tdm_clock_get_real (gint64 instant)
{
  tdm_clock_now ();
  return frozen_now != 0 ? G_MAXINT64 : instant - seconds_ahead;
}

/**
 * tdm_clock_watch:
 * @set_cb: called when tdm_clock_freeze() sets the clock, on the main thread
 */
void
tdm_clock_watch (TdmClockSetFunc set_cb, gpointer data)
{
  Watcher watcher = { set_cb, data };

  if (!watchers)
    watchers = g_array_new (FALSE, FALSE, sizeof (Watcher));
  g_array_append_val (watchers, watcher);
}

void
tdm_clock_unwatch (TdmClockSetFunc set_cb, gpointer data)
{
  for (guint i = watchers ? watchers->len : 0; i > 0; i--)
    {
      Watcher *watcher = &g_array_index (watchers, Watcher, i - 1);

      if (watcher->set_cb == set_cb && watcher->data == data)
        g_array_remove_index (watchers, i - 1);
    }
}
