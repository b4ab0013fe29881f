/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-durable.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Files that are whole under their names whenever the power goes: they are written under another name and flushed, then
 * renamed, and the folder is flushed. What was cut off leaves at most a hidden file beside them. */

static gboolean
set_errno (GError **error, int saved_errno)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), g_strerror (saved_errno));
  return FALSE;
}

/**
 * tdm_durable_begin:
 * @path: where the file goes in the end
 * @mode: its permissions, less the umask
 * @fd: (out): the new file, open for writing
 * @error: (out): of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the path of an empty, hidden file in the same folder
 */
char *
tdm_durable_begin (const char *path, int mode, int *fd, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".tandem-XXXXXX", NULL);

  *fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, mode);
  if (*fd >= 0)
    return g_steal_pointer (&temporary);
  set_errno (error, errno);
  return NULL;
}

/**
 * tdm_durable_flush:
 * @path: a file or a folder
 * @error: (out): of %G_IO_ERROR
 *
 * Returns: whether it is on disk
 */
gboolean
tdm_durable_flush (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean is_done = fd >= 0 && fsync (fd) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  return is_done || set_errno (error, saved_errno);
}

/**
 * tdm_durable_flush_folder:
 * @path: a file
 * @error: (out): of %G_IO_ERROR
 *
 * Returns: whether the name of the file is on disk
 */
gboolean
tdm_durable_flush_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) reason = NULL;

  /* Nobody can flush a folder in which one may write but not look, nor one of some network drives. */
  if (tdm_durable_flush (folder, &reason) || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * tdm_durable_place:
 * @temporary: a file that is flushed
 * @path: its name from now on, in the same folder
 * @may_replace: whether a file of that name goes
 * @error: (out): of %G_IO_ERROR, %G_IO_ERROR_EXISTS among them
 *
 * The folder is still to be flushed.
 *
 * Returns: whether the file has its name
 */
gboolean
tdm_durable_place (const char *temporary, const char *path, gboolean may_replace, GError **error)
{
  if (may_replace)
    return g_rename (temporary, path) == 0 || set_errno (error, errno);
  if (link (temporary, path) == 0)
    {
      g_unlink (temporary);
      return TRUE;
    }
  if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK)
    return set_errno (error, errno);
  /* Without hard links, as on a memory stick, there is no way that is safe from another program. */
  if (g_access (path, F_OK) == 0)
    return set_errno (error, EEXIST);
  return g_rename (temporary, path) == 0 || set_errno (error, errno);
}

/* A file on its way, if it is one of this computer */
typedef struct
{
  char *path;
  char *temporary;
  int fd;
} Writing;

static void
writing_clear (gpointer data)
{
  Writing *self = data;

  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
}

static gboolean
writing_begin (Writing *self, const TdmDurableFile *file, int mode, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (file->bytes, &length);

  self->fd = -1;
  self->path = g_file_get_path (file->file);
  /* What is elsewhere is safe as far as whoever keeps it says so. */
  if (!self->path)
    return g_file_replace_contents (file->file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                    NULL, error);
  self->temporary = tdm_durable_begin (self->path, mode, &self->fd, error);
  while (self->temporary && length > 0)
    {
      gssize n = write (self->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return set_errno (error, errno);
      data += n;
      length -= n;
    }
  return self->temporary != NULL;
}

static gboolean
writing_flush (Writing *self, GError **error)
{
  gboolean is_done = self->fd < 0 || fsync (self->fd) == 0;
  int saved_errno = errno;

  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  return is_done || set_errno (error, saved_errno);
}

static gboolean
writing_place (Writing *self, GError **error)
{
  if (!self->temporary)
    return TRUE;
  if (!tdm_durable_place (self->temporary, self->path, TRUE, error))
    return FALSE;
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/* Many files of one folder need it to be flushed once. */
static gboolean
flush_folders (GArray *writings, guint n_placed, GError **error)
{
  g_autoptr (GHashTable) flushed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_placed; i++)
    {
      const Writing *writing = &g_array_index (writings, Writing, i);
      g_autofree char *folder = writing->path ? g_path_get_dirname (writing->path) : NULL;

      if (folder && g_hash_table_add (flushed, g_steal_pointer (&folder)) &&
          !tdm_durable_flush_folder (writing->path, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tdm_durable_write:
 * @files: files and their contents; what is there under these names is replaced
 * @n_files: their number
 * @mode: their permissions, less the umask
 * @cancellable: (nullable): stops between two files
 * @error: (out): why not all of them are there, of %G_IO_ERROR
 *
 * The disk is waited for once, not for each file.
 *
 * Returns: how many, from the first on, are on disk under their names; what was there under the other names still is
 */
guint
tdm_durable_write (const TdmDurableFile *files, guint n_files, int mode, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) writings = g_array_sized_new (FALSE, TRUE, sizeof (Writing), n_files);
  g_autoptr (GError) reason = NULL;
  guint n_begun = 0, n_flushed = 0, n_placed = 0;

  g_return_val_if_fail (files != NULL || n_files == 0, 0);

  g_array_set_clear_func (writings, writing_clear);
  g_array_set_size (writings, n_files);
  for (guint i = 0; i < n_files; i++)
    g_array_index (writings, Writing, i).fd = -1;

  while (n_begun < n_files && !g_cancellable_set_error_if_cancelled (cancellable, &reason) &&
         writing_begin (&g_array_index (writings, Writing, n_begun), &files[n_begun], mode, &reason))
    n_begun++;
  while (n_flushed < n_begun && writing_flush (&g_array_index (writings, Writing, n_flushed), reason ? NULL : &reason))
    n_flushed++;
  while (n_placed < n_flushed && writing_place (&g_array_index (writings, Writing, n_placed), reason ? NULL : &reason))
    n_placed++;
  if (!flush_folders (writings, n_placed, reason ? NULL : &reason))
    n_placed = 0;

  if (reason)
    g_propagate_error (error, g_steal_pointer (&reason));
  return n_placed;
}
