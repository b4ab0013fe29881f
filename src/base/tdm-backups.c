/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-backups.h"

#include "tdm-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where the backups of a file lie that are made by themselves: beside it, in a hidden folder with one folder for each
 * file, named after the day of which they have the last state.
 *
 *   Programme.tandem
 *   .tandem-backups/Programme.tandem/2026-11-30.tandem
 *   .tandem-backups/Programme.tandem/2026-11-30-153000.tandem, made before an earlier one came back
 *
 * A backup has the time of the file from which it was made: so it is seen whether the file has changed since. */

#define FOLDER ".tandem-backups"
#define SUFFIX ".tandem"

/* The last days on which something changed */
#define DAYS_KEPT 10

static char *
backups_name_folder (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file), *name = g_path_get_basename (file);

  return g_build_filename (folder, FOLDER, name, NULL);
}

static void
backup_free (gpointer data)
{
  TdmBackup *self = data;

  g_free (self->path);
  g_free (self->day);
  g_free (self->time);
  g_free (self);
}

/* What is no folder of the user's own could lead anywhere. */
static gboolean
ensure_folder (const char *path, GError **error)
{
  GStatBuf status;
  int saved_errno = 0;

  if (g_mkdir (path, 0700) != 0 && errno != EEXIST)
    saved_errno = errno;
  else if (g_lstat (path, &status) != 0)
    saved_errno = errno;
  else if (!S_ISDIR (status.st_mode))
    saved_errno = ENOTDIR;
  else if (status.st_uid != geteuid ())
    saved_errno = EPERM;
  if (saved_errno == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), g_strerror (saved_errno));
  return FALSE;
}

/**
 * tdm_backups_make_path:
 * @file: the file that is to be backed up, links followed
 * @name: the day of the last change to it, or that with a time
 * @error: (out): of %G_IO_ERROR
 *
 * Makes the folder of the backups where there is none yet.
 *
 * Returns: (transfer full) (nullable): where the backup goes, in the place of an earlier one of that name
 */
char *
tdm_backups_make_path (const char *file, const char *name, GError **error)
{
  g_autofree char *own = backups_name_folder (file), *common = g_path_get_dirname (own);
  g_autofree char *full_name = g_strconcat (name, SUFFIX, NULL);

  if (!ensure_folder (common, error) || !ensure_folder (own, error))
    return NULL;
  return g_build_filename (own, full_name, NULL);
}

/* What a day ended with is newer than what was made in the course of it. */
static int
backup_compare (gconstpointer a, gconstpointer b)
{
  const TdmBackup *one = *(TdmBackup *const *) a, *other = *(TdmBackup *const *) b;
  int order = strcmp (other->day, one->day);

  if (order != 0)
    return order;
  return one->time && other->time ? strcmp (other->time, one->time) : (one->time != NULL) - (other->time != NULL);
}

static TdmBackup *
backup_read (const char *folder, const char *name)
{
  static const char pattern[] = "^(\\d{4}-\\d\\d-\\d\\d)(?:-(\\d{6}))?\\.tandem$";
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL), *day = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  GStatBuf status;
  TdmBackup *self;

  if (!g_regex_match (regex, name, 0, &match) || g_lstat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return NULL;
  day = g_match_info_fetch (match, 1);
  if (!tdm_text_is_date (day))
    return NULL;
  self = g_new (TdmBackup, 1);
  *self = (TdmBackup) { g_steal_pointer (&path), g_steal_pointer (&day), NULL, status.st_size };
  if (g_match_info_get_match_count (match) > 2)
    self->time = g_match_info_fetch (match, 2);
  return self;
}

/**
 * tdm_backups_list:
 * @file: a file, which need not be there any more
 *
 * Returns: (transfer full) (element-type TdmBackup): its backups, the newest first
 */
GPtrArray *
tdm_backups_list (const char *file)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (backup_free);
  g_autofree char *folder = backups_name_folder (file);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      TdmBackup *backup = backup_read (folder, name);

      if (backup)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, backup_compare);
  return backups;
}

static gboolean
is_of_time (const char *path, struct timespec time)
{
  struct stat status;

  return stat (path, &status) == 0 && status.st_mtim.tv_sec == time.tv_sec && status.st_mtim.tv_nsec == time.tv_nsec;
}

static gboolean
backups_have_time (GPtrArray *backups, struct timespec time)
{
  for (guint i = 0; i < backups->len; i++)
    if (is_of_time (((TdmBackup *) backups->pdata[i])->path, time))
      return TRUE;
  return FALSE;
}

/**
 * tdm_backups_are_new:
 * @file: a file
 *
 * Returns: whether a backup has all that is in the file
 */
gboolean
tdm_backups_are_new (const char *file)
{
  g_autoptr (GPtrArray) backups = tdm_backups_list (file);
  struct stat status;

  return stat (file, &status) == 0 && backups_have_time (backups, status.st_mtim);
}

/**
 * tdm_backups_adopt:
 * @file: a file that may have had another name until now
 *
 * Where it has no backups, and those of a file that is gone have the state that it is in, they are its own: whoever
 * gives a file another name in a file manager does not think of a hidden folder.
 */
void
tdm_backups_adopt (const char *file)
{
  g_autofree char *own = backups_name_folder (file), *common = g_path_get_dirname (own);
  g_autofree char *home = g_path_get_dirname (file);
  g_autoptr (GDir) dir = g_file_test (own, G_FILE_TEST_EXISTS) ? NULL : g_dir_open (common, 0, NULL);
  struct stat status;
  const char *name;

  if (!dir || stat (file, &status) != 0)
    return;
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *other = g_build_filename (home, name, NULL), *folder = backups_name_folder (other);
      g_autoptr (GPtrArray) backups = tdm_backups_list (other);
      GStatBuf gone;

      if (g_lstat (other, &gone) != 0 && errno == ENOENT && backups_have_time (backups, status.st_mtim))
        {
          g_rename (folder, own);
          return;
        }
    }
}

/**
 * tdm_backups_settle:
 * @file: a file
 * @backup: of it, just made and checked
 *
 * Gives the backup the time of the file, and lets go of what is older than the last ten days on which something
 * changed.
 */
void
tdm_backups_settle (const char *file, const char *backup)
{
  g_autoptr (GPtrArray) backups = tdm_backups_list (file);
  const char *day = NULL;
  struct stat status;
  guint n_days = 0;

  if (stat (file, &status) == 0)
    utimensat (AT_FDCWD, backup, (struct timespec[]) { status.st_atim, status.st_mtim }, AT_SYMLINK_NOFOLLOW);
  for (guint i = 0; i < backups->len; i++)
    {
      const TdmBackup *old = backups->pdata[i];

      n_days += g_strcmp0 (old->day, day) != 0;
      day = old->day;
      if (n_days > DAYS_KEPT)
        g_unlink (old->path);
    }
}
