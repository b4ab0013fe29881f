/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sealed-note.h"

G_BEGIN_DECLS

typedef struct _TdmNoteSearch TdmNoteSearch;

TdmNoteSearch *tdm_note_search_new     (const char     *text);
void           tdm_note_search_free    (TdmNoteSearch  *self);
gboolean       tdm_note_search_matches (TdmNoteSearch      *self,
                                        const TdmNoteBytes *title,
                                        const TdmNoteBytes *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmNoteSearch, tdm_note_search_free)

G_END_DECLS
