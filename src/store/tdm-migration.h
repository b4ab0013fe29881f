/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

/* The schema that this version of the program reads and writes */
#define TDM_MIGRATION_VERSION 4

gboolean tdm_migration_run         (TdmDatabase        *database,
                                    GError            **error);
gboolean tdm_migration_build       (TdmDatabase        *database,
                                    guint               version,
                                    GError            **error);
gboolean tdm_migration_run_list    (TdmDatabase        *database,
                                    const char *const  *resources,
                                    GError            **error);

G_END_DECLS
