/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-participation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PARTICIPANT_ROW (tdm_participant_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmParticipantRow, tdm_participant_row, TDM, PARTICIPANT_ROW, AdwBin)

TdmParticipantRow *tdm_participant_row_find_focus (GtkWidget         *within);
gboolean           tdm_participant_row_edit       (TdmParticipantRow *self);
void               tdm_participant_row_open_menu  (TdmParticipantRow *self);

G_END_DECLS
