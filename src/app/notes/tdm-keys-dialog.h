/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_KEYS_DIALOG (tdm_keys_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmKeysDialog, tdm_keys_dialog, TDM, KEYS_DIALOG, AdwWindow)

void tdm_keys_dialog_present (GtkWidget *over);

G_END_DECLS
