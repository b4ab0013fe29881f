/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       tdm_recent_files_add    (const char *path);
GPtrArray *tdm_recent_files_list   (const char *without);
void       tdm_recent_files_forget (GFile      *file);

G_END_DECLS
