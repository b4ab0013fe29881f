/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tdm_name_find_first    (const char *name);
char *tdm_name_find_last     (const char *name);
char *tdm_name_turn          (const char *name);
char *tdm_name_make_initials (const char *name);

G_END_DECLS
