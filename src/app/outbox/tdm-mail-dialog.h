/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_MAIL_DIALOG (tdm_mail_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmMailDialog, tdm_mail_dialog, TDM, MAIL_DIALOG, AdwWindow)

typedef void (*TdmMailDialogSaved) (gpointer data);

void tdm_mail_dialog_present (GtkWidget          *over,
                              TdmMailDialogSaved  saved,
                              gpointer            object);

G_END_DECLS
