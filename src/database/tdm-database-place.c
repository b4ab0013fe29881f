/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

/* For F_OFD_SETLK */
#define _GNU_SOURCE

#include "tdm-database-place.h"

#include "base/tdm-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixmounts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is in the place of a file, before SQLite sees it. */

#define MOST_BYTES (G_GINT64_CONSTANT (1) << 30)

/* Words of the header, https://www.sqlite.org/fileformat.html#the_database_header */
#define USER_VERSION 15
#define APPLICATION_ID 17

/**
 * tdm_database_place_resolve:
 * @path: where a file is or shall be
 * @may_create: whether it need not be there yet
 *
 * SQLite refuses to follow links, and the lock must be on the file itself.
 *
 * Returns: (transfer full) (nullable): the real place of the file
 */
char *
tdm_database_place_resolve (const char *path, gboolean may_create, GError **error)
{
  g_autofree char *folder = NULL, *name = NULL;
  char *real = realpath (path, NULL), *real_folder, *joined;

  if (real || errno != ENOENT || !may_create)
    {
      if (!real)
        tdm_file_error_set_errno (error, errno);
      joined = g_strdup (real);
      free (real);
      return joined;
    }

  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  real_folder = realpath (folder, NULL);
  if (!real_folder)
    {
      tdm_file_error_set_errno (error, errno);
      return NULL;
    }
  joined = g_build_filename (real_folder, name, NULL);
  free (real_folder);
  return joined;
}

/**
 * tdm_database_place_open:
 * @path: a file, links followed
 * @flags: of open()
 *
 * As open() with O_NOFOLLOW, which the document portal before 1.18.1 takes for a wish to read a link of its own.
 *
 * Returns: a descriptor, or -1 with errno
 */
int
tdm_database_place_open (const char *path, int flags)
{
  struct stat expected, found;
  int fd = open (path, flags | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0 || errno != ELOOP || lstat (path, &expected) != 0 || !S_ISREG (expected.st_mode))
    return fd;
  fd = open (path, flags | O_CLOEXEC);
  if (fd < 0 || (fstat (fd, &found) == 0 && found.st_dev == expected.st_dev && found.st_ino == expected.st_ino))
    return fd;
  close (fd);
  errno = ELOOP;
  return -1;
}

/**
 * tdm_database_place_lock:
 * @fd: the file, open for writing if the lock is not shared
 * @is_shared: whether only those who write are kept out
 *
 * Some file systems, such as that of documents which a portal hands out, know only the locks of fcntl(). Far behind the
 * bytes that SQLite locks; the lock belongs to the open file, so that no other descriptor of it ends it.
 *
 * Returns: why the file can only be read, if another program has it or nobody can be kept from it
 */
TdmReadOnlyReason
tdm_database_place_lock (int fd, gboolean is_shared)
{
  struct flock range = { .l_type = is_shared ? F_RDLCK : F_WRLCK, .l_whence = SEEK_SET,
                         .l_start = G_GINT64_CONSTANT (1) << 40, .l_len = 1 };

  if (flock (fd, (is_shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0)
    return TDM_READ_ONLY_NOT;
  if (errno == EWOULDBLOCK)
    return TDM_READ_ONLY_LOCKED;
  if (fcntl (fd, F_OFD_SETLK, &range) == 0)
    return TDM_READ_ONLY_NOT;
  return errno == EAGAIN || errno == EACCES ? TDM_READ_ONLY_LOCKED : TDM_READ_ONLY_NO_LOCKS;
}

/**
 * tdm_database_place_serves_sqlite:
 * @path: a file that SQLite has not opened yet
 *
 * SQLite takes a file system without its locks, such as a network drive whose server keeps none, for a file that
 * another program never lets go of; and it always opens files with O_NOFOLLOW.
 *
 * Returns: whether SQLite can open and lock the file
 */
gboolean
tdm_database_place_serves_sqlite (const char *path)
{
  struct flock range = { .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_len = 1 };
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gboolean can_lock = fd < 0 ? errno != ELOOP : fcntl (fd, F_GETLK, &range) == 0;

  if (fd >= 0)
    close (fd);
  return can_lock;
}

/* Of the portal that hands files out to programs in a sandbox, and to others who ask for it */
#define PORTAL_FILE_SYSTEM "fuse.portal"

/* Returns: (nullable): what comes below the portal's own folder, such as 5f1c2ab0/Programme.tandem; %NULL of a file
 *   elsewhere */
static GStrv
place_split_document (const char *path)
{
  GUnixMountEntry *mount = g_unix_mount_for (path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  GStrv names = NULL;

  /* Where there is no file yet, its folder is asked. */
  if (!mount)
    mount = g_unix_mount_for (folder, NULL);
  if (mount && g_strcmp0 (g_unix_mount_get_fs_type (mount), PORTAL_FILE_SYSTEM) == 0)
    {
      const char *below = path + strlen (g_unix_mount_get_mount_path (mount));

      names = g_strsplit (*below == '/' ? below + 1 : below, "/", -1);
    }
  if (mount)
    g_unix_mount_free (mount);
  return names;
}

/**
 * tdm_database_place_is_handed_out:
 * @path: where a file is or shall be, links followed
 *
 * Returns: whether it is a document that the portal hands out
 */
gboolean
tdm_database_place_is_handed_out (const char *path)
{
  g_auto (GStrv) names = place_split_document (path);

  return names != NULL;
}

/**
 * tdm_database_place_is_lone:
 * @path: where a file is or shall be, links followed
 *
 * A file that the document portal hands out alone is the only one in its folder with a lasting name. What is laid
 * beside it, as SQLite's journal, gets a name of the portal's own on disk, and is not found again after a power cut.
 *
 * Returns: whether it is such a file
 */
gboolean
tdm_database_place_is_lone (const char *path)
{
  g_auto (GStrv) names = place_split_document (path);
  /* From inside of a sandbox only its own documents are seen. */
  guint n_above = names && g_strcmp0 (names[0], "by-app") == 0 ? 2 : 0;

  /* The number of the document and its name; a folder that was handed out has names below it that last. */
  return names && g_strv_length (names) == n_above + 2;
}

/**
 * tdm_database_place_inspect:
 * @format: what it should be
 * @is_empty: (out): whether there is nothing in it yet
 *
 * Looks at the bytes before SQLite does, so that nothing foreign is ever touched.
 *
 * Returns: whether SQLite may open it
 */
gboolean
tdm_database_place_inspect (const char *path, const TdmDatabaseFormat *format, gboolean *is_empty, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint32 header[25] = { 0 };
  const guint8 *bytes = (const guint8 *) header;
  struct stat status;
  gboolean is_regular;
  gssize length;
  guint page_size;
  int fd = tdm_database_place_open (path, O_RDONLY | O_NONBLOCK), saved_errno;

  if (fd < 0)
    return tdm_file_error_set_errno (error, errno);
  is_regular = fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
  length = is_regular ? read (fd, header, sizeof header) : 0;
  saved_errno = errno;
  close (fd);
  if (!is_regular)
    return tdm_file_error_set (error, TDM_FILE_ERROR_NOT_TANDEM, _ (format->foreign));
  if (length < 0)
    return tdm_file_error_set_errno (error, saved_errno);
  if (status.st_size > MOST_BYTES)
    return tdm_file_error_set (error, TDM_FILE_ERROR_FAILED,
                               _ ("This file is too large for Tandem: it has more than 1 GiB."));

  /* With a journal beside it the first page may be half written: SQLite will put it right, and is asked afterwards. */
  *is_empty = length == 0;
  if (*is_empty || access (journal, F_OK) == 0)
    return TRUE;
  if (length < (gssize) sizeof header || memcmp (header, "SQLite format 3", 16) != 0 ||
      GUINT32_FROM_BE (header[APPLICATION_ID]) != format->application_id)
    return tdm_file_error_set (error, TDM_FILE_ERROR_NOT_TANDEM, _ (format->foreign));
  if (GUINT32_FROM_BE (header[USER_VERSION]) > format->version)
    return tdm_file_error_set (error, TDM_FILE_ERROR_TOO_NEW, _ (format->too_new));
  /* SQLite takes what is missing of the last page for zeros. */
  page_size = bytes[16] << 8 | bytes[17];
  if (page_size > 1 && status.st_size % page_size != 0)
    return tdm_file_error_set (error, TDM_FILE_ERROR_DAMAGED, _ (format->damaged));
  return TRUE;
}
