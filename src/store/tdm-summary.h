/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-changes.h"
#include "database/tdm-database.h"

G_BEGIN_DECLS

gboolean tdm_summary_read_all (TdmDatabase *database,
                               GArray      *summaries,
                               GError     **error);
gboolean tdm_summary_read     (TdmDatabase *database,
                               gint64       pair,
                               GArray      *summaries,
                               GError     **error);

G_END_DECLS
