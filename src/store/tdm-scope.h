/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "database/tdm-database.h"
#include "tdm-store.h"

G_BEGIN_DECLS

gboolean tdm_scope_read (TdmDatabase *database,
                         TdmScope     scope,
                         gint64       id,
                         GPtrArray   *records,
                         GError     **error);

G_END_DECLS
