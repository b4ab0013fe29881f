/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-database-file.h"

G_BEGIN_DECLS

char             *tdm_database_place_resolve (const char               *path,
                                              gboolean                  may_create,
                                              GError                  **error);
int               tdm_database_place_open    (const char               *path,
                                              int                       flags);
TdmReadOnlyReason tdm_database_place_lock    (int                       fd,
                                              gboolean                  is_shared);
gboolean          tdm_database_place_serves_sqlite (const char         *path);
gboolean          tdm_database_place_is_handed_out (const char         *path);
gboolean          tdm_database_place_is_lone (const char               *path);
gboolean          tdm_database_place_inspect (const char               *path,
                                              const TdmDatabaseFormat  *format,
                                              gboolean                 *is_empty,
                                              GError                  **error);

G_END_DECLS
