/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-round.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_INBOX_DIALOG (tdm_inbox_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmInboxDialog, tdm_inbox_dialog, TDM, INBOX_DIALOG, AdwWindow)

void tdm_inbox_dialog_present (GtkWidget    *over,
                               TdmWorkspace *workspace,
                               TdmRound     *round,
                               GPtrArray    *items);

G_END_DECLS
