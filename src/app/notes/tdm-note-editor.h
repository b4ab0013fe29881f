/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmNote TdmNote;
typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_NOTE_EDITOR (tdm_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (TdmNoteEditor, tdm_note_editor, TDM, NOTE_EDITOR, AdwBin)

void        tdm_note_editor_set_workspace (TdmNoteEditor *self,
                                           TdmWorkspace  *workspace);
void        tdm_note_editor_open          (TdmNoteEditor *self,
                                           const char    *uid);
void        tdm_note_editor_begin         (TdmNoteEditor *self,
                                           TdmNote       *note);
void        tdm_note_editor_close         (TdmNoteEditor *self);
void        tdm_note_editor_offer_choice  (TdmNoteEditor *self,
                                           gboolean       is_possible);
void        tdm_note_editor_focus         (TdmNoteEditor *self);
const char *tdm_note_editor_get_uid       (TdmNoteEditor *self);
void        tdm_note_editor_save          (TdmNoteEditor *self);
void        tdm_note_editor_replace       (TdmNoteEditor *self,
                                           const char    *uid,
                                           TdmNote       *note);

G_END_DECLS
