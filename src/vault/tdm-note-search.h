/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-note.h"

G_BEGIN_DECLS

typedef struct _TdmNoteSearch TdmNoteSearch;

TdmNoteSearch *tdm_note_search_new     (const char     *text);
void           tdm_note_search_free    (TdmNoteSearch  *self);
gboolean       tdm_note_search_matches (TdmNoteSearch  *self,
                                        TdmNote        *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmNoteSearch, tdm_note_search_free)

G_END_DECLS
