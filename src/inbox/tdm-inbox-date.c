/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-date.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-incoming-event.h"
#include "calendar/tdm-zone.h"

#include <string.h>

#define MINUTES_LEAST 5
#define MINUTES_MOST 600

/* Which date of a series a message is about (RECURRENCE-ID, RFC 5545 3.8.4.4): programs write the moment, the time on
 * some clock, or the day alone. */

/**
 * tdm_inbox_date_is:
 * @event: a message about one date
 * @zone: the zone of the series
 * @original: when a meeting was meant to be at first, on the clocks of @zone, or ""
 *
 * Returns: whether @event is about that meeting
 */
gboolean
tdm_inbox_date_is (TdmIncomingEvent *event, const char *zone, const char *original)
{
  g_return_val_if_fail (event != NULL, FALSE);

  if (*original == '\0')
    return FALSE;
  if (event->recurrence_is_date)
    return strncmp (original, event->recurrence_local, strlen ("YYYY-MM-DD")) == 0;
  if (event->recurrence_instant == 0)
    return g_str_equal (original, event->recurrence_local);
  return tdm_zone_resolve (zone, original, NULL) == event->recurrence_instant;
}

/**
 * tdm_inbox_date_get_original:
 * @event: a message about one date
 * @zone: the zone of the series
 *
 * Returns: (transfer full) (nullable): that date on the clocks of @zone, midnight where only the day is known
 */
char *
tdm_inbox_date_get_original (TdmIncomingEvent *event, const char *zone)
{
  g_return_val_if_fail (event != NULL, NULL);

  return event->recurrence_is_date || event->recurrence_instant == 0
           ? g_strdup (event->recurrence_local)
           : tdm_zone_from_utc (zone, event->recurrence_instant, NULL);
}

gboolean
tdm_inbox_date_is_off (TdmIncomingEvent *event)
{
  return event->method == TDM_INCOMING_CANCEL || event->is_cancelled;
}

/**
 * tdm_inbox_date_localize:
 * @zone: (inout): the zone of @local; on return the one of the result
 * @local: a date of a series
 *
 * The dates of a series in UTC are shown on the clocks of this computer.
 *
 * Returns: (transfer full): @local, or the same moment on the clocks of this computer
 */
char *
tdm_inbox_date_localize (const char **zone, const char *local)
{
  char *here = g_str_equal (*zone, "UTC")
                 ? tdm_zone_from_utc (tdm_zone_get_system (), tdm_zone_resolve ("UTC", local, NULL), NULL)
                 : NULL;

  if (!here)
    return g_strdup (local);
  *zone = tdm_zone_get_system ();
  return here;
}

/**
 * tdm_inbox_date_explain:
 * @event: something that is to be taken over
 *
 * Returns: (transfer full) (nullable): why its time is none that meetings here can have, %NULL if it is one
 */
char *
tdm_inbox_date_explain (TdmIncomingEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);

  if (event->all_day)
    return g_strdup (_ ("The meetings have no time of day."));
  if (event->start_instant == 0)
    return g_strdup (_ ("The times have no time zone."));
  if (event->minutes == 0)
    return g_strdup (_ ("The meetings have no end."));
  if (event->minutes < MINUTES_LEAST)
    return g_strdup_printf (_ ("The meetings are shorter than %d minutes."), MINUTES_LEAST);
  if (event->minutes > MINUTES_MOST)
    return g_strdup_printf (_ ("The meetings are longer than %d hours."), MINUTES_MOST / 60);
  return NULL;
}

/**
 * tdm_inbox_date_can_be_taken:
 * @event: a message about one date
 *
 * Returns: whether it cancels the date, or says a time that meetings here can have
 */
gboolean
tdm_inbox_date_can_be_taken (TdmIncomingEvent *event)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (event != NULL, FALSE);

  if (tdm_inbox_date_is_off (event))
    return TRUE;
  reason = tdm_inbox_date_explain (event);
  return reason == NULL;
}
