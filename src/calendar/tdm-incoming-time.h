/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-file-zones.h"

G_BEGIN_DECLS

/**
 * TdmIncomingTime:
 * @local: seconds on the wall clock, see tdm_local_time_parse()
 * @is_date: whether it is a day without a time
 * @zone: (nullable): where that clock is, %NULL for a day and for a time without a zone
 *
 * What a DTSTART, DTEND, RECURRENCE-ID or EXDATE says (RFC 5545 3.3.4, 3.3.5).
 */
typedef struct
{
  gint64 local;
  gboolean is_date;
  const TdmFileZone *zone;
} TdmIncomingTime;

gboolean    tdm_incoming_time_read         (TdmIncomingTime       *self,
                                            icalproperty          *property,
                                            TdmFileZones          *zones,
                                            GError               **error);
gint64      tdm_incoming_time_read_instant (icalcomponent         *component,
                                            icalproperty_kind      kind);
gint64      tdm_incoming_time_get_instant  (const TdmIncomingTime *self);
const char *tdm_incoming_time_get_zone     (const TdmIncomingTime *self);
gint64      tdm_incoming_time_get_local_in (const TdmIncomingTime *self,
                                            const TdmIncomingTime *start);

G_END_DECLS
