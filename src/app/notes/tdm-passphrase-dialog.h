/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PASSPHRASE_DIALOG (tdm_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmPassphraseDialog, tdm_passphrase_dialog, TDM, PASSPHRASE_DIALOG, AdwWindow)

void tdm_passphrase_dialog_present (GtkWidget *over,
                                    gboolean   is_forgotten);

G_END_DECLS
