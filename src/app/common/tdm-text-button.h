/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_TEXT_BUTTON (tdm_text_button_get_type ())
G_DECLARE_FINAL_TYPE (TdmTextButton, tdm_text_button, TDM, TEXT_BUTTON, GtkButton)

G_END_DECLS
