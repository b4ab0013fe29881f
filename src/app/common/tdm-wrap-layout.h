/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_WRAP_LAYOUT (tdm_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TdmWrapLayout, tdm_wrap_layout, TDM, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
