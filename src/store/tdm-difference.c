/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-difference.h"

#include "base/tdm-backups.h"
#include "base/tdm-file-error.h"
#include "database/tdm-database.h"
#include "database/tdm-sqlite-error.h"
#include "model/tdm-record-types.h"
#include "model/tdm-record.h"

#include <string.h>

/* What lies between two states of a programme, as a changeset of SQLite's session extension. */

static gboolean
check_code (int code, GError **error)
{
  if (code != SQLITE_OK)
    tdm_file_error_set_sqlite (error, code, "difference");
  return code == SQLITE_OK;
}

/* SQLite compares what one connection sees: the backup is brought beside the file, in memory. */
static gboolean
difference_bring_beside (TdmDatabase *database, TdmDatabase *backup, GError **error)
{
  sqlite3 *handle = tdm_database_get_handle (database);
  sqlite3_backup *copying;

  if (!tdm_database_execute (database, "ATTACH ':memory:' AS backup", error))
    return FALSE;
  copying = sqlite3_backup_init (handle, "backup", tdm_database_get_handle (backup), "main");
  if (!copying)
    return check_code (sqlite3_errcode (handle), error);
  sqlite3_backup_step (copying, -1);
  return check_code (sqlite3_backup_finish (copying), error);
}

static gboolean
difference_record (sqlite3_session *session, GError **error)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TdmRecordClass *klass = g_type_class_peek (types[i]);

      if (!check_code (sqlite3session_diff (session, "backup", klass->table, NULL), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tdm_difference_find:
 * @database: a connection outside a transaction
 * @backup: another state of the file, of the same schema
 * @size: (out): of the changeset
 * @changeset: (out) (transfer full): for sqlite3_free(): it makes @backup equal to @database
 *
 * Returns: whether they could be compared
 */
gboolean
tdm_difference_find (TdmDatabase *database, TdmDatabase *backup, int *size, void **changeset, GError **error)
{
  sqlite3 *handle = tdm_database_get_handle (database);
  sqlite3_session *session = NULL;
  gboolean is_done;

  *size = 0;
  *changeset = NULL;
  is_done = difference_bring_beside (database, backup, error) &&
            check_code (sqlite3session_create (handle, "main", &session), error) &&
            check_code (sqlite3session_attach (session, NULL), error) && difference_record (session, error) &&
            check_code (sqlite3session_changeset (session, size, changeset), error);
  if (session)
    sqlite3session_delete (session);
  /* Where it was not attached, there is nothing to let go of. */
  tdm_database_execute (database, "DETACH backup", NULL);
  return is_done;
}

static TdmDifference *
differences_find_type (GArray *differences, GType type)
{
  for (guint i = 0; i < differences->len; i++)
    if (g_array_index (differences, TdmDifference, i).type == type)
      return &g_array_index (differences, TdmDifference, i);
  g_array_append_val (differences, ((TdmDifference) { .type = type }));
  return &g_array_index (differences, TdmDifference, differences->len - 1);
}

/**
 * tdm_difference_count:
 * @changeset: of tdm_difference_find()
 *
 * Returns: (transfer full) (nullable) (element-type TdmDifference): one for each type of which anything differs
 */
GArray *
tdm_difference_count (int size, void *changeset, GError **error)
{
  g_autoptr (GArray) differences = g_array_new (FALSE, FALSE, sizeof (TdmDifference));
  sqlite3_changeset_iter *iterator;

  if (!check_code (sqlite3changeset_start (&iterator, size, changeset), error))
    return NULL;
  while (sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation;
      TdmDifference *difference;

      sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL);
      difference = differences_find_type (differences, tdm_record_type_for_table (table));
      difference->n_added += operation == SQLITE_INSERT;
      difference->n_changed += operation == SQLITE_UPDATE;
      difference->n_removed += operation == SQLITE_DELETE;
    }
  return check_code (sqlite3changeset_finalize (iterator), error) ? g_steal_pointer (&differences) : NULL;
}
