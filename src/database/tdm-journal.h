/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *
tdm_journal_find_fault (const char *path);
gboolean
tdm_journal_is_regular (const char *path);
char *
tdm_journal_copy (const char *path, GError **error);
void
tdm_journal_drop_copy (char *taken_copy);

G_END_DECLS
