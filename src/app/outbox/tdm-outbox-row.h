/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_OUTBOX_ROW (tdm_outbox_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutboxRow, tdm_outbox_row, TDM, OUTBOX_ROW, AdwBin)

G_END_DECLS
