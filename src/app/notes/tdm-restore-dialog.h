/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_RESTORE_DIALOG (tdm_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmRestoreDialog, tdm_restore_dialog, TDM, RESTORE_DIALOG, AdwWindow)

void tdm_restore_dialog_present (GtkWidget *over,
                                 GFile     *file);

G_END_DECLS
