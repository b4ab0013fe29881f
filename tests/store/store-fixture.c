/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "store-fixture.h"

char *
store_read_all (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

void
store_create_file (TdmTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmStore) store = tdm_test_open_store (folder->path, TDM_OPEN_CREATE, &error);

  g_assert_no_error (error);
  tdm_store_close (store);
}

void
store_run_sql (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

gint64
store_ask_sql (const char *path, const char *sql)
{
  sqlite3_stmt *statement;
  sqlite3 *handle;
  gint64 answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return answer;
}
