/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-vault-error.h"
#include "tdm-vault-note.h"

G_BEGIN_DECLS

guint8  *tdm_note_content_write     (TdmVaultNote  *note,
                                     gsize         *length,
                                     GError       **error);
void     tdm_note_content_free      (guint8 *content,
                                     gsize   length);
gboolean tdm_note_content_find      (const guint8  *content,
                                     gsize          length,
                                     const char   **title,
                                     gsize         *title_length,
                                     const char   **text,
                                     gsize         *text_length);
gboolean tdm_note_content_summarize (TdmNoteSummary *summary,
                                     const guint8   *content,
                                     gsize           length);
gboolean tdm_note_content_read      (TdmVaultNote  *note,
                                     const guint8  *content,
                                     gsize          length,
                                     GError       **error);

G_END_DECLS
