/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bench.h"

#include <sqlite3.h>

/* Opening a file, until its people and tandems are live objects, against SQLite reading the same rows and no more. */

static const char *const queries[] = {
  "SELECT * FROM programme", "SELECT * FROM round ORDER BY number", "SELECT * FROM person", "SELECT * FROM topic",
  "SELECT * FROM pair",
};

static guint64
read_row (sqlite3_stmt *statement)
{
  guint64 sum = 0;

  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      if (sqlite3_column_type (statement, i) == SQLITE_INTEGER)
        sum += sqlite3_column_int64 (statement, i);
      else if (sqlite3_column_text (statement, i))
        sum += *sqlite3_column_text (statement, i);
    }
  return sum;
}

static guint64
read_rows (sqlite3 *database, const char *query)
{
  sqlite3_stmt *statement;
  guint64 sum = 0;

  if (sqlite3_prepare_v2 (database, query, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", query, sqlite3_errmsg (database));
  while (sqlite3_step (statement) == SQLITE_ROW)
    sum += read_row (statement);
  if (sqlite3_finalize (statement) != SQLITE_OK)
    g_error ("%s: %s", query, sqlite3_errmsg (database));
  return sum;
}

static void
open_bare (const char *path)
{
  guint64 sum = 0;
  sqlite3 *database;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (database));
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    sum += read_rows (database, queries[i]);
  g_assert_cmpuint (sum, >, 0);
  sqlite3_close (database);
}

/* The figures that come later, and closing, are not measured; the program has its window by then. */
static void
open_tandem (const char *path, GArray *times)
{
  g_autoptr (GError) error = NULL;
  double start = bench_now ();
  g_autoptr (TdmWorkspace) workspace = tdm_test_open (path, TDM_OPEN_EXISTING, &error);

  bench_add (times, start);
  g_assert_no_error (error);
  tdm_workspace_close (workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
bench_open (BenchFigures *figures, const char *path, guint n_rounds)
{
  TdmTestFolder folder;

  tdm_test_folder_init (&folder);
  tdm_test_copy_file (path, folder.path);
  for (guint i = 0; i < n_rounds; i++)
    {
      double start = bench_now ();

      open_bare (folder.path);
      bench_add (figures->baseline, start);
      open_tandem (folder.path, figures->tandem);
    }
  tdm_test_folder_clear (&folder);
}
