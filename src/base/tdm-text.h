/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *tdm_text_clean_line  (const char *text);
char     *tdm_text_clean_block (const char *text);
char     *tdm_text_cut         (const char *text,
                                guint       most);
gboolean  tdm_text_is_line     (const char *text);
gboolean  tdm_text_is_block    (const char *text);
gboolean  tdm_text_is_email    (const char *text);
gboolean  tdm_text_is_date     (const char *text);
char     *tdm_text_write_instant (gint64    instant);
char     *tdm_text_fold        (const char *text);
void      tdm_text_fold_into   (GString    *out,
                                const char *text,
                                gsize       length);
char     *tdm_text_make_key    (const char *text);
void      tdm_text_add_count   (GStrvBuilder *parts,
                                const char   *format,
                                guint         n);

G_END_DECLS
