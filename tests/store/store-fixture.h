/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "support/tdm-test.h"

#include <sqlite3.h>

/* For tests of a programme file: its bytes, and its rows as SQLite alone sees them. */

char  *store_read_all    (const char    *path,
                          gsize         *length);
void   store_create_file (TdmTestFolder *folder);
void   store_run_sql     (const char    *path,
                          const char    *sql);
gint64 store_ask_sql     (const char    *path,
                          const char    *sql);
