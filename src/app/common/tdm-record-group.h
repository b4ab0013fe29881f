/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/common/tdm-field-row.h"

G_BEGIN_DECLS

#define TDM_TYPE_RECORD_GROUP (tdm_record_group_get_type ())
G_DECLARE_FINAL_TYPE (TdmRecordGroup, tdm_record_group, TDM, RECORD_GROUP, AdwPreferencesGroup)

GPtrArray *tdm_record_group_make_rows (TdmRecordGroup *self,
                                       TdmRecord      *record,
                                       TdmProgramme   *programme);

G_END_DECLS
