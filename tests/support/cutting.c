/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "cutting.h"

#include <sqlite3.h>
#include <string.h>

/* A disk that remembers, after everything that SQLite does to it, what is there when the program is killed then, and
 * when the power goes: what was not synced yet is there in some sectors and in others not. */

#define SECTOR 512

typedef struct
{
  GByteArray *now;
  GByteArray *safe; /* as of the last sync */
} Content;

static struct
{
  GMutex mutex;
  char *folder;
  GHashTable *contents; /* by name */
  GPtrArray *points;
  GRand *chance;
  guint n_said;
} disk;

static void
content_free (gpointer data)
{
  Content *self = data;

  g_byte_array_unref (self->now);
  g_byte_array_unref (self->safe);
  g_free (self);
}

static GByteArray *
copy_bytes (GByteArray *bytes)
{
  GByteArray *copy = g_byte_array_sized_new (bytes->len);

  return g_byte_array_append (copy, bytes->data, bytes->len);
}

static Content *
content_new (const char *path)
{
  Content *self = g_new (Content, 1);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, NULL);
  self->now = g_byte_array_append (g_byte_array_new (), (const guint8 *) (bytes ? bytes : ""), length);
  self->safe = copy_bytes (self->now);
  return self;
}

static void
write_zeros (GByteArray *bytes, gsize size)
{
  gsize before = bytes->len;

  g_byte_array_set_size (bytes, size);
  if (size > before)
    memset (bytes->data + before, 0, size - before);
}

/* Sector by sector the old or the new; the length as well is the old or the new one. */
static GBytes *
cut (Content *self)
{
  GByteArray *bytes = copy_bytes (self->safe);

  if (g_rand_boolean (disk.chance))
    write_zeros (bytes, self->now->len);
  for (gsize at = 0; at < MIN (bytes->len, self->now->len); at += SECTOR)
    if (g_rand_boolean (disk.chance))
      memcpy (bytes->data + at, self->now->data + at, MIN (SECTOR, MIN (bytes->len, self->now->len) - at));
  return g_byte_array_free_to_bytes (bytes);
}

static void
cut_point_free (gpointer data)
{
  CutPoint *self = data;

  g_hash_table_unref (self->files);
  g_free (self);
}

static void
remember_point (gboolean is_cut)
{
  CutPoint *point = g_new (CutPoint, 1);
  GHashTableIter iter;
  gpointer name, content;

  point->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  point->n_said = disk.n_said;
  g_hash_table_iter_init (&iter, disk.contents);
  while (g_hash_table_iter_next (&iter, &name, &content))
    g_hash_table_insert (point->files, g_strdup (name),
                         is_cut ? cut (content)
                                : g_bytes_new (((Content *) content)->now->data, ((Content *) content)->now->len));
  g_ptr_array_add (disk.points, point);
}

static void
remember (void)
{
  remember_point (FALSE);
  remember_point (TRUE);
}

static Content *
disk_find (const char *path)
{
  return disk.folder && path && g_str_has_prefix (path, disk.folder)
           ? g_hash_table_lookup (disk.contents, path + strlen (disk.folder) + 1)
           : NULL;
}

/* --- the layer ---------------------------------------------------------- */

typedef struct
{
  sqlite3_file base;
  char *path;
  sqlite3_file real[];
} File;

static sqlite3_vfs layer, *real_vfs;

static int
file_close (sqlite3_file *file)
{
  File *self = (File *) file;
  int code = self->real->pMethods->xClose (self->real);

  g_free (self->path);
  return code;
}

static int
file_read (sqlite3_file *file, void *bytes, int length, sqlite3_int64 at)
{
  File *self = (File *) file;

  return self->real->pMethods->xRead (self->real, bytes, length, at);
}

static int
file_write (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 at)
{
  File *self = (File *) file;
  int code = self->real->pMethods->xWrite (self->real, bytes, length, at);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);
  Content *content = disk_find (self->path);

  if (content && code == SQLITE_OK)
    {
      if (content->now->len < at + length)
        write_zeros (content->now, at + length);
      memcpy (content->now->data + at, bytes, length);
      remember ();
    }
  return code;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  File *self = (File *) file;
  int code = self->real->pMethods->xTruncate (self->real, size);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);
  Content *content = disk_find (self->path);

  if (content && code == SQLITE_OK)
    {
      write_zeros (content->now, size);
      remember ();
    }
  return code;
}

static int
file_sync (sqlite3_file *file, int flags)
{
  File *self = (File *) file;
  int code = self->real->pMethods->xSync (self->real, flags);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);
  Content *content = disk_find (self->path);

  if (content && code == SQLITE_OK)
    {
      g_byte_array_unref (content->safe);
      content->safe = copy_bytes (content->now);
      remember ();
    }
  return code;
}

static int
file_get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  File *self = (File *) file;

  return self->real->pMethods->xFileSize (self->real, size);
}

static int
file_lock (sqlite3_file *file, int how)
{
  File *self = (File *) file;

  return self->real->pMethods->xLock (self->real, how);
}

static int
file_unlock (sqlite3_file *file, int how)
{
  File *self = (File *) file;

  return self->real->pMethods->xUnlock (self->real, how);
}

static int
file_is_reserved (sqlite3_file *file, int *is_so)
{
  File *self = (File *) file;

  return self->real->pMethods->xCheckReservedLock (self->real, is_so);
}

static int
file_control (sqlite3_file *file, int what, void *argument)
{
  File *self = (File *) file;

  return self->real->pMethods->xFileControl (self->real, what, argument);
}

static int
file_get_sector (sqlite3_file *file)
{
  return SECTOR;
}

/* A disk that promises nothing */
static int
file_get_traits (sqlite3_file *file)
{
  return 0;
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_get_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_is_reserved,
  .xFileControl = file_control,
  .xSectorSize = file_get_sector,
  .xDeviceCharacteristics = file_get_traits,
};

static int
layer_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *got)
{
  File *self = (File *) file;
  int code = real_vfs->xOpen (real_vfs, path, self->real, flags, got);

  self->base.pMethods = code == SQLITE_OK ? &methods : NULL;
  self->path = code == SQLITE_OK ? g_strdup (path) : NULL;
  if (code == SQLITE_OK)
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

      if (disk.folder && path && g_str_has_prefix (path, disk.folder) && !disk_find (path))
        g_hash_table_insert (disk.contents, g_strdup (path + strlen (disk.folder) + 1), content_new (path));
    }
  return code;
}

static int
layer_delete (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  int code = real_vfs->xDelete (real_vfs, path, sync_folder);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  if (code == SQLITE_OK && disk_find (path))
    {
      g_hash_table_remove (disk.contents, path + strlen (disk.folder) + 1);
      remember ();
    }
  return code;
}

/**
 * cutting_init:
 *
 * Puts the layer between SQLite and the disk, before anything is opened.
 */
void
cutting_init (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  layer = *real_vfs;
  layer.zName = "cutting";
  layer.szOsFile = sizeof (File) + real_vfs->szOsFile;
  layer.xOpen = layer_open;
  layer.xDelete = layer_delete;
  g_assert_cmpint (sqlite3_vfs_register (&layer, TRUE), ==, SQLITE_OK);
}

/**
 * cutting_begin:
 * @folder: where something is about to be written
 * @seed: for the sectors that get lost
 */
void
cutting_begin (const char *folder, guint seed)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  disk.folder = g_strdup (folder);
  disk.contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, content_free);
  disk.points = g_ptr_array_new_with_free_func (cut_point_free);
  disk.chance = g_rand_new_with_seed (seed);
  disk.n_said = 0;
}

/**
 * cutting_say:
 * @n_said: how much the program has said to be saved
 */
void
cutting_say (guint n_said)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  disk.n_said = n_said;
}

/**
 * cutting_end:
 *
 * Returns: (transfer full) (element-type CutPoint): every moment since cutting_begin()
 */
GPtrArray *
cutting_end (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  g_clear_pointer (&disk.folder, g_free);
  g_clear_pointer (&disk.contents, g_hash_table_unref);
  g_clear_pointer (&disk.chance, g_rand_free);
  return g_steal_pointer (&disk.points);
}

/**
 * cut_point_put:
 * @self: a moment
 * @folder: an empty folder
 *
 * Puts there what was on the disk then.
 */
void
cut_point_put (CutPoint *self, const char *folder)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}
