/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-backup.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail_with_errno (GError **error, int saved_errno)
{
  TdmFileError code = saved_errno == EEXIST   ? TDM_FILE_ERROR_EXISTS
                       : saved_errno == ENOENT ? TDM_FILE_ERROR_NOT_FOUND
                       : saved_errno == ENOSPC ? TDM_FILE_ERROR_FULL
                                               : TDM_FILE_ERROR_IO;

  if (code == TDM_FILE_ERROR_EXISTS)
    g_set_error_literal (error, TDM_FILE_ERROR, code,
                         _ ("There is a file of this name already, and backups replace nothing. Please choose another name."));
  else
    /* Translators: %s is a reason given by the system, such as "Permission denied" */
    g_set_error (error, TDM_FILE_ERROR, code, _ ("The copy could not be written: %s."), g_strerror (saved_errno));
  return FALSE;
}

/* An empty file that only the user may read; never one that is there already, nor through a link. */
static gboolean
create_private_file (const char *path, GError **error)
{
  int fd = open (path, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail_with_errno (error, errno);
  close (fd);
  return TRUE;
}

static gboolean
flush (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  return done || fail_with_errno (error, saved_errno);
}

static gboolean
copy_into (TdmDatabase *database, const char *path, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (database, "VACUUM INTO ?", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_TRANSIENT);
  return tdm_database_step (database, statement, NULL, error);
}

static gboolean
is_sound (const char *path, GError **error)
{
  g_autoptr (TdmDatabase) copy = tdm_database_new (path, TRUE, error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!copy || !tdm_backup_check (copy, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  g_set_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_DAMAGED, _ ("The copy is damaged: %s"),
               (char *) problems->pdata[0]);
  return FALSE;
}

/**
 * tdm_backup_write:
 * @database: an open file
 * @path: where the copy goes; there must be nothing yet
 * @error: return location
 *
 * Writes a copy that stands for itself, flushes it to disk and checks it.
 *
 * Returns: whether the copy is there and sound; if not, there is none
 */
gboolean
tdm_backup_write (TdmDatabase *database, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_return_val_if_fail (TDM_IS_DATABASE (database), FALSE);

  if (!create_private_file (path, error))
    return FALSE;
  if (copy_into (database, path, error) && flush (path, error) && flush (folder, error) && is_sound (path, error))
    return TRUE;

  g_unlink (path);
  return FALSE;
}

/**
 * tdm_backup_before_migration:
 * @database: an open file
 * @version: its schema
 * @error: return location
 *
 * Puts a checked copy beside the file, named after the schema and the day and time.
 *
 * Returns: whether it is there
 */
gboolean
tdm_backup_before_migration (TdmDatabase *database, gint64 version, GError **error)
{
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *stem = g_strdup_printf ("%s-v%" G_GINT64_FORMAT "-%s", tdm_database_get_path (database), version, moment);
  g_autofree char *path = g_strconcat (stem, ".bak", NULL);

  /* One that was tried a moment ago has left its copy there. */
  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s-%u.bak", stem, i);
    }
  return tdm_backup_write (database, path, error);
}

static gboolean
collect (TdmDatabase *database, const char *sql, const char *fine, GPtrArray *problems, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (database, sql, error);
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      const char *text;

      if (!tdm_database_step (database, statement, &has_row, error))
        return FALSE;
      text = has_row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
      if (text && g_strcmp0 (text, fine) != 0)
        g_ptr_array_add (problems, g_strdup (text));
    }
  return statement != NULL;
}

/**
 * tdm_backup_check:
 * @database: an open file
 * @problems: (element-type utf8): what was found is added here, in SQLite's words
 * @error: return location
 *
 * Looks at every page and index of the file.
 *
 * Returns: whether it could be looked at
 */
gboolean
tdm_backup_check (TdmDatabase *database, GPtrArray *problems, GError **error)
{
  return collect (database, "PRAGMA integrity_check", "ok", problems, error);
}
