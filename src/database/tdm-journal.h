/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

char    *tdm_journal_find_fault (const char   *path);
gboolean tdm_journal_may_open   (const char   *name);
gboolean tdm_journal_is_sound   (const char   *name,
                                 sqlite3_file *file);
char    *tdm_journal_copy       (const char   *path,
                                 GError      **error);
void     tdm_journal_drop_copy  (char         *taken_copy);

G_END_DECLS
