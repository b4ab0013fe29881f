/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_NOTES_DOOR (tdm_notes_door_get_type ())
G_DECLARE_FINAL_TYPE (TdmNotesDoor, tdm_notes_door, TDM, NOTES_DOOR, AdwBin)

void tdm_notes_door_look       (TdmNotesDoor *self);
void tdm_notes_door_show_state (TdmNotesDoor *self);

G_END_DECLS
