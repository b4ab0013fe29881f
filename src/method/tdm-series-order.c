/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-series-order.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-pair.h"

#include <string.h>

/* Exchange, and Outlook with it, refuses a date of a series that comes to be on the day of another one, or that is
 * moved past another one (MS-OXOCAL). Other calendars take both. */

/* On the clocks of the series, by which Exchange counts days */
static char *
series_order_get_day (TdmSeries *series, gint64 start)
{
  char *local = tdm_zone_from_utc (tdm_series_get_zone (series), start, NULL);

  if (local)
    local[strlen ("YYYY-MM-DD")] = '\0';
  return local;
}

static gboolean
series_order_is_past (TdmMeeting *other, TdmMeeting *meeting, gint64 start)
{
  int order = strcmp (tdm_meeting_get_recurrence_id (other), tdm_meeting_get_recurrence_id (meeting));

  return order < 0 ? tdm_meeting_get_start (other) >= start : tdm_meeting_get_start (other) <= start;
}

/**
 * tdm_series_order_describe:
 * @meeting: a live meeting
 * @local_start: when it is to be, on the clocks of its zone
 *
 * Returns: (transfer full) (nullable): a sentence without a full stop on why Outlook would not take that, in the
 *   language of the program; %NULL if it would, or if another organizer invites
 */
char *
tdm_series_order_describe (TdmMeeting *meeting, const char *local_start)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);
  GListModel *meetings = series ? tdm_pair_get_meetings (tdm_series_get_pair (series)) : NULL;
  gint64 start = tdm_zone_resolve (tdm_meeting_get_zone (meeting), local_start, NULL);
  g_autofree char *day = series ? series_order_get_day (series, start) : NULL;
  gboolean is_passed = FALSE;

  if (!series || tdm_series_is_external (series) || *tdm_meeting_get_recurrence_id (meeting) == '\0' || !day)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) other = g_list_model_get_item (meetings, i);
      g_autofree char *other_day = NULL;

      if (other == meeting || tdm_meeting_get_series (other) != series || tdm_meeting_is_off (other) ||
          *tdm_meeting_get_recurrence_id (other) == '\0')
        continue;
      other_day = series_order_get_day (series, tdm_meeting_get_start (other));
      if (g_strcmp0 (day, other_day) == 0)
        return g_strdup (_ ("Outlook refuses two meetings of a series on one day"));
      is_passed |= series_order_is_past (other, meeting, start);
    }
  return is_passed ? g_strdup (_ ("Outlook refuses a meeting that moves past another one of its series")) : NULL;
}
