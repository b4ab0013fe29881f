/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-participation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PARTICIPANT_ROW (tdm_participant_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmParticipantRow, tdm_participant_row, TDM, PARTICIPANT_ROW, AdwBin)

G_END_DECLS
