/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-database.h"

G_BEGIN_DECLS

gboolean tdm_backup_write            (TdmDatabase *database,
                                      const char  *path,
                                      gboolean     may_replace,
                                      GError     **error);
gboolean tdm_backup_before_migration (TdmDatabase *database,
                                      gint64       version,
                                      GError     **error);
gboolean tdm_backup_check            (TdmDatabase *database,
                                      GPtrArray   *problems,
                                      GError     **error);

G_END_DECLS
