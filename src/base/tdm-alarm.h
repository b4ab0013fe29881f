/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TDM_TYPE_ALARM (tdm_alarm_get_type ())
G_DECLARE_FINAL_TYPE (TdmAlarm, tdm_alarm, TDM, ALARM, GObject)

TdmAlarm *tdm_alarm_new (const char *zone_file);
void      tdm_alarm_set (TdmAlarm   *self,
                         gint64      instant);

G_END_DECLS
