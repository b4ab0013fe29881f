/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmNote TdmNote;
typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_NOTE_ROW (tdm_note_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmNoteRow, tdm_note_row, TDM, NOTE_ROW, AdwBin)

void tdm_note_row_set_note (TdmNoteRow   *self,
                            TdmNote      *note,
                            TdmWorkspace *workspace);

G_END_DECLS
