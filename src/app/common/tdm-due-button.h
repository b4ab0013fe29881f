/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_DUE_BUTTON (tdm_due_button_get_type ())
G_DECLARE_FINAL_TYPE (TdmDueButton, tdm_due_button, TDM, DUE_BUTTON, AdwBin)

G_END_DECLS
