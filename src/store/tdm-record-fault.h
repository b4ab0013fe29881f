/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

void     tdm_record_fault_add          (TdmDatabase    *database,
                                        const char     *table,
                                        gint64          id,
                                        const char     *message);
gboolean tdm_record_fault_find_links   (TdmDatabase    *database,
                                        GType           type,
                                        GError        **error);
gboolean tdm_record_fault_find_all     (TdmDatabase    *database,
                                        GError        **error);
gboolean tdm_record_fault_find_forbidden (TdmDatabase  *database,
                                        GError        **error);
gboolean tdm_record_fault_leave_out    (TdmDatabase    *database,
                                        GPtrArray      *records,
                                        GError        **error);

G_END_DECLS
