/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

char      *tdm_record_table_make_column (const TdmField *field);
gboolean   tdm_record_table_insert (TdmDatabase *database,
                                    TdmRecord   *draft,
                                    GError     **error);
gboolean   tdm_record_table_update (TdmDatabase *database,
                                    TdmRecord   *draft,
                                    GError     **error);
gboolean   tdm_record_table_find   (TdmDatabase *database,
                                    TdmRecord   *record,
                                    GError     **error);
gboolean   tdm_record_table_remove (TdmDatabase *database,
                                    TdmRecord   *record,
                                    GError     **error);
gboolean   tdm_record_table_read   (TdmDatabase *database,
                                    GType        type,
                                    const char  *where,
                                    gint64       parameter,
                                    GPtrArray   *records,
                                    GError     **error);

G_END_DECLS
