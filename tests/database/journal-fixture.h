/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *
journal_fixture_new (const char *path);
void
journal_fixture_name (GString *journal, const char *super);
void
journal_fixture_put (const char *path, const GString *journal);

G_END_DECLS
