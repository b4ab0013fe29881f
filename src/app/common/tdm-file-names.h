/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tdm_file_names_place (const char *path);
char *tdm_file_names_name  (const char *path);

G_END_DECLS
