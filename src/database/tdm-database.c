/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

/* For O_TMPFILE */
#define _GNU_SOURCE

#include "tdm-database-private.h"

#include "base/tdm-i18n.h"
#include "tdm-journal.h"
#include "tdm-sqlite-error.h"
#include "tdm-vfs.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/**
 * TdmDatabase:
 *
 * A connection to SQLite as Tandem wants it: rollback journal (a WAL file would not survive synced folders and
 * read-only media), every commit on disk before it returns, foreign keys checked, nothing in a file trusted. Belongs to
 * the thread that made it.
 */

/* A statement over a file that another program made may take so many seconds of processor time. */
#define MOST_EFFORT 5

/* So many are told of a file that is made of nothing else. */
#define MOST_FAULTS 1000

G_DEFINE_FINAL_TYPE (TdmDatabase, tdm_database, G_TYPE_OBJECT)

static void
database_finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

static void
tdm_database_finalize (GObject *object)
{
  TdmDatabase *self = TDM_DATABASE (object);

  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_ptr_array_unref (self->faults);
  g_free (self->path);
  G_OBJECT_CLASS (tdm_database_parent_class)->finalize (object);
}

static void
tdm_database_class_init (TdmDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_database_finalize;
}

static void
tdm_database_init (TdmDatabase *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, database_finalize_statement);
  self->faults = g_ptr_array_new_with_free_func (g_free);
}

static void
database_harden (sqlite3 *handle)
{
  static const struct { int what; int value; } settings[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 }, { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 }, { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  };
  static const struct { int what; int value; } limits[] = {
    { SQLITE_LIMIT_LENGTH, 16 << 20 }, { SQLITE_LIMIT_SQL_LENGTH, 100000 }, { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_ATTACHED, 1 }, { SQLITE_LIMIT_VDBE_OP, 100000 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    sqlite3_db_config (handle, settings[i].what, settings[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].what, limits[i].value);
  sqlite3_busy_timeout (handle, 5000);
}

/* Another program may have switched the file to a write-ahead log,
 * https://www.sqlite.org/fileformat.html#file_format_version_numbers. Without shared memory (see tdm-vfs.c), only who
 * has the file alone can read it. */
static gboolean
database_give_up_log (TdmDatabase *self, gboolean read_only, GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  sqlite3_file *file = NULL;
  guint8 versions[2] = { 0 };
  GStatBuf status;

  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file->pMethods)
    return TRUE;
  file->pMethods->xRead (file, versions, sizeof versions, 18);
  if (versions[0] != 2 && versions[1] != 2 && g_lstat (log, &status) != 0)
    return TRUE;
  if (!read_only)
    return tdm_database_execute (self,
                                 "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE;"
                                 "PRAGMA locking_mode=NORMAL",
                                 error);
  tdm_file_error_set_sqlite (error, SQLITE_READONLY_RECOVERY, NULL);
  return FALSE;
}

static gint64
get_processor_time (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

/**
 * tdm_database_check_path:
 * @path: where a file is or shall be
 *
 * Returns: whether SQLite can reach it there
 */
gboolean
tdm_database_check_path (const char *path, GError **error)
{
  /* What it lays beside a file has to be reached as well. */
  if (strlen (path) + strlen ("-journal") <= (gsize) sqlite3_vfs_find (NULL)->mxPathname)
    return TRUE;
  g_set_error_literal (
    error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED,
    _ ("The names of the folders above the file are too long together. Please choose another folder."));
  return FALSE;
}

/**
 * tdm_database_new:
 * @path: an existing file, or an empty one to begin in
 * @read_only: whether it is never to be written
 *
 * Returns: (transfer full) (nullable): the open connection
 */
TdmDatabase *
tdm_database_new (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (TdmDatabase) self = NULL;
  int flags = (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX |
              SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (TDM_TYPE_DATABASE, NULL);
  self->path = g_strdup (path);
  code = sqlite3_open_v2 (path, &self->handle, flags, tdm_vfs_get_name ());
  if (code != SQLITE_OK)
    {
      tdm_file_error_set_sqlite (error, code, sqlite3_errmsg (self->handle));
      return NULL;
    }

  database_harden (self->handle);
  if (!database_give_up_log (self, read_only, error) ||
      !tdm_database_execute (self, "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA secure_delete=ON;"
                                   "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA synchronous=EXTRA;", error) ||
      (!read_only && !tdm_database_execute (self, "PRAGMA journal_mode=DELETE", error)) ||
      !tdm_database_set_foreign_keys (self, TRUE, error))
    return NULL;
  return g_steal_pointer (&self);
}

sqlite3 *
tdm_database_get_handle (TdmDatabase *self)
{
  g_return_val_if_fail (TDM_IS_DATABASE (self), NULL);

  return self->handle;
}

const char *
tdm_database_get_path (TdmDatabase *self)
{
  g_return_val_if_fail (TDM_IS_DATABASE (self), NULL);

  return self->path;
}

/* Whether the file is no more than a name */
gboolean
tdm_database_is_empty (TdmDatabase *self)
{
  GStatBuf status;

  return g_stat (self->path, &status) == 0 && status.st_size == 0;
}

/* SQLite says what it stumbled over; this is what made it stumble. */
static int
database_find_reason (TdmDatabase *self, int code)
{
  int primary = code & 0xFF, reason = sqlite3_system_errno (self->handle), has_moved = 0;
  gboolean is_writer = sqlite3_db_readonly (self->handle, "main") == 0;

  /* When it cannot make a journal, SQLite tries once more without making it, and forgets why that was. */
  if (primary == SQLITE_CANTOPEN && is_writer && reason != ENOSPC && reason != EDQUOT)
    {
      g_autofree char *folder = g_path_get_dirname (self->path);
      int fd = open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);

      reason = fd < 0 ? errno : 0;
      if (fd >= 0)
        close (fd);
    }
  if ((primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) && (reason == ENOSPC || reason == EDQUOT))
    return SQLITE_FULL;
  if (!is_writer || primary == SQLITE_FULL || primary == SQLITE_BUSY || primary == SQLITE_CONSTRAINT)
    return code;
  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved) == SQLITE_OK && has_moved)
    return SQLITE_READONLY_DBMOVED;
  return self->had_content && tdm_database_is_empty (self) ? SQLITE_EMPTY : code;
}

static void
database_set_error (TdmDatabase *self, GError **error)
{
  int code = database_find_reason (self, sqlite3_extended_errcode (self->handle));
  g_autofree char *beside = (code & 0xFF) == SQLITE_CANTOPEN ? tdm_journal_find_fault (self->path) : NULL;

  if (beside)
    g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED, beside);
  else if (code == SQLITE_EMPTY)
    g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_DAMAGED,
                         _ ("Another program emptied the file while it was open. Please go back to a backup."));
  else
    tdm_file_error_set_sqlite (error, code, sqlite3_errmsg (self->handle));
}

/**
 * tdm_database_execute:
 * @sql: one or several statements without results
 *
 * Returns: whether all of them went well
 */
gboolean
tdm_database_execute (TdmDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (TDM_IS_DATABASE (self), FALSE);

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  database_set_error (self, error);
  return FALSE;
}

/**
 * tdm_database_get_integer:
 * @sql: a statement whose first row begins with a number
 * @value: (out): that number, 0 without a row
 *
 * Returns: whether it could be asked
 */
gboolean
tdm_database_get_integer (TdmDatabase *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self, sql, error);
  gboolean has_row;

  if (!statement || !tdm_database_step (self, statement, &has_row, error))
    return FALSE;

  *value = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * tdm_database_prepare:
 * @sql: one statement
 *
 * Statements are kept for as long as the connection; a reader must run to its end or be reset, for an open one would
 * make the next commit wait.
 *
 * Returns: (transfer none) (nullable): the statement, reset and without values
 */
sqlite3_stmt *
tdm_database_prepare (TdmDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      database_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/**
 * tdm_database_step:
 * @statement: a statement of it
 * @has_row: (out) (optional): whether there is a row to read; if not, the statement is reset
 *
 * Returns: whether the step went well
 */
gboolean
tdm_database_step (TdmDatabase *self, sqlite3_stmt *statement, gboolean *has_row, GError **error)
{
  int code;

  if (!sqlite3_stmt_busy (statement))
    self->effort_since = get_processor_time ();
  code = sqlite3_step (statement);
  if (has_row)
    *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    database_set_error (self, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

/* Returns: (transfer none): a text of the row, empty where there is none */
const char *
tdm_database_get_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text ? text : "";
}

static gboolean
database_has_foreign_keys (TdmDatabase *self)
{
  int is_on = 0;

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &is_on);
  return is_on != 0;
}

/**
 * tdm_database_set_foreign_keys:
 * @self: a connection outside a transaction (inside one, SQLite ignores the wish)
 * @on: whether links are checked and removals cascade
 *
 * Returns: whether it is so now
 */
gboolean
tdm_database_set_foreign_keys (TdmDatabase *self, gboolean on, GError **error)
{
  /* After such a PRAGMA SQLite compiles all statements anew. */
  if (database_has_foreign_keys (self) == on)
    return TRUE;
  if (!tdm_database_execute (self, on ? "PRAGMA foreign_keys=ON" : "PRAGMA foreign_keys=OFF", error))
    return FALSE;
  if (database_has_foreign_keys (self) == on)
    return TRUE;

  g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED, "foreign_keys");
  return FALSE;
}

static int
database_stop_if_too_much_cb (gpointer data)
{
  TdmDatabase *self = data;

  return get_processor_time () - self->effort_since > MOST_EFFORT * G_GINT64_CONSTANT (1000000000);
}

/**
 * tdm_database_limit_effort:
 * @self: a connection to a file whose schema another program made
 *
 * From here on a statement fails with %TDM_FILE_ERROR_ALTERED when it takes longer than reading a file may: what stands
 * in a schema, such as the expression of an index, runs as often as there are rows.
 */
void
tdm_database_limit_effort (TdmDatabase *self)
{
  g_return_if_fail (TDM_IS_DATABASE (self));

  sqlite3_progress_handler (self->handle, 100, database_stop_if_too_much_cb, self);
}

/**
 * tdm_database_add_fault:
 * @taken_fault: (transfer full): what was found in a row that Tandem never writes, in the language of the program
 *
 * For who reads a row that can be read all the same.
 */
void
tdm_database_add_fault (TdmDatabase *self, char *taken_fault)
{
  g_return_if_fail (TDM_IS_DATABASE (self));

  if (self->faults->len < MOST_FAULTS)
    g_ptr_array_add (self->faults, taken_fault);
  else
    g_free (taken_fault);
}

/**
 * tdm_database_take_faults:
 *
 * Returns: (transfer full) (element-type utf8): what was found since this was asked last
 */
GPtrArray *
tdm_database_take_faults (TdmDatabase *self)
{
  GPtrArray *faults;

  g_return_val_if_fail (TDM_IS_DATABASE (self), NULL);

  faults = self->faults;
  self->faults = g_ptr_array_new_with_free_func (g_free);
  return faults;
}
