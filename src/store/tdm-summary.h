/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-changes.h"

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

gboolean tdm_summary_read      (TdmDatabase *database,
                                gint64       pair,
                                GArray      *summaries,
                                GError     **error);
gboolean tdm_summary_find_pair (TdmDatabase *database,
                                GType        type,
                                gint64       id,
                                gint64       parent,
                                gint64      *pair,
                                GError     **error);

G_END_DECLS
