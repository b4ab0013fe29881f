/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_COLUMNS_LAYOUT (tdm_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (TdmColumnsLayout, tdm_columns_layout, TDM, COLUMNS_LAYOUT, GtkLayoutManager)

G_END_DECLS
