/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-participation.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_PARTICIPATION_ROW (tdm_participation_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmParticipationRow, tdm_participation_row, TDM, PARTICIPATION_ROW, GtkListBoxRow)

GtkWidget *tdm_participation_row_new (TdmWorkspace     *workspace,
                                      TdmParticipation *participation);

G_END_DECLS
