/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_SETUP_DIALOG (tdm_setup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmSetupDialog, tdm_setup_dialog, TDM, SETUP_DIALOG, AdwWindow)

void tdm_setup_dialog_present (GtkWidget *over);

G_END_DECLS
