/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-zone-changes.h"

G_BEGIN_DECLS

/**
 * TdmFileZone:
 * @name: an IANA name of this system, or "" where only the file knows the zone
 * @changes: (element-type TdmZoneChange): what its clocks do
 *
 * A time zone as a calendar file uses it.
 */
typedef struct
{
  char *name;
  GArray *changes;
} TdmFileZone;

typedef struct _TdmFileZones TdmFileZones;

TdmFileZones      *tdm_file_zones_new     (icalcomponent *calendar);
void               tdm_file_zones_free    (TdmFileZones  *self);
const TdmFileZone *tdm_file_zones_get_utc (TdmFileZones  *self);
const TdmFileZone *tdm_file_zones_find    (TdmFileZones  *self,
                                           const char    *tzid,
                                           gint64         local,
                                           GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmFileZones, tdm_file_zones_free)

G_END_DECLS
