/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-database.h"

G_BEGIN_DECLS

guint    tdm_migration_get_version (void);
gboolean tdm_migration_run         (TdmDatabase        *database,
                                    GError            **error);
gboolean tdm_migration_run_list    (TdmDatabase        *database,
                                    const char *const  *resources,
                                    GError            **error);

G_END_DECLS
