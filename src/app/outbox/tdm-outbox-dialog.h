/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmOutbox TdmOutbox;
typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_OUTBOX_DIALOG (tdm_outbox_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutboxDialog, tdm_outbox_dialog, TDM, OUTBOX_DIALOG, AdwWindow)

void tdm_outbox_dialog_present (GtkWidget    *over,
                                TdmWorkspace *workspace,
                                TdmOutbox    *outbox);

G_END_DECLS
