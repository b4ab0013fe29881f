/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_RECORD_TICK (tdm_record_tick_get_type ())
G_DECLARE_FINAL_TYPE (TdmRecordTick, tdm_record_tick, TDM, RECORD_TICK, AdwBin)

G_END_DECLS
