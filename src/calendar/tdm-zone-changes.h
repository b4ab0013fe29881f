/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/* The years in which meetings take place, as UTC seconds; the table starts a year earlier, for a description of a
 * zone begins with the change before its first year. */
#define TDM_ZONE_FIRST_YEAR 2000
#define TDM_ZONE_LAST_YEAR 2099

/**
 * TdmZoneChange:
 * @at: the first second with the new offset, UTC
 * @offset: seconds east of UTC from then on
 *
 * One change of the clocks in a zone.
 */
typedef struct
{
  gint64 at;
  int offset;
} TdmZoneChange;

GArray *tdm_zone_changes_read        (icaltimezone *zone);
int     tdm_zone_changes_get_offset  (GArray       *changes,
                                      gint64        at);
gint64  tdm_zone_changes_find        (GArray       *changes,
                                      gint64        local);
gint64  tdm_zone_changes_to_utc      (GArray       *changes,
                                      gint64        local);
int     tdm_zone_changes_read_offset (icaltimezone *zone,
                                      gint64        at);
gint64  tdm_zone_year_start          (int           year);

G_END_DECLS
