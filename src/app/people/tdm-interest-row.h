/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-interest.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_INTEREST_ROW (tdm_interest_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmInterestRow, tdm_interest_row, TDM, INTEREST_ROW, GtkListBoxRow)

GtkWidget *tdm_interest_row_new (TdmWorkspace *workspace,
                                 TdmInterest  *interest);

G_END_DECLS
