/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-backup.h"

#include "base/tdm-clock.h"
#include "base/tdm-durable.h"
#include "base/tdm-i18n.h"
#include "tdm-database-place.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
backup_fail (GError **error, GError *taken_reason)
{
  g_autoptr (GError) reason = taken_reason;
  TdmFileError code = g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS)      ? TDM_FILE_ERROR_EXISTS
                      : g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? TDM_FILE_ERROR_NOT_FOUND
                      : g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE)  ? TDM_FILE_ERROR_FULL
                                                                                   : TDM_FILE_ERROR_IO;

  if (code == TDM_FILE_ERROR_EXISTS)
    g_set_error_literal (
      error, TDM_FILE_ERROR, code,
      _ ("There is a file of this name already, and backups replace nothing. Please choose another name."));
  else
    /* Translators: %s is a reason given by the system, such as "Permission denied" */
    g_set_error (error, TDM_FILE_ERROR, code, _ ("The copy could not be written: %s."), reason->message);
  return FALSE;
}

static gboolean
backup_copy_into (TdmDatabase *database, const char *path, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (database, "VACUUM INTO ?", error);
  g_autoptr (TdmDatabase) copy = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_TRANSIENT);
  if (!tdm_database_step (database, statement, NULL, error))
    return FALSE;

  copy = tdm_database_new (path, TRUE, error);
  if (!copy || !tdm_backup_check (copy, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;
  g_set_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_DAMAGED, _ ("The copy is damaged: %s"),
               (char *) problems->pdata[0]);
  return FALSE;
}

static gboolean
backup_write_in_place (TdmDatabase *database, const char *path, gboolean may_replace, GError **error)
{
  g_autofree char *temporary = NULL;
  GError *reason = NULL;
  int fd;

  temporary = tdm_durable_begin (path, 0600, &fd, &reason);
  if (!temporary)
    return backup_fail (error, reason);
  close (fd);
  if (!tdm_database_check_path (temporary, error) || !backup_copy_into (database, temporary, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  /* It gets its name once it is whole and on disk. */
  if (!tdm_durable_flush (temporary, &reason) || !tdm_durable_place (temporary, path, may_replace, &reason))
    {
      g_unlink (temporary);
      return backup_fail (error, reason);
    }
  if (tdm_durable_flush_folder (path, &reason))
    return TRUE;
  /* What has replaced another one stays: that one is gone. */
  if (!may_replace)
    g_unlink (path);
  return backup_fail (error, reason);
}

/* Where SQLite cannot work, the copy is made elsewhere and carried over. */
static gboolean
backup_write_by_way_of (TdmDatabase *database, const char *folder, const char *path, GError **error)
{
  g_autofree char *made = g_build_filename (folder, "copy", NULL);
  g_autoptr (GMappedFile) content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  GError *reason = NULL;
  gboolean is_done;

  if (!backup_copy_into (database, made, error))
    {
      g_unlink (made);
      return FALSE;
    }
  content = g_mapped_file_new (made, FALSE, &reason);
  bytes = content ? g_mapped_file_get_bytes (content) : NULL;
  is_done = bytes && tdm_durable_write (&(TdmDurableFile) { file, bytes }, 1, 0600, NULL, &reason) == 1;
  g_unlink (made);
  return is_done || backup_fail (error, reason);
}

/**
 * tdm_backup_write:
 * @path: where the copy goes
 * @may_replace: whether a file that is there goes, once the copy is whole
 *
 * Writes a copy that stands for itself, flushes it to disk and checks it.
 *
 * Returns: whether the copy is there and sound; if not, there is none
 */
gboolean
tdm_backup_write (TdmDatabase *database, const char *path, gboolean may_replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *real_folder = NULL, *real = NULL, *other = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gboolean is_done;
  GStatBuf status;

  g_return_val_if_fail (TDM_IS_DATABASE (database), FALSE);

  if (!tdm_database_check_path (path, error))
    return FALSE;
  /* Nothing is asked of a place where there is something already, be it a link to nowhere. */
  if (!may_replace && g_lstat (path, &status) == 0)
    return backup_fail (error, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, g_strerror (EEXIST)));
  real_folder = tdm_database_place_resolve (folder, FALSE, NULL);
  real = real_folder ? g_build_filename (real_folder, name, NULL) : NULL;
  if (!real || !tdm_database_place_is_handed_out (real))
    return backup_write_in_place (database, path, may_replace, error);
  other = g_dir_make_tmp ("tandem-XXXXXX", NULL);
  if (!other)
    return tdm_file_error_set_errno (error, errno);
  is_done = backup_write_by_way_of (database, other, path, error);
  g_rmdir (other);
  return is_done;
}

/**
 * tdm_backup_before_migration:
 * @version: its schema
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
  g_autofree char *stem =
    g_strdup_printf ("%s-v%" G_GINT64_FORMAT "-%s", tdm_database_get_path (database), version, moment);
  g_autofree char *path = g_strconcat (stem, ".bak", NULL);

  /* One that was tried a moment ago has left its copy there. */
  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s-%u.bak", stem, i);
    }
  return tdm_backup_write (database, path, FALSE, error);
}

static gboolean
backup_collect (TdmDatabase *database, GPtrArray *problems, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (database, "PRAGMA integrity_check", error);
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      const char *text;

      if (!tdm_database_step (database, statement, &has_row, error))
        return FALSE;
      text = has_row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
      if (text && !g_str_equal (text, "ok"))
        g_ptr_array_add (problems, g_strdup (text));
    }
  return statement != NULL;
}

/**
 * tdm_backup_check:
 * @problems: (element-type utf8): what was found is added here, in SQLite's words
 *
 * Looks at every page and index of the file.
 *
 * Returns: whether it could be looked at
 */
gboolean
tdm_backup_check (TdmDatabase *database, GPtrArray *problems, GError **error)
{
  guint n_before = problems->len;

  if (!backup_collect (database, problems, error))
    return FALSE;
  if (problems->len == n_before)
    return TRUE;
  /* What SQLite calls damage may have been the disk: the file is read through, and looked at once more. */
  g_ptr_array_set_size (problems, n_before);
  return tdm_database_read_all (database, error) && backup_collect (database, problems, error);
}
