/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sealed-note.h"
#include "tdm-vault-error.h"
#include "tdm-vault-note.h"

G_BEGIN_DECLS

guint8   *tdm_note_content_write     (const TdmVaultNote  *note,
                                      gsize               *length,
                                      GError             **error);
void      tdm_note_content_free      (guint8              *content,
                                      gsize                length);
gboolean  tdm_note_content_find      (const TdmNoteBytes  *content,
                                      TdmNoteBytes        *title,
                                      TdmNoteBytes        *text);
gboolean  tdm_note_content_summarize (TdmNoteSummary      *summary,
                                      const TdmNoteBytes  *content);
gboolean  tdm_note_content_read      (TdmVaultNote        *note,
                                      const TdmNoteBytes  *content,
                                      GError             **error);

G_END_DECLS
