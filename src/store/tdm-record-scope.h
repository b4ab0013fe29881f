/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-scope.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

gboolean tdm_record_scope_read (TdmDatabase *database,
                                TdmScope     scope,
                                gint64       id,
                                GPtrArray   *records,
                                GError     **error);

G_END_DECLS
