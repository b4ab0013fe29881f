/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_NOTE_ABOUT_DIALOG (tdm_note_about_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmNoteAboutDialog, tdm_note_about_dialog, TDM, NOTE_ABOUT_DIALOG, AdwWindow)

void tdm_note_about_dialog_present (GtkWidget    *editor,
                                    TdmWorkspace *workspace,
                                    const char   *pair,
                                    const char   *meeting);

G_END_DECLS
