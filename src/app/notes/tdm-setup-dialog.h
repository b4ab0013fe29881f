/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  TDM_SETUP_BEGIN,
  TDM_SETUP_NEW_CODE,
  TDM_SETUP_NEW_KEYS,
} TdmSetupPurpose;

#define TDM_TYPE_SETUP_DIALOG (tdm_setup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmSetupDialog, tdm_setup_dialog, TDM, SETUP_DIALOG, AdwWindow)

void tdm_setup_dialog_present (GtkWidget       *over,
                               TdmSetupPurpose  purpose);

G_END_DECLS
