/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-database-private.h"

#include "base/tdm-durable.h"
#include "base/tdm-i18n.h"
#include "tdm-sqlite-error.h"

#include <glib/gstdio.h>

/* The beginning and the end of a transaction.
 *
 * SQLite commits by unlinking the journal. What fails after that (the fsync of the folder, shortening the file, letting
 * go of the lock) is reported as a failure of COMMIT, though the change is in the file. Which of the two has happened
 * is told by the counter in the file's header that every transaction increases. */

#define COUNTER_AT 24

/* While the file is locked, if only for reading: from the file itself, not from what SQLite remembers of it */
static gboolean
database_read_counter (TdmDatabase *self, guint32 *counter, GError **error)
{
  sqlite3_file *file = NULL;
  guint32 big_endian = 0;
  int code = sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  /* What is in memory alone has no file behind it, and no disk that fails. */
  if (code == SQLITE_OK && file->pMethods)
    code = file->pMethods->xRead (file, &big_endian, sizeof big_endian, COUNTER_AT);
  *counter = GUINT32_FROM_BE (big_endian);
  /* A new file has nothing to read yet. */
  if (code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ)
    return TRUE;
  tdm_file_error_set_sqlite (error, code, "counter");
  return FALSE;
}

/**
 * tdm_database_read_all:
 *
 * SQLite's checks take a page that the disk does not give for one that is damaged.
 *
 * Returns: whether the disk gives the whole file
 */
gboolean
tdm_database_read_all (TdmDatabase *self, GError **error)
{
  sqlite3_file *file = NULL;
  guint8 page[4096];
  sqlite3_int64 size = 0;
  int code = sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (code == SQLITE_OK && file->pMethods)
    code = file->pMethods->xFileSize (file, &size);
  for (sqlite3_int64 at = 0; at < size && (code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ); at += sizeof page)
    code = file->pMethods->xRead (file, page, sizeof page, at);
  if (code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ)
    return TRUE;
  tdm_file_error_set_sqlite (error, code, "whole file");
  return FALSE;
}

/* Where the journal was unlinked without that being on disk, a power cut brings it back, and SQLite would undo the
 * change with it; or worse, half of a later one. */
static gboolean
database_flush_folder (TdmDatabase *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) reason = NULL;

  /* A folder that may not be read cannot be flushed by anybody, SQLite included. */
  self->is_unflushed = !tdm_durable_flush (folder, &reason) &&
                       !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  return !self->is_unflushed;
}

static gboolean
database_set_unknown (GError **error)
{
  g_set_error_literal (
    error, TDM_FILE_ERROR, TDM_FILE_ERROR_UNKNOWN,
    _ ("The disk reported an error, and it is not known whether the last change was saved: that shows "
       "when the file is opened again. Everything before it is safe."));
  return FALSE;
}

/**
 * tdm_database_begin:
 * @self: a connection; what became of the transaction before is known, see tdm_database_settle()
 *
 * Takes the right to write at once: a reader that becomes a writer later would be refused without waiting.
 *
 * Returns: whether the transaction has begun
 */
gboolean
tdm_database_begin (TdmDatabase *self, GError **error)
{
  g_return_val_if_fail (TDM_IS_DATABASE (self), FALSE);

  self->had_content = self->had_content || !tdm_database_is_empty (self);
  if (self->is_unsettled)
    return database_set_unknown (error);
  if (self->is_unflushed && !database_flush_folder (self))
    {
      g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO,
                           _ ("The disk reports errors, so nothing more is written. What is in the file could be lost "
                              "when the computer is switched off; please save a backup elsewhere."));
      return FALSE;
    }
  if (!tdm_database_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (database_read_counter (self, &self->counter, error))
    return TRUE;
  tdm_database_rollback (self);
  return FALSE;
}

/* Before the journal goes, a failure means that nothing was changed. With a journal beside it the transaction is undone
 * by whoever opens the file next. */
static gboolean
database_may_have_committed (TdmDatabase *self, int code)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  GStatBuf status;

  switch (code)
    {
    case SQLITE_IOERR_DELETE:
    case SQLITE_IOERR_DELETE_NOENT:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_UNLOCK:
      return g_stat (journal, &status) != 0 || status.st_size == 0;
    default:
      return FALSE;
    }
}

/**
 * tdm_database_commit:
 * @self: a connection in a transaction
 * @error: %TDM_FILE_ERROR_UNKNOWN if the disk failed in the middle of it and cannot be read; others
 *
 * When SQLite reports a failure, the file is read again to see what became of the transaction. If that cannot be done
 * now, it has to be done by tdm_database_settle() before anything else is.
 *
 * Returns: whether everything since tdm_database_begin() is in the file; if not, nothing of it is, unless that is
 *   unknown
 */
gboolean
tdm_database_commit (TdmDatabase *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean is_committed = FALSE;
  int code;

  g_return_val_if_fail (TDM_IS_DATABASE (self), FALSE);

  if (tdm_database_execute (self, "COMMIT", &reason))
    return TRUE;

  code = sqlite3_extended_errcode (self->handle);
  if (!sqlite3_get_autocommit (self->handle))
    tdm_database_rollback (self);
  else if (!tdm_database_settle (self, &is_committed, NULL))
    {
      self->is_unsettled = database_may_have_committed (self, code);
      if (self->is_unsettled)
        return database_set_unknown (error);
    }
  if (!is_committed)
    g_propagate_error (error, g_steal_pointer (&reason));
  return is_committed;
}

/**
 * tdm_database_is_unsettled:
 *
 * Returns: whether tdm_database_commit() has failed with %TDM_FILE_ERROR_UNKNOWN and nobody knows more yet
 */
gboolean
tdm_database_is_unsettled (TdmDatabase *self)
{
  g_return_val_if_fail (TDM_IS_DATABASE (self), FALSE);

  return self->is_unsettled;
}

/**
 * tdm_database_settle:
 * @self: a connection after a commit that failed
 * @is_committed: (out): whether the file holds what was to be committed
 * @error: %TDM_FILE_ERROR_UNKNOWN
 *
 * Returns: whether it is known now
 */
gboolean
tdm_database_settle (TdmDatabase *self, gboolean *is_committed, GError **error)
{
  sqlite3_stmt *statement;
  gboolean is_read, has_row;
  guint32 counter = 0;

  g_return_val_if_fail (TDM_IS_DATABASE (self), FALSE);

  /* Any statement that reads: with it SQLite locks the file, and undoes what a journal tells to. */
  statement = tdm_database_prepare (self, "PRAGMA user_version", NULL);
  is_read = statement && tdm_database_step (self, statement, &has_row, NULL) && has_row &&
            database_read_counter (self, &counter, NULL);
  if (statement)
    sqlite3_reset (statement);
  if (!is_read)
    return database_set_unknown (error);

  self->is_unsettled = FALSE;
  *is_committed = counter != self->counter;
  if (*is_committed)
    database_flush_folder (self);
  return TRUE;
}

/**
 * tdm_database_rollback:
 *
 * Ends a transaction, if there is one, as though it had not begun. It always ends: what cannot be undone at once,
 * SQLite undoes before the file is read next.
 */
void
tdm_database_rollback (TdmDatabase *self)
{
  g_return_if_fail (TDM_IS_DATABASE (self));

  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}
