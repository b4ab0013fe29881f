/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-database.h"

G_BEGIN_DECLS

char    *tdm_schema_digest  (TdmDatabase *database,
                             GError     **error);
gboolean tdm_schema_compare (TdmDatabase *database,
                             TdmDatabase *expected,
                             GPtrArray   *faults,
                             GError     **error);

G_END_DECLS
