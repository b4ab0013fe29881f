/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What all searches in lists have in common. Texts are folded by tdm_text_fold(). */

GStrv           tdm_search_split   (const char        *folded);
gboolean        tdm_search_matches (const char *const *words,
                                    const char        *folded);
GtkFilterChange tdm_search_compare (const char        *before,
                                    const char        *after);
gboolean        tdm_search_is_on   (GtkSearchEntry    *entry);

G_END_DECLS
