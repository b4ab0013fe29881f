/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tdm_note_excerpt_make (const char *text,
                             gsize       length);

G_END_DECLS
