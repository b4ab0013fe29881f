/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

const char *const *tdm_migration_list (void);
gboolean tdm_migration_run         (TdmDatabase        *database,
                                    GError            **error);
gboolean tdm_migration_build       (TdmDatabase        *database,
                                    guint               version,
                                    GError            **error);
gboolean tdm_migration_run_list    (TdmDatabase        *database,
                                    const char *const  *resources,
                                    GError            **error);

G_END_DECLS
