/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 tdm_vault_memory_get (const char *path,
                              const char *uuid);
void    tdm_vault_memory_set (const char *path,
                              const char *uuid,
                              guint64     generation);
gint64  tdm_vault_memory_pass_day (const char *path,
                              const char *uuid,
                              gint64      now);

G_END_DECLS
