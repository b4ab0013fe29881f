/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/notes/tdm-note-editor.h"

G_BEGIN_DECLS

#define TDM_TYPE_EARLIER_DIALOG (tdm_earlier_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmEarlierDialog, tdm_earlier_dialog, TDM, EARLIER_DIALOG, AdwWindow)

void tdm_earlier_dialog_present (TdmNoteEditor *editor);

G_END_DECLS
