/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_WISH_ROW (tdm_wish_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmWishRow, tdm_wish_row, TDM, WISH_ROW, GtkListBoxRow)

GtkWidget *tdm_wish_row_new (TdmWorkspace *workspace,
                             TdmRecord    *wish);

G_END_DECLS
