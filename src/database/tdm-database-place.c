/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

/* For F_OFD_SETLK */
#define _GNU_SOURCE

#include "tdm-database-place.h"

#include "base/tdm-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is in the place of a file, before SQLite sees it. */

#define MOST_BYTES (G_GINT64_CONSTANT (1) << 30)

/**
 * tdm_database_place_resolve:
 * @path: where a file is or shall be
 * @may_create: whether it need not be there yet
 * @error: return location
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
 * tdm_database_place_lock:
 * @fd: the file, open for writing
 *
 * Some file systems, such as that of documents which a portal hands out, know only the locks of fcntl(). Far behind the
 * bytes that SQLite locks; the lock belongs to the open file, so that no other descriptor of it ends it.
 *
 * Returns: why the file can only be read, if another program has it or nobody can be kept from it
 */
TdmReadOnlyReason
tdm_database_place_lock (int fd)
{
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = G_GINT64_CONSTANT (1) << 40, .l_len = 1 };

  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return TDM_READ_ONLY_NOT;
  if (errno == EWOULDBLOCK)
    return TDM_READ_ONLY_LOCKED;
  if (fcntl (fd, F_OFD_SETLK, &range) == 0)
    return TDM_READ_ONLY_NOT;
  return errno == EAGAIN || errno == EACCES ? TDM_READ_ONLY_LOCKED : TDM_READ_ONLY_NO_LOCKS;
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
check_header (const guint8 *header, gssize length, const TdmDatabaseFormat *format, GError **error)
{
  if (length < 100 || memcmp (header, "SQLite format 3", 16) != 0 ||
      read_number (header + 68) != format->application_id)
    return tdm_file_error_set (error, TDM_FILE_ERROR_NOT_TANDEM, _ (format->foreign));
  if (read_number (header + 60) > format->version)
    return tdm_file_error_set (error, TDM_FILE_ERROR_TOO_NEW, _ (format->too_new));
  return TRUE;
}

/* SQLite takes what is missing of the last page for zeros. */
static gboolean
check_size (const guint8 *header, goffset size, const TdmDatabaseFormat *format, GError **error)
{
  guint page_size = header[16] << 8 | header[17];

  if (page_size > 1 && size % page_size != 0)
    return tdm_file_error_set (error, TDM_FILE_ERROR_DAMAGED, _ (format->damaged));
  return TRUE;
}

/**
 * tdm_database_place_inspect:
 * @path: a file
 * @format: what it should be
 * @is_empty: (out): whether there is nothing in it yet
 * @error: return location
 *
 * Looks at the bytes before SQLite does, so that nothing foreign is ever touched.
 *
 * Returns: whether SQLite may open it
 */
gboolean
tdm_database_place_inspect (const char *path, const TdmDatabaseFormat *format, gboolean *is_empty, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint8 header[100];
  struct stat status;
  gboolean is_regular;
  gssize length;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK), saved_errno;

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
    return tdm_file_error_set (error, TDM_FILE_ERROR_FAILED, _ ("This file is too large for Tandem: it has more than 1 GiB."));

  /* With a journal beside it the first page may be half written: SQLite will put it right, and is asked afterwards. */
  *is_empty = length == 0;
  return *is_empty || access (journal, F_OK) == 0 ||
         (check_header (header, length, format, error) && check_size (header, status.st_size, format, error));
}
